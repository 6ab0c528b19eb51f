import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Example,
  confidenceOf,
  featureNames,
  fittedWeights,
  priorCalibration,
} from '#core/retrieval/confidence.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const prior = priorCalibration['spaced/vectors'];

test('bug: many examples do not move the weights to what made them', () => {
  const random = seededRandom(7).next;
  const truth = [-1, 3, -2];
  const examples = Array.from({ length: 4_000 }, (): Example => {
    const features = [1, random() * 2 - 1, random() * 2 - 1];
    return { features, isRight: random() < confidenceOf(features, truth), weight: 1 };
  });
  const fitted = fittedWeights(examples, [0, 0, 0], 0.1);
  for (const [i, weight] of truth.entries()) expect(Math.abs((fitted[i] ?? 0) - weight)).toBeLessThan(0.3);
});

test('bug: no examples, or ones that do not count, move the weights', () => {
  expect(fittedWeights([], prior)).toEqual(prior);
  const features = featureNames.map(() => 1);
  const moved = fittedWeights([{ features, isRight: true, weight: 0 }], prior);
  for (const [i, weight] of moved.entries()) expect(weight).toBeCloseTo(prior[i] ?? 0, 6);
});

test('bug: one example overrules what is known', () => {
  const features = featureNames.map((_, i) => (i === 0 ? 1 : 0.2));
  const fitted = fittedWeights([{ features, isRight: false, weight: 1 }], prior);
  for (const [i, weight] of fitted.entries()) expect(Math.abs(weight - (prior[i] ?? 0))).toBeLessThan(1);
});

test('bug: weights or a confidence are no numbers', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const example = fc.record({
    features: fc.array(value, { minLength: featureNames.length, maxLength: featureNames.length }),
    isRight: fc.boolean(),
    weight: fc.double({ min: 0, max: 100, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(example, { maxLength: 20 }), (examples) => {
      const fitted = fittedWeights(examples, prior);
      for (const weight of fitted) expect(Number.isFinite(weight)).toBe(true);
      for (const { features } of examples) {
        const confidence = confidenceOf(features, fitted);
        expect(confidence >= 0 && confidence <= 1).toBe(true);
      }
    }),
  );
});

test('bug: examples that are all right, all wrong or contradict each other never come to an end', () => {
  const features = featureNames.map((_, i) => (i === 0 ? 1 : 0.5));
  for (const outcomes of [
    [true, true],
    [false, false],
    [true, false],
  ]) {
    const examples = Array.from({ length: 500 }, (_, i): Example => ({
      features,
      isRight: outcomes[i % 2] === true,
      weight: 1,
    }));
    const confidence = confidenceOf(features, fittedWeights(examples, prior));
    expect(confidence).toBeGreaterThan(outcomes[0] === true && outcomes[1] === true ? 0.9 : -1);
    expect(confidence).toBeLessThan(outcomes[0] === true ? 1.1 : 0.1);
    if (outcomes[0] !== outcomes[1]) expect(confidence).toBeCloseTo(0.5, 1);
  }
});
