import type { FactSource, Order } from '#shared/model/order.ts';
import type { Product, ShopCustomer, ShopProbeReport } from '#shared/model/shop.ts';

/** Orders of one customer that `ordersOfCustomer` gives at most: the newest. */
export const mostCustomerOrders = 50;

/**
 * A store's shop system, whatever technology: it reads, and changes nothing. One instance serves one shop.
 * Every method but `probe` and `close` throws AppError only: `refused_credentials`, `refused_permission` (both need a
 * person; `detail.missing` names rights), `not_found` (no such shop), `unreachable`, `timed_out`, `rate_limited`
 * (`detail.retryAfterMs`), `remote_failed`, `cancelled` (`detail.waitedFor`: `turn` where the shop was not asked yet). What customers wrote is a value in a search, never a part of
 * its grammar. Facts carry the source and the time they were asked for.
 */
export type ShopConnector = {
  readonly source: FactSource;
  /** Looks at everything the desk will need. Does not throw: what fails, and which rights lack, is in the report. */
  probe(signal: AbortSignal): Promise<ShopProbeReport>;
  /** Orders placed under exactly this address, whatever its case; the last changed first. */
  ordersOfCustomer(address: string, signal: AbortSignal): Promise<readonly Order[]>;
  /** Who orders under exactly this address; null where the shop knows nobody, or must not tell. */
  customerOf(address: string, signal: AbortSignal): Promise<ShopCustomer | null>;
  /** The order of that number as `orderKey` reads it, whoever placed it; null where there is none. */
  orderByNumber(number: string, signal: AbortSignal): Promise<Order | null>;
  /** Products on sale whose title holds all, or any, of the words, or whose SKU is the text; the nearest first. */
  productsMatching(text: string, by: 'all' | 'any', signal: AbortSignal): Promise<readonly Product[]>;
  close(): Promise<void>;
};

/** How a use case comes to the shop of a store, and does not wait for it without end. */
export type ShopAccess = {
  /** Null where the store has none. Errors: `refused_credentials` without a secret, `no_keychain`. */
  readonly shopOf: (storeId: string) => Promise<ShopConnector | null>;
  /** A signal that aborts with a `TimeoutError` after this many ms. */
  readonly timeLimit: (ms: number) => AbortSignal;
};
