/** What was measured, in one unit; times are ms. */
export type Figure = {
  readonly name: string;
  readonly runs: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly unit: string;
  /** What it should stay under at p95, where the project has set itself something. */
  readonly aim: number | null;
};

/** The value below which this share of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export function figureOf(
  name: string,
  samples: readonly number[],
  { unit = 'ms', aim = null }: { readonly unit?: string; readonly aim?: number | null } = {},
): Figure {
  const rounded = (value: number): number => Number(value.toPrecision(4));
  return {
    name,
    runs: samples.length,
    p50: rounded(percentile(samples, 0.5)),
    p95: rounded(percentile(samples, 0.95)),
    max: rounded(Math.max(...samples)),
    unit,
    aim,
  };
}

/** Milliseconds of each run; the first `warmUp` runs are not kept. */
export async function timed(runs: number, warmUp: number, work: (run: number) => unknown): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let run = 0; run < runs + warmUp; run++) {
    const from = performance.now();
    await work(run);
    if (run >= warmUp) samples.push(performance.now() - from);
  }
  return samples;
}

/** The figures as lines of a table. */
export function tableOf(figures: readonly Figure[]): string {
  const heads = ['', 'runs', 'p50', 'p95', 'max', 'unit', 'aim'];
  const rows = figures.map(({ name, runs, p50, p95, max, unit, aim }) => [
    name,
    String(runs),
    ...[p50, p95, max].map((value) => (value >= 100 ? value.toFixed(0) : value.toFixed(2))),
    unit,
    aim === null ? '' : `p95 ≤ ${aim}`,
  ]);
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const lined = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i === 0 || i > 4 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [heads, ...rows].map(lined).join('\n');
}
