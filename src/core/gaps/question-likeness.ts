import type { Reading } from './english-reading.ts';

/** A question as a point among the others of its language: two sparse and dense parts, whose products add up. */
export type ComparedQuestion = {
  /** Of what could be read; null where no vector is at hand. */
  readonly vector: Float32Array | null;
  /** Of what could not, and of everything where no vector is at hand. */
  readonly words: ReadonlyMap<string, number>;
  /** How much it says. */
  readonly weight: number;
};

/** As if so many questions about nothing had been asked besides: the mean of a few is not what all are about. */
const besides = 20;

/**
 * Questions of one language made ready to be compared. From the vectors their mean is taken, which is what every question
 * of the shop is about; words count the more the fewer questions have them. Vectors read English alone: a question of
 * which half could be read is half a vector and half its unread words.
 */
export function comparedQuestions(
  readings: readonly Reading[],
  vectors: ReadonlyArray<Float32Array | null>,
): readonly ComparedQuestion[] {
  const mean = meanOf(vectors);
  const rarity = rarityOf(readings);
  return readings.map((reading, i) => {
    const vector = vectors[i] ?? null;
    const said = weightOf(reading.words, rarity);
    if (vector === null) return { vector: null, words: unitWords(reading.words, rarity, 1), weight: said };
    const unread = said === 0 ? 0 : weightOf(reading.unread, rarity) / said;
    return {
      vector: awayFrom(mean, vector, Math.sqrt(1 - unread)),
      words: unitWords(reading.unread, rarity, Math.sqrt(unread)),
      weight: said,
    };
  });
}

/** How likely two questions ask the same, 1 at most. */
export function likenessOf(a: ComparedQuestion, b: ComparedQuestion): number {
  return vectorProduct(a.vector, b.vector) + wordProduct(a.words, b.words);
}

function vectorProduct(a: Float32Array | null, b: Float32Array | null): number {
  if (a === null || b === null) return 0;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function wordProduct(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  if (a.size > b.size) return wordProduct(b, a);
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}

/** All in one: its likeness to another is the sum of theirs. */
export function sumOf(questions: readonly ComparedQuestion[]): ComparedQuestion {
  const [first] = questions;
  if (first !== undefined && questions.length === 1) return first;
  const width = questions.find(({ vector }) => vector !== null)?.vector?.length ?? 0;
  const vector = width === 0 ? null : new Float32Array(width);
  const words = new Map<string, number>();
  let weight = 0;
  for (const question of questions) {
    if (vector !== null && question.vector !== null)
      for (let i = 0; i < width; i++) vector[i] = (vector[i] as number) + (question.vector[i] as number);
    for (const [word, own] of question.words) words.set(word, (words.get(word) ?? 0) + own);
    weight += question.weight;
  }
  return { vector, words, weight };
}

function meanOf(vectors: ReadonlyArray<Float32Array | null>): Float32Array | null {
  const known = vectors.filter((vector) => vector !== null);
  const [first] = known;
  if (first === undefined) return null;
  const mean = new Float32Array(first.length);
  for (const vector of known)
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (vector[i] as number);
  return mean.map((sum) => sum / (known.length + besides));
}

/** The vector without the mean, of the given length. */
function awayFrom(mean: Float32Array | null, vector: Float32Array, length: number): Float32Array {
  const left = mean === null ? vector : vector.map((value, i) => value - (mean[i] ?? 0));
  const own = Math.sqrt(vectorProduct(left, left));
  return own === 0 ? left : left.map((value) => (value * length) / own);
}

function rarityOf(readings: readonly Reading[]): (term: string) => number {
  const holding = new Map<string, number>();
  for (const { words } of readings) for (const term of words.keys()) holding.set(term, (holding.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + readings.length / ((holding.get(term) ?? 0) + 0.5));
}

function weightOf(terms: ReadonlyMap<string, number>, rarity: (term: string) => number): number {
  let sum = 0;
  for (const [term, weight] of terms) sum += weight * rarity(term);
  return sum;
}

function unitWords(
  terms: ReadonlyMap<string, number>,
  rarity: (term: string) => number,
  length: number,
): ReadonlyMap<string, number> {
  const weighted = [...terms].map(([term, weight]): [string, number] => [term, weight * rarity(term)]);
  const own = Math.sqrt(weighted.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return new Map(own === 0 ? [] : weighted.map(([term, weight]) => [term, (weight * length) / own]));
}
