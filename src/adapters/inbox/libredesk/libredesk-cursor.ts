import { z } from 'zod';
import { Channel } from '#shared/model/conversation.ts';

/** A conversation whose messages are still to be read, newest first. */
export const LibredeskThread = z.object({
  id: z.string(),
  /** Messages from before this time (ms) are known, if the thread was ever read; 0: it is read whole. */
  floor: z.number(),
  /** The sweep before has read it. */
  isKnown: z.boolean(),
  /** The page to read next, and how many messages there were when the last one was read. */
  page: z.number().int(),
  count: z.number().int(),
  /** How often it was begun anew because messages were deleted meanwhile. */
  restarts: z.number().int(),
  /** Its last activity, ms, and how its row looked. */
  activityAt: z.number(),
  look: z.string(),
  customerName: z.string(),
  customerAddress: z.string(),
  subject: z.string(),
  channel: Channel.nullable(),
  tries: z.number().int(),
});
export type LibredeskThread = z.infer<typeof LibredeskThread>;

const Looks = z.record(z.string(), z.string());

/**
 * How far a sweep has come in the list of conversations, from the newest activity down to what the sweep before has
 * seen. All times are the server's, in ms; `until` as it writes them.
 */
export const LibredeskList = z.object({
  /** Conversations without activity before this were out of the first sweep: what is older may be unknown. */
  horizon: z.number(),
  /** Conversations without activity since then are known, or too old to be wanted. */
  since: z.number(),
  /** Messages from before this are known in every conversation with activity since the horizon; 0: none are. */
  floor: z.number(),
  /** `since` for the next sweep, taken when this one began. */
  nextSince: z.number(),
  /** The oldest activity seen in this sweep: the next page begins there. Null at the top. */
  until: z.string().nullable(),
  /** Conversations with just that activity, which the next page shows again. */
  edge: z.array(z.string()),
  /** Pages read from `until` on, and in this sweep. */
  page: z.number().int(),
  pages: z.number().int(),
  total: z.number().int().nullable(),
  /** How the rows looked that sweeps see again and again because these overlap: unchanged ones are passed over. */
  looks: Looks,
  nextLooks: Looks,
});
export type LibredeskList = z.infer<typeof LibredeskList>;

/** By so much sweeps overlap, ms: also where the server's clock was set back. */
export const sweepOverlapMs = 10 * 60_000;
/** What bears an earlier time may be written down so much later, ms. */
export const lateWriteMs = 2 * 60_000;

/** The list from its top, with what is known. */
export function fromTop(known: Pick<LibredeskList, 'horizon' | 'since' | 'floor' | 'looks'>): LibredeskList {
  const place = { until: null, edge: [], page: 1, pages: 0, total: null };
  return { ...known, ...place, nextSince: known.since, nextLooks: {} };
}
