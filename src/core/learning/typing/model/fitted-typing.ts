import { LessonType } from '#shared/model/lesson.ts';
import type { TypingFeatures } from './typing-features.ts';

/** A weight for each type, in the order of `LessonType`, by feature. */
export type TypingWeights = ReadonlyMap<string, readonly number[]>;

const types = LessonType.options;

/** How likely each type is, in the order of `LessonType`; they sum to 1. */
export function typeShares(features: TypingFeatures, weights: TypingWeights): readonly number[] {
  const scores = types.map(() => 0);
  for (const [name, value] of features)
    weights.get(name)?.forEach((weight, i) => {
      scores[i] = (scores[i] ?? 0) + weight * value;
    });
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - highest));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((one) => one / sum);
}

export type TypingExample = {
  readonly features: TypingFeatures;
  readonly type: LessonType;
  /** Where it comes from: what stands in too few trades is no piece of grammar. */
  readonly trade: string;
};

export type FitOptions = {
  /** How strongly weights are drawn to 0. */
  readonly strength: number;
  /** Trades in which a piece must stand. */
  readonly leastTrades: number;
  readonly rounds: number;
};

/** Multinomial logistic regression with a Gaussian prior, by gradient descent with a step a feature; deterministic. */
export function fittedTyping(examples: readonly TypingExample[], options: FitOptions): TypingWeights {
  const trades = new Map<string, Set<string>>();
  for (const { features, trade } of examples)
    for (const name of features.keys()) trades.set(name, (trades.get(name) ?? new Set()).add(trade));
  const known = [...trades].filter(([name, those]) => !name.startsWith('~') || those.size >= options.leastTrades);
  const weights = new Map(known.map(([name]) => [name, types.map(() => 0)]));
  const squares = new Map(known.map(([name]) => [name, types.map(() => 1e-6)]));
  for (let round = 0; round < options.rounds; round++) {
    const slopes = new Map([...weights].map(([name, row]) => [name, row.map((weight) => options.strength * weight)]));
    for (const { features, type } of examples) {
      const shares = typeShares(features, weights);
      for (const [name, value] of features) {
        const row = slopes.get(name);
        if (row !== undefined)
          shares.forEach((share, i) => {
            row[i] = (row[i] ?? 0) + (share - Number(types[i] === type)) * value;
          });
      }
    }
    for (const [name, row] of weights)
      row.forEach((weight, i) => {
        const slope = slopes.get(name)?.[i] ?? 0;
        const past = squares.get(name);
        if (past === undefined) return;
        past[i] = (past[i] ?? 0) + slope * slope;
        row[i] = weight - (0.5 * slope) / Math.sqrt(past[i] ?? 1);
      });
  }
  return weights;
}
