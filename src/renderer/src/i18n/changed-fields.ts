import type { KnowledgeContent } from '#shared/model/knowledge.ts';
import { attributeText, channelsText, validityText } from './content-text.ts';
import type { Formats } from './formats.ts';
import type { Translate, UiLanguage } from './translate.ts';

type Words = {
  readonly t: Translate;
  readonly language: UiLanguage;
  readonly format: Pick<Formats, 'number' | 'money'>;
};

const fields = ['kind', 'topic', 'language', 'scope', 'channels', 'validity', 'attributes', 'overlays'] as const;
type FieldName = (typeof fields)[number];

export type ChangedField = { readonly field: FieldName; readonly before: string; readonly after: string };

function textOf(content: KnowledgeContent, other: KnowledgeContent, field: FieldName, words: Words): string {
  const { t, language, format } = words;
  switch (field) {
    case 'kind':
      return t(`knowledge.kind.${content.kind}`);
    case 'topic':
      return content.topic ?? '';
    case 'language':
      return t(`language.${content.language}`);
    case 'scope':
      return content.scope.join(', ');
    case 'channels':
      return content.channels.length === 0 ? t('knowledge.allChannels') : channelsText(t, content.channels);
    case 'validity':
      return validityText(language, content.validity) || t('knowledge.always');
    case 'attributes':
      return attributesBeside(content, other)
        .map(({ name, value }) => `${name}: ${attributeText(t, format, value)}`)
        .join(' · ');
    case 'overlays':
      return t(content.overlaysEntryId === null ? 'knowledge.overlaysNone' : 'knowledge.overlaysOne');
  }
}

/** A product has dozens; only those that differ are told. */
function attributesBeside(content: KnowledgeContent, other: KnowledgeContent): KnowledgeContent['attributes'] {
  const same = new Set(other.attributes.map((attribute) => JSON.stringify(attribute)));
  return content.attributes.filter((attribute) => !same.has(JSON.stringify(attribute)));
}

/** What differs between two versions of an entry beside its question and answer, in words. */
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
