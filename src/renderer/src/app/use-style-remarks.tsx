import { type ReactNode, type RefObject, useMemo } from 'react';
import type { StyleAdvice, StyleMark } from '#shared/model/style-remark.ts';
import type { EditorHandle } from '../features/composer/DraftEditor.tsx';
import { StyleLayer } from '../features/composer/StyleLayer.tsx';
import { StyleLine } from '../features/composer/StyleLine.tsx';
import { markToReplace } from '../features/composer/style-marks.ts';
import { marksNow } from '../features/composer/support-marks.ts';
import { useCommand } from './commands.tsx';
import { altKey } from './platform.ts';
import { useAnswer } from './queries.ts';
import { useDebounced } from './use-debounced.ts';

/** How long typing rests before the text is looked at, ms. */
const restMs = 220;
const noMarks: readonly StyleMark[] = [];

/** What the house style says of the text in the editor: painted below it, and told in a line. It keeps nothing from being sent. */
export function useStyleRemarks(
  conversationId: string,
  text: string,
  editor: RefObject<EditorHandle | null>,
): { readonly layer: ReactNode; readonly line: ReactNode } {
  const settled = useDebounced(text, restMs);
  const { data } = useAnswer('style.check', { conversationId, text: settled }, { isEnabled: settled.trim() !== '' });
  const isEmpty = text.trim() === '';
  const marks = useMemo(
    () => (data === undefined || isEmpty ? noMarks : marksNow({ text: settled, marks: data.marks }, text)),
    [data, isEmpty, settled, text],
  );
  // About the whole, so it is told again only once the typing rests.
  const advice = data === undefined || settled !== text || isEmpty ? null : data.advice;

  function replace(those: readonly StyleMark[]): void {
    // From behind, so that the places before stay true.
    for (const { start, end, use } of those.toReversed()) editor.current?.replace(start, end, use);
  }

  function replaceNext(): void {
    const before = editor.current?.isInUse() ? (editor.current.around().before.length ?? 0) : 0;
    const next = markToReplace(marks, before);
    if (next !== null) replace([next]);
  }

  function follow(given: StyleAdvice): void {
    if (given.kind === 'greeting') {
      const lead = text.length - text.trimStart().length;
      editor.current?.replace(0, lead, `${given.greeting}\n\n`);
    } else if (given.kind === 'emojiNever') {
      for (const { start, end } of given.places.toReversed()) {
        // The space before it goes with it.
        const from = start > 0 && /[ \u3000]/u.test(text.charAt(start - 1)) ? start - 1 : start;
        editor.current?.replace(from, end, '');
      }
    }
  }

  useCommand('restyle', marks.some(({ use }) => use !== '') ? replaceNext : null);
  return {
    layer: <StyleLayer text={text} marks={marks} />,
    line: <StyleLine marks={marks} advice={advice} shortcut={`${altKey} Y`} onReplace={replace} onFollow={follow} />,
  };
}
