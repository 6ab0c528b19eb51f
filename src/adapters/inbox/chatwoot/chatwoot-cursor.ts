import { z } from 'zod';

/** A conversation whose messages are still to be read. */
const PendingThread = z.object({
  id: z.number().int(),
  /** Messages up to this id are known. */
  after: z.number().int(),
  /** Seconds. */
  activityAt: z.number(),
  customerName: z.string(),
  customerAddress: z.string(),
  subject: z.string(),
  /** How often it was not there though the list named it. */
  tries: z.number().int(),
});
export type PendingThread = z.infer<typeof PendingThread>;

/**
 * How far a sweep over the account has come. A sweep goes down the list of conversations from the newest activity to
 * what the sweep before has seen; what happens meanwhile is the next one's.
 */
const Sweep = z.object({
  version: z.literal(1),
  /** Conversations without activity since then (seconds) are known. */
  since: z.number(),
  /** Messages up to this id are known in every conversation (ids grow through the whole installation). */
  floor: z.number().int(),
  /** The two for the next sweep, taken when this one began. */
  nextSince: z.number(),
  nextFloor: z.number().int(),
  /** The page of the list to read next, and how many conversations there were when the last one was read. */
  page: z.number().int(),
  count: z.number().int().nullable(),
  isListed: z.boolean(),
  queue: z.array(PendingThread),
  missed: z.array(PendingThread),
  /** The last message known of conversations that the next sweep will see again. */
  read: z.record(z.string(), z.number().int()),
  nextRead: z.record(z.string(), z.number().int()),
});
export type Sweep = z.infer<typeof Sweep>;

/** Seconds that sweeps overlap: what is written down late or out of order is seen all the same. */
export const overlap = 120;

/** The sweep a cursor stands for; from the beginning where there is none or it is not one of ours. */
export function readCursor(cursor: string | null): Sweep {
  try {
    return Sweep.parse(JSON.parse(cursor ?? ''));
  } catch {
    return newSweep({ since: 0, floor: 0, queue: [], read: {} });
  }
}

export function newSweep(known: Pick<Sweep, 'since' | 'floor' | 'queue' | 'read'>): Sweep {
  const next = { nextSince: known.since, nextFloor: known.floor, nextRead: {}, missed: [] };
  return { version: 1, ...known, ...next, page: 1, count: null, isListed: false };
}
