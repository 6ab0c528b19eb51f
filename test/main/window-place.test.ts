import { expect, test } from 'vitest';
import { WindowPlace, placeAgain } from '../../src/main/window-place.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const beside = { x: 1440, y: 0, width: 2560, height: 1400 };
const stood = { x: 1600, y: 100, width: 1800, height: 1200, isMaximized: false };

test.each([
  ['where it stood', stood, [laptop, beside], { x: 1600, y: 100, width: 1800, height: 1200 }],
  ['the second screen is gone', stood, [laptop], { width: 1440, height: 875 }],
  ['its head stood above the screen', { ...stood, y: -400 }, [laptop, beside], { width: 1440, height: 875 }],
  ['only a strip of it is left to see', { ...stood, x: 3_950 }, [laptop, beside], { width: 1440, height: 875 }],
  ['partly over the edge', { ...stood, x: 3_800 }, [laptop, beside], { x: 3_800, y: 100, width: 1800, height: 1200 }],
  ['there is no screen to ask', stood, [], { width: 1800, height: 1200 }],
])('bug: a window opens where nobody can reach it, or not where it stood: %s', (_case, place, areas, expected) => {
  expect(placeAgain(place, areas)).toEqual(expected);
});

test.each([null, {}, { ...stood, width: 0 }, { ...stood, x: 0.5 }, { ...stood, isMaximized: 'yes' }])(
  'bug: a place that is none (%j) keeps the window from opening',
  (value) => {
    expect(WindowPlace.safeParse(value).success).toBe(false);
  },
);
