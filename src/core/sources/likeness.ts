import type { KnowledgeContent } from '#shared/model/knowledge.ts';
import { type PassTurn, inSlices } from './in-slices.ts';
import { foldedLine } from '../knowledge/folded-line.ts';

/** Share of words in common (Dice) from which a text is the other one reworded. */
const least = 0.6;
/** A word in more texts than this tells none apart. */
const commonWord = 60;

export type Likeness<T> = {
  /** The text most like this one, if any is like enough; `isOpen` says which may be. */
  mostLike(content: KnowledgeContent, isOpen: (item: T) => boolean): T | null;
};

/** Finds texts by the words they share. */
export async function createLikeness<T>(
  items: readonly T[],
  contentOf: (item: T) => KnowledgeContent,
  passTurn: PassTurn,
): Promise<Likeness<T>> {
  const words = new Map<T, ReadonlySet<string>>();
  const holding = new Map<string, T[]>();
  await inSlices(passTurn, items, (item) => {
    const own = wordsOf(contentOf(item));
    words.set(item, own);
    for (const word of own) {
      const holders = holding.get(word);
      if (holders === undefined) holding.set(word, [item]);
      else if (holders.length <= commonWord) holders.push(item);
    }
  });

  return {
    mostLike(content, isOpen) {
      const own = wordsOf(content);
      let best: T | null = null;
      let bestLikeness = least;
      for (const item of sharing(own, holding)) {
        if (!isOpen(item)) continue;
        const theirs = words.get(item) ?? new Set();
        let common = 0;
        for (const word of own) if (theirs.has(word)) common++;
        const likeness = (2 * common) / (own.size + theirs.size);
        if (likeness >= bestLikeness) [best, bestLikeness] = [item, likeness];
      }
      return best;
    },
  };
}

function sharing<T>(own: ReadonlySet<string>, holding: ReadonlyMap<string, readonly T[]>): ReadonlySet<T> {
  const found = new Set<T>();
  for (const word of own) {
    const holders = holding.get(word) ?? [];
    if (holders.length <= commonWord) for (const item of holders) found.add(item);
  }
  return found;
}

function wordsOf(content: KnowledgeContent): ReadonlySet<string> {
  const text = foldedLine(`${content.question} ${content.answer}`);
  const words = new Set(text.match(/[\p{L}\p{N}]+/gu) ?? []);
  // Where no spaces are written, two neighbouring signs stand for a word.
  for (const run of text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{2,}/gu) ?? [])
    for (let i = 0; i + 1 < run.length; i++) words.add(run.slice(i, i + 2));
  return words;
}
