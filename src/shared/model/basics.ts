import { z } from 'zod';
import { errorCodes } from '../errors.ts';

/** A UUIDv7: global, so that rows of several desks may one day meet. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** A time in milliseconds since the epoch, UTC. */
export const Instant = z.number().int().nonnegative();

/** The languages that have a drafter of their own; `und` is any other. */
export const Language = z.enum(['en', 'zh', 'ja', 'und']);
export type Language = z.infer<typeof Language>;

/** A language the store can word a reply in. */
export const ReplyLanguage = z.enum(['en', 'zh', 'ja']);
export type ReplyLanguage = z.infer<typeof ReplyLanguage>;

/** One phrase in every reply language. An empty string means: leave it out. */
export const Phrases = z.object({ en: z.string(), zh: z.string(), ja: z.string() });
export type Phrases = z.infer<typeof Phrases>;

export const Problem = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** A whole page of a list; `total` counts every match, not only those of the page. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.number().int().nonnegative() });
}

export const PageRequest = z.object({
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(500).default(100),
});
