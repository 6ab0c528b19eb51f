import type { Thread } from '#shared/contract/conversation.ts';
import type { Database } from '../ports/repositories/index.ts';

/** Everything the desk shows of one conversation. Errors: `not_found`. */
export function readThread(
  deps: Pick<Database, 'conversations' | 'orders' | 'drafts' | 'outbox'>,
  conversationId: string,
): Thread {
  const conversation = deps.conversations.get(conversationId);
  return {
    conversation,
    messages: [...deps.conversations.messages(conversationId)],
    orders: [...deps.orders.forCustomer(conversation.storeId, conversation.customerAddress)],
    draft: deps.drafts.current(conversationId),
    outbox: deps.outbox
      .ofConversation(conversationId)
      .filter((item) => item.state !== 'sent' && item.state !== 'cancelled'),
  };
}
