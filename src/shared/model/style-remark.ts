import { z } from 'zod';

const place = { start: z.number().int().nonnegative(), end: z.number().int().positive() };

/** Words of a reply that its store's house style says otherwise. Places are UTF-16 units of the text, `end` behind the last. */
export const StyleMark = z.object({
  ...place,
  kind: z.enum(['wording', 'address']),
  said: z.string(),
  /** What to say for it; empty: other words. */
  use: z.string(),
});
export type StyleMark = z.infer<typeof StyleMark>;

/** How a whole reply differs from what its store's replies are like. */
export const StyleAdvice = z.discriminatedUnion('kind', [
  /** It bears emoji, and none is wanted; where they stand. */
  z.object({ kind: z.literal('emojiNever'), places: z.array(z.object(place)) }),
  /** Most replies bear one, this one does not. */
  z.object({ kind: z.literal('emojiOften') }),
  /** It greets nobody; `greeting`: as the store greets this customer. */
  z.object({ kind: z.literal('greeting'), greeting: z.string() }),
  /** It is much longer than most: characters between greeting and closing. */
  z.object({ kind: z.literal('length'), length: z.number().int().positive(), to: z.number().int().positive() }),
]);
export type StyleAdvice = z.infer<typeof StyleAdvice>;

/** What a house style has to say of a reply that is being written. Nothing of it keeps a reply from being sent. */
export const StyleRemarks = z.object({
  /** In text order; none overlap. */
  marks: z.array(StyleMark),
  /** One at most: what matters most. */
  advice: StyleAdvice.nullable(),
});
export type StyleRemarks = z.infer<typeof StyleRemarks>;
