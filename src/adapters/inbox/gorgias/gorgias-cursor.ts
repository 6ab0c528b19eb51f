import { z } from 'zod';
import { Channel } from '#shared/model/conversation.ts';
import type { GorgiasTicket } from './gorgias-shapes.ts';

/** What a message's ticket tells of it. */
const TicketFacts = z.object({
  customerName: z.string(),
  customerAddress: z.string(),
  subject: z.string(),
  channel: Channel.nullable(),
});
export type TicketFacts = z.infer<typeof TicketFacts>;

/** Messages that are still to be read, newest first. All times are ms UTC. */
export const GorgiasThread = TicketFacts.extend({
  /** Of the ticket; `all` stands for the whole account. */
  id: z.union([z.number().int(), z.literal('all')]),
  updatedAt: z.number(),
  /** Messages before this time need not be read … */
  downTo: z.number(),
  /** … but so many pages at least, where there are so many. */
  pages: z.number().int(),
  /** The page to read next; null: the newest. */
  cursor: z.string().nullable(),
  restartedAt: z.number(),
  tries: z.number().int(),
});
export type GorgiasThread = z.infer<typeof GorgiasThread>;

/** How far a sweep has come in the list of tickets, from the last updated one down. */
export const GorgiasList = z.object({
  /** The bound of the first sweep: of tickets that began before it nobody knows whether they have been read. */
  origin: z.number(),
  isFirst: z.boolean(),
  /** Tickets without a change since then are known, or too old to be wanted. */
  since: z.number(),
  /** The same for the next sweep, taken when this one began. */
  nextSince: z.number(),
  /**
   * `top`: nothing is read. `rest`: going on down the list. `old`: the messages since `since` have been read for the
   * whole account; the tickets that began before are left, each to be read whole.
   */
  step: z.enum(['top', 'rest', 'old']),
  cursor: z.string().nullable(),
  restartedAt: z.number(),
  /** When tickets that sweeps see again were changed as they were last read. */
  read: z.record(z.string(), z.number()),
  nextRead: z.record(z.string(), z.number()),
});
export type GorgiasList = z.infer<typeof GorgiasList>;

/** What sweeps overlap by: what is written down late or out of order is seen all the same. */
export const overlapMs = 120_000;

/** The beginning of a sweep. */
export function fromTop(
  known: Pick<GorgiasList, 'origin' | 'isFirst' | 'since' | 'read' | 'restartedAt'>,
): GorgiasList {
  return { ...known, nextSince: known.since, step: 'top', cursor: null, nextRead: {} };
}

/** When a ticket was last changed, ms UTC. */
export function changedAt(ticket: GorgiasTicket): number {
  return ticket.updated_datetime ?? Number.MAX_SAFE_INTEGER;
}

/** Spam and what is in the trash waits for no answer; what has not changed since then is known, or too old. */
export function isWanted(ticket: GorgiasTicket, since: number): boolean {
  return ticket.spam !== true && ticket.trashed_datetime === null && changedAt(ticket) >= since - overlapMs;
}
