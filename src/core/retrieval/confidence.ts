import type { Regime } from '#shared/model/draft.ts';
import { type Candidate, type Ranking, isSameMatter } from './candidate.ts';

/** What the confidence in the first candidate is judged by, in a fixed order. */
export const featureNames = [
  'bias',
  'cosine',
  'overlap',
  'coverage',
  'margin',
  'agreement',
  'length',
  'posterior',
  'precedent',
] as const;

/** One value a feature name. */
export type Features = readonly number[];

/** Weights of a logistic regression over `Features`, one set a regime. */
export type Calibration = Readonly<Record<Regime, Features>>;

/**
 * What the desk believes before it has seen a store's own knowledge: fitted on the sample store's conversations, rounded
 * (`test/bench/fit-prior.ts` prints the weights). A store's own knowledge moves them (`learnModel`).
 */
export const priorCalibration: Calibration = {
  'spaced/vectors': [-1.7, 3.4, 2, 2.7, 2, 0.3, -1.2, 3, 0],
  'spaced/words': [-2.2, 0, 2.7, 2.5, 2.1, 0.3, 0.4, 3, 0],
  'unspaced/vectors': [-0.3, 0.8, 2.4, 3.8, 3.3, 0.3, -0.7, 3, 0],
  'unspaced/words': [0.8, 0, 3.3, 3.8, 2.2, 0.3, -2, 3, 0],
};

/** Weights that differ by less move a confidence by a hundredth at most. */
const noticeable = 0.05;

/** Whether two calibrations differ in a weight that a person would notice. */
export function hasOtherWeights(before: Calibration, after: Calibration): boolean {
  return (Object.keys(before) as Regime[]).some((regime) =>
    before[regime].some((weight, i) => Math.abs(weight - (after[regime][i] ?? 0)) > noticeable),
  );
}

const usualMargin = 0.15;

/** The features of candidate `index` against the rest of its ranking. */
export function featuresOf(ranking: Ranking, index = 0): Features {
  const candidate = ranking.candidates[index];
  if (candidate === undefined) return featureNames.map((_, i) => (i === 0 ? 1 : 0));
  const rival = nearestRival(ranking.candidates, candidate);
  // Standing alone says little in a small knowledge: no more than a usual lead over a rival.
  const margin = rival === null ? Math.min(candidate.likeness, usualMargin) : candidate.likeness - rival;
  return [
    1,
    candidate.cosine ?? 0,
    candidate.overlap,
    candidate.coverage,
    Math.max(-0.5, Math.min(0.5, margin)),
    agreementOf(ranking.candidates, candidate),
    Math.min(1, Math.log1p(ranking.termCount) / 3),
    posteriorFeature(ranking.candidates, candidate),
    candidate.isUnconfirmed ? 1 : 0,
  ];
}

/** How near the nearest comes that answers otherwise; null where nothing does. */
function nearestRival(candidates: readonly Candidate[], candidate: Candidate): number | null {
  const rivals = candidates.filter((other) => other !== candidate && !isSameMatter(other, candidate));
  return rivals.length === 0 ? null : Math.max(...rivals.map(({ likeness }) => likeness));
}

/** Odds beyond this are as good as certain, ln. */
const longestOdds = 5;

/** The odds, ln, that the classifier gives the candidate's answer, −1…1; 0 where it cannot tell. */
function posteriorFeature(candidates: readonly Candidate[], { posterior }: Candidate): number {
  if (posterior === null || candidates.length < 2) return 0;
  const share = Math.min(1 - 1e-4, Math.exp(posterior));
  return Math.max(-1, Math.min(1, Math.log(share / (1 - share)) / longestOdds));
}

/** Neighbours that vote, and how much nearer one must be to count e times as much. */
const voters = 10;
const votingTemperature = 0.1;

/** The share of the nearest candidates, the nearer the more, that give the same answer. 0…1 */
function agreementOf(candidates: readonly Candidate[], candidate: Candidate): number {
  const nearest = candidates
    .filter((other) => other !== candidate)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, voters - 1);
  const top = nearest[0]?.likeness ?? 0;
  let all = 0;
  let same = 0;
  for (const other of nearest) {
    const vote = Math.exp((other.likeness - top) / votingTemperature);
    all += vote;
    if (isSameMatter(other, candidate)) same += vote;
  }
  return all === 0 ? 0 : same / all;
}

/** The probability, 0…1, that the candidate with these features answers the question. */
export function confidenceOf(features: Features, weights: Features): number {
  let sum = 0;
  for (let i = 0; i < features.length; i++) sum += (features[i] ?? 0) * (weights[i] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

export type Example = {
  readonly features: Features;
  readonly isRight: boolean;
  /** How much it counts, beside 1 for something that really happened. */
  readonly weight: number;
};

/**
 * Logistic regression by Newton's method with step halving, and a Gaussian prior around `prior` (`strength` = its
 * precision): few examples leave the prior nearly as it is, many overrule it.
 */
export function fittedWeights(examples: readonly Example[], prior: Features, strength = 10): Features {
  let weights: Features = prior;
  let loss = lossOf(examples, weights, prior, strength);
  for (let step = 0; step < 50; step++) {
    const move = newtonMove(examples, weights, prior, strength);
    let share = 1;
    let next = weights;
    let nextLoss = Number.POSITIVE_INFINITY;
    // A full step overshoots where the examples are nearly separable.
    for (; share > 1e-4; share /= 2) {
      const scale = share;
      next = weights.map((weight, i) => weight + scale * (move[i] ?? 0));
      nextLoss = lossOf(examples, next, prior, strength);
      if (nextLoss < loss) break;
    }
    if (!(nextLoss < loss - 1e-9)) break;
    weights = next;
    loss = nextLoss;
  }
  return weights;
}

/** Negative log posterior: cross-entropy of the examples, and the distance from the prior. */
function lossOf(examples: readonly Example[], weights: Features, prior: Features, strength: number): number {
  let loss = 0;
  for (const { features, isRight, weight } of examples) {
    const p = Math.min(1 - 1e-12, Math.max(1e-12, confidenceOf(features, weights)));
    loss -= weight * Math.log(isRight ? p : 1 - p);
  }
  weights.forEach((weight, i) => (loss += (strength / 2) * (weight - (prior[i] ?? 0)) ** 2));
  return loss;
}

function newtonMove(examples: readonly Example[], weights: Features, prior: Features, strength: number): number[] {
  const gradient = weights.map((weight, i) => -strength * (weight - (prior[i] ?? 0)));
  const curvature = weights.map((_, i) => weights.map((__, j) => (i === j ? strength : 0)));
  for (const { features, isRight, weight } of examples) {
    const p = confidenceOf(features, weights);
    curvature.forEach((row, i) => {
      gradient[i] = (gradient[i] ?? 0) + weight * ((isRight ? 1 : 0) - p) * (features[i] ?? 0);
      for (let j = 0; j < row.length; j++) {
        row[j] = (row[j] ?? 0) + weight * p * (1 - p) * (features[i] ?? 0) * (features[j] ?? 0);
      }
    });
  }
  return solved(curvature, gradient);
}

/** Solves a small symmetric positive definite system by Cholesky decomposition. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length;
  const lower: number[][] = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  const at = (rows: readonly (readonly number[])[], i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(matrix, i, j);
      for (let k = 0; k < j; k++) sum -= at(lower, i, k) * at(lower, j, k);
      const row = lower[i];
      if (row !== undefined) row[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(lower, j, j);
    }
  }
  const middle = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i++) {
    let sum = right[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= at(lower, i, k) * (middle[k] ?? 0);
    middle[i] = sum / at(lower, i, i);
  }
  const result = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = middle[i] ?? 0;
    for (let k = i + 1; k < n; k++) sum -= at(lower, k, i) * (result[k] ?? 0);
    result[i] = sum / at(lower, i, i);
  }
  return result;
}
