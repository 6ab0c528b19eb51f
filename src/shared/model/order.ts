import { z } from 'zod';
import { Instant } from './basics.ts';

export const OrderItem = z.object({ title: z.string(), quantity: z.number().int().positive(), sku: z.string() });

/** What the shop system says of one order, as typed facts. */
export const Order = z.object({
  number: z.string().min(1),
  customerAddress: z.string(),
  status: z.enum(['processing', 'shipped', 'delivered', 'cancelled', 'refunded']),
  placedAt: Instant,
  amount: z.object({ value: z.number(), currency: z.string().length(3) }),
  items: z.array(OrderItem),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  trackingUrl: z.url({ protocol: /^https?$/ }).nullable(),
  promisedAt: Instant.nullable(),
  /** When these facts were read from the shop system. */
  readAt: Instant,
});
export type Order = z.infer<typeof Order>;
