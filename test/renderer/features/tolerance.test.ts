import { describe, expect, it } from 'vitest';
import { type CoverageChoice, offeredRates } from '#shared/model/coverage.ts';
import {
  lowestReachable,
  nearestChoice,
  ofHundred,
  wrongTop,
} from '../../../src/renderer/src/features/tolerance/coverage-scale.ts';

function choice(over: Partial<CoverageChoice>): CoverageChoice {
  return {
    rate: 0.05,
    threshold: 0.8,
    basis: 'shown',
    coverage: 0.62,
    wrong: 0.04,
    wrongAtLeast: 0.03,
    wrongAtMost: 0.05,
    ...over,
  };
}

describe('a tolerated rate', () => {
  it('bug: the words promise fewer wrong answers than the numbers', () => {
    expect(ofHundred(choice({}))).toEqual({ answered: 62, wrong: 2, wrongAtMost: 4 });
    // Exactly three are three.
    expect(ofHundred(choice({ coverage: 0.6, wrongAtMost: 0.05 })).wrongAtMost).toBe(3);
    expect(ofHundred(choice({ coverage: 0.01, wrong: 0.01, wrongAtMost: 0.1 }))).toEqual({
      answered: 1,
      wrong: 0,
      wrongAtMost: 1,
    });
  });

  it('bug: the chosen point or its rate stands outside the chart', () => {
    for (const wrong of [0, 0.02, 0.07, 0.14, 0.33, 0.7])
      expect(wrongTop([choice({ wrong }), choice({ rate: 0.03 })])).toBeGreaterThan(wrong);
    expect(wrongTop([choice({ rate: 0.3 })])).toBeGreaterThan(0.3);
    expect(wrongTop([])).toBeGreaterThan(0);
  });

  it('bug: the slider begins at another rate than the one that is set', () => {
    const choices = offeredRates.map((rate) => choice({ rate }));
    for (const [at, rate] of offeredRates.entries()) expect(nearestChoice(choices, rate)).toBe(at);
    // One that another desk has set in other steps.
    expect(offeredRates[nearestChoice(choices, 0.0512)]).toBe(0.05);
    expect(nearestChoice([], 0.05)).toBe(0);
  });

  it('bug: a lead hears that a rate cannot be kept, and not which can', () => {
    const none = choice({ rate: 0.01, threshold: null, basis: 'unreachable' });
    expect(lowestReachable([none, choice({ rate: 0.02 }), choice({ rate: 0.03 })])).toBe(0.02);
    expect(lowestReachable([none])).toBeNull();
  });
});
