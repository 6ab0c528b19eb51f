import { describe, expect, test } from 'vitest';
import { meanVectors } from '#adapters/embedder/minilm/mean-vectors.ts';

describe('meanVectors', () => {
  test('averages real tokens only, each row its own (bug: padding counts, or rows are read at a wrong stride)', () => {
    // Two texts of up to two tokens, three numbers a token; 9 stands where padding was computed.
    const hidden = Float32Array.of(3, 0, 0, 0, 4, 0, /* second text */ 0, 0, 5, 9, 9, 9);
    const [first, second] = meanVectors(hidden, [2, 1], 3);
    expect([...(first ?? [])].map((value) => value.toFixed(3))).toEqual(['0.600', '0.800', '0.000']);
    expect([...(second ?? [])]).toEqual([0, 0, 1]);
  });

  test('a text of zeros stays zeros (bug: NaN poisons the index)', () => {
    expect(meanVectors(new Float32Array(3), [1], 3)).toEqual([new Float32Array(3)]);
  });
});
