import { z } from 'zod';
import { Channel } from '#shared/model/conversation.ts';

/** A conversation whose messages are still to be read. */
export const ChatwootThread = z.object({
  id: z.number().int(),
  /** Messages up to this id are known. */
  after: z.number().int(),
  /** Seconds. */
  activityAt: z.number(),
  /** Its row in the list; empty where that tells too little. */
  look: z.string().default(''),
  customerName: z.string(),
  customerAddress: z.string(),
  subject: z.string(),
  channel: Channel.nullable(),
  tries: z.number().int(),
});
export type ChatwootThread = z.infer<typeof ChatwootThread>;

/**
 * How far a sweep has come in the list of conversations: from the newest activity down to what the sweep before has
 * seen; what happens meanwhile is the next one's.
 */
export const ChatwootList = z.object({
  /** Conversations without activity since then (seconds) are known, or too old to be wanted. */
  since: z.number(),
  /** Messages up to this id are known in every conversation (ids grow through the whole installation). */
  floor: z.number().int(),
  /** The two for the next sweep, taken when this one began. */
  nextSince: z.number(),
  nextFloor: z.number().int(),
  /** The page of the list to read next, and how many conversations there were when the last one was read. */
  page: z.number().int(),
  count: z.number().int().nullable(),
  /** The last message known of conversations that the next sweep will see again. */
  read: z.record(z.string(), z.number().int()),
  nextRead: z.record(z.string(), z.number().int()),
  /** How their rows looked when they had settled: unchanged ones are passed over. */
  looks: z.record(z.string(), z.string()).default({}),
  nextLooks: z.record(z.string(), z.string()).default({}),
});
export type ChatwootList = z.infer<typeof ChatwootList>;

/** Seconds that sweeps overlap: what is written down late or out of order is seen, also where the clock was set back. */
export const overlap = 600;
/** Seconds after its last activity in which a conversation may still take in what is older, or lose what failed. */
export const settling = 60;
/** Rows kept at most: the cursor stays small. */
export const mostLooks = 5_000;

/** The list from its top, with what is known. */
export function fromTop(known: Pick<ChatwootList, 'since' | 'floor' | 'read' | 'looks'>): ChatwootList {
  const next = { nextSince: known.since, nextFloor: known.floor, nextRead: {}, nextLooks: {} };
  return { ...known, ...next, page: 1, count: null };
}
