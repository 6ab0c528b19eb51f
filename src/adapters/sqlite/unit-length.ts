import { AppError } from '#shared/errors.ts';

/** The vector scaled to length 1; one of zeros as it is. Throws `internal` where a number in it is none. */
export function unitLength(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  if (!Number.isFinite(length)) throw new AppError('internal', 'A vector holds something that is no number.');
  return length === 0 ? vector : vector.map((value) => value / length);
}
