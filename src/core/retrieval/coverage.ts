import { type CoveragePoint, type ThresholdBasis, type Tolerance, offeredRates } from '#shared/model/coverage.ts';
import { type Trial, usualThreshold } from './store-model.ts';

/** Null: nothing is offered. */
export type Threshold = { readonly from: number | null; readonly basis: ThresholdBasis };

const unreachable: Threshold = { from: null, basis: 'unreachable' };

/** Of the standard normal: nine in ten lie below it, four in five within it to both sides. */
const nineInTen = 1.2816;
/** Ninety-nine in a hundred lie below it. */
const nearlyAll = 2.3263;
/** What the confidences themselves claim counts like this many trials. */
const claimWeight = 10;

type Sums = { readonly weight: number; readonly wrong: number; readonly claimed: number };

export type CurvePoint = CoveragePoint & {
  /** How much the trials from there on count. */
  readonly weight: number;
  /** The share of wrong ones that their confidences admit. */
  readonly claimed: number;
};

const nothing: Sums = { weight: 0, wrong: 0, claimed: 0 };

function plus(sums: Sums, { confidence, isRight, weight }: Trial): Sums {
  return {
    weight: sums.weight + weight,
    wrong: sums.wrong + (isRight ? 0 : weight),
    claimed: sums.claimed + weight * (1 - confidence),
  };
}

/** Wilson's score interval of a share that was seen in `n`. */
function intervalOf(share: number, n: number, z: number): { readonly least: number; readonly most: number } {
  const middle = share + (z * z) / (2 * n);
  const reach = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { least: inUnit((middle - reach) / scale), most: inUnit((middle + reach) / scale) };
}

function pointOf(threshold: number, sums: Sums, total: number): CurvePoint {
  const { weight } = sums;
  const claimed = weight === 0 ? 1 - threshold : sums.claimed / weight;
  const wrong = inUnit((claimWeight * claimed + sums.wrong) / (weight + claimWeight));
  const { least, most } = intervalOf(wrong, weight + claimWeight, nineInTen);
  const coverage = total === 0 ? 0 : inUnit(weight / total);
  return { threshold, weight, claimed, coverage, wrong, wrongAtLeast: least, wrongAtMost: most };
}

function inUnit(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function weightOf(trials: readonly Trial[]): number {
  return trials.reduce((sum, trial) => sum + trial.weight, 0);
}

/** One point for every confidence that occurs, highest first: what would be offered from it on. */
export function coverageCurve(trials: readonly Trial[]): readonly CurvePoint[] {
  const total = weightOf(trials);
  const sorted = trials.toSorted((a, b) => b.confidence - a.confidence);
  const points: CurvePoint[] = [];
  let sums = nothing;
  sorted.forEach((trial, i) => {
    sums = plus(sums, trial);
    if (sorted[i + 1]?.confidence !== trial.confidence) points.push(pointOf(trial.confidence, sums, total));
  });
  return points;
}

/** What is offered from this confidence on. */
export function coverageAt(trials: readonly Trial[], threshold: number): CurvePoint {
  const offered = trials.filter((trial) => trial.confidence >= threshold);
  return pointOf(threshold, offered.reduce(plus, nothing), weightOf(trials));
}

/** What is offered where every topic goes by its own threshold. */
export function coverageOfAll(
  trials: readonly Trial[],
  thresholds: Thresholds,
): Pick<CoveragePoint, 'coverage' | 'wrong'> {
  const offered = trials.filter(({ confidence, topic }) => confidence >= (thresholds.of(topic).from ?? Infinity));
  const { coverage, wrong } = pointOf(1, offered.reduce(plus, nothing), weightOf(trials));
  return { coverage, wrong };
}

/** As many points, evenly spread over the coverage, the first and the last among them. */
export function thinnedCurve(curve: readonly CoveragePoint[], count: number): readonly CoveragePoint[] {
  if (curve.length <= count) return curve;
  const [first, last] = [curve[0]?.coverage ?? 0, curve.at(-1)?.coverage ?? 1];
  const kept: CoveragePoint[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const wanted = first + ((last - first) * i) / (count - 1);
    while (at < curve.length - 1 && (curve[at]?.coverage ?? 1) < wanted - 1e-9) at++;
    const point = curve[at];
    if (point !== undefined && point !== kept.at(-1)) kept.push(point);
  }
  return kept;
}

/** What one of these allows, every higher rate allows as well: all that can be chosen, and those below and above. */
const steppedRates: readonly number[] = [
  ...Array.from({ length: 4 }, (_, i) => (i + 1) / 1000),
  ...offeredRates,
  ...Array.from({ length: 20 }, (_, i) => (i + 31) / 100),
];

/** Where so many wrong ones were to be expected at the rate, and it is not shown that it holds, it does not. */
const tellingWrongs = 5;

/**
 * The lowest confidence from which on no more than `rate` of what is offered is wrong: as the trials show, nine times in
 * ten, or because each answer by itself is likely enough and the trials do not speak against it. What keeps a rate keeps
 * every higher one. Null: the usual threshold.
 */
export function thresholdFor(curve: readonly CurvePoint[], rate: number | null): Threshold {
  if (rate === null) return { from: usualThreshold, basis: 'usual' };
  const shown = curve.findLast((point) => point.wrongAtMost <= rate)?.threshold ?? null;
  const claimed = steppedRates.findLast((each) => each <= rate && mayBeClaimed(curve, each));
  if (claimed === undefined) return shown === null ? unreachable : { from: shown, basis: 'shown' };
  if (shown !== null && shown <= 1 - claimed) return { from: shown, basis: 'shown' };
  return { from: 1 - claimed, basis: shown === null ? 'estimated' : claimedBasis(curve, claimed, rate) };
}

function claimedBasis(curve: readonly CurvePoint[], claimed: number, rate: number): ThresholdBasis {
  const offered = curve.findLast((point) => point.threshold >= 1 - claimed);
  return offered !== undefined && offered.wrongAtMost <= rate ? 'shown' : 'estimated';
}

/** Whether the trials leave it open that of answers of which each is so likely right no more than `rate` are wrong. */
function mayBeClaimed(curve: readonly CurvePoint[], rate: number): boolean {
  const asked = askedAt(curve, 1 - rate);
  if (asked !== undefined && leastWrong(asked) > asked.claimed) return false;
  const offered = curve.findLast((point) => point.threshold >= 1 - rate);
  if (offered === undefined) return true;
  return offered.wrong <= rate && (offered.wrongAtMost <= rate || offered.weight * rate < tellingWrongs);
}

/** What tells whether confidences from `threshold` on hold: a few say nothing, then those below are asked as well. */
function askedAt(curve: readonly CurvePoint[], threshold: number): CurvePoint | undefined {
  const enough = curve.findIndex((point) => point.weight >= claimWeight);
  const last = curve.findLastIndex((point) => point.threshold >= threshold);
  return enough < 0 ? undefined : curve[Math.max(enough, last)];
}

function leastWrong({ wrong, weight }: CurvePoint): number {
  return intervalOf(wrong, weight + claimWeight, nearlyAll).least;
}

/** A topic with fewer trials goes by those of its store. */
const leastTopicWeight = 20;

export type Thresholds = {
  /** Of answers of this topic; null: of none, and of the store as a whole. */
  readonly of: (topic: string | null) => Threshold;
  /** The same, had this rate been set for it. */
  readonly at: (topic: string | null, rate: number | null) => Threshold;
  /** What speaks for a topic: its own trials, or all where those are too few. */
  readonly trialsOf: (topic: string | null) => readonly Trial[];
  readonly rateOf: (topic: string | null) => number | null;
  /** The topics with trials enough of their own. */
  readonly topics: readonly string[];
};

/**
 * The thresholds of a store and its topics. A topic goes by its store's, unless its own trials show that it may answer
 * from less on, or speak against it. What a topic may answer at a rate it may at every higher one.
 */
export function thresholdsOf(
  trials: readonly Trial[],
  tolerance: Pick<Tolerance, 'rate' | 'topics'> | null,
): Thresholds {
  const curve = coverageCurve(trials);
  const own = new Map(
    [...Map.groupBy(trials, ({ topic }) => topic)].flatMap(([topic, ofTopic]) =>
      topic !== null && weightOf(ofTopic) >= leastTopicWeight ? [[topic, ofTopic] as const] : [],
    ),
  );
  const rates = new Map(tolerance?.topics.map(({ topic, rate }) => [topic, rate]));
  const rateOf = (topic: string | null): number | null =>
    (topic === null ? undefined : rates.get(topic)) ?? tolerance?.rate ?? null;
  const stepped = new Map<string, readonly Threshold[]>();
  let general: readonly Threshold[] | null = null;
  const steppedOf = (topic: string, ofTopic: readonly Trial[]): readonly Threshold[] => {
    general ??= steppedRates.map((rate) => thresholdFor(curve, rate));
    const steps = stepped.get(topic) ?? topicThresholds(general, ofTopic);
    stepped.set(topic, steps);
    return steps;
  };
  const at = (topic: string | null, rate: number | null): Threshold => {
    const ofTopic = topic === null ? undefined : own.get(topic);
    if (topic === null || ofTopic === undefined || rate === null) return thresholdFor(curve, rate);
    return steppedOf(topic, ofTopic)[steppedRates.findLastIndex((each) => each <= rate)] ?? unreachable;
  };
  const known = new Map<string | null, Threshold>();
  return {
    at,
    rateOf,
    trialsOf: (topic) => (topic === null ? undefined : own.get(topic)) ?? trials,
    topics: [...own.keys()].toSorted(),
    of(topic) {
      const threshold = known.get(topic) ?? at(topic, rateOf(topic));
      known.set(topic, threshold);
      return threshold;
    },
  };
}

/** Of one topic at each stepped rate: the lowest that it or a lower rate allows. */
function topicThresholds(general: readonly Threshold[], trials: readonly Trial[]): readonly Threshold[] {
  const curve = coverageCurve(trials);
  let lowest = unreachable;
  return steppedRates.map((rate, i) => {
    const next = topicThreshold(general[i] ?? unreachable, curve, trials, rate);
    if (next.from !== null && next.from <= (lowest.from ?? 1)) lowest = next;
    return lowest;
  });
}

function topicThreshold(
  general: Threshold,
  curve: readonly CurvePoint[],
  trials: readonly Trial[],
  rate: number,
): Threshold {
  const own = thresholdFor(curve, rate);
  if (general.from === null || isSpokenAgainst(curve, coverageAt(trials, general.from), rate)) return own;
  const isLower = own.basis === 'shown' && (own.from ?? 1) < general.from;
  return isLower ? own : general;
}

/** Whether a topic's own trials say that more than `rate` of what is offered would be wrong. */
function isSpokenAgainst(curve: readonly CurvePoint[], offered: CurvePoint, rate: number): boolean {
  if (offered.wrongAtLeast > rate) return true;
  const asked = offered.weight < claimWeight ? askedAt(curve, offered.threshold) : undefined;
  // Where the surest are often wrong for what they claim, surer ones yet are not taken at their word.
  return asked !== undefined && leastWrong(asked) > Math.max(asked.claimed, rate);
}
