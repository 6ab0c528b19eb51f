import { expect, it } from 'vitest';
import { fallMs, hasFallen, pressedNowhere, seenFocus, steady } from '../../../src/renderer/src/app/focus-fall.ts';

const inField = seenFocus(steady, 'field', 0);

it('bug: letters typed into a field that vanished are commands', () => {
  const fallen = seenFocus(inField, 'nowhere', 1_000);
  expect(hasFallen(fallen, 1_000)).toBe(true);
  expect(hasFallen(fallen, 1_000 + fallMs - 1)).toBe(true);
  expect(hasFallen(fallen, 1_000 + fallMs)).toBe(false);
});

it('bug: a long word outlives the guard', () => {
  const typed = [1_400, 1_800, 2_200].reduce(pressedNowhere, seenFocus(inField, 'nowhere', 1_000));
  expect(hasFallen(typed, 2_700)).toBe(true);
});

it('bug: once over, the next key begins the guard anew', () => {
  const fallen = seenFocus(inField, 'nowhere', 1_000);
  expect(hasFallen(pressedNowhere(fallen, 2_000), 2_001)).toBe(false);
});

it('bug: looking again and again keeps the keys off for good', () => {
  const looked = [1_000, 1_100, 1_200, 1_700].reduce(
    (fall, now) => seenFocus(fall, 'nowhere', now),
    seenFocus(inField, 'nowhere', 900),
  );
  expect(hasFallen(looked, 1_700)).toBe(false);
});

it('bug: keys do nothing where the focus went to the list, or was in no field', () => {
  expect(hasFallen(seenFocus(inField, 'elsewhere', 1_000), 1_000)).toBe(false);
  expect(hasFallen(seenFocus(seenFocus(inField, 'elsewhere', 1_000), 'nowhere', 1_001), 1_001)).toBe(false);
  expect(hasFallen(seenFocus(steady, 'nowhere', 1_000), 1_000)).toBe(false);
});
