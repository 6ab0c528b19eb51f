/** A row of features and whether it is what the model is to find; `weight` of it in the fit. */
export type Row = {
  readonly features: Readonly<Record<string, number>>;
  readonly isOne: boolean;
  readonly weight: number;
};

/** Logistic regression with a ridge, by Newton's method. The bias stands under "". Deterministic. */
export function fitted(rows: readonly Row[], names: readonly string[], ridge: number): ReadonlyMap<string, number> {
  const size = names.length + 1;
  const matrix = rows.map(({ features }) => [1, ...names.map((name) => features[name] ?? 0)]);
  const weights = Array.from({ length: size }, () => 0);
  for (let step = 0; step < 25; step++) {
    const gradient = weights.map((weight, i) => (i === 0 ? 0 : -ridge * weight));
    const hessian = weights.map((_, i) => weights.map((_, j) => (i === j ? (i === 0 ? 1e-6 : ridge) : 0)));
    rows.forEach(({ isOne, weight }, r) => {
      const row = matrix[r] ?? [];
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)));
      const curve = Math.max(1e-9, p * (1 - p)) * weight;
      const slope = (Number(isOne) - p) * weight;
      for (let i = 0; i < size; i++) {
        const left = row[i] ?? 0;
        if (left === 0) continue;
        gradient[i] = (gradient[i] ?? 0) + slope * left;
        const line = hessian[i] ?? [];
        for (let j = 0; j < size; j++) line[j] = (line[j] ?? 0) + curve * left * (row[j] ?? 0);
      }
    });
    const change = solved(hessian, gradient);
    const largest = Math.max(...change.map(Math.abs));
    const damp = largest > 2 ? 2 / largest : 1;
    change.forEach((by, i) => (weights[i] = (weights[i] ?? 0) + damp * by));
    if (largest < 1e-6) break;
  }
  return new Map(weights.map((weight, i) => [i === 0 ? '' : (names[i - 1] ?? ''), weight]));
}

/** Gaussian elimination with pivots; the matrix is positive definite. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let r = i + 1; r < size; r++) if (Math.abs(rows[r]?.[i] ?? 0) > Math.abs(rows[pivot]?.[i] ?? 0)) pivot = r;
    [rows[i], rows[pivot]] = [rows[pivot] ?? [], rows[i] ?? []];
    const line = rows[i] ?? [];
    for (let r = 0; r < size; r++) {
      const other = rows[r] ?? [];
      const by = (other[i] ?? 0) / (line[i] ?? 1);
      if (r === i || by === 0) continue;
      for (let c = i; c <= size; c++) other[c] = (other[c] ?? 0) - by * (line[c] ?? 0);
    }
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}
