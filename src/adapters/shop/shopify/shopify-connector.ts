import type { HttpTimes } from '#adapters/http/json-client.ts';
import { shopSource } from '#core/orders/shop-source.ts';
import { orderKey } from '#core/orders/order-key.ts';
import { type ShopConnector, mostCustomerOrders } from '#core/ports/shop.ts';
import { AppError } from '#shared/errors.ts';
import type { Order } from '#shared/model/order.ts';
import type { ShopifySettings } from '#shared/model/shop.ts';
import { probeShopify } from './probe-shopify.ts';
import { customerOf } from './read-customer.ts';
import { orderOf, timeZoneOf } from './read-order.ts';
import { productOf } from './read-product.ts';
import { createShopifyClient } from './shopify-client.ts';
import type { OrdersAnswer } from './shopify-shapes.ts';
import {
  customersOperation,
  ofAddress,
  orderOfNumber,
  ordersOperation,
  productsOfText,
  productsOperation,
} from './shopify-queries.ts';

type ShopifyConnectorInput = {
  readonly settings: ShopifySettings;
  /** The Admin API access token, or with a client id the client secret. */
  readonly secret: string;
  /** ms UTC. */
  readonly now: () => number;
  readonly times?: Partial<HttpTimes>;
};

/** Few customers have more, and the points of a page must be there before it is asked for. */
const ordersAPage = 10;
const mostPages = 8;
const productsFound = 20;
const customersFound = 3;

/**
 * A Shopify shop, by its Admin GraphQL API. Throws `invalid_input` where the token would go unencrypted over a network,
 * `refused_credentials` for what cannot be a token.
 */
export function openShopifyConnector({ settings, secret, now, times = {} }: ShopifyConnectorInput): ShopConnector {
  if (!/^[\x21-\x7e]+$/.test(secret)) throw new AppError('refused_credentials', 'This cannot be an access token');
  const client = createShopifyClient({ settings, secret, now, times });
  const source = shopSource(settings);
  const closing = new AbortController();
  const until = (signal: AbortSignal): AbortSignal => AbortSignal.any([signal, closing.signal]);

  /** Orders that are what was asked for; the search may find more. */
  async function ordersWhere(
    query: string,
    isMeant: (order: Order) => boolean,
    most: number,
    signal: AbortSignal,
  ): Promise<readonly Order[]> {
    const orders: Order[] = [];
    let after: string | null = null;
    for (let page = 0; page < mostPages; page++) {
      const readAt = now();
      const answer: OrdersAnswer = await client.ask(ordersOperation, { query, first: ordersAPage, after }, signal);
      const { nodes, pageInfo } = answer.orders;
      const shop = { source, timeZone: timeZoneOf(answer.shop?.ianaTimezone) };
      orders.push(...nodes.map((order) => orderOf(order, shop, readAt)).filter(isMeant));
      const next = pageInfo.endCursor ?? null;
      if (!pageInfo.hasNextPage || next === null || next === after || orders.length >= most) break;
      after = next;
    }
    return orders.slice(0, most);
  }

  return {
    source,
    probe: (signal) => probeShopify(client, until(signal)),
    async ordersOfCustomer(address, signal) {
      const own = askableAddress(address);
      if (own === null) return [];
      const isOwn = (order: Order): boolean => order.customerAddress === own;
      return ordersWhere(ofAddress(own), isOwn, mostCustomerOrders, until(signal));
    },
    async customerOf(address, signal) {
      const own = askableAddress(address);
      if (own === null) return null;
      const readAt = now();
      try {
        const query = ofAddress(own);
        const { customers } = await client.ask(customersOperation, { query, first: customersFound }, until(signal));
        const found = customers.nodes.map((one) => customerOf(one, source, readAt));
        return found.find((one) => one.address === own) ?? null;
      } catch (error) {
        // An app can do without the right to read customers.
        if (error instanceof AppError && error.code === 'refused_permission') return null;
        throw error;
      }
    },
    async orderByNumber(number, signal) {
      const key = orderKey(number);
      if (key === '') return null;
      const isMeant = (order: Order): boolean => orderKey(order.number) === key;
      return (await ordersWhere(orderOfNumber(number), isMeant, 1, until(signal)))[0] ?? null;
    },
    async productsMatching(text, by, signal) {
      const query = productsOfText(text, by);
      if (query === null) return [];
      const readAt = now();
      const answer = await client.ask(productsOperation, { query, first: productsFound }, until(signal));
      return answer.products.nodes.map((one) => productOf(one, answer.shop.currencyCode, source, readAt));
    },
    async close() {
      closing.abort();
    },
  };
}

/** An address as it is asked for; null for what cannot be one. */
function askableAddress(address: string): string | null {
  const own = address.trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+$/.test(own) ? own : null;
}
