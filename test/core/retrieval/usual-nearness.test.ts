import { expect, test } from 'vitest';
import { type Compared, saidShare, usualNearness } from '#core/retrieval/usual-nearness.ts';

/** So many replies, each beside five other answers at these distances. */
const replies = (count: number, toOthers: readonly number[], among = 0.1): readonly Compared[] =>
  Array.from({ length: count }, () => ({ toOthers, amongAnswers: [among] }));
const usual = { farUntil: 0.3, nearFrom: 0.7 };

test('bug: what a handful of replies came near to says what is usual in a store', () => {
  expect(usualNearness([])).toBeNull();
  expect(usualNearness(replies(5, [0, 0.1, 0.2, 0.3, 0.9]))).toBeNull();
  expect(usualNearness(replies(6, [0, 0.1, 0.2, 0.3, 0.9]))).toEqual({ farUntil: 0.2, nearFrom: 0.9 });
});

test('bug: the answer that a reply does give, beside the nearest, passes for one that it does not give', () => {
  const some = [...replies(9, [0, 0.1, 0.2, 0.3, 0.4]), ...replies(1, [0, 0.1, 0.2, 0.3, 0.9])];
  expect(usualNearness(some)?.nearFrom).toBe(0.4);
});

test('bug: a reply is near to an answer that is less like it than answers that say different things are like one another', () => {
  const unlike = replies(9, [0, 0.01, 0.02, 0.03, 0.04], 0.5);
  expect(usualNearness(unlike)?.nearFrom).toBe(0.5);
});

test('bug: a reply that may say an answer and may not counts for one of the two alone', () => {
  const share = (nearness: number): number | null => saidShare({ nearness, isOtherwise: false }, usual);
  expect([share(-1), share(0.3), share(0.7), share(1)]).toEqual([0, 0, 1, 1]);
  expect(share(0.5)).toBeCloseTo(0.5, 9);
  expect(share(0.4)).toBeCloseTo(0.25, 9);
});

test('bug: the same said with another number speaks against an answer, or for it', () => {
  expect(saidShare({ nearness: 0.9, isOtherwise: true }, usual)).toBeNull();
  expect(saidShare({ nearness: 0.1, isOtherwise: true }, usual)).toBe(0);
});

test('bug: where all come equally near, all are right', () => {
  const same = usualNearness(replies(9, [0.2, 0.2, 0.2, 0.2, 0.2], 0.2));
  expect(same && saidShare({ nearness: 0.2, isOtherwise: false }, same)).toBe(0);
});
