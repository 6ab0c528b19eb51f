/** Fewer words may stand in any order. */
const fewest = 6;
/** The share of neighbours that a sentence of a source's own words has in common with it, at the least. */
const neighbours = 0.2;

/** Whether a text is made of nothing but a source's words, and in an order that the source knows nothing of. */
export function isScrambled(text: string, source: string): boolean {
  const [words, said] = [wordsOf(text), wordsOf(source)];
  const known = new Set(said);
  if (words.length < fewest || !words.every((word) => known.has(word))) return false;
  const pairs = new Set(pairsOf(said));
  return pairsOf(words).filter((pair) => pairs.has(pair)).length < neighbours * (words.length - 1);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{Script=Latin}\p{N}]+/gu) ?? [];
}

function pairsOf(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, i) => `${words[i]} ${word}`);
}
