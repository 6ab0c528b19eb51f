import { placeholdersIn } from '../../knowledge/macro-placeholders.ts';

/** A text in which pieces that nobody may touch stand as marks. */
export type Marked = { readonly text: string; readonly pieces: readonly string[] };

const gap = /\[✎[^\]\n]*\]?/gu;
const mark = /⟦\d+⟧/gu;

/** The text with its gaps and placeholders as ⟦1⟧, ⟦2⟧, …: who rewrites it neither reads nor changes them. */
export function markedText(text: string): Marked {
  const kept = new Set([...(text.match(gap) ?? []), ...(text.match(mark) ?? []), ...placeholdersIn(text)]);
  if (kept.size === 0) return { text, pieces: [] };
  const pattern = new RegExp(
    [...kept]
      .toSorted((a, b) => b.length - a.length)
      .map(escaped)
      .join('|'),
    'gu',
  );
  const pieces: string[] = [];
  const marked = text.replace(pattern, (piece) => `⟦${pieces.push(piece)}⟧`);
  return { text: marked, pieces };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
}

/** The text with its pieces back in their places. */
export function unmarkedText(text: string, pieces: readonly string[]): string {
  return text.replace(mark, (found) => pieces[Number(found.slice(1, -1)) - 1] ?? found);
}

/** The marks of a text, sorted. */
export function marksIn(text: string): readonly string[] {
  return (text.match(mark) ?? []).toSorted();
}

export function withoutMarks(text: string): string {
  return text.replace(mark, ' ');
}
