import { z } from 'zod';
import { Instant } from './basics.ts';

/** Where a fact was read: the kind of system, and which one of its kind (a shop's host; empty for the sample). */
export const FactSource = z.object({ kind: z.enum(['sample', 'shopify']), name: z.string() });
export type FactSource = z.infer<typeof FactSource>;

/** `value` in whole units of the currency (ISO 4217): 19.9 EUR. */
export const Money = z.object({ value: z.number(), currency: z.string().length(3) });
export type Money = z.infer<typeof Money>;

export const OrderItem = z.object({ title: z.string(), quantity: z.number().int().positive(), sku: z.string() });

/**
 * `part_shipped`: something has left, something has not. `held`: it stands still or its shop says something that only
 * a person should word.
 */
export const OrderStatus = z.enum([
  'processing',
  'part_shipped',
  'shipped',
  'delivered',
  'cancelled',
  'refunded',
  'held',
]);
export type OrderStatus = z.infer<typeof OrderStatus>;

/** What the shop system says of one order, as typed facts. */
export const Order = z.object({
  /** As the shop writes it: "#1001". */
  number: z.string().min(1),
  /** Empty where the shop does not tell: then it belongs to nobody the desk knows. */
  customerAddress: z.string(),
  status: OrderStatus,
  placedAt: Instant,
  amount: Money,
  items: z.array(OrderItem),
  /** How many parcels have left; what follows is of the newest. */
  parcels: z.number().int().nonnegative(),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  trackingUrl: z.url({ protocol: /^https?$/ }).nullable(),
  /** When the newest parcel is expected. */
  promisedAt: Instant.nullable(),
  /** The shop's time zone (IANA), in which its dates are meant; none where it does not tell. */
  timeZone: z.string().optional(),
  source: FactSource,
  /** When these facts were read from their source. */
  readAt: Instant,
});
export type Order = z.infer<typeof Order>;

/** After this long a fact is read again before it is used, ms: a parcel may have been handed over meanwhile. */
export const factFreshMs = 2 * 60_000;
