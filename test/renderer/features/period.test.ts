import { expect, it } from 'vitest';
import { axisTop, periodOf } from '../../../src/renderer/src/features/insights/period.ts';

it('counts today as one of the days, whole days at both ends', () => {
  const { from, to } = periodOf(7, new Date(2026, 4, 20, 15, 30));
  expect(new Date(from)).toEqual(new Date(2026, 4, 14));
  expect(new Date(to + 1)).toEqual(new Date(2026, 4, 21));
});

it('ends the axis at a round number that holds the highest bar', () => {
  expect([0, 3, 7, 11, 48, 120].map(axisTop)).toEqual([4, 4, 10, 20, 50, 200]);
});
