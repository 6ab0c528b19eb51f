import { isForeign, otherLanguageOf } from '#shared/answer-language.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { Mark } from './marks.ts';

/** The language in which answers still stand word for word that the customer did not write; null where none do. */
export function untranslatedLanguage(draft: Draft | null, marks: readonly Mark[]): ReplyLanguage | null {
  if (draft === null) return null;
  const isLeft = marks.some(({ kind, evidence }) => {
    const source = evidence === null ? undefined : draft.evidence[evidence];
    return kind === 'source' && source !== undefined && isForeign(source, draft.language);
  });
  return isLeft ? otherLanguageOf(draft) : null;
}
