import type { Channel, Conversation } from '#shared/model/conversation.ts';
import type { Order } from '#shared/model/order.ts';
import type { AskedPart } from '../conversations/asks.ts';
import { type OrderToTell, orderAskedFor } from '../drafting/order-evidence.ts';
import { namedNumbersIn } from '../drafting/order-numbers.ts';
import { orderKey } from './order-key.ts';
import { type OrderDeps, isDue, isFresh, readCustomerOrders, readNamedOrder, sourceOf } from './read-orders.ts';

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

/** Whether others than the customer may read what is written there: comments have no channel, tweets share one. */
export function mayBePublic(channel: Channel | null): boolean {
  return channel === null || channel === 'twitter';
}

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
  const numbers = numbersOf(asks).filter((number) => !isOwnByAnotherName(deps, conversation, number));
  for (const [i, number] of numbers.entries()) {
    // The list of the customer's own orders has told of most already.
    const reading = i < mostNumbers ? await readNamedOrder(deps, { storeId, number }, signal) : null;
    const isUnread = reading === null || reading.problem !== null;
    if (isUnread && deps.orders.byNumber(storeId, number) === null) unasked.add(number);
  }
  return { numbers: unasked, isListOld: list.problem !== null };
}

/** What has not been asked of the shop, where it is not to be asked now. */
export function knownOrders(deps: OrderDeps, conversation: Conversation, asks: readonly AskedPart[]): Unasked {
  const { storeId, customerAddress } = conversation;
  if (asks.length === 0 || sourceOf(deps, storeId) === null) return { numbers: new Set(), isListOld: false };
  const isKnown = (number: string): boolean =>
    deps.orders.numberReadAt(storeId, number) !== null || orderNamed(deps, conversation, number) !== null;
  return {
    numbers: new Set(numbersOf(asks).filter((number) => !isKnown(number))),
    isListOld: !isFresh(deps.orders.customerReadAt(storeId, customerAddress), deps.clock.now()),
  };
}

/** Those first that can only be orders. */
function numbersOf(asks: readonly AskedPart[]): readonly string[] {
  const named = asks.flatMap((ask) => namedNumbersIn(ask.withContext));
  const isFirst = (isMarked: boolean): readonly string[] =>
    named.flatMap((one) => (one.isMarked === isMarked ? [one.text] : []));
  return [...new Set([...isFirst(true), ...isFirst(false)])];
}

/**
 * The order that an ask is about; null where that is not certain. A number is no proof: what becomes of an order is told
 * to whom it belongs, and only where nobody else reads it.
 */
export function orderToTell(
  deps: OrderDeps,
  conversation: Conversation,
  ask: AskedPart,
  unasked: Unasked,
): OrderToTell | null {
  const { storeId, channel } = conversation;
  const own = conversation.customerAddress.toLowerCase();
  const numbers = namedNumbersIn(ask.withContext);
  if (own === '' || mayBePublic(channel) || numbers.some(({ text }) => unasked.numbers.has(text))) return null;
  const found = numbers.map(({ text, isMarked }) => ({ isMarked, order: orderNamed(deps, conversation, text) }));
  // A number that can only be an order's, and is none that is known: no other order answers for it.
  if (found.some(({ isMarked, order }) => isMarked && order === null)) return null;
  const named = found.flatMap(({ order }) => order ?? []);
  if (!named.every((order) => order.customerAddress.toLowerCase() === own)) return null;
  const order = orderAskedFor(named, deps.orders.forCustomer(storeId, own));
  if (order === null || order.status === 'held') return null;
  const now = deps.clock.now();
  return {
    order,
    now,
    isOld: isDue(order, sourceOf(deps, storeId), now) || (named.length === 0 && unasked.isListOld),
    // By mail the reply goes to the address; elsewhere it goes to whoever typed it.
    isClaimed: channel !== 'email',
  };
}

/** The order of that number; else the customer's own whose digits or whose parcel it is. */
function orderNamed(deps: OrderDeps, conversation: Conversation, number: string): Order | null {
  return deps.orders.byNumber(conversation.storeId, number) ?? ownByAnotherName(deps, conversation, number);
}

function isOwnByAnotherName(deps: OrderDeps, conversation: Conversation, number: string): boolean {
  return (
    deps.orders.byNumber(conversation.storeId, number) === null && ownByAnotherName(deps, conversation, number) !== null
  );
}

function ownByAnotherName(deps: OrderDeps, conversation: Conversation, number: string): Order | null {
  const key = orderKey(number);
  const alike = deps.orders
    .forCustomer(conversation.storeId, conversation.customerAddress)
    .filter((order) => order.number.replace(/\D/g, '') === key || orderKey(order.trackingNumber ?? '') === key);
  return alike.length === 1 ? (alike[0] ?? null) : null;
}
