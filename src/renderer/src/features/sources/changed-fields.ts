import type { KnowledgeContent } from '#shared/model/knowledge.ts';
import { attributeText, channelsText, validityText } from '../../i18n/content-text.ts';
import type { Formats } from '../../i18n/formats.ts';
import type { Translate, UiLanguage } from '../../i18n/translate.ts';

type Words = {
  readonly t: Translate;
  readonly language: UiLanguage;
  readonly format: Pick<Formats, 'number' | 'money'>;
};

const fields = ['topic', 'scope', 'channels', 'attributes', 'validity'] as const;
/** Parts of an entry that a source speaks of beside its question and answer. */
type FieldName = (typeof fields)[number];

export type ChangedField = { readonly field: FieldName; readonly before: string; readonly after: string };

function textOf(content: KnowledgeContent, other: KnowledgeContent, field: FieldName, words: Words): string {
  const { t, language, format } = words;
  switch (field) {
    case 'topic':
      return content.topic ?? '';
    case 'scope':
      return content.scope.join(', ');
    case 'channels':
      return channelsText(t, content.channels);
    case 'validity':
      return validityText(language, content.validity);
    case 'attributes': {
      // A product has dozens; only those that differ are told.
      const same = new Set(other.attributes.map((attribute) => JSON.stringify(attribute)));
      return content.attributes
        .filter((attribute) => !same.has(JSON.stringify(attribute)))
        .map(({ name, value }) => `${name}: ${attributeText(t, format, value)}`)
        .join(' · ');
    }
  }
}

/** What differs between two wordings of an entry beside question and answer, in words. */
export function changedFields(
  before: KnowledgeContent,
  after: KnowledgeContent,
  words: Words,
): readonly ChangedField[] {
  return fields
    .map((field) => ({
      field,
      before: textOf(before, after, field, words),
      after: textOf(after, before, field, words),
    }))
    .filter((changed) => changed.before !== changed.after);
}
