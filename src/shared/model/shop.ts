import { z } from 'zod';
import { Id, Instant, Problem } from './basics.ts';
import { FactSource, Money } from './order.ts';

/** Only Shopify's own addresses, or this computer: a token goes nowhere else. */
const shopifyHost =
  /^(?:https:\/\/[a-z0-9][a-z0-9-]*\.myshopify\.com|http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?)\/?$/i;

/**
 * The secret is the client secret of an app that the owner made in the Dev Dashboard (`clientId` is its other half), or
 * without a client id the access token (`shpat_…`) of an app from before 2026.
 */
export const ShopifySettings = z.object({
  kind: z.literal('shopify'),
  /** `https://{shop}.myshopify.com`, also where customers see another domain. */
  host: z.string().trim().max(300).regex(shopifyHost),
  clientId: z.string().trim().min(1).max(200).nullable().default(null),
  /** The quarter an API is named after; Shopify answers a retired one with its oldest living. */
  apiVersion: z
    .string()
    .regex(/^20\d\d-(?:01|04|07|10)$/)
    .default('2026-01'),
});
export type ShopifySettings = z.infer<typeof ShopifySettings>;

/** What the owner enters, by kind of shop system. Secrets are never part of it. */
export const ShopSettings = z.discriminatedUnion('kind', [ShopifySettings]);
export type ShopSettings = z.infer<typeof ShopSettings>;

/** The shop system of a store: where its orders and products are. One store has one, or none. */
export const ShopConnection = z.object({ storeId: Id, settings: ShopSettings, connectedAt: Instant });
export type ShopConnection = z.infer<typeof ShopConnection>;

/** What the shop system knows of a customer. */
export const ShopCustomer = z.object({
  name: z.string(),
  /** Lower case. */
  address: z.string().min(1),
  /** In the shop's whole time. */
  orderCount: z.number().int().nonnegative(),
  spent: Money.nullable(),
  since: Instant.nullable(),
  tags: z.array(z.string()),
  /** What the shop's people wrote down about them. */
  note: z.string().nullable(),
  source: FactSource,
  readAt: Instant,
});
export type ShopCustomer = z.infer<typeof ShopCustomer>;

export const ProductVariant = z.object({
  /** Empty where the product has one form only. */
  title: z.string(),
  sku: z.string(),
  price: Money.nullable(),
  /** Pieces that can be sold now; null where the shop does not count them. */
  stock: z.number().int().nullable(),
  /** Whether it can be bought now; also without stock, where the shop takes orders ahead. */
  isForSale: z.boolean(),
});
export type ProductVariant = z.infer<typeof ProductVariant>;

/** What the shop system says of one product, as typed facts. */
export const Product = z.object({
  /** The shop's own. */
  id: z.string().min(1),
  title: z.string(),
  variants: z.array(ProductVariant),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  source: FactSource,
  readAt: Instant,
});
export type Product = z.infer<typeof Product>;

/** One thing a connection test looked at. `missing`: the rights that the access token lacks, as the shop names them. */
export const ShopProbeCheck = z.object({
  name: z.enum(['shop', 'rights', 'orders', 'products']),
  isOk: z.boolean(),
  problem: Problem.nullable(),
  missing: z.array(z.string()),
  note: z.string().nullable(),
});
export type ShopProbeCheck = z.infer<typeof ShopProbeCheck>;

export const ShopProbeReport = z.object({ isOk: z.boolean(), checks: z.array(ShopProbeCheck) });
export type ShopProbeReport = z.infer<typeof ShopProbeReport>;
