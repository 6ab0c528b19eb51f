import type { Conversation, Message } from '#shared/model/conversation.ts';
import { detectLanguage } from './detect-language.ts';

/** What is known of a conversation beside its messages. */
export type ConversationFrame = Pick<
  Conversation,
  'id' | 'storeId' | 'inboxId' | 'subject' | 'customerName' | 'customerAddress'
>;

const previewLength = 140;

/**
 * A conversation as its messages make it; `messages` oldest first, at least one. `previous` is what was kept of it:
 * a conversation that a person closed stays closed until a customer writes after that.
 */
export function foldMessages(
  frame: ConversationFrame,
  messages: readonly Message[],
  previous: Conversation | null,
): Conversation {
  const last = messages.at(-1);
  const lastAgent = messages.findLastIndex((message) => message.role === 'agent');
  const waiting = messages.slice(lastAgent + 1).filter((message) => message.automatic === null);
  const wroteSince =
    previous === null || (last?.sentAt ?? 0) > previous.lastMessageAt || messages.length > previous.messageCount;
  const status = statusOf(messages, waiting, previous, wroteSince);
  const customerText = messages
    .filter((message) => message.role === 'customer')
    .slice(-3)
    .map((message) => message.question)
    .join('\n');
  return {
    ...frame,
    language: detectLanguage(customerText === '' ? frame.subject : customerText),
    status,
    waitingSince: status === 'unanswered' ? (waiting[0]?.sentAt ?? null) : null,
    lastMessageAt: last?.sentAt ?? 0,
    messageCount: messages.length,
    preview: previewOf(last?.question ?? ''),
  };
}

function statusOf(
  messages: readonly Message[],
  waiting: readonly Message[],
  previous: Conversation | null,
  wroteSince: boolean,
): Conversation['status'] {
  if (waiting.length > 0) {
    const isKept = previous !== null && previous.status !== 'unanswered' && !wroteSince;
    return isKept ? previous.status : 'unanswered';
  }
  const isOnlyAutomatic = messages.every((message) => message.automatic !== null);
  return isOnlyAutomatic ? 'closed' : previous?.status === 'closed' ? 'closed' : 'answered';
}

function previewOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > previewLength ? `${line.slice(0, previewLength - 1)}…` : line;
}

const replyPrefix = /^\s*(?:re|aw|antw|sv|vs|fwd?|wg|回复|回覆|答复|答覆|转发|轉寄|返信|転送)(?:\[\d+\])?\s*[:：]\s*/iu;

/** The subject without what replying and forwarding put before it. */
export function bareSubjectOf(subject: string): string {
  let bare = subject;
  while (replyPrefix.test(bare)) bare = bare.replace(replyPrefix, '');
  return bare.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Whether a subject says of itself that it answers something. */
export function isReplySubject(subject: string): boolean {
  return replyPrefix.test(subject);
}
