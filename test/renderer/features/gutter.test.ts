import { expect, it } from 'vitest';
import { gutterRuns } from '../../../src/renderer/src/features/composer/gutter.ts';
import type { Mark } from '../../../src/renderer/src/features/composer/marks.ts';

function mark(sentence: number, evidence: number | null): Mark {
  return {
    start: sentence * 10,
    end: sentence * 10 + 9,
    kind: evidence === null ? 'gap' : 'source',
    sentence,
    evidence,
    ask: 0,
  };
}

it('shows one number for neighbouring sentences from one source', () => {
  const runs = gutterRuns([
    { mark: mark(0, 0), top: 0, bottom: 20 },
    { mark: mark(1, 0), top: 20, bottom: 60 },
  ]);
  expect(runs).toMatchObject([{ evidence: 0, top: 0, bottom: 60, lane: 0 }]);
});

it('puts numbers that share a line side by side instead of over each other', () => {
  const runs = gutterRuns([
    { mark: mark(0, 0), top: 0, bottom: 20 },
    { mark: mark(1, 1), top: 0, bottom: 40 },
    { mark: mark(2, null), top: 60, bottom: 80 },
  ]);
  expect(runs.map((run) => run.lane)).toEqual([0, 1, 0]);
});

it('does not break into pieces where one sentence in the middle was changed', () => {
  const runs = gutterRuns([
    { mark: mark(0, 0), top: 0, bottom: 20 },
    { mark: { ...mark(1, 0), kind: 'edited' }, top: 0, bottom: 40 },
    { mark: mark(2, 0), top: 20, bottom: 60 },
  ]);
  expect(runs).toMatchObject([{ kind: 'source', evidence: 0, top: 0, bottom: 60 }]);
});
