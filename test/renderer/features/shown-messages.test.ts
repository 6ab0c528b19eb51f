import { expect, it } from 'vitest';
import { earlierFrom, firstShown } from '../../../src/renderer/src/features/conversations/shown-messages.ts';

it('bug: a thread of thousands is laid out whole, or a short one is cut', () => {
  expect(firstShown(0)).toBe(0);
  expect(firstShown(90)).toBe(0);
  expect(2_000 - firstShown(2_000)).toBe(60);
});

it('bug: the beginning of a thread cannot be reached', () => {
  let from = firstShown(2_000);
  for (let i = 0; i < 10; i++) from = earlierFrom(from);
  expect(from).toBe(0);
});
