import { AppError, type Problem, problemOf } from '#shared/errors.ts';
import { type FactSource, type Order, factFreshMs } from '#shared/model/order.ts';
import type { Clock } from '../ports/clock.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type ShopAccess, type ShopConnector, mostCustomerOrders } from '../ports/shop.ts';
import { isSameSource, shopSource } from './shop-source.ts';

export type OrderDeps = Pick<Database, 'transaction' | 'orders' | 'shops'> & ShopAccess & { readonly clock: Clock };

/** Older orders a shop may keep back (Shopify without `read_all_orders`): their absence proves nothing, ms. */
const listedFor = 55 * 86_400_000;

/** What became of reading; the facts themselves are in the repository. */
export type Reading = {
  /** Null where the store has no shop. */
  readonly source: FactSource | null;
  /** Whether something was read just now. */
  readonly hasRead: boolean;
  /** Why something that was due could not be read. */
  readonly problem: Problem | null;
};

export function isFresh(readAt: number | null, now: number): boolean {
  return readAt !== null && now - readAt <= factFreshMs;
}

/** The source of the store's shop; null where it has none. */
export function sourceOf(deps: Pick<Database, 'shops'>, storeId: string): FactSource | null {
  const connection = deps.shops.find(storeId);
  return connection === null ? null : shopSource(connection.settings);
}

/** Whether a fact of the store's shop is due to be read again. Other facts have nowhere to be read. */
export function isDue(
  fact: { readonly source: FactSource; readonly readAt: number },
  source: FactSource | null,
  now: number,
): boolean {
  return source !== null && isSameSource(fact.source, source) && !isFresh(fact.readAt, now);
}

/**
 * Reads all orders of a customer where what is known is old, or at any rate. Throws nothing that the shop says: what is
 * known stays, and the reading tells why.
 */
export async function readCustomerOrders(
  deps: OrderDeps,
  input: { readonly storeId: string; readonly customerAddress: string; readonly isForced?: boolean },
  signal: AbortSignal,
): Promise<Reading> {
  const { storeId, customerAddress } = input;
  const source = sourceOf(deps, storeId);
  const nothing = { source, hasRead: false, problem: null };
  if (source === null || !customerAddress.includes('@')) return nothing;
  const readAt = deps.orders.customerReadAt(storeId, customerAddress);
  if (input.isForced !== true && isFresh(readAt, deps.clock.now())) return nothing;
  return tried(deps, storeId, source, signal, async (shop) => {
    const asked = deps.clock.now();
    const orders = await shop.ordersOfCustomer(customerAddress, signal);
    deps.transaction(() => {
      if (!isShopStill(deps, storeId, source)) return;
      for (const gone of goneOrders(deps.orders.forCustomer(storeId, customerAddress), orders, source, asked)) {
        deps.orders.remove(storeId, gone);
      }
      deps.orders.save(storeId, orders);
      deps.orders.setCustomerReadAt(storeId, customerAddress, asked);
    });
  });
}

/**
 * Reads one order by its number where it is unknown or old; what the shop does not know is asked for once in a while
 * too. An order so old that the shop may keep it back stays as it is known. Throws nothing that the shop says.
 */
export async function readNamedOrder(
  deps: OrderDeps,
  input: { readonly storeId: string; readonly number: string },
  signal: AbortSignal,
): Promise<Reading> {
  const { storeId, number } = input;
  const source = sourceOf(deps, storeId);
  const known = deps.orders.byNumber(storeId, number);
  const nothing = { source, hasRead: false, problem: null };
  if (source === null || (known !== null && !isDue(known, source, deps.clock.now()))) return nothing;
  if (isFresh(deps.orders.numberReadAt(storeId, number), deps.clock.now())) return nothing;
  return tried(deps, storeId, source, signal, async (shop) => {
    const asked = deps.clock.now();
    const order = await shop.orderByNumber(number, signal);
    deps.transaction(() => {
      if (!isShopStill(deps, storeId, source)) return;
      if (order !== null) return deps.orders.save(storeId, [order]);
      deps.orders.setNumberReadAt(storeId, number, asked);
      if (known !== null && isListed(known, asked)) deps.orders.remove(storeId, known);
    });
  });
}

/** A customer's facts change with their orders, and no draft rests on them. */
const customerFreshMs = 15 * 60_000;

/** Reads what the shop knows of a customer where that is old, or at any rate. Returns why it could not be read. */
export async function readCustomer(
  deps: OrderDeps,
  input: { readonly storeId: string; readonly customerAddress: string; readonly isForced: boolean },
  signal: AbortSignal,
): Promise<Problem | null> {
  const { storeId, customerAddress } = input;
  const source = sourceOf(deps, storeId);
  if (source === null || !customerAddress.includes('@')) return null;
  const readAt = deps.shops.customer(storeId, customerAddress)?.readAt ?? null;
  if (!input.isForced && readAt !== null && deps.clock.now() - readAt <= customerFreshMs) return null;
  const reading = await tried(deps, storeId, source, signal, async (shop) => {
    const asked = deps.clock.now();
    const customer = await shop.customerOf(customerAddress, signal);
    if (isShopStill(deps, storeId, source)) {
      deps.shops.saveCustomer(storeId, customerAddress, { customer, readAt: asked });
    }
  });
  return reading.problem;
}

async function tried(
  deps: OrderDeps,
  storeId: string,
  source: FactSource,
  signal: AbortSignal,
  work: (shop: ShopConnector) => Promise<void>,
): Promise<Reading> {
  try {
    const shop = await deps.shopOf(storeId);
    if (shop === null) return { source: null, hasRead: false, problem: null };
    await work(shop);
    return { source, hasRead: true, problem: null };
  } catch (error) {
    return { source, hasRead: false, problem: shopProblem(error, source, signal) };
  }
}

/** What a shop's failure is told as: one that the desk gave up waiting for took too long. */
export function shopProblem(error: unknown, source: FactSource, signal: AbortSignal): Problem {
  if (!(error instanceof AppError)) throw error;
  if (error.code !== 'cancelled' || !signal.aborted) return problemOf(error);
  return { code: 'timed_out', message: `${source.name} did not answer in time`, detail: { host: source.name } };
}

/** The owner may have connected another shop while this one answered. */
function isShopStill(deps: OrderDeps, storeId: string, source: FactSource): boolean {
  const now = sourceOf(deps, storeId);
  return now !== null && isSameSource(now, source);
}

/** Orders the shop would have listed and did not: deleted, or given to another customer. */
function goneOrders(
  known: readonly Order[],
  listed: readonly Order[],
  source: FactSource,
  now: number,
): readonly Order[] {
  if (listed.length >= mostCustomerOrders) return [];
  const numbers = new Set(listed.map((order) => order.number));
  return known.filter(
    (order) => isSameSource(order.source, source) && !numbers.has(order.number) && isListed(order, now),
  );
}

/** Whether the shop tells of orders that old: their absence proves that they are gone. */
function isListed({ placedAt }: Order, now: number): boolean {
  return now - placedAt < listedFor;
}
