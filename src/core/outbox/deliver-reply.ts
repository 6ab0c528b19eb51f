import type { EmitEvent } from '#shared/contract/events.ts';
import { AppError, problemOf } from '#shared/errors.ts';
import type { Message } from '#shared/model/conversation.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { newTextOf } from '../conversations/new-text.ts';
import { refold } from '../inbox/take-messages.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { InboxConnector, OutgoingReply } from '../ports/inbox-connector.ts';
import type { Database } from '../ports/repositories/index.ts';

export type DeliverDeps = Pick<
  Database,
  'transaction' | 'outbox' | 'conversations' | 'drafts' | 'inboxes' | 'stores'
> & {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly emit: EmitEvent;
};

/** How often an uncertain reply is looked for before a person is asked. */
const looksForUncertain = 4;
const retryPausesMs: readonly number[] = [5_000, 15_000, 60_000, 300_000, 900_000];

/**
 * Takes one reply a step further and returns it as it then stands. A reply is marked `sending` before the first byte
 * that could make it leave; found in that state later (a crash, a broken line) it is looked for in the inbox and sent
 * again only where the inbox proves that it never left. Never throws for what the inbox does.
 */
export async function deliverReply(
  deps: DeliverDeps,
  connector: InboxConnector,
  outboxId: string,
  signal: AbortSignal,
): Promise<OutboxItem> {
  const item = deps.outbox.get(outboxId);
  switch (item.state) {
    case 'waiting':
      return sendOnce(deps, connector, item, signal);
    case 'sending':
    case 'uncertain':
      return lookFor(deps, connector, item, signal);
    default:
      return item;
  }
}

async function sendOnce(
  deps: DeliverDeps,
  connector: InboxConnector,
  item: OutboxItem,
  signal: AbortSignal,
): Promise<OutboxItem> {
  let current: OutboxItem = { ...item, attempts: item.attempts + 1 };
  try {
    await connector.send(outgoing(deps, current), signal, () => {
      // A person may have taken it back while the line was being opened.
      if (deps.outbox.get(item.id).state === 'cancelled') throw new AppError('cancelled', 'The reply was taken back');
      current = kept(deps, { ...current, state: 'sending', problem: null, nextTryAt: null });
    });
    return sent(deps, current);
  } catch (error) {
    const latest = deps.outbox.get(item.id);
    if (latest.state === 'cancelled') return latest;
    return afterFailure(deps, current, error);
  }
}

function afterFailure(deps: DeliverDeps, item: OutboxItem, error: unknown): OutboxItem {
  const problem = problemOf(error);
  const now = deps.clock.now();
  if (problem.code === 'send_uncertain') {
    return kept(deps, { ...item, state: 'uncertain', attempts: 0, problem, nextTryAt: now });
  }
  // `sending` and another code: the connector knows that the reply did not leave.
  if (problem.code === 'refused_by_server' || problem.code === 'invalid_input' || problem.code === 'unsupported') {
    return kept(deps, { ...item, state: 'failed', problem, nextTryAt: null });
  }
  return kept(deps, { ...item, state: 'waiting', problem, nextTryAt: now + pauseAfter(item.attempts) });
}

async function lookFor(
  deps: DeliverDeps,
  connector: InboxConnector,
  item: OutboxItem,
  signal: AbortSignal,
): Promise<OutboxItem> {
  const looks = item.state === 'sending' ? 1 : item.attempts + 1;
  const current = kept(deps, { ...item, state: 'uncertain', attempts: looks });
  try {
    if (await connector.findSent(outgoing(deps, current), signal)) return sent(deps, current);
  } catch (error) {
    return kept(deps, {
      ...current,
      problem: problemOf(error),
      attempts: looks - 1,
      nextTryAt: deps.clock.now() + pauseAfter(looks),
    });
  }
  if (connector.capabilities.provesUnsent)
    return kept(deps, { ...current, state: 'waiting', attempts: 0, problem: null, nextTryAt: null });
  const problem = problemOf(
    new AppError('send_uncertain', 'The line broke while the reply was leaving, and it is not among the sent ones'),
  );
  if (looks >= looksForUncertain) return kept(deps, { ...current, state: 'failed', problem, nextTryAt: null });
  return kept(deps, { ...current, problem, nextTryAt: deps.clock.now() + pauseAfter(looks) });
}

function pauseAfter(attempts: number): number {
  return retryPausesMs[Math.min(Math.max(attempts, 1), retryPausesMs.length) - 1] ?? 900_000;
}

function kept(deps: DeliverDeps, item: OutboxItem): OutboxItem {
  deps.outbox.save(item);
  deps.emit('outbox.changed', { conversationId: item.conversationId });
  return item;
}

/** The reply has left: it becomes a message of the thread, under the name a later pull will bring it by. */
function sent(deps: DeliverDeps, item: OutboxItem): OutboxItem {
  const done: OutboxItem = { ...item, state: 'sent', problem: null, nextTryAt: null, sentAt: deps.clock.now() };
  deps.transaction(() => {
    deps.outbox.save(done);
    if (!deps.conversations.hasMessage(item.inboxId, item.remoteId)) addSentMessage(deps, done);
  });
  deps.emit('outbox.changed', { conversationId: item.conversationId });
  deps.emit('conversation.changed', { conversationId: item.conversationId });
  return done;
}

function addSentMessage(deps: DeliverDeps, item: OutboxItem): void {
  const conversation = deps.conversations.get(item.conversationId);
  const inbox = deps.inboxes.get(item.inboxId);
  const message: Message = {
    id: deps.ids.newId(),
    conversationId: item.conversationId,
    remoteId: item.remoteId,
    role: 'agent',
    authorName: deps.stores.get(conversation.storeId).settings.name,
    authorAddress: inbox.settings.kind === 'imap' ? inbox.settings.address : '',
    text: item.body,
    question: newTextOf(item.body),
    attachments: [],
    automatic: null,
    sentAt: item.sentAt ?? deps.clock.now(),
  };
  deps.conversations.addMessage(item.inboxId, message, { references: outgoing(deps, item).references, threadId: null });
  refold(deps, item.conversationId, conversation, false);
}

function outgoing(deps: DeliverDeps, item: OutboxItem): OutgoingReply {
  const conversation = deps.conversations.get(item.conversationId);
  const asked = deps.conversations
    .messages(item.conversationId)
    .findLast((message) => message.role === 'customer' && message.sentAt <= item.createdAt);
  const threading = asked === undefined ? { references: [], threadId: null } : deps.conversations.threadingOf(asked.id);
  return {
    remoteId: item.remoteId,
    toAddress: conversation.customerAddress,
    toName: conversation.customerName,
    subject: conversation.subject,
    body: item.body,
    inReplyTo: asked?.remoteId ?? null,
    references: asked === undefined ? [] : [...threading.references, asked.remoteId],
    threadId: threading.threadId,
  };
}
