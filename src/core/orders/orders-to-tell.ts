import type { Conversation } from '#shared/model/conversation.ts';
import { type OrderToTell, orderAskedFor, namedOrdersIn } from '../drafting/order-evidence.ts';
import type { AskedPart } from '../conversations/asks.ts';
import { type OrderDeps, isDue, readCustomerOrders, readNamedOrder, sourceOf } from './read-orders.ts';

/** How long a draft waits for the shop, ms: a draft that is late helps nobody. */
export const draftPatienceMs = 4_000;
const mostNumbers = 3;

/** What the shop could not be asked in time. */
export type Unasked = {
  /** Numbers that may be orders. */
  readonly numbers: ReadonlySet<string>;
  /** Whether the customer may have orders that the desk does not know. */
  readonly isListOld: boolean;
};

/**
 * Sees to it that what the asks may be about was read lately, as far as the shop answers in time. Throws nothing that
 * the shop says.
 */
export async function freshenOrders(
  deps: OrderDeps,
  conversation: Conversation,
  asks: readonly AskedPart[],
): Promise<Unasked> {
  const { storeId, customerAddress } = conversation;
  const unasked = new Set<string>();
  if (asks.length === 0 || sourceOf(deps, storeId) === null) return { numbers: unasked, isListOld: false };
  const signal = deps.timeLimit(draftPatienceMs);
  const list = await readCustomerOrders(deps, { storeId, customerAddress }, signal);
  const numbers = [...new Set(asks.flatMap((ask) => namedOrdersIn(ask.withContext)))];
  for (const [i, number] of numbers.entries()) {
    // The list of the customer's own orders has told of most already.
    const reading = i < mostNumbers ? await readNamedOrder(deps, { storeId, number }, signal) : null;
    const isUnread = reading === null || reading.problem !== null;
    if (isUnread && deps.orders.byNumber(storeId, number) === null) unasked.add(number);
  }
  return { numbers: unasked, isListOld: list.problem !== null };
}

/**
 * The order that an ask is about; null where that is not certain. A number is no proof: what becomes of an order is told
 * to whom it belongs.
 */
export function orderToTell(
  deps: OrderDeps,
  conversation: Conversation,
  ask: AskedPart,
  unasked: Unasked,
): OrderToTell | null {
  const { storeId } = conversation;
  const own = conversation.customerAddress.toLowerCase();
  const numbers = namedOrdersIn(ask.withContext);
  if (own === '' || numbers.some((number) => unasked.numbers.has(number))) return null;
  const named = numbers.map((number) => deps.orders.byNumber(storeId, number)).filter((order) => order !== null);
  if (!named.every((order) => order.customerAddress.toLowerCase() === own)) return null;
  const order = orderAskedFor(named, deps.orders.forCustomer(storeId, own));
  if (order === null || order.status === 'held') return null;
  const isOld = isDue(order, sourceOf(deps, storeId), deps.clock.now());
  return {
    order,
    isOld: isOld || (named.length === 0 && unasked.isListOld),
    // By mail the reply goes to the address; elsewhere it goes to whoever typed it.
    isClaimed: conversation.channel !== null && conversation.channel !== 'email',
  };
}
