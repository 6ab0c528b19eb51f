import { foundBy } from './personal-data.ts';
import type { Found, PersonalKind } from './personal-data.ts';

/** Characters read at once: scripts without spaces let a pattern begin anywhere, at a cost that grows with the square. */
const longest = 400;
const stops = /[。！!？?；;\n]/gu;

/** What the patterns find in a text, read in pieces that end with a sentence or a line where they can. */
export function foundInPieces(text: string, patterns: readonly RegExp[], kind: PersonalKind): readonly Found[] {
  const found: Found[] = [];
  let start = 0;
  while (start < text.length) {
    const end = endOf(text, start);
    const piece = text.slice(start, end);
    for (const pattern of patterns)
      for (const one of foundBy(piece, pattern, kind))
        found.push({ ...one, start: one.start + start, end: one.end + start });
    start = end;
  }
  return found;
}

function endOf(text: string, start: number): number {
  if (text.length - start <= longest) return text.length;
  const window = text.slice(start, start + longest);
  const last = [...window.matchAll(stops)].at(-1);
  return start + (last === undefined || last.index < longest / 4 ? longest : last.index + 1);
}
