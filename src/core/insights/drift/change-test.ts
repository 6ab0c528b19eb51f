import type { Mood } from './common-mood.ts';

/**
 * A sequential test of one stream of yes and no for a rise of its rate: the Shiryaev–Roberts procedure (Pollak, 1985) with
 * the rate before the change not known but weighed over a grid, and the rise over three sizes. As long as nothing has
 * changed its statistic less the number of observations is a martingale, so that a threshold of A is first passed
 * after A observations in the mean, or later.
 */
export type ChangeTest = {
  /** Weight of each rate under "nothing has changed"; sums to 1. */
  readonly unchanged: Float64Array;
  /** The same under "has changed since", summed over every moment it may have: a row of the grid for each rise. */
  readonly changed: Float64Array;
};

/** Log-odds of the rates weighed: 1 % … 95 %. */
const grid = Float64Array.from({ length: 31 }, (_, i) => -4.5 + i * 0.25);
/** Log-odds by which a rate may rise, as likely as each other: from 20 % to 40, 59 and 80 %. */
const rises = [1, 1.75, 2.75] as const;
/** How far the rates of a store's entries lie apart: standard deviation of their log-odds. */
const spread = 1.3;
/** So much of the weight lies on all rates alike: an entry may be like none of the others. */
const flat = 0.1;

const rateOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** A test that begins; the rates of others lie about `usual` (0…1, neither included). */
export function newChangeTest(usual: number): ChangeTest {
  const centre = Math.log(usual / (1 - usual));
  const bell = grid.map((odds) => Math.exp(-0.5 * ((odds - centre) / spread) ** 2));
  const sum = bell.reduce((total, weight) => total + weight, 0);
  return {
    unchanged: bell.map((weight) => ((1 - flat) * weight) / sum + flat / grid.length),
    changed: new Float64Array(grid.length * rises.length),
  };
}

/** Rates of no in the grid, and after each rise. */
const restOf = (rise: number): Float64Array => grid.map((odds) => 1 - rateOf(odds + rise));
const unchangedRest = restOf(0);
const changedRest = rises.map(restOf);

/**
 * Takes one observation, in place, and returns the statistic. What the mood of the moment may explain is no change of this
 * stream.
 */
export function observe({ unchanged, changed }: ChangeTest, isYes: boolean, mood: Mood): number {
  const likelihood = (rest: number): number => {
    const byOdds = (rest * mood.odds) / (1 - rest + rest * mood.odds);
    const kept = Math.min(rest * mood.kept, byOdds);
    return isYes ? 1 - kept : kept;
  };
  let total = 0;
  let statistic = 0;
  for (let i = 0; i < grid.length; i++) {
    const before = unchanged[i] ?? 0;
    for (let k = 0; k < rises.length; k++) {
      const at = k * grid.length + i;
      const weight = ((changed[at] ?? 0) + before) * likelihood(changedRest[k]?.[i] ?? 0);
      changed[at] = weight;
      statistic += weight;
    }
    const weight = before * likelihood(unchangedRest[i] ?? 0);
    unchanged[i] = weight;
    total += weight;
  }
  // Against what is expected if nothing has changed, so that the numbers stay within reach.
  for (let i = 0; i < unchanged.length; i++) unchanged[i] = (unchanged[i] ?? 0) / total;
  for (let i = 0; i < changed.length; i++) changed[i] = (changed[i] ?? 0) / total;
  return statistic / total / rises.length;
}

/** The rate that the stream is expected to have if nothing has changed. */
export function expectedRate({ unchanged }: ChangeTest): number {
  return unchanged.reduce((sum, weight, i) => sum + weight * (1 - (unchangedRest[i] ?? 0)), 0);
}

/**
 * Where a row of yes and no most likely rose: the index of the first observation of the higher rate (the split with the
 * highest binomial likelihood, both rates free, and a higher one after).
 */
export function likeliestRise(observed: readonly boolean[]): number {
  const yes = observed.filter(Boolean).length;
  let best = { at: 0, likelihood: Number.NEGATIVE_INFINITY };
  let before = 0;
  for (let at = 0; at < observed.length; at++) {
    const after = yes - before;
    const rest = observed.length - at;
    const isHigher = at === 0 || after / rest > before / at;
    const likelihood = binomial(before, at) + binomial(after, rest);
    if (isHigher && likelihood > best.likelihood) best = { at, likelihood };
    if (observed[at] === true) before++;
  }
  return best.at;
}

/** The highest log-likelihood of so many yes of so many. */
function binomial(yes: number, all: number): number {
  const part = (count: number): number => (count === 0 ? 0 : count * Math.log(count / all));
  return part(yes) + part(all - yes);
}
