import { z } from 'zod';
import { Id, Instant, ReplyLanguage } from './basics.ts';
import { StylePlace } from './store.ts';

/**
 * What can be learned of how a store's people write. `address`: the form of `FormOfAddress`. `phrase`: a sentence they add
 * of their own. `wording`: a word they put in another's place.
 */
export const StyleTrait = z.enum([
  'greeting',
  'greetingUnnamed',
  'closing',
  'address',
  'length',
  'emoji',
  'phrase',
  'wording',
]);
export type StyleTrait = z.infer<typeof StyleTrait>;

/** One thing that the replies of a store have in common, in one language and place. */
export const LearnedTrait = z.object({
  /** Names it among all of the store. */
  key: z.string(),
  trait: StyleTrait,
  /** As it is written, with `{name}` for the customer's; of lengths "from–to" in characters; of emoji how often. */
  value: z.string(),
  /** Of a wording: what it takes the place of. */
  instead: z.string().nullable(),
  /** Replies that show it, of those that could. */
  replies: z.number().int().positive(),
  of: z.number().int().positive(),
  /** Different people who wrote them; 0 where that is not known. */
  people: z.number().int().nonnegative(),
  /** The oldest of the replies that show it. */
  since: Instant,
  /** Whether the store speaks so already. */
  isInUse: z.boolean(),
  /** What the store says there now, written as `value` is; null: nothing, or a line of which it may have several. */
  said: z.string().nullable(),
  /** When what the store says there was last changed by hand; null: never. */
  editedAt: Instant.nullable(),
  /** Most replies since then are written plainly otherwise; `replies`, `of` and `since` are of those alone. */
  isChange: z.boolean(),
  /** Newest first; some of them. */
  conversationIds: z.array(Id),
});
export type LearnedTrait = z.infer<typeof LearnedTrait>;

/** How a store's people write in one language and place. */
export const StylePart = z.object({
  language: ReplyLanguage,
  place: StylePlace,
  replies: z.number().int().positive(),
  /** The oldest of them. */
  since: Instant,
  people: z.number().int().nonnegative(),
  traits: z.array(LearnedTrait),
});
export type StylePart = z.infer<typeof StylePart>;

/** What a store's replies have in common. Those with the most replies first. */
export const StyleSheet = z.object({
  parts: z.array(StylePart),
  /** Replies with fewer than this in a language and place tell nothing. */
  leastReplies: z.number().int().positive(),
});
export type StyleSheet = z.infer<typeof StyleSheet>;
