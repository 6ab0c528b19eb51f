import { type QueryResult, isJointlyRight, mean, rounded, share } from './figures.ts';

/** Queries in a window. */
const window = 100;
/** What is learned of the first outcomes is not expected to carry yet. */
const warmUp = 200;

/** A stretch of the stream, in the order of arrival. Null: nothing to measure it on. */
export type StreamWindow = {
  readonly from: number;
  readonly to: number;
  readonly joint_accuracy: number | null;
  readonly in_scope_right: number | null;
  readonly precision: number | null;
  readonly answered: number | null;
  /** Mean share of drafted words that were sent, over the drafts that were offered. */
  readonly kept_ratio: number | null;
  /** The same over all queries: where nothing was offered, nothing was kept. */
  readonly kept_of_all: number | null;
};

export function curveOf(results: readonly QueryResult[]): readonly StreamWindow[] {
  const starts = Array.from({ length: Math.ceil(results.length / window) }, (_, i) => i * window);
  return starts.map((from) => windowOf(results, from, Math.min(from + window, results.length)));
}

function windowOf(results: readonly QueryResult[], from: number, to: number): StreamWindow {
  const part = results.slice(from, to);
  const answered = part.filter((result) => result.isAnswered);
  const inScope = part.filter((result) => result.isInScope);
  return {
    from,
    to,
    joint_accuracy: rounded(share(part, isJointlyRight)),
    in_scope_right: rounded(share(inScope, (result) => result.isAnswered && result.isTopRight)),
    precision: rounded(share(answered, (result) => result.isTopRight)),
    answered: rounded(share(part, (result) => result.isAnswered)),
    kept_ratio: rounded(mean(part.flatMap(({ keptShare }) => (keptShare === null ? [] : [keptShare])))),
    kept_of_all: rounded(mean(part.map(({ keptShare }) => keptShare ?? 0))),
  };
}

type Measure = 'joint_accuracy' | 'kept_ratio' | 'kept_of_all';
/** How learning does against not learning, on the same queries in the same order. */
export type Gain = {
  readonly after: number;
  /** With learning less without, over everything after the first outcomes; null: nothing came after, or nothing was offered. */
  readonly gain: Readonly<Record<Measure, number | null>>;
  /** Windows after the first outcomes in which learning was behind, by their beginning. */
  readonly behind: Readonly<Record<Measure, readonly number[]>>;
};

export function gainOf(off: readonly QueryResult[], on: readonly QueryResult[]): Gain {
  return gainOfCurves(curveOf(off), curveOf(on));
}

export function gainOfCurves(off: readonly StreamWindow[], on: readonly StreamWindow[]): Gain {
  const [without, withIt] = [off, on].map((curve) => curve.filter(({ from }) => from >= warmUp));
  const each = <T>(of: (measure: Measure) => T): Record<Measure, T> => ({
    joint_accuracy: of('joint_accuracy'),
    kept_ratio: of('kept_ratio'),
    kept_of_all: of('kept_of_all'),
  });
  return {
    after: warmUp,
    gain: each((measure) => difference(over(without ?? [], measure), over(withIt ?? [], measure))),
    behind: each((measure) =>
      (without ?? []).flatMap((one, i) =>
        (difference(one[measure], withIt?.[i]?.[measure]) ?? 0) < 0 ? [one.from] : [],
      ),
    ),
  };
}

/** A figure over several windows, each by as many queries as it was taken of. */
function over(curve: readonly StreamWindow[], measure: Measure): number | null {
  const weighed = curve.flatMap((window) => {
    const value = window[measure];
    const weight = (window.to - window.from) * (measure === 'kept_ratio' ? (window.answered ?? 0) : 1);
    return value === null || weight === 0 ? [] : [{ value, weight }];
  });
  const weights = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return weights === 0 ? null : weighed.reduce((sum, { value, weight }) => sum + value * weight, 0) / weights;
}

function difference(a: number | null | undefined, b: number | null | undefined): number | null {
  return a == null || b == null ? null : rounded(b - a);
}
