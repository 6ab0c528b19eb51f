import { z } from 'zod';
import { Instant } from './basics.ts';
import { SilenceReason } from './draft.ts';
import { Share } from './evidence.ts';

export const InsightCounts = z.object({
  /** Conversations that reached an outcome that answers (accepted, edited, written). */
  answered: z.number().int(),
  accepted: z.number().int(),
  edited: z.number().int(),
  written: z.number().int(),
  discarded: z.number().int(),
  /** Mean share of drafted words that were sent, over accepted and edited; null where there are none. */
  keptShare: Share.nullable(),
  /** Median time from the customer's message to the reply, ms; null where there are none. */
  medianWaitMs: z.number().nullable(),
});
export type InsightCounts = z.infer<typeof InsightCounts>;

export const InsightDay = z.object({ day: z.iso.date(), counts: InsightCounts });
export type InsightDay = z.infer<typeof InsightDay>;

export const Insights = z.object({
  from: Instant,
  to: Instant,
  counts: InsightCounts,
  days: z.array(InsightDay),
  /** Drafts now open, and asks without an answer by reason. */
  openDrafts: z.number().int(),
  silences: z.array(z.object({ reason: SilenceReason, count: z.number().int() })),
  learnedItems: z.number().int(),
  knowledgeEntries: z.number().int(),
});
export type Insights = z.infer<typeof Insights>;
