import { wordsOf } from '../../learning/kept-share.ts';

export type CommonEdit = { readonly from: string; readonly to: string; readonly count: number };

/** A longer change is a rewording: nobody reads it off a line. */
const mostWords = 8;
/** Longer answers are compared by their first words. */
const mostCompared = 400;
const shown = 3;

/**
 * What is changed into what, over answers and what was sent in their place; the most frequent first. Words in lower case;
 * each pair of texts counts a change once. What only one changed is left out where others did the same as each other.
 */
export function commonEdits(pairs: ReadonlyArray<readonly [before: string, after: string]>): readonly CommonEdit[] {
  const counted = new Map<string, { readonly from: string; readonly to: string; count: number }>();
  for (const [before, after] of pairs) {
    const edits = new Map(editsOf(before, after).map((edit) => [JSON.stringify(edit), edit]));
    for (const [key, [from, to]] of edits) {
      const known = counted.get(key);
      if (known === undefined) counted.set(key, { from, to, count: 1 });
      else known.count++;
    }
  }
  const ordered = [...counted.values()].toSorted((a, b) => b.count - a.count);
  const repeated = ordered.filter(({ count }) => count > 1);
  return (repeated.length > 0 ? repeated : ordered).slice(0, shown);
}

/** Runs of words that were replaced, taken out or put in, each with the word that follows where that stayed. */
function editsOf(before: string, after: string): ReadonlyArray<readonly [string, string]> {
  const [a, b] = [before, after].map((text) => wordsOf(apart(text)).slice(0, mostCompared));
  if (a === undefined || b === undefined) return [];
  const edits: Array<readonly [string, string]> = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...commonPlaces(a, b), [a.length, b.length] as const]) {
    const [removed, added] = [a.slice(i, nextI), b.slice(j, nextJ)];
    if (removed.length + added.length > 0 && removed.length <= mostWords && added.length <= mostWords) {
      const next = a[nextI] === undefined ? [] : [a[nextI]];
      edits.push([joined([...removed, ...next]), joined([...added, ...next])]);
    }
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return edits;
}

/** Places of a longest common subsequence, in order. */
function commonPlaces(a: readonly string[], b: readonly string[]): ReadonlyArray<readonly [number, number]> {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const places: Array<readonly [number, number]> = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) places.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return places;
}

/** A number and the characters after it are two things where no space says so. */
function apart(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<=[\p{N}\p{Script=Latin}])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu, ' ');
}

/** Words with spaces between them, where their script sets any. */
function joined(words: readonly string[]): string {
  return words
    .join(' ')
    .replace(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]) | (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
      '',
    );
}
