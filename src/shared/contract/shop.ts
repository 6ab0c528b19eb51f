import { z } from 'zod';
import { Id, Instant, Problem } from '../model/basics.ts';
import { FactSource, Order } from '../model/order.ts';
import { Product, ShopConnection, ShopCustomer, ShopProbeReport, ShopSettings } from '../model/shop.ts';
import { request } from './definition.ts';

/** The access token or client secret of a shop; null keeps the one that is stored. */
const Secret = z.string().trim().min(1).max(1_000).nullable();

/** A customer's orders as they are known now. */
export const CustomerOrders = z.object({
  orders: z.array(Order),
  /** Null where the shop knows nobody under their address, or must not tell. */
  customer: ShopCustomer.nullable(),
  /** Null where the store has no shop system: then the facts come along with its inbox, if at all. */
  source: FactSource.nullable(),
  /** When all of the customer's orders were last read; null: never. */
  readAt: Instant.nullable(),
  /** Why the shop could not be read now; what is known stays. */
  problem: Problem.nullable(),
});
export type CustomerOrders = z.infer<typeof CustomerOrders>;

export const shopRequests = {
  /** Null where the store has none. `hasSecret` is false where its token is gone: a person has to enter it again. */
  'shop.get': request(z.object({ storeId: Id }), ShopConnection.extend({ hasSecret: z.boolean() }).nullable()),
  /** Connects the store's shop system, or changes how. Facts of another shop are forgotten. */
  'shop.connect': request(z.object({ storeId: Id, settings: ShopSettings, secret: Secret }), ShopConnection),
  /** Forgets the secret and what was read. */
  'shop.disconnect': request(z.object({ storeId: Id }), z.object({})),
  /** Tries settings without keeping them; a null secret is the stored one. */
  'shop.probe': request(z.object({ storeId: Id, settings: ShopSettings, secret: Secret }), ShopProbeReport),
  /** Reads the orders of a conversation's customer where they are old, or at any rate (`isForced`). */
  'shop.readOrders': request(z.object({ conversationId: Id, isForced: z.boolean().default(false) }), CustomerOrders),
  /** Products by title or SKU; without the shop, those read earlier. `answer`: the stock in words of the reply's language. */
  'shop.findProducts': request(
    z.object({ conversationId: Id, text: z.string().trim().min(1).max(200) }),
    z.object({
      items: z.array(z.object({ product: Product, answer: z.string() })),
      problem: Problem.nullable(),
    }),
  ),
};
