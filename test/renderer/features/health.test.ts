import { expect, test } from 'vitest';
import { markedParts } from '../../../src/renderer/src/features/health/marked-text.ts';

const shown = (text: string, ...stretches: ReadonlyArray<readonly [number, number]>): string =>
  markedParts(
    text,
    stretches.map(([start, end]) => ({ start, end })),
  )
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('');

test('bug: what is marked is not what disagrees', () => {
  expect(shown('within 14 days of delivery', [7, 14])).toBe('within [14 days] of delivery');
  expect(shown('14 days', [0, 7])).toBe('[14 days]');
  expect(shown('nothing to mark')).toBe('nothing to mark');
});

test('bug: marks that overlap, or reach beyond a text that has changed, lose or repeat a part of it', () => {
  expect(shown('3–5 days, 4 to Norway', [0, 8], [4, 11])).toBe('[3–5 days][, 4] to Norway');
  expect(shown('short', [3, 90])).toBe('sho[rt]');
  expect(shown('short', [80, 90])).toBe('short');
});
