import type { z } from 'zod';
import { CustomersAnswer, OrdersAnswer, ProductsAnswer, ShopAnswer } from './shopify-shapes.ts';

/** One thing that is asked. Values travel as variables: a query is always the same text. */
export type Operation<T> = {
  readonly name: string;
  readonly query: string;
  readonly schema: z.ZodType<T>;
  /** Points it may cost, until an answer tells. */
  readonly expectedCost: number;
};

export const ordersOperation: Operation<OrdersAnswer> = {
  name: 'DesksideOrders',
  schema: OrdersAnswer,
  expectedCost: 250,
  query: `query DesksideOrders($query: String!, $first: Int!, $after: String) {
  shop { ianaTimezone }
  orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT, reverse: true) {
    nodes {
      name email createdAt cancelledAt displayFinancialStatus displayFulfillmentStatus
      totalPriceSet { shopMoney { amount currencyCode } }
      lineItems(first: 20) { nodes { title quantity sku requiresShipping } }
      fulfillments(first: 10) {
        createdAt status displayStatus deliveredAt estimatedDeliveryAt
        trackingInfo(first: 10) { company number url }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
};

export const customersOperation: Operation<z.infer<typeof CustomersAnswer>> = {
  name: 'DesksideCustomers',
  schema: CustomersAnswer,
  expectedCost: 10,
  query: `query DesksideCustomers($query: String!, $first: Int!) {
  customers(first: $first, query: $query) {
    nodes {
      displayName defaultEmailAddress { emailAddress } numberOfOrders amountSpent { amount currencyCode }
      createdAt tags note
    }
  }
}`,
};

export const productsOperation: Operation<z.infer<typeof ProductsAnswer>> = {
  name: 'DesksideProducts',
  schema: ProductsAnswer,
  expectedCost: 100,
  query: `query DesksideProducts($query: String!, $first: Int!) {
  shop { currencyCode }
  products(first: $first, query: $query, sortKey: RELEVANCE) {
    nodes {
      id title tracksInventory onlineStoreUrl
      variants(first: 25) { nodes { title sku price inventoryQuantity availableForSale } }
    }
  }
}`,
};

export const shopOperation: Operation<z.infer<typeof ShopAnswer>> = {
  name: 'DesksideShop',
  schema: ShopAnswer,
  expectedCost: 5,
  query: `query DesksideShop {
  shop { name }
  currentAppInstallation { accessScopes { handle } }
}`,
};

/**
 * A value as a quoted string of Shopify's search grammar: in quotes only the quote and the backslash have a meaning
 * (https://shopify.dev/docs/api/usage/search-syntax).
 */
function quoted(value: string): string {
  const line = value.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return `"${line.replace(/["\\]/g, '\\$&')}"`;
}

/** For orders as for customers. */
export function ofAddress(address: string): string {
  return `email:${quoted(address)}`;
}

/** Shops write "#1001" and "KS1001EU", customers "1001" and "ks1001eu". */
export function orderOfNumber(number: string): string {
  const bare = number.normalize('NFKC').replace(/^#/, '');
  const spellings = [...new Set([bare, bare.toUpperCase()])].flatMap((one) => [one, `#${one}`]);
  return spellings.map((one) => `name:${quoted(one)}`).join(' OR ');
}

const mostWords = 8;

/** Null where the text holds no word. Words are letters and digits alone, so that `*` is all that has a meaning. */
export function productsOfText(text: string, by: 'all' | 'any'): string | null {
  const words = text.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length === 0) return null;
  const titles = words.slice(0, mostWords).map((word) => `title:${word}*`);
  return `status:active AND ((${titles.join(by === 'all' ? ' AND ' : ' OR ')}) OR sku:${quoted(text)})`;
}
