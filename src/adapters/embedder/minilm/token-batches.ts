/** A text as token ids; `index` is its place in what was asked for. */
export type EncodedText = { readonly index: number; readonly ids: readonly number[] };

/**
 * Groups texts for running together. Texts of like length meet, since a batch costs as much as if all were as long
 * as its longest. A batch times its longest stays within `budget` tokens, but for a text that alone exceeds it.
 */
export function tokenBatches(texts: readonly EncodedText[], budget: number): readonly (readonly EncodedText[])[] {
  const batches: EncodedText[][] = [];
  let current: EncodedText[] = [];
  for (const text of texts.toSorted((a, b) => a.ids.length - b.ids.length)) {
    if (current.length > 0 && (current.length + 1) * text.ids.length > budget) {
      batches.push(current);
      current = [];
    }
    current.push(text);
  }
  if (current.length > 0) batches.push(current);
  return batches;
}
