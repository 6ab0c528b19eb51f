import { z } from 'zod';
import { Channel } from '#shared/model/conversation.ts';

const Seconds = z.number().int();

/** A ticket whose comments are still to be read, from the newest down. */
export const ZendeskThread = z.object({
  id: z.number().int(),
  updatedAt: Seconds,
  /** Comments before this are known; 0: none is. */
  until: Seconds,
  /** Where its comments go on; null: at the newest. */
  after: z.string().nullable(),
  requesterId: z.number().int().nullable(),
  customerName: z.string(),
  customerAddress: z.string(),
  subject: z.string(),
  channel: Channel.nullable(),
  /** How often its comments were begun anew because their cursor was refused. */
  restarts: z.number().int(),
  tries: z.number().int(),
});
export type ZendeskThread = z.infer<typeof ZendeskThread>;

/**
 * How far a sweep has come in the list of tickets: from the last update down to what the sweep before has seen; what
 * happens meanwhile is the next one's. Times are seconds by the server's clock.
 */
export const ZendeskList = z.object({
  /** Tickets without an update since the first sweep's begin were never read. */
  begin: Seconds,
  /** Tickets without an update since then are known, or too old to be wanted. */
  since: Seconds,
  /** Comments until then are known in every ticket that was read; 0: none is. */
  floor: Seconds,
  /** When tickets were last updated whose reading has settled, by id: unchanged they need not be read again. */
  seen: z.record(z.string(), Seconds),
  /** The two for the next sweep, taken while this one goes on. */
  nextSince: Seconds,
  nextSeen: z.record(z.string(), Seconds),
  /** Where the list goes on; null: at its top. */
  after: z.string().nullable(),
  /** Pages read. */
  pages: z.number().int(),
  /** The oldest update the list has shown; null before its first page. */
  down: Seconds.nullable(),
  /** Tickets of the first sweep, for its progress; null for later ones and where nobody tells. */
  total: z.number().int().nullable(),
  /** How often the list was begun anew because its cursor was refused. */
  restarts: z.number().int(),
  /** The list could not be read to its end: the next sweep is the same again. */
  isBroken: z.boolean(),
});
export type ZendeskList = z.infer<typeof ZendeskList>;

/** Seconds that sweeps overlap: what is written down late or out of order is seen all the same. */
export const overlap = 120;
/** Seconds after an update in which a reading of the ticket may still miss some of it. */
export const settling = 30;
/** Tickets `seen` holds at most: the cursor stays small. */
export const mostSeen = 5_000;
/** How often a list is begun anew at once. */
export const mostRestarts = 3;

/** The list from its top, with what is known. */
export function fromTop(known: Pick<ZendeskList, 'begin' | 'since' | 'floor' | 'seen'>): ZendeskList {
  const begun = { nextSince: known.since, nextSeen: {}, after: null, pages: 0, down: null, total: null };
  return { ...known, ...begun, restarts: 0, isBroken: false };
}

/** The sweep after one that is over. */
export function sweepAfter(list: ZendeskList): ZendeskList {
  if (list.isBroken) return { ...list, after: null, restarts: 0, isBroken: false };
  // Only a sweep that saw the list in one look may raise the floor: while several pages are read, a ticket further down
  // comes to the front by a new comment, and the older ones of it are still unread.
  const floor = list.pages <= 1 ? list.nextSince : list.floor;
  return fromTop({ begin: list.begin, since: list.nextSince, floor, seen: list.nextSeen });
}
