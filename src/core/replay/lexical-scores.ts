import type { PassageHit, PassageIndex } from '../ports/passage-index.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type PassageCounts, type SupposedPassage, countsOfEntry } from './supposed-passages.ts';

/** By how much the counts of the index would be others. */
export type CountChanges = {
  readonly terms: ReadonlyMap<string, number>;
  readonly passages: number;
  /** Terms in all passages. */
  readonly length: number;
};

type Statistics = ReturnType<PassageIndex['termStatistics']>;

/** Okapi BM25 as SQLite's FTS5 counts it (its documentation, "The bm25() function"), question and answer weighted as the index does. */
const k1 = 1.2;
const b = 0.75;
const questionWeight = 1;
const answerWeight = 0.4;

/**
 * Puts hits by words into the order that the index would give them with the changes: the scores that it gave are of the
 * passages as they are, and those of supposed ones are unknown to it.
 */
export function lexicalScores(
  base: Pick<Database, 'passages' | 'knowledge' | 'learned'>,
  supposed: ReadonlyMap<string, SupposedPassage>,
  changes: CountChanges,
) {
  const known = new Map<string, PassageCounts>();
  const countsOf = ({ kind, ownerId, versionId }: PassageHit): PassageCounts => {
    const own = supposed.get(ownerId) ?? known.get(versionId);
    if (own !== undefined) return own;
    const counts = countsOfEntry(kind === 'learned' ? base.learned.get(ownerId) : base.knowledge.get(ownerId));
    known.set(versionId, counts);
    return counts;
  };
  let mean: number | null = null;
  const meanLength = (hits: readonly PassageHit[], terms: readonly string[]): number => {
    const real = hits.find(({ ownerId }) => !supposed.has(ownerId));
    if (mean !== null || real === undefined) return mean ?? 1;
    const before = base.passages.termStatistics(terms);
    const length = meanLengthBehind(countsOf(real), real.score, terms, before) * before.passages;
    mean = (length + changes.length) / (before.passages + changes.passages);
    return mean;
  };

  return (hits: readonly PassageHit[], terms: readonly string[], statistics: Statistics): readonly PassageHit[] => {
    const length = meanLength(hits, terms);
    return hits
      .map((hit) => ({ ...hit, score: scoreOf(countsOf(hit), terms, statistics, length) }))
      .toSorted((one, other) => other.score - one.score);
  };
}

function scoreOf(
  { questionCounts, answerCounts, length }: PassageCounts,
  terms: readonly string[],
  { counts, passages }: Statistics,
  meanLength: number,
): number {
  let score = 0;
  const norm = k1 * (1 - b + (b * length) / meanLength);
  for (const term of new Set(terms)) {
    const often = questionWeight * (questionCounts.get(term) ?? 0) + answerWeight * (answerCounts.get(term) ?? 0);
    if (often === 0) continue;
    const holding = counts.get(term) ?? 0;
    const rarity = Math.max(1e-6, Math.log((passages - holding + 0.5) / (holding + 0.5)));
    score += (rarity * often * (k1 + 1)) / (often + norm);
  }
  return score;
}

/** The mean length of the index's passages, worked back from one score that it gave. */
function meanLengthBehind(
  counts: PassageCounts,
  score: number,
  terms: readonly string[],
  statistics: Statistics,
): number {
  let [low, high] = [0.1, 100_000];
  for (let step = 0; step < 60; step++) {
    const middle = Math.sqrt(low * high);
    if (scoreOf(counts, terms, statistics, middle) < score) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}
