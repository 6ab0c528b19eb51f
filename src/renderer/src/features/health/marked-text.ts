export type MarkedPart = { readonly text: string; readonly isMarked: boolean };

/** A text in parts, those within any of the stretches marked. Stretches may touch, overlap or reach beyond the text. */
export function markedParts(
  text: string,
  stretches: ReadonlyArray<{ readonly start: number; readonly end: number }>,
): readonly MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  const add = (end: number, isMarked: boolean): void => {
    if (end > at) parts.push({ text: text.slice(at, end), isMarked });
    at = Math.max(at, end);
  };
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    add(Math.min(start, text.length), false);
    add(Math.min(end, text.length), true);
  }
  add(text.length, false);
  return parts;
}
