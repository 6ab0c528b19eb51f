import { z } from 'zod';

/** A number with what it counts; `unit` as it was written ("ml", "年"), empty for a bare number. */
const Quantity = z.object({ type: z.literal('quantity'), amount: z.number(), unit: z.string().max(40) });
/** `currency`: ISO 4217. */
const Money = z.object({ type: z.literal('money'), amount: z.number(), currency: z.string().length(3) });

export const AttributeValue = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().min(1).max(2_000) }),
  Quantity,
  Money,
  z.object({ type: z.literal('yesNo'), isTrue: z.boolean() }),
  z.object({ type: z.literal('link'), url: z.string().max(2_000) }),
]);
export type AttributeValue = z.infer<typeof AttributeValue>;

/** One thing that is known about a product. `name` is the source's own ("color", "材质"). */
export const ProductAttribute = z.object({ name: z.string().trim().min(1).max(200), value: AttributeValue });
export type ProductAttribute = z.infer<typeof ProductAttribute>;
