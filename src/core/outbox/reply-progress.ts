import type { EmitEvent } from '#shared/contract/events.ts';
import type { Message } from '#shared/model/conversation.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { newTextOf } from '../conversations/new-text.ts';
import { refold } from '../inbox/take-messages.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { OutgoingReply } from '../ports/inbox-connector.ts';
import type { Database } from '../ports/repositories/index.ts';

export type ProgressDeps = Pick<
  Database,
  'transaction' | 'outbox' | 'conversations' | 'drafts' | 'inboxes' | 'stores' | 'files'
> & {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly emit: EmitEvent;
};

const retryPausesMs: readonly number[] = [5_000, 15_000, 60_000, 300_000, 900_000];

/** How long to wait after so many attempts in a row, ms. */
export function pauseAfter(attempts: number): number {
  return retryPausesMs[Math.min(Math.max(attempts, 1), retryPausesMs.length) - 1] ?? 900_000;
}

export function kept(deps: Pick<ProgressDeps, 'outbox' | 'emit'>, item: OutboxItem): OutboxItem {
  deps.outbox.save(item);
  deps.emit('outbox.changed', { conversationId: item.conversationId });
  return item;
}

/** The reply has left: it becomes a message of the thread, under the name a later pull will bring it by. */
export function sent(deps: ProgressDeps, item: OutboxItem, remoteId: string): OutboxItem {
  const done: OutboxItem = {
    ...item,
    state: 'sent',
    problem: null,
    nextTryAt: null,
    sentAt: deps.clock.now(),
    sentAs: remoteId,
  };
  deps.transaction(() => {
    deps.outbox.save(done);
    if (deps.conversations.hasMessage(item.inboxId, remoteId)) placeSentMessage(deps, done, remoteId);
    else addSentMessage(deps, done, remoteId);
  });
  deps.emit('outbox.changed', { conversationId: item.conversationId });
  deps.emit('conversation.changed', { conversationId: item.conversationId });
  return done;
}

function addSentMessage(deps: ProgressDeps, item: OutboxItem, remoteId: string): void {
  const conversation = deps.conversations.get(item.conversationId);
  // An inbox may be removed while its last reply leaves.
  const settings = deps.inboxes.list(conversation.storeId).find((inbox) => inbox.id === item.inboxId)?.settings;
  const message: Message = {
    id: deps.ids.newId(),
    conversationId: item.conversationId,
    remoteId,
    role: 'agent',
    authorName: deps.stores.get(conversation.storeId).settings.name,
    authorAddress: settings?.kind === 'imap' ? settings.address : '',
    text: item.body,
    question: newTextOf(item.body),
    attachments: item.files.map(({ name, contentType, size }) => ({ name, contentType, size })),
    automatic: null,
    // When it was said, not when it left: what the customer wrote in between has no answer yet.
    sentAt: item.createdAt,
  };
  const { references, threadId } = outgoing(deps, item);
  deps.conversations.addMessage(item.inboxId, message, { references, threadId });
  refold(deps, item.conversationId, conversation, false);
}

/**
 * A pull was quicker and brought the reply by the time it left: it stands where it was said all the same. Where that
 * shows a customer's word without an answer, its conversation waits, unless a person has closed it.
 */
function placeSentMessage(deps: ProgressDeps, item: OutboxItem, remoteId: string): void {
  const conversation = deps.conversations.get(item.conversationId);
  deps.conversations.moveMessage(item.inboxId, remoteId, item.createdAt);
  const isAskedSince = deps.conversations
    .messages(item.conversationId)
    .some(({ role, automatic, sentAt }) => role === 'customer' && automatic === null && sentAt > item.createdAt);
  refold(deps, item.conversationId, conversation, isAskedSince && conversation.status === 'answered');
}

/** The reply as its inbox takes it, without its files: to look for it. */
export function outgoing(deps: Pick<ProgressDeps, 'conversations'>, item: OutboxItem): OutgoingReply {
  const conversation = deps.conversations.get(item.conversationId);
  const messages = deps.conversations.messages(item.conversationId);
  const asked = messages.findLast(
    (message) => message.role === 'customer' && message.automatic === null && message.sentAt <= item.createdAt,
  );
  const hook = asked ?? messages.at(-1);
  const threading = hook === undefined ? { references: [], threadId: null } : deps.conversations.threadingOf(hook.id);
  return {
    remoteId: item.remoteId,
    toAddress: conversation.customerAddress,
    toName: conversation.customerName,
    subject: conversation.subject,
    body: item.body,
    files: [],
    inReplyTo: asked?.remoteId ?? null,
    references: asked === undefined ? [] : [...threading.references, asked.remoteId],
    threadId: threading.threadId,
    writtenAt: item.createdAt,
  };
}
