/*
 * Products to the last bit as the vector index makes them: two entries with the same question lie equally near, and what
 * then decides between them must not be how a sum was rounded.
 */

/** As many sums run side by side in the index. */
const lanes = 16;

/** A vector as the index keeps it: of length 1. */
export function indexedVector(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

/** The product of two indexed vectors, in 32-bit floats, summed in the order in which the index sums. */
export function indexProduct(a: Float32Array, b: Float32Array): number {
  const sums = new Float32Array(lanes);
  for (let i = 0; i < a.length; i++) {
    const lane = i % lanes;
    sums[lane] = (sums[lane] as number) + Math.fround((a[i] as number) * (b[i] as number));
  }
  const four = new Float32Array(4);
  for (let i = 0; i < 4; i++)
    four[i] = pair(pair(at(sums, i), at(sums, 4 + i)), pair(at(sums, 8 + i), at(sums, 12 + i)));
  return pair(pair(at(four, 0), at(four, 1)), pair(at(four, 2), at(four, 3)));
}

function pair(a: number, b: number): number {
  return Math.fround(a + b);
}

function at(values: Float32Array, i: number): number {
  return values[i] ?? 0;
}
