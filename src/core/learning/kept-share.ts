import { stemOf } from '../retrieval/stem.ts';

/** Words, or single characters where the script sets no spaces, in lower case. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+/gu,
      ) ?? []
  );
}

/** Longer texts are compared by their first words: enough to see what was kept. */
const mostWords = 2_000;

/** The share of the draft's words that were sent, in their order: longest common subsequence over the draft. 0…1; 1 for an empty draft. */
export function keptShareOf(draft: string, sent: string): number {
  const from = wordsOf(draft).slice(0, mostWords);
  const to = wordsOf(sent).slice(0, mostWords);
  return from.length === 0 ? 1 : commonLength(from, to) / from.length;
}

/** How alike two sentences are: twice the shared stems over all of them (Dice). 0…1 */
export function likeness(a: string, b: string): number {
  const left = wordsOf(a).map(stemOf);
  const right = wordsOf(b).map(stemOf);
  if (left.length === 0 || right.length === 0) return left.length === right.length ? 1 : 0;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const unmatched = counts.get(word) ?? 0;
    if (unmatched === 0) continue;
    shared++;
    counts.set(word, unmatched - 1);
  }
  return (2 * shared) / (left.length + right.length);
}

/** The length of the longest common subsequence of two rows of words. */
export function commonLength(from: readonly string[], to: readonly string[]): number {
  let previous = new Uint32Array(to.length + 1);
  for (const word of from) {
    const row = new Uint32Array(to.length + 1);
    for (let j = 0; j < to.length; j++) {
      row[j + 1] = word === to[j] ? (previous[j] ?? 0) + 1 : Math.max(previous[j + 1] ?? 0, row[j] ?? 0);
    }
    previous = row;
  }
  return previous[to.length] ?? 0;
}
