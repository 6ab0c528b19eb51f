import type { Features } from './pair-features.ts';

/** A logistic model: the odds are e to the bias and the weights of what is there. */
export type Model = { readonly bias: number; readonly weights: Readonly<Record<string, number>> };

/*
 * Fitted by test/core/health/fit.ts on labelled knowledge of shops in English, Chinese and Japanese: 343 pairs of entries and
 * the half of a base of 500 with planted contradictions and duplicates (3,470 neighbours in it, 39 of them planted).
 */

/** Two different amounts, times or addresses are about the same. */
export const valueModel: Model = {
  bias: -1.94,
  weights: {
    whole: 1.13,
    clause: 1.98,
    near: 1.14,
    askedMore: 1.89,
    saidLess: 2.34,
    heaviest: 2.64,
    missingLess: -1.03,
    missingMore: -2.33,
    otherAct: -1.51,
    ratio: -3.68,
    placedOnce: -1.7,
    hasVectors: -1.29,
    cosine: 1.58,
  },
};

/** A yes and a no are about the same. */
export const stanceModel: Model = {
  bias: -6.64,
  weights: {
    whole: 0.9,
    clause: 0.86,
    askedLess: 0.85,
    askedMore: 2.76,
    saidLess: 1.15,
    saidMore: 1.86,
    heaviest: 1.39,
    narrowedOnce: -1.74,
    placedOnce: -0.54,
    otherAct: -0.52,
    conditional: -1.1,
    hasVectors: -0.88,
    cosine: 0.36,
  },
};

/** Two entries say the same. */
export const duplicateModel: Model = {
  bias: -7.87,
  weights: {
    answer: 1.5,
    all: 1.66,
    marks: 2.66,
    askedMore: 2.22,
    answeredLess: 0.9,
    answeredMore: 1.49,
    heaviest: 1.49,
    sameValues: 2.66,
    otherValues: -3.8,
    opposed: -2.28,
    lengths: 1.93,
    hasVectors: -1.19,
    cosineQuestion: 0.98,
    cosineAnswer: 0.97,
  },
};

/**
 * From what on a finding is shown: nine of ten shown in the cross-validation were right. `doubtful`: from here on two entries
 * may contradict each other and are not called duplicates.
 */
export const thresholds = { contradiction: 0.8, doubtful: 0.4, duplicate: 0.5 } as const;

/** How sure a model is, 0…1. */
export function probabilityOf({ bias, weights }: Model, features: Features): number {
  let sum = bias;
  for (const [name, weight] of Object.entries(weights)) sum += weight * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
