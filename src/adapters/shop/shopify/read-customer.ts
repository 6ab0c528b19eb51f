import type { FactSource } from '#shared/model/order.ts';
import type { ShopCustomer } from '#shared/model/shop.ts';
import { lineOf, timeOf } from './read-order.ts';
import type { ShopifyCustomer } from './shopify-shapes.ts';

/** A customer of Shopify as typed facts. `readAt`: when they were asked for, ms UTC. */
export function customerOf(customer: ShopifyCustomer, source: FactSource, readAt: number): ShopCustomer {
  const { amountSpent } = customer;
  return {
    name: lineOf(customer.displayName) ?? '',
    address: (customer.defaultEmailAddress?.emailAddress ?? '').trim().toLowerCase(),
    orderCount: customer.numberOfOrders,
    spent: amountSpent ? { value: amountSpent.amount, currency: amountSpent.currencyCode } : null,
    since: timeOf(customer.createdAt),
    tags: customer.tags.flatMap((tag) => lineOf(tag) ?? []),
    note: lineOf(customer.note),
    source,
    readAt,
  };
}
