import { expect, test } from 'vitest';
import { toastBottom } from '../../../src/renderer/src/ui/toast-place.ts';

const column = { left: 1060, right: 1430 };
const bar = { left: 1100, right: 1440, top: 860, bottom: 900 };

test('bug: a toast covers the buttons at the bottom of the window', () => {
  expect(toastBottom([], column, 900)).toBe(10);
  expect(toastBottom([bar], column, 900)).toBe(50);
  expect(toastBottom([bar, { ...bar, top: 800 }], column, 900)).toBe(110);
});

test('bug: a toast rises above bars that it would not cover', () => {
  expect(toastBottom([{ ...bar, left: 300, right: 1000 }], column, 900)).toBe(10);
  expect(toastBottom([{ ...bar, top: 400, bottom: 460 }], column, 900)).toBe(10);
});

test('bug: a bar as high as the window, or one that is hidden, drives toasts out of it', () => {
  expect(toastBottom([{ ...bar, top: 20 }], column, 900)).toBe(10);
  expect(toastBottom([{ left: 0, right: 0, top: 0, bottom: 0 }], column, 900)).toBe(10);
});
