import type { StyleMark } from '#shared/model/style-remark.ts';

/** A text cut at the words that the house says otherwise; `mark`: its place among the marks. */
export type StylePiece = { readonly text: string; readonly mark: number | null };

export function stylePieces(text: string, marks: readonly StyleMark[]): readonly StylePiece[] {
  const pieces: StylePiece[] = [];
  let at = 0;
  for (const [mark, { start, end }] of marks.entries()) {
    if (start < at || end > text.length) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), mark: null });
    pieces.push({ text: text.slice(start, end), mark });
    at = end;
  }
  return at < text.length ? [...pieces, { text: text.slice(at), mark: null }] : pieces;
}

/** What is said otherwise, once however often it stands there, with all its places. */
export type StyleOffer = Pick<StyleMark, 'said' | 'use'> & { readonly marks: readonly StyleMark[] };

export function offersOf(marks: readonly StyleMark[]): readonly StyleOffer[] {
  return [...Map.groupBy(marks, ({ said, use }) => JSON.stringify([said, use])).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ said: first.said, use: first.use, marks: same }];
  });
}

/** What the key replaces: the word at the caret, else the next behind it, else the first; null where nothing has other words. */
export function markToReplace(marks: readonly StyleMark[], caret: number): StyleMark | null {
  const worded = marks.filter(({ use }) => use !== '');
  return worded.find(({ end }) => end >= caret) ?? worded[0] ?? null;
}
