import { meanVectors, unitLength } from '../minilm/mean-vectors.ts';
import type { ModelLayout } from './model-layout.ts';

/**
 * One unit-length vector a text, of `hidden`, row-major [lengths.length, padded length, width]; `lengths` counts each
 * text's real tokens, which come first.
 */
export function pooledVectors(
  pooling: ModelLayout['pooling'],
  hidden: Float32Array,
  lengths: readonly number[],
  width: number,
): readonly Float32Array[] {
  if (pooling === 'mean') return meanVectors(hidden, lengths, width);
  const rowSize = hidden.length / lengths.length;
  return lengths.map((_, row) => unitLength(hidden.slice(row * rowSize, row * rowSize + width)));
}
