import { expect, test } from 'vitest';
import type { QueryResult } from '../../src/cli/eval/figures.ts';
import { curveOf, gainOf } from '../../src/cli/eval/streams.ts';

function result(isRight: boolean, keptShare: number | null): QueryResult {
  return {
    isInScope: true,
    rank: isRight ? 1 : null,
    isAnswered: keptShare !== null,
    isTopRight: isRight,
    confidence: 0.5,
    draftMs: 1,
    rougeL: null,
    chrf: null,
    keptShare,
  };
}

const stream = (count: number, each: (i: number) => QueryResult): QueryResult[] =>
  Array.from({ length: count }, (_, i) => each(i));

test('bug: the first outcomes count as a gain, or a window that is behind is not told', () => {
  const off = stream(450, () => result(true, 0.5));
  const on = stream(450, (i) => (i < 200 ? result(true, 1) : i < 300 ? result(false, 0.4) : result(true, 0.9)));
  const { gain, behind } = gainOf(off, on);
  expect(gain).toEqual({ joint_accuracy: -0.4, kept_ratio: 0.2, kept_of_all: 0.2 });
  expect(behind).toEqual({ joint_accuracy: [200], kept_ratio: [200], kept_of_all: [200] });
});

test('bug: keeping silent more often passes for keeping more', () => {
  const [window] = curveOf(stream(100, (i) => result(true, i < 10 ? 1 : null)));
  expect([window?.kept_ratio, window?.kept_of_all, window?.answered]).toEqual([1, 0.1, 0.1]);
});

test('bug: a stream too short for a gain claims one', () => {
  const short = stream(150, () => result(true, 1));
  expect(gainOf(short, short).gain).toEqual({ joint_accuracy: null, kept_ratio: null, kept_of_all: null });
});
