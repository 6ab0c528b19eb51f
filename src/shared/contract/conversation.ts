import { z } from 'zod';
import { Id, PageRequest, pageOf } from '../model/basics.ts';
import { Conversation, ConversationRow, ConversationStatus, Message, ReplyLimits } from '../model/conversation.ts';
import { Draft } from '../model/draft.ts';
import { Evidence } from '../model/evidence.ts';
import { ThreadStatus } from '../model/helpdesk.ts';
import { Order } from '../model/order.ts';
import { OutboxItem } from '../model/outbox.ts';
import { request } from './definition.ts';

/** Everything the desk shows of one conversation; messages oldest first. */
export const Thread = z.object({
  conversation: Conversation,
  messages: z.array(Message),
  orders: z.array(Order),
  /** What a reply must keep to now; null where the inbox is removed and nothing can be sent. */
  limits: ReplyLimits.nullable(),
  /** Statuses the thread can be given in its helpdesk; null where the inbox is no helpdesk. */
  helpdesk: z.object({ statuses: z.array(ThreadStatus) }).nullable(),
  draft: Draft.nullable(),
  /** Replies that are on their way or need a person; sent ones are messages. */
  outbox: z.array(OutboxItem),
});
export type Thread = z.infer<typeof Thread>;

export const conversationRequests = {
  /** Unanswered ones who waits longest first; others the newest first. */
  'conversation.list': request(
    PageRequest.extend({
      storeId: Id.optional(),
      inboxId: Id.optional(),
      status: ConversationStatus.optional(),
      /** Words in the subject, the customer's name or address. */
      text: z.string().trim().max(200).optional(),
    }),
    pageOf(ConversationRow),
  ),
  'conversation.get': request(z.object({ conversationId: Id }), Thread),
  /** Nothing is owed to this customer now. */
  'conversation.close': request(z.object({ conversationId: Id }), z.object({})),
  'conversation.reopen': request(z.object({ conversationId: Id }), z.object({})),
  /** Searches what the desk knows, in the agent's own words. */
  'conversation.findEvidence': request(
    z.object({ storeId: Id, text: z.string().trim().min(1).max(2_000) }),
    z.array(Evidence),
  ),
};
