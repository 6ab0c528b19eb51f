import { LessonType } from '#shared/model/lesson.ts';
import type { SentenceVectors, TypingFeatures } from './typing-features.ts';

/** A weight for each type, in the order of `LessonType`, by feature and by place of the vectors. */
export type TypingWeights = {
  readonly features: ReadonlyMap<string, readonly number[]>;
  readonly vectors: VectorWeights | null;
};

/** Weights of vectors that one embedder makes: for each type a row over the four vectors one after another. */
export type VectorWeights = {
  readonly embedderId: string;
  readonly rows: ReadonlyArray<Float32Array>;
};

/** How likely each type is, in the order of `LessonType`; they sum to 1. */
export function typeShares(
  features: TypingFeatures,
  vectors: SentenceVectors | null,
  weights: TypingWeights,
): readonly number[] {
  const scores = LessonType.options.map(() => 0);
  for (const [name, value] of features)
    weights.features.get(name)?.forEach((weight, i) => {
      scores[i] = (scores[i] ?? 0) + weight * value;
    });
  if (vectors !== null)
    weights.vectors?.rows.forEach((row, i) => {
      scores[i] = (scores[i] ?? 0) + vectorScore(vectors, row);
    });
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - highest));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((one) => one / sum);
}

function vectorScore({ sentence, question, sent, drafted }: SentenceVectors, row: Float32Array): number {
  let score = 0;
  let place = 0;
  for (const vector of [sentence, question, sent, drafted]) {
    vector?.forEach((value, i) => {
      score += value * (row[place + i] ?? 0);
    });
    place += sentence.length;
  }
  return score;
}
