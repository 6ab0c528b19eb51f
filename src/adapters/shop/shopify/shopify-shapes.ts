import { z } from 'zod';

/* What is read of Shopify's answers (Admin GraphQL 2025-01 to 2026-01). What the desk can do without may be missing. */

const Text = z.string().nullish().catch(null);
const Time = z.string().nullish().catch(null);
const Flag = z.boolean().nullish().catch(null);
const Page = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });

const ShopifyFulfillment = z.object({
  createdAt: Time,
  status: Text,
  displayStatus: Text,
  deliveredAt: Time,
  estimatedDeliveryAt: Time,
  trackingInfo: z
    .array(z.object({ company: Text, number: Text, url: Text }))
    .nullish()
    .catch(null),
});
export type ShopifyFulfillment = z.infer<typeof ShopifyFulfillment>;

export const ShopifyOrder = z.object({
  name: z.string().min(1),
  email: Text,
  createdAt: z.string(),
  cancelledAt: Time,
  displayFinancialStatus: Text,
  displayFulfillmentStatus: Text,
  totalPriceSet: z.object({ shopMoney: z.object({ amount: z.coerce.number(), currencyCode: z.string().length(3) }) }),
  lineItems: z.object({
    nodes: z.array(z.object({ title: z.string(), quantity: z.number().int(), sku: Text, requiresShipping: Flag })),
  }),
  fulfillments: z.array(ShopifyFulfillment).nullish(),
});
export type ShopifyOrder = z.infer<typeof ShopifyOrder>;

export const OrdersAnswer = z.object({
  shop: z.object({ ianaTimezone: Text }).nullish().catch(null),
  orders: z.object({ nodes: z.array(ShopifyOrder), pageInfo: Page }),
});
export type OrdersAnswer = z.infer<typeof OrdersAnswer>;

export const ShopifyCustomer = z.object({
  displayName: Text,
  defaultEmailAddress: z.object({ emailAddress: Text }).nullish(),
  /** Shopify writes 64-bit numbers as text. */
  numberOfOrders: z.coerce.number().int().nonnegative(),
  amountSpent: z
    .object({ amount: z.coerce.number(), currencyCode: z.string().length(3) })
    .nullish()
    .catch(null),
  createdAt: Time,
  tags: z.array(z.string()).catch([]),
  note: Text,
});
export type ShopifyCustomer = z.infer<typeof ShopifyCustomer>;

export const CustomersAnswer = z.object({ customers: z.object({ nodes: z.array(ShopifyCustomer) }) });

const ShopifyVariant = z.object({
  title: Text,
  sku: Text,
  price: z.coerce.number().nullish().catch(null),
  inventoryQuantity: z.number().int().nullish().catch(null),
  availableForSale: z.boolean().nullish(),
});

export const ShopifyProduct = z.object({
  id: z.string().min(1),
  title: z.string(),
  tracksInventory: z.boolean().nullish(),
  onlineStoreUrl: Text,
  variants: z.object({ nodes: z.array(ShopifyVariant) }),
});
export type ShopifyProduct = z.infer<typeof ShopifyProduct>;

export const ProductsAnswer = z.object({
  shop: z.object({ currencyCode: z.string().length(3) }),
  products: z.object({ nodes: z.array(ShopifyProduct) }),
});

export const ShopAnswer = z.object({
  shop: z.object({ name: z.string() }),
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }).nullish(),
});

/** Points; the bucket fills up again at `restoreRate` points a second. */
const Cost = z.object({
  requestedQueryCost: z.number().nullish(),
  throttleStatus: z
    .object({ maximumAvailable: z.number(), currentlyAvailable: z.number(), restoreRate: z.number().positive() })
    .nullish(),
});
export type Cost = z.infer<typeof Cost>;

const AnswerError = z.object({
  message: z.string().catch(''),
  extensions: z.object({ code: Text, requiredAccess: Text }).nullish().catch(null),
});
export type AnswerError = z.infer<typeof AnswerError>;

/** The frame of every answer; `errors` may stand beside `data` of which a part is missing. */
export const Answer = z.object({
  data: z.unknown().optional(),
  errors: z
    .union([z.array(AnswerError), z.string().transform((message): AnswerError[] => [{ message, extensions: null }])])
    .nullish(),
  extensions: z
    .object({ cost: Cost.nullish().catch(null) })
    .nullish()
    .catch(null),
});
export type Answer = z.infer<typeof Answer>;
