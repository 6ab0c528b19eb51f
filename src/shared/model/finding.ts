import { z } from 'zod';
import { Id, Instant } from './basics.ts';
import { KnowledgeEntry } from './knowledge.ts';

/**
 * What can be wrong with knowledge. `contradiction`: two entries that cannot both be true. `duplicate`: two that say the
 * same. `expired`: its time is over. `expiring`: its time ends within 14 days. `unused`: no reply used it for 60 days
 * although customers wrote. `corrected`: agents sent something else, again and again.
 */
export const FindingKind = z.enum(['contradiction', 'duplicate', 'expired', 'expiring', 'corrected', 'unused']);
export type FindingKind = z.infer<typeof FindingKind>;

/** A stretch of an entry's answer, in UTF-16 units; `end` is the first that is not in it. */
export const FindingSpan = z.object({
  entryId: Id,
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type FindingSpan = z.infer<typeof FindingSpan>;

/** What two entries contradict each other in. */
export const FindingFact = z.enum([
  'duration',
  'money',
  'percent',
  'measure',
  'count',
  'time',
  'date',
  'weekdays',
  'contact',
  'stance',
]);

/** What agents sent in place of an entry's answer. */
export const FindingCorrection = z.object({ itemId: Id, text: z.string(), at: Instant });
export type FindingCorrection = z.infer<typeof FindingCorrection>;

export const Finding = z.object({
  id: z.number().int(),
  kind: FindingKind,
  /** 0…1, within its kind. */
  severity: z.number().min(0).max(1),
  /** Since when it is so. */
  since: Instant,
  /** One entry, or the two that are compared; as they are now. */
  entries: z.array(KnowledgeEntry).min(1).max(2),
  /** Of a contradiction: where they disagree, an entry after the other for each fact. */
  spans: z.array(FindingSpan),
  fact: FindingFact.nullable(),
  /** Of one that expires: when its time ends or ended. */
  until: Instant.nullable(),
  /** Of a corrected one: how often, and the newest corrections. */
  corrected: z.object({ times: z.number().int(), latest: z.array(FindingCorrection) }).nullable(),
});
export type Finding = z.infer<typeof Finding>;

/** How far the comparing of entries is. */
export const HealthScan = z.object({
  /** Entries that wait to be compared. */
  waiting: z.number().int().nonnegative(),
  entries: z.number().int().nonnegative(),
});
export type HealthScan = z.infer<typeof HealthScan>;
