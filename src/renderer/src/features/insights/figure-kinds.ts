import type { InsightFigures, InsightMeasure } from '#shared/model/insight.ts';

/** The few figures of the top row that have a course over days. */
export const figureKinds = ['coverage', 'acceptance', 'kept', 'wait', 'unsupported'] as const;
export type FigureKind = (typeof figureKinds)[number];

/** A figure: a share of so many, or ms; null where nothing stands behind it. */
export type Figure = { readonly value: number | null; readonly of: number };

const share = (part: number, of: number): Figure => ({ value: of === 0 ? null : part / of, of });

export function figureOf(kind: FigureKind, figures: InsightFigures): Figure {
  switch (kind) {
    case 'coverage':
      return share(figures.asksOffered, figures.asks);
    case 'acceptance':
      return share(figures.dealtAccepted, figures.dealt);
    case 'kept':
      return { value: figures.keptShare, of: figures.keptOf };
    case 'wait':
      return { value: figures.medianWaitMs, of: figures.answered };
    case 'unsupported':
      return share(figures.unsupportedReplies, figures.answered);
  }
}

/** The outcomes that a click on a figure lists. */
export const measureOf: Readonly<Record<FigureKind, InsightMeasure>> = {
  coverage: 'offered',
  acceptance: 'accepted',
  kept: 'edited',
  wait: 'answered',
  unsupported: 'unsupported',
};

/** With fewer a share is told as counts: "5 of 7". */
export const fewUpTo = 20;

/** Wilson's score interval of a share, 19 times in 20 (Wilson, 1927). */
export function likelyRange({ value, of }: Figure): readonly [low: number, high: number] {
  if (value === null || of === 0) return [0, 1];
  const z = 1.96;
  const middle = value + (z * z) / (2 * of);
  const reach = z * Math.sqrt((value * (1 - value)) / of + (z * z) / (4 * of * of));
  const whole = 1 + (z * z) / of;
  return [Math.max(0, (middle - reach) / whole), Math.min(1, (middle + reach) / whole)];
}
