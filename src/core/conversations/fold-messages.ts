import type { Conversation, Message } from '#shared/model/conversation.ts';
import { detectLanguage } from './detect-language.ts';
import { waitingMessages } from './waiting-messages.ts';

/** What is known of a conversation beside its messages. */
export type ConversationFrame = Pick<
  Conversation,
  'id' | 'storeId' | 'inboxId' | 'subject' | 'customerName' | 'customerAddress' | 'channel'
>;

const previewLength = 140;

/**
 * A conversation as its messages make it; `messages` oldest first, at least one. `kept` is the status it had, where
 * nobody has written since: what a person closed, or answered with a reply that is still on its way, stays so.
 */
export function foldMessages(
  frame: ConversationFrame,
  messages: readonly Message[],
  kept: Conversation['status'] | null,
): Conversation {
  const last = messages.at(-1);
  const waiting = waitingMessages(messages).filter((message) => message.automatic === null);
  const status = statusOf(messages, waiting, kept);
  return {
    ...frame,
    language: languageOf(frame, messages),
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
  kept: Conversation['status'] | null,
): Conversation['status'] {
  if (waiting.length > 0) return kept ?? 'unanswered';
  const isOnlyAutomatic = messages.every((message) => message.automatic !== null);
  return isOnlyAutomatic || kept === 'closed' ? 'closed' : 'answered';
}

function languageOf(frame: ConversationFrame, messages: readonly Message[]): Conversation['language'] {
  const fromCustomer = messages.filter((message) => message.role === 'customer');
  const byPerson = fromCustomer.filter((message) => message.automatic === null);
  const text = (byPerson.length > 0 ? byPerson : fromCustomer)
    .slice(-3)
    .map((message) => message.question)
    .join('\n');
  return detectLanguage(text.trim() === '' ? frame.subject : text);
}

function previewOf(text: string): string {
  const line = [
    ...text
      .slice(0, 10 * previewLength)
      .replace(/\s+/g, ' ')
      .trim(),
  ];
  return line.length > previewLength ? `${line.slice(0, previewLength - 1).join('')}…` : line.join('');
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
