import { z } from 'zod';
import { Id } from './basics.ts';

/**
 * What kind of fact a stretch of a reply claims. `number`: of an order, a parcel, a model. `name`: of a product, a
 * carrier, a place. `state`: of an order or of stock. `promise`: what is done, allowed, needed or free, or is not.
 */
export const ClaimKind = z.enum([
  'price',
  'percent',
  'period',
  'date',
  'weekday',
  'time',
  'quantity',
  'measure',
  'number',
  'link',
  'mail',
  'phone',
  'state',
  'name',
  'promise',
]);
export type ClaimKind = z.infer<typeof ClaimKind>;

/** The field of an order that says it. */
export const OrderField = z.enum([
  'number',
  'status',
  'amount',
  'items',
  'carrier',
  'trackingNumber',
  'trackingUrl',
  'promisedAt',
  'placedAt',
]);
export type OrderField = z.infer<typeof OrderField>;

/** A stretch of a text, in UTF-16 units; `end` is the first that is not in it. */
const stretch = { start: z.number().int().nonnegative(), end: z.number().int().nonnegative() };

/** Where a fact comes from, and the words there. */
export const SupportSource = z.discriminatedUnion('from', [
  /** `evidence`: index into the draft's evidence; null where the passage was inserted by hand. */
  z.object({
    from: z.literal('evidence'),
    evidence: z.number().int().nonnegative().nullable(),
    id: z.string(),
    part: z.enum(['question', 'answer']),
    quote: z.string(),
    ...stretch,
  }),
  z.object({ from: z.literal('order'), number: z.string(), field: OrderField, quote: z.string() }),
  z.object({
    from: z.literal('message'),
    messageId: Id,
    role: z.enum(['customer', 'agent']),
    quote: z.string(),
    ...stretch,
  }),
  z.object({ from: z.literal('phrase'), quote: z.string() }),
]);
export type SupportSource = z.infer<typeof SupportSource>;

/** One fact that a text claims, and what stands behind it. */
export const SupportMark = z
  .object({
    ...stretch,
    kind: ClaimKind,
    /** The words of the text that claim it. */
    said: z.string(),
    /** `contradicted`: a source says the same thing with another value. */
    verdict: z.enum(['supported', 'unsupported', 'contradicted']),
    /** What supports or contradicts it; null where nothing does. */
    source: SupportSource.nullable(),
    /** Where it is contradicted: what the source says instead. */
    says: z.string().nullable(),
    /** Whether sending it asks first. */
    asks: z.boolean(),
  })
  .readonly();
export type SupportMark = z.infer<typeof SupportMark>;

/** A mark that a person has seen and sends all the same: its kind and its words. */
export const ConfirmedMark = z.object({ kind: ClaimKind, said: z.string().max(2_000) });
export type ConfirmedMark = z.infer<typeof ConfirmedMark>;

/** What was sent although nothing, or something else, stands behind it. */
export const SentUnsupported = z.object({
  kind: ClaimKind,
  said: z.string(),
  verdict: z.enum(['unsupported', 'contradicted']),
  says: z.string().nullable(),
});
export type SentUnsupported = z.infer<typeof SentUnsupported>;
