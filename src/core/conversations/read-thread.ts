import type { Thread } from '#shared/contract/conversation.ts';
import { agedDraft } from '../orders/aged-draft.ts';
import { sourceOf } from '../orders/read-orders.ts';
import type { Clock } from '../ports/clock.ts';
import type { Database } from '../ports/repositories/index.ts';
import type { InboxTraits } from '../ports/inbox-connector.ts';
import { replyLimitsOf } from './reply-limits.ts';

/** Everything the desk shows of one conversation. Errors: `not_found`. */
export function readThread(
  deps: Pick<Database, 'conversations' | 'orders' | 'shops' | 'drafts' | 'outbox'> & {
    readonly clock: Clock;
    /** Null for a removed inbox, whose conversations stay readable. */
    readonly inboxFor: (inboxId: string) => InboxTraits | null;
  },
  conversationId: string,
): Thread {
  const conversation = deps.conversations.get(conversationId);
  const messages = deps.conversations.messages(conversationId);
  const inbox = deps.inboxFor(conversation.inboxId);
  const draft = deps.drafts.current(conversationId);
  return {
    conversation,
    messages: [...messages],
    orders: [...deps.orders.forCustomer(conversation.storeId, conversation.customerAddress)],
    limits: inbox === null ? null : replyLimitsOf(inbox, conversation, messages),
    helpdesk: inbox?.helpdesk ? { statuses: [...inbox.helpdesk.statuses] } : null,
    draft: draft === null ? null : agedDraft(draft, sourceOf(deps, conversation.storeId), deps.clock.now()),
    outbox: deps.outbox
      .ofConversation(conversationId)
      .filter((item) => item.state !== 'sent' && item.state !== 'cancelled'),
  };
}
