/** What became of one query. */
export type QueryResult = {
  readonly isInScope: boolean;
  /** Place of the first right passage among those found, 1-based; null where none is right. */
  readonly rank: number | null;
  readonly isAnswered: boolean;
  /** Whether the passage on top is right: false for what has no answer. */
  readonly isTopRight: boolean;
  /** The desk's own probability that the top is right. 0…1 */
  readonly confidence: number;
  readonly draftMs: number;
  /** Against the best of the human replies; null where not answered or there is none. */
  readonly rougeL: number | null;
  readonly chrf: number | null;
  /** Share of the draft that the human sent; null where nothing was offered. */
  readonly keptShare: number | null;
};

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A share of results for which something holds; null of none. */
export function share(results: readonly QueryResult[], holds: (result: QueryResult) => boolean): number | null {
  return mean(results.map((result) => (holds(result) ? 1 : 0)));
}

export const isJointlyRight = (result: QueryResult): boolean =>
  result.isInScope ? result.isAnswered && result.isTopRight : !result.isAnswered;

/** Area under the risk–coverage curve: mean share of wrong among the k most confident, over all k (Geifman et al., 2019). */
export function areaUnderRiskCoverage(results: readonly QueryResult[]): number | null {
  const ordered = [...results].sort((a, b) => b.confidence - a.confidence);
  let wrong = 0;
  const risks = ordered.map((result, i) => {
    if (!result.isTopRight) wrong++;
    return wrong / (i + 1);
  });
  return mean(risks);
}

/** Expected calibration error over 10 equal-width bins (Guo et al., 2017). */
export function expectedCalibrationError(results: readonly QueryResult[]): number | null {
  if (results.length === 0) return null;
  const bins = Array.from({ length: 10 }, (): QueryResult[] => []);
  for (const result of results) bins[Math.min(9, Math.floor(result.confidence * 10))]?.push(result);
  let error = 0;
  for (const bin of bins) {
    if (bin.length === 0) continue;
    const right = share(bin, (result) => result.isTopRight) ?? 0;
    const claimed = mean(bin.map((result) => result.confidence)) ?? 0;
    error += (bin.length / results.length) * Math.abs(right - claimed);
  }
  return error;
}

/** The value below which `portion` of the values lie. */
export function percentile(values: readonly number[], portion: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * portion))] ?? null;
}

/** Four decimals: finer is noise. */
export function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}
