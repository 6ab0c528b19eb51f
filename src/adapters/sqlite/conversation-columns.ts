import type { Conversation, ConversationRow, DraftState, Message } from '#shared/model/conversation.ts';

/** A row of `conversation` as the list and `get` read it. */
export type ConversationColumns = {
  id: string;
  store_id: string;
  inbox_id: string;
  subject: string;
  customer_name: string;
  customer_address: string;
  channel: Conversation['channel'];
  language: Conversation['language'];
  status: Conversation['status'];
  waiting_since: number | null;
  last_message_at: number;
  message_count: number;
  preview: string;
};

/** A row of `message`. */
export type MessageColumns = {
  id: string;
  conversation_id: string;
  remote_id: string;
  role: Message['role'];
  author_name: string;
  author_address: string;
  text: string;
  question: string;
  attachments: string;
  automatic: Message['automatic'];
  sent_at: number;
};

/** The columns of `ConversationColumns`, of `conversation` named `c`. */
export const conversationColumns = `
  c.id, c.store_id, c.inbox_id, c.subject, c.customer_name, c.customer_address, c.channel, c.language, c.status,
  c.waiting_since, c.last_message_at, c.message_count, c.preview`;

/** How ready the desk is for conversation `c`: a reply on its way stands before a draft. */
export const draftStateColumn = `
  CASE
    WHEN EXISTS (SELECT 1 FROM outbox_item o WHERE o.conversation_id = c.id
                    AND o.state IN ('waiting', 'sending', 'uncertain')) THEN 'sending'
    WHEN EXISTS (SELECT 1 FROM outbox_item o WHERE o.conversation_id = c.id AND o.state = 'failed') THEN 'failed'
    ELSE coalesce(
      (SELECT CASE WHEN d.silence IS NOT NULL THEN 'silent' WHEN d.has_gap = 1 THEN 'partial'
                   WHEN EXISTS (SELECT 1 FROM json_each(d.asks) ask
                                 WHERE d.evidence -> (ask.value ->> 'evidence') ->> 'language'
                                       NOT IN (d.language, 'und')) THEN 'translate'
                   ELSE 'ready' END
         FROM draft d WHERE d.conversation_id = c.id AND d.state = 'open'
        ORDER BY d.created_at DESC, d.id DESC LIMIT 1),
      'none')
  END AS draft`;

export function conversationOf(row: ConversationColumns): Conversation {
  return {
    id: row.id,
    storeId: row.store_id,
    inboxId: row.inbox_id,
    subject: row.subject,
    customerName: row.customer_name,
    customerAddress: row.customer_address,
    channel: row.channel,
    language: row.language,
    status: row.status,
    waitingSince: row.waiting_since,
    lastMessageAt: row.last_message_at,
    messageCount: row.message_count,
    preview: row.preview,
  };
}

export function conversationRowOf(row: ConversationColumns & { draft: DraftState }): ConversationRow {
  return { ...conversationOf(row), draft: row.draft };
}

export function messageOf(row: MessageColumns): Message {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    remoteId: row.remote_id,
    role: row.role,
    authorName: row.author_name,
    authorAddress: row.author_address,
    text: row.text,
    question: row.question,
    // Parsed without its schema: a thread has thousands, and only this file's table wrote it.
    attachments: row.attachments === '[]' ? [] : (JSON.parse(row.attachments) as Message['attachments']),
    automatic: row.automatic,
    sentAt: row.sent_at,
  };
}
