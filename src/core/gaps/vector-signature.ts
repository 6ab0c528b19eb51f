/** Words of 32 bits in a signature. */
const words = 4;
/** Three in four of the vectors whose cosine is a third differ in no more of the 128 signs, and nearly all from a half on. */
const mostDiffering = 54;

/** On which side of 128 fixed planes a vector lies: near vectors lie on the same side of most. */
export type Signature = Int32Array;

let planes: Float32Array | null = null;
let planesOf = 0;

/** The signature of a vector. The planes are the same at every start. */
export function signatureOf(vector: Float32Array): Signature {
  if (planes === null || planesOf !== vector.length) {
    planesOf = vector.length;
    planes = fixedPlanes(vector.length);
  }
  const signature = new Int32Array(words);
  for (let bit = 0; bit < words * 32; bit++) {
    let sum = 0;
    const start = bit * vector.length;
    for (let i = 0; i < vector.length; i++) sum += (planes[start + i] as number) * (vector[i] as number);
    if (sum > 0) signature[bit >> 5] = (signature[bit >> 5] as number) | (1 << (bit & 31));
  }
  return signature;
}

/** The later ones whose vectors may lie near that of `from`. */
export function nearPairs(signatures: ReadonlyArray<Signature | null>, from: number): readonly number[] {
  const own = signatures[from];
  if (own === null || own === undefined) return [];
  const near: number[] = [];
  for (let i = from + 1; i < signatures.length; i++) {
    const other = signatures[i];
    if (other === null || other === undefined) continue;
    let differing = 0;
    for (let k = 0; k < words; k++) differing += ones((own[k] as number) ^ (other[k] as number));
    if (differing <= mostDiffering) near.push(i);
  }
  return near;
}

/** The bits that are set (Warren, Hacker's Delight, figure 5–2). */
function ones(value: number): number {
  let x = value - ((value >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}

/** Directions by a fixed xorshift generator: sums of four uniform numbers are near enough to normal ones. */
function fixedPlanes(dimensions: number): Float32Array {
  const values = new Float32Array(words * 32 * dimensions);
  let state = 0x9e3779b9;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000 - 0.5;
  };
  for (let i = 0; i < values.length; i++) values[i] = next() + next() + next() + next();
  return values;
}
