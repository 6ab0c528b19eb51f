import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenBatches } from '#adapters/embedder/minilm/token-batches.ts';

const encoded = (lengths: readonly number[]) =>
  lengths.map((length, index) => ({ index, ids: Array.from({ length }, () => 7) }));

describe('tokenBatches', () => {
  test('every text is in exactly one batch and no batch pads beyond the budget (bug: a lost or doubled text)', () => {
    const lengths = fc.array(fc.integer({ min: 2, max: 300 }), { maxLength: 80 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 2, max: 600 }), (someLengths, budget) => {
        const batches = tokenBatches(encoded(someLengths), budget);
        const indexes = batches.flat().map(({ index }) => index);
        expect(indexes.toSorted((a, b) => a - b)).toEqual(someLengths.map((_, index) => index));
        for (const batch of batches) {
          const longest = Math.max(...batch.map(({ ids }) => ids.length));
          expect(batch.length === 1 || batch.length * longest <= budget).toBe(true);
        }
      }),
    );
  });

  test('short and long texts do not meet (bug: each short text costs as much as the longest)', () => {
    const batches = tokenBatches(encoded([200, 4, 200, 4]), 512);
    expect(batches.map((batch) => batch.map(({ index }) => index))).toEqual([
      [1, 3],
      [0, 2],
    ]);
  });
});
