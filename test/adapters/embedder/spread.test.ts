import { expect, test } from 'vitest';
import { sharedDirection, spreadOut } from '#adapters/embedder/folder-model/spread.ts';

function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}
const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
const corners = [0, 1, 2, 3].map((place) => [0, 1, 2, 3].map((each) => (each === place ? 1 : 0)));

test('bug: in a model that keeps all vectors in a narrow cone any two texts count as near', () => {
  const narrow = corners.map((corner) => unit([...corner, 3]));
  const [a, b] = narrow as [Float32Array, Float32Array];
  expect(cosine(a, b)).toBeGreaterThan(0.85);
  const shared = sharedDirection(narrow);
  expect(Math.abs(cosine(spreadOut(a, shared), spreadOut(b, shared)))).toBeLessThan(0.4);
  const near = unit([0.9, 0.1, 0, 0, 3]);
  expect(cosine(spreadOut(a, shared), spreadOut(near, shared))).toBeGreaterThan(0.9);
});

test('bug: a model whose vectors are spread out already is bent', () => {
  const wide = corners.map((corner) => unit([...corner, 0.2]));
  expect(sharedDirection(wide)).toBeNull();
  const [a] = wide as [Float32Array];
  expect(spreadOut(a, null)).toBe(a);
});
