import type { CustomerOrders } from '#shared/contract/shop.ts';
import { AppError } from '#shared/errors.ts';
import type { Draft } from '#shared/model/draft.ts';
import { type DraftDeps, draftReply } from '../drafting/draft-reply.ts';
import { asksOrderStatus } from '../drafting/order-asks.ts';
import { isDue, readCustomer, readCustomerOrders, sourceOf } from './read-orders.ts';

/**
 * Reads the orders and facts of a conversation's customer where what is known is old, or at any rate, and has an open
 * draft made again that may rest on them, or rests on older ones, also where they could not be read. Tells the windows where the facts are other than before. Errors: `not_found` only.
 */
export async function refreshConversation(
  deps: DraftDeps,
  input: { readonly conversationId: string; readonly isForced: boolean },
  signal: AbortSignal,
): Promise<CustomerOrders> {
  const { conversationId, isForced } = input;
  const { storeId, customerAddress } = deps.conversations.get(conversationId);
  const known = (): CustomerOrders['orders'] => [...deps.orders.forCustomer(storeId, customerAddress)];
  const before = JSON.stringify(known());
  const { source, hasRead, problem } = await readCustomerOrders(deps, { storeId, customerAddress, isForced }, signal);
  const customerProblem = problem ?? (await readCustomer(deps, { storeId, customerAddress, isForced }, signal));
  const orders = known();
  if (hasRead && JSON.stringify(orders) !== before) deps.emit('orders.changed', { conversationId });
  await redraft(deps, conversationId, hasRead);
  return {
    orders,
    customer: deps.shops.customer(storeId, customerAddress)?.customer ?? null,
    source,
    readAt: deps.orders.customerReadAt(storeId, customerAddress),
    problem: customerProblem,
  };
}

async function redraft(deps: DraftDeps, conversationId: string, hasRead: boolean): Promise<void> {
  const draft = deps.drafts.current(conversationId);
  if (draft?.state !== 'open') return;
  const mayTell = hasRead && draft.asks.some((ask) => asksOrderStatus(ask.text));
  if (!mayTell && !isBehind(deps, draft)) return;
  try {
    await draftReply(deps, { conversationId, keepsPicks: true });
  } catch (error) {
    // Somebody answered or closed it meanwhile: no draft is owed any more.
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
  }
}

/** Whether a draft uses a fact that is due to be read again, or that is known newer. */
function isBehind(deps: DraftDeps, { conversationId, asks, evidence }: Draft): boolean {
  const { storeId, customerAddress } = deps.conversations.get(conversationId);
  const source = sourceOf(deps, storeId);
  const listReadAt = deps.orders.customerReadAt(storeId, customerAddress) ?? 0;
  return asks.some((ask) => {
    const used = ask.evidence === null ? undefined : evidence[ask.evidence];
    if (!used?.reading) return false;
    const isPassed = used.kind === 'order' && source !== null && used.reading.readAt < listReadAt;
    return isPassed || isDue(used.reading, source, deps.clock.now());
  });
}
