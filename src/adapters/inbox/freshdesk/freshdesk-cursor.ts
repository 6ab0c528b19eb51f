import { z } from 'zod';
import { Channel } from '#shared/model/conversation.ts';

/** A ticket whose conversations are still to be read. */
export const PendingTicket = z.object({
  id: z.number().int(),
  /** ms. */
  updatedAt: z.number(),
  requesterId: z.number().nullable(),
  customerName: z.string(),
  customerAddress: z.string(),
  subject: z.string(),
  channel: Channel.nullable(),
  /** Of a long ticket whose reading is under way: the page to read next (downwards), where it began, its newest word (ms). */
  place: z.object({ page: z.number().int(), last: z.number().int(), newest: z.number() }).nullable(),
  tries: z.number().int(),
});
export type PendingTicket = z.infer<typeof PendingTicket>;

/**
 * How far a sweep has come in the list of changed tickets, which runs from the oldest change to the newest. A ticket
 * that changes meanwhile moves to its end, and those behind it move up: so the list is asked for again from the newest
 * change seen, not page by page. Only where more tickets than a page holds changed within a second are pages counted,
 * and then gone through again until none has left them.
 */
export const TicketSweep = z.object({
  /** The list is asked for changes since then, ms, less a second. */
  from: z.number(),
  page: z.number().int(),
  /** The newest change seen in any sweep, ms. */
  newest: z.number(),
  /** Tickets seen with a change of that second, or of the one before. */
  run: z.array(z.number().int()),
  /** How many tickets of the run the pass under way through its pages has met. */
  met: z.number().int(),
  /** How many the pass before has met; null where there was none. */
  metBefore: z.number().int().nullable(),
  /** The changes (ms) with which tickets were read, of those the next sweep will see again. */
  read: z.record(z.string(), z.number()),
  /** Of tickets longer than a page: their last page and newest word (ms) when they were read. */
  long: z.record(z.string(), z.tuple([z.number().int(), z.number()])),
});
export type TicketSweep = z.infer<typeof TicketSweep>;

/** ms that sweeps overlap: what is written down late or out of order is seen all the same. */
export const overlapMs = 120_000;
/** A ticket read so long after its change has all of it, ms. */
const settledMs = 60_000;
/** More long tickets than these are not kept in mind: the others are read from their start when they change. */
const mostLong = 1000;

/** The list from a change on. */
export function sweepFrom(from: number, known: Pick<TicketSweep, 'newest' | 'read' | 'long'>): TicketSweep {
  const { newest, read, long } = known;
  return { from, page: 1, newest, run: [], met: 0, metBefore: null, read, long };
}

/** The sweep with a ticket that has been read to its end. `serverTime`: when, by the server's clock. */
export function withRead(sweep: TicketSweep, ticket: PendingTicket, serverTime: number | null): TicketSweep {
  const long = ticket.place === null ? sweep.long : withLong(sweep.long, ticket.id, ticket.place);
  const isSettled = serverTime !== null && serverTime >= ticket.updatedAt + settledMs;
  if (!isSettled || ticket.updatedAt < sweep.newest - overlapMs) return { ...sweep, long };
  const kept = Object.entries(sweep.read).filter(([, updatedAt]) => updatedAt >= sweep.newest - overlapMs);
  return { ...sweep, long, read: { ...Object.fromEntries(kept), [ticket.id]: ticket.updatedAt } };
}

function withLong(
  long: TicketSweep['long'],
  id: number,
  { last, newest }: NonNullable<PendingTicket['place']>,
): TicketSweep['long'] {
  const others = Object.entries(long).filter(([other]) => other !== String(id));
  // The ones whose last word is oldest go first.
  const kept = others.sort(([, [, a]], [, [, b]]) => b - a).slice(0, mostLong - 1);
  return { ...Object.fromEntries(kept), [id]: [last, newest] };
}
