import type { EmitEvent } from '#shared/contract/events.ts';
import type { Conversation, Message } from '#shared/model/conversation.ts';
import type { Inbox } from '#shared/model/inbox.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { type ConversationFrame, bareSubjectOf, foldMessages, isReplySubject } from '../conversations/fold-messages.ts';
import { newTextOf } from '../conversations/new-text.ts';
import { messageToAnswer } from '../conversations/waiting-messages.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { IncomingMessage } from '../ports/inbox-connector.ts';
import type { Database } from '../ports/repositories/index.ts';

export type TakeDeps = Pick<Database, 'conversations' | 'drafts' | 'outbox'> & {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly emit: EmitEvent;
};

/** Mail under the same bare subject from the same customer joins the conversation if it was active this recently. */
const subjectThreadDays = 14;

/**
 * Puts new messages into their conversations, inside the caller's transaction; ones that are known already are passed
 * over. Returns the ids of the conversations that changed and how many messages were new.
 */
export function takeMessages(
  deps: TakeDeps,
  inbox: Inbox,
  incoming: readonly IncomingMessage[],
): { readonly changed: ReadonlySet<string>; readonly added: number } {
  const touched = new Map<string, { frame: ConversationFrame; hasNewWord: boolean }>();
  let added = 0;
  for (const message of incoming) {
    if (deps.conversations.hasMessage(inbox.id, message.remoteId) || isOwnReply(deps, inbox, message)) continue;
    added++;
    const conversationId = homeOf(deps, inbox, message);
    const own = asMessage(deps, conversationId, message);
    const before = touched.get(conversationId);
    const frame = frameOf(deps, inbox, conversationId, message, before?.frame);
    const isNewWord = own.role === 'customer' && own.automatic === null;
    touched.set(conversationId, { frame, hasNewWord: isNewWord || before?.hasNewWord === true });
    // A message needs its conversation's row to hang on; it is folded properly once all of them are in.
    if (deps.conversations.find(conversationId) === null) save(deps, foldMessages(frame, [own], null));
    deps.conversations.addMessage(inbox.id, own, { references: message.references, threadId: message.threadId });
  }
  for (const [conversationId, { frame, hasNewWord }] of touched) refold(deps, conversationId, frame, hasNewWord);
  return { changed: new Set(touched.keys()), added };
}

const hasLeft: ReadonlySet<OutboxItem['state']> = new Set(['sending', 'uncertain', 'sent']);

/** A reply of the desk's own that bears another name than the inbox gave when it took it: the outbox notes it. */
function isOwnReply({ conversations, outbox }: TakeDeps, inbox: Inbox, message: IncomingMessage): boolean {
  const { role, key, threadId } = message;
  if (role !== 'agent' || key === undefined || threadId === null) return false;
  const conversationId = conversations.findByThreadId(inbox.id, threadId);
  if (conversationId === null) return false;
  return outbox.ofConversation(conversationId).some((item) => item.remoteId === key && hasLeft.has(item.state));
}

/**
 * Brings a conversation up to date with its messages; a draft for what is no longer the last word goes stale.
 * `isOpen`: its customer has a new word in it, so that what a person decided before holds no longer.
 */
export function refold(
  deps: Pick<TakeDeps, 'conversations' | 'drafts'>,
  conversationId: string,
  frame: ConversationFrame,
  isOpen: boolean,
): void {
  const messages = deps.conversations.messages(conversationId);
  const kept = isOpen ? null : (deps.conversations.find(conversationId)?.status ?? null);
  save(deps, foldMessages(frame, messages, kept));
  const draft = deps.drafts.current(conversationId);
  if (draft?.state === 'open' && messageToAnswer(messages)?.id !== draft.messageId) {
    deps.drafts.setState(draft.id, 'stale');
  }
}

function save(deps: Pick<TakeDeps, 'conversations'>, conversation: Conversation): void {
  deps.conversations.save(conversation, bareSubjectOf(conversation.subject));
}

/**
 * References are the sender's own claim: a mail that names another customer's message must not land in their thread,
 * where it would be answered with their order.
 */
function mayJoin(deps: TakeDeps, conversationId: string, message: IncomingMessage): boolean {
  if (message.role === 'agent') return true;
  const known = deps.conversations.find(conversationId)?.customerAddress ?? '';
  return known === '' || known === message.customerAddress;
}

function homeOf(deps: TakeDeps, inbox: Inbox, message: IncomingMessage): string {
  const byThread = message.threadId === null ? null : deps.conversations.findByThreadId(inbox.id, message.threadId);
  if (byThread !== null) return byThread;
  const byReference = deps.conversations.findByRemoteIds(
    inbox.id,
    [...message.references].reverse().concat(message.remoteId),
  );
  if (byReference !== null && mayJoin(deps, byReference, message)) return byReference;
  if (message.threadId === null && isReplySubject(message.subject)) {
    const since = message.sentAt - subjectThreadDays * 86_400_000;
    const bySubject = deps.conversations.findBySubject(
      inbox.id,
      message.customerAddress,
      bareSubjectOf(message.subject),
      since,
    );
    if (bySubject !== null) return bySubject;
  }
  return deps.ids.newId();
}

function frameOf(
  deps: TakeDeps,
  inbox: Inbox,
  conversationId: string,
  message: IncomingMessage,
  before: ConversationFrame | undefined,
): ConversationFrame {
  const known = before ?? deps.conversations.find(conversationId);
  if (known !== null) {
    if (message.role === 'agent') return known;
    const channel = message.channel ?? known.channel;
    return { ...known, channel, customerName: known.customerName || message.customerName };
  }
  return {
    id: conversationId,
    storeId: inbox.storeId,
    inboxId: inbox.id,
    subject: message.subject,
    customerName: message.customerName,
    customerAddress: message.customerAddress,
    channel: message.channel,
  };
}

function asMessage(deps: TakeDeps, conversationId: string, message: IncomingMessage): Message {
  return {
    id: deps.ids.newId(),
    conversationId,
    remoteId: message.remoteId,
    role: message.role,
    authorName: message.authorName,
    authorAddress: message.authorAddress,
    text: message.text,
    question: newTextOf(message.text),
    attachments: [...message.attachments],
    automatic: message.automatic,
    sentAt: placeOf(deps, conversationId, message),
  };
}

/**
 * When a message stands in its thread. A customer's that comes in after the agent's reply was accepted stands after it,
 * though its own clock or a slow line dates it before: the agent has not seen it. The desk's own reply, pulled before
 * its sending was noted, stands where it was accepted.
 */
function placeOf(deps: TakeDeps, conversationId: string, message: IncomingMessage): number {
  const replies = deps.outbox.ofConversation(conversationId).filter((item) => item.state !== 'cancelled');
  if (message.role === 'agent')
    return replies.find((item) => item.remoteId === message.remoteId)?.createdAt ?? message.sentAt;
  const acceptedAt = Math.max(...replies.map((item) => item.createdAt));
  if (message.automatic !== null || message.sentAt > acceptedAt) return message.sentAt;
  const answered = deps.conversations
    .messages(conversationId)
    .findLast((known) => known.role === 'customer' && known.sentAt <= acceptedAt);
  return answered !== undefined && message.sentAt > answered.sentAt ? acceptedAt + 1 : message.sentAt;
}
