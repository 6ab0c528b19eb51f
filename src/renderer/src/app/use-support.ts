import { useMemo } from 'react';
import type { MacroPart } from '#shared/model/macro.ts';
import type { SupportMark } from '#shared/model/support.ts';
import { marksNow } from '../features/composer/support-marks.ts';
import type { Work } from '../features/composer/work.ts';
import { useAnswer } from './queries.ts';
import { useDebounced } from './use-debounced.ts';

/** How long typing rests before the text is looked at, ms. */
const restMs = 220;

/** Macros as a request tells of them. */
export function ofMacros(macros: Work['macros']): { readonly macros?: MacroPart[] } {
  return macros === undefined || macros.length === 0 ? {} : { macros: [...macros] };
}

/** What stands behind each fact of the text in the editor; behind the typing, never before it. */
export function useSupport(conversationId: string, { base, text, inserted, macros }: Work): readonly SupportMark[] {
  const settled = useDebounced(text, restMs);
  const answer = useAnswer(
    'draft.check',
    { conversationId, draftId: base?.id ?? null, text: settled, inserted: [...(inserted ?? [])], ...ofMacros(macros) },
    { isEnabled: settled.trim() !== '' },
  );
  const marks = answer.data;
  return useMemo(
    () => (marks === undefined || text === '' ? [] : marksNow({ text: settled, marks }, text)),
    [marks, settled, text],
  );
}
