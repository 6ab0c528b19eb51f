import { expect, test } from 'vitest';
import { markAtPlace, marksNow, supportParts } from '../../../src/renderer/src/features/composer/support-marks.ts';
import type { SupportMark } from '#shared/model/support.ts';

const mark = (start: number, end: number, over: Partial<SupportMark> = {}): SupportMark => ({
  start,
  end,
  kind: 'price',
  said: '',
  verdict: 'supported',
  source: null,
  says: null,
  asks: false,
  ...over,
});

const text = 'It costs $10 and takes 5 days.';
const [price, period] = [mark(9, 12), mark(23, 29, { kind: 'period', verdict: 'contradicted' })];
const found = { text, marks: [price, period] };

test('bug: marks stand beside their words while somebody types', () => {
  const now = 'It costs $10 plus tax and takes 5 days.';
  expect(marksNow(found, now).map(({ start, end }) => now.slice(start, end))).toEqual(['$10', '5 days']);
});

test('bug: a mark speaks for a value that was changed since', () => {
  const now = 'It costs $10 and takes 9 days.';
  expect(marksNow(found, now)).toEqual([price]);
  expect(marksNow(found, 'It costs $100 and takes 5 days.').map(({ kind }) => kind)).toEqual(['period']);
  expect(marksNow(found, '')).toEqual([]);
});

test('bug: a promise hides the value inside it, or characters get lost between marks', () => {
  const marks = [mark(0, 30, { kind: 'promise' }), price, period];
  const parts = supportParts(text, marks);
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.filter((part) => part.mark === 1).map((part) => part.text)).toEqual(['$10']);
  expect(markAtPlace(marks, 25)).toBe(2);
  expect(markAtPlace(marks, 5)).toBe(0);
  expect(markAtPlace([price], 20)).toBeNull();
});
