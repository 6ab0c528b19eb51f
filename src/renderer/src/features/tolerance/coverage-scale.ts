import type { CoverageChoice } from '#shared/model/coverage.ts';

const tops = [0.05, 0.1, 0.2, 0.3, 0.5, 1] as const;

/** The top of the axis of wrong answers: so that what is chosen, what is now and the usual stand well inside. 0…1 */
export function wrongTop(choices: readonly CoverageChoice[]): number {
  const highest = Math.max(0, ...choices.map((choice) => Math.max(choice.wrong, choice.rate ?? 0)));
  return tops.find((top) => top >= highest * 1.25) ?? 1;
}

/** What happens to a hundred questions. */
export type OfHundred = {
  readonly answered: number;
  /** Of the answered. */
  readonly wrong: number;
  /** Nine times in ten no more of the answered are wrong. */
  readonly wrongAtMost: number;
};

/** In whole questions; the most that may be wrong is rounded up. */
export function ofHundred({ coverage, wrong, wrongAtMost }: CoverageChoice): OfHundred {
  return {
    answered: Math.round(100 * coverage),
    wrong: Math.round(100 * coverage * wrong),
    wrongAtMost: Math.ceil(100 * coverage * wrongAtMost - 1e-9),
  };
}

/** The lowest of the rates at which anything is answered; null where there is none. */
export function lowestReachable(choices: readonly CoverageChoice[]): number | null {
  return choices.find((choice) => choice.threshold !== null)?.rate ?? null;
}

/** The place of a rate among those that can be chosen: the nearest one. */
export function nearestChoice(choices: readonly CoverageChoice[], rate: number): number {
  const distances = choices.map((choice) => Math.abs((choice.rate ?? 0) - rate));
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}
