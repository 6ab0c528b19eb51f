import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordDiff } from '../../../src/renderer/src/ui/word-diff.ts';

function spelled(before: string, after: string) {
  const parts = wordDiff(before, after);
  const without = (kind: string): string =>
    parts
      .filter((part) => part.kind !== kind)
      .map((part) => part.text)
      .join('');
  return { before: without('added'), after: without('removed') };
}

it('spells both texts, whatever they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      expect(spelled(before, after)).toEqual({ before, after });
    }),
  );
});

it('shows a changed number as one change, not a rewritten sentence', () => {
  expect(wordDiff('It takes 10 weeks.', 'It takes 16 weeks.')).toEqual([
    { kind: 'same', text: 'It takes ' },
    { kind: 'removed', text: '10' },
    { kind: 'added', text: '16' },
    { kind: 'same', text: ' weeks.' },
  ]);
});

it('finds words where none are spaced', () => {
  const parts = wordDiff('返金は五営業日以内です。', '返金は九営業日以内です。');
  expect(
    parts
      .filter((part) => part.kind === 'same')
      .map((part) => part.text)
      .join('').length,
  ).toBeGreaterThan(6);
});

it('answers at once for texts too long to compare word by word', () => {
  const before = Array.from({ length: 4_000 }, (_, index) => `a${index}`).join(' ');
  const after = Array.from({ length: 4_000 }, (_, index) => `b${index}`).join(' ');
  expect(spelled(before, after)).toEqual({ before, after });
});
