import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnswerClassifier } from '#core/retrieval/answer-classifier.ts';
import { type Classified, posteriorsOf } from '#core/retrieval/posteriors.ts';
import { countGrams, gramWidth } from '#core/retrieval/text-grams.ts';

const width = 4;

/** Answers of their own that were there when it was trained. */
const trainedOn = ['own', 'far', 'near', 'x', 'y'];

/** A classifier that says the same of every question: these scores, the last for an answer of its own. */
function saying(scores: readonly number[], keys: readonly string[], places = keys.map((_, i) => i)): AnswerClassifier {
  return {
    embedderId: 'toy/1',
    classes: new Map(keys.map((key, i) => [key, places[i] ?? 0])),
    owners: new Map(trainedOn.map((ownerId) => [ownerId, scores.length - 1])),
    unanswered: null,
    rarity: countGrams().rarity(),
    weights: new Float32Array((width + gramWidth) * scores.length),
    bias: Float32Array.from(scores),
  };
}

const asked = { text: 'Where is it?', vector: new Float32Array(width), embedderId: 'toy/1' };
const candidate = (groupKey: string, likeness = 0.5): Classified => ({ ownerId: groupKey, groupKey, likeness });
const shares = (classifier: AnswerClassifier, candidates: readonly Classified[]): readonly number[] =>
  posteriorsOf(classifier, asked, candidates).map((log) => Math.exp(log ?? Number.NaN));

test('bug: a vector of another model or another length is weighed all the same', () => {
  const classifier = saying([1, 0, 0], ['a', 'b']);
  const candidates = [candidate('a'), candidate('b')];
  const nothing = [null, null];
  expect(posteriorsOf(null, asked, candidates)).toEqual(nothing);
  expect(posteriorsOf(classifier, { ...asked, embedderId: 'toy/2' }, candidates)).toEqual(nothing);
  expect(posteriorsOf(classifier, { ...asked, embedderId: null }, candidates)).toEqual(nothing);
  expect(posteriorsOf(classifier, { ...asked, vector: null }, candidates)).toEqual(nothing);
  for (const length of [0, width - 1, width + 1, 384])
    expect(posteriorsOf(classifier, { ...asked, vector: new Float32Array(length) }, candidates)).toEqual(nothing);
  expect(posteriorsOf(classifier, asked, candidates)).not.toEqual(nothing);
  expect(posteriorsOf(classifier, asked, [])).toEqual([]);
});

test('bug: an answer’s chance is taken among answers that are not there', () => {
  const classifier = saying([Math.log(6), Math.log(2), Math.log(90), Math.log(2)], ['a', 'b', 'absent']);
  const [a, b, own] = shares(classifier, [candidate('a'), candidate('b'), candidate('own')]);
  expect(a).toBeCloseTo(0.6, 4);
  expect(b).toBeCloseTo(0.2, 4);
  expect(own).toBeCloseTo(0.2, 4);
});

test('bug: two entries with one answer have half its chance each', () => {
  const [a, again, b] = shares(
    saying([Math.log(3), 0, 0], ['a', 'b']),
    ['a', 'a', 'b'].map((key) => candidate(key)),
  );
  expect(a).toBeCloseTo(0.75, 4);
  expect(again).toBeCloseTo(0.75, 4);
  expect(b).toBeCloseTo(0.25, 4);
  // An entry and what corrects it, neither of which stands under several questions.
  expect(shares(saying([0], []), [candidate('own'), candidate('own', 0.48)])).toEqual([1, 1]);
});

test('bug: an answer of its own that is far away has as much of their chance as the nearest', () => {
  const [far, near, other] = shares(saying([0, 0], ['a']), [
    candidate('far', 0.4),
    candidate('near', 0.6),
    candidate('a', 0.9),
  ]);
  expect(other).toBeCloseTo(0.5, 4);
  expect(near).toBeGreaterThan(0.48);
  expect((near ?? 0) + (far ?? 0)).toBeCloseTo(0.5, 4);
});

test('bug: a classifier that knows fewer answers than it has classes takes one of theirs for what is unknown', () => {
  // Of three classes it knows the first and the third; the last is for answers of their own.
  const classifier = saying([0, 0, -40, 40], ['a', 'c'], [0, 2]);
  const [a, c, unknown] = shares(classifier, [candidate('a'), candidate('c'), candidate('x')]);
  expect(unknown).toBeCloseTo(1, 4);
  expect(Math.max(a ?? 1, c ?? 1)).toBeLessThan(0.01);
});

test('bug: what came after the training is as unlikely as can be, or stands before what is nearer', () => {
  const classifier = saying([Math.log(3), 0, 0], ['a', 'b']);
  const [a, , nearer, farther] = shares(classifier, [
    candidate('a', 0.5),
    candidate('b', 0.7),
    candidate('new', 0.6),
    candidate('newer', 0.4),
  ]);
  expect(nearer).toBeCloseTo(a ?? 0, 6);
  expect(farther).toBeCloseTo((a ?? 0) * Math.exp(-2), 4);
  expect(posteriorsOf(classifier, asked, [candidate('new'), candidate('newer')])).toEqual([null, null]);
});

test('bug: one more unlikely than another weighs on the order without end', () => {
  const logs = posteriorsOf(saying([900, -900, 0], ['a', 'b']), asked, [candidate('a'), candidate('b')]);
  expect(logs[0]).toBeCloseTo(0, 4);
  expect(logs[1]).toBe(-6);
  // All of them far below what is not there.
  const low = posteriorsOf(saying([-2_000, -2_000, 2_000], ['a', 'b']), asked, [candidate('a'), candidate('b')]);
  for (const log of low) expect(log).toBeCloseTo(Math.log(0.5), 4);
});

test('bug: the chances of what may answer do not make up the whole', () => {
  const score = fc.double({ min: -2, max: 2, noNaN: true });
  const likeness = fc.double({ min: 0.4, max: 0.6, noNaN: true });
  const key = fc.constantFrom('a', 'b', 'c', 'x', 'y');
  fc.assert(
    fc.property(
      fc.tuple(score, score, score, score),
      fc.array(fc.tuple(key, likeness), { minLength: 1, maxLength: 12 }),
      (scores, drawn) => {
        const candidates = drawn.map(([groupKey, near]) => candidate(groupKey, near));
        const given = shares(saying(scores, ['a', 'b', 'c']), candidates);
        const byAnswer = new Map(candidates.map(({ groupKey }, i) => [groupKey, given[i] ?? Number.NaN]));
        let sum = 0;
        for (const share of byAnswer.values()) sum += share;
        // What is floored adds e⁻⁶ at most.
        expect(sum).toBeGreaterThan(0.999);
        expect(sum).toBeLessThan(1.01);
      },
    ),
  );
});
