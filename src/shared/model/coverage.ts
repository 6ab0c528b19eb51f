import { z } from 'zod';
import { Instant } from './basics.ts';
import { Share } from './evidence.ts';
import { KnowledgeChange } from './knowledge.ts';

/** How many of the answers that are offered may be wrong. */
export const ToleratedRate = z.number().min(0.001).max(0.5);

/** What a lead has decided for a store, and for topics of it where they differ. */
export const Tolerance = z.object({
  /** Null: the usual threshold. */
  rate: ToleratedRate.nullable(),
  topics: z.array(z.object({ topic: z.string(), rate: ToleratedRate })),
  /** Who changed it last, why, and when. */
  change: KnowledgeChange,
  at: Instant,
});
export type Tolerance = z.infer<typeof Tolerance>;

/** The rates that a person can choose: in halves of a percent up to ten, then in whole ones. */
export const offeredRates: readonly number[] = [
  ...Array.from({ length: 20 }, (_, i) => (i + 1) / 200),
  ...Array.from({ length: 20 }, (_, i) => (i + 11) / 100),
];

/** What is offered from one confidence on, as the trials tell it. */
export const CoveragePoint = z.object({
  threshold: Share,
  /** Share of all questions that get an answer. */
  coverage: Share,
  /** Expected share of wrong ones among those answers, with the bounds it stays between four times in five. */
  wrong: Share,
  wrongAtLeast: Share,
  wrongAtMost: Share,
});
export type CoveragePoint = z.infer<typeof CoveragePoint>;

export const ThresholdBasis = z.enum([
  /** No rate was set. */
  'usual',
  /** The trials show that the rate holds. */
  'shown',
  /** There are too few of them to show it: each answer by itself has to be likely enough. */
  'estimated',
  /** No threshold keeps the rate: nothing is offered. */
  'unreachable',
]);
export type ThresholdBasis = z.infer<typeof ThresholdBasis>;

/** What one tolerated rate leads to. */
export const CoverageChoice = CoveragePoint.extend({
  /** Null: the usual threshold. */
  rate: ToleratedRate.nullable(),
  /** Null: nothing is offered. */
  threshold: Share.nullable(),
  basis: ThresholdBasis,
});
export type CoverageChoice = z.infer<typeof CoverageChoice>;

export const ToleranceChange = z.object({
  /** Null: of the store. */
  topic: z.string().nullable(),
  before: ToleratedRate.nullable(),
  after: ToleratedRate.nullable(),
  change: KnowledgeChange,
  at: Instant,
});
export type ToleranceChange = z.infer<typeof ToleranceChange>;

/** What tolerating wrong answers costs and brings in a store, or in one topic of it. */
export const CoverageReport = z.object({
  /** What was set for it; null: nothing. A topic then goes by its store. */
  rate: ToleratedRate.nullable(),
  present: CoverageChoice,
  usual: CoverageChoice,
  /** What is drafted in the store as it is now, each topic by its own threshold. */
  overall: CoveragePoint.pick({ coverage: true, wrong: true }),
  /** One for each of the rates that can be chosen. */
  choices: z.array(CoverageChoice),
  /** From few answers to all, at most 41. */
  points: z.array(CoveragePoint),
  /** The topic has too few trials: all of the store's speak for it. */
  isByStore: z.boolean(),
  /** What customers ask in conversations that are open now, and how much of it has a draft; null for a topic. */
  waiting: z.object({ asked: z.number().int(), drafted: z.number().int() }).nullable(),
  /** Questions of the knowledge, and real answers, that it is learned from. */
  questionCount: z.number().int(),
  outcomeCount: z.number().int(),
  /** Those with trials enough or a rate of their own, by name; for a store only. */
  topics: z.array(
    z.object({
      topic: z.string(),
      rate: ToleratedRate.nullable(),
      /** How much its own trials count. */
      weight: z.number(),
      present: CoverageChoice,
    }),
  ),
  /** Newest first, at most 20; for a store only. */
  changes: z.array(ToleranceChange),
});
export type CoverageReport = z.infer<typeof CoverageReport>;
