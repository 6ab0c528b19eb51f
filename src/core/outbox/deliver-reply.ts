import type { EmitEvent } from '#shared/contract/events.ts';
import { AppError, type ErrorCode, type Problem, problemOf } from '#shared/errors.ts';
import type { Message } from '#shared/model/conversation.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { newTextOf } from '../conversations/new-text.ts';
import { replyLimitsOf } from '../conversations/reply-limits.ts';
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
  /** Takes in what has come into a conversation since it was last read. Errors: those of the connector. */
  readonly readAgain: (conversationId: string, connector: InboxConnector, signal: AbortSignal) => Promise<void>;
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
      return mayHaveLeft(item)
        ? sendUnlessFound(deps, connector, item, signal)
        : sendUnlessMovedOn(deps, connector, item, signal);
    case 'sending':
    case 'uncertain':
      return lookFor(deps, connector, item, signal);
    default:
      return item;
  }
}

/**
 * Reads the inbox once more before a reply leaves: where the customer has written meanwhile, or a colleague has
 * answered, a person decides.
 */
async function sendUnlessMovedOn(
  deps: DeliverDeps,
  connector: InboxConnector,
  item: OutboxItem,
  signal: AbortSignal,
): Promise<OutboxItem> {
  try {
    await deps.readAgain(item.conversationId, connector, signal);
  } catch (error) {
    const current = { ...item, attempts: item.attempts + 1 };
    return deps.outbox.get(item.id).state === 'waiting' ? afterFailure(deps, current, error) : deps.outbox.get(item.id);
  }
  if (deps.outbox.get(item.id).state !== 'waiting') return deps.outbox.get(item.id);
  const lastMessageId = newestWordSince(deps, item);
  if (lastMessageId === null) return sendOnce(deps, connector, item, signal);
  const moved = new AppError('thread_moved_on', 'The thread has a message the agent had not seen when they replied', {
    detail: { lastMessageId },
  });
  return kept(deps, { ...item, state: 'failed', problem: problemOf(moved), nextTryAt: null });
}

/**
 * The newest message of a person that came in after the reply was written; null where there is none. Ids sort by the
 * time they were made, so that a message dated before the reply but read after it counts.
 */
function newestWordSince(deps: DeliverDeps, item: OutboxItem): string | null {
  const insisted = item.problem?.code === 'thread_moved_on' ? item.problem.detail['lastMessageId'] : undefined;
  const seen = typeof insisted === 'string' ? insisted : item.id;
  const own = new Set(deps.outbox.ofConversation(item.conversationId).map((other) => other.remoteId));
  const later = deps.conversations
    .messages(item.conversationId)
    .filter((message) => message.automatic === null && message.id > seen && !own.has(message.remoteId))
    .map((message) => message.id);
  return later.sort().at(-1) ?? null;
}

async function sendOnce(
  deps: DeliverDeps,
  connector: InboxConnector,
  item: OutboxItem,
  signal: AbortSignal,
): Promise<OutboxItem> {
  const closedAt = windowEnd(deps, connector, item);
  if (closedAt !== null && closedAt <= deps.clock.now()) {
    const closed = new AppError('reply_window_closed', 'The channel takes no reply so long after the last message', {
      detail: { closedAt },
    });
    return kept(deps, { ...item, state: 'failed', problem: problemOf(closed), nextTryAt: null });
  }
  let current: OutboxItem = { ...item, attempts: item.attempts + 1 };
  let remoteId: string;
  try {
    remoteId = await connector.send(outgoing(deps, current), signal, () => {
      // A person may have taken it back while the line was being opened.
      if (deps.outbox.get(item.id).state !== 'waiting') throw new AppError('cancelled', 'The reply was taken back');
      current = kept(deps, { ...current, state: 'sending', problem: null, nextTryAt: null });
    });
  } catch (error) {
    const latest = deps.outbox.get(item.id);
    return latest.state === current.state ? afterFailure(deps, current, error) : latest;
  }
  // Not within the try: what fails here says nothing about the reply, which has left.
  return sent(deps, current, remoteId);
}

/** Until when the customer's channel takes a reply; a reply may have waited longer than that for the line. */
function windowEnd(deps: DeliverDeps, connector: InboxConnector, { conversationId }: OutboxItem): number | null {
  const conversation = deps.conversations.get(conversationId);
  return replyLimitsOf(connector, conversation, deps.conversations.messages(conversationId)).closesAt;
}

/** With these the inbox says that it did not take the reply, also after it began to leave. */
const refusals: ReadonlySet<ErrorCode> = new Set([
  'refused_by_server',
  'not_found',
  'refused_credentials',
  'refused_permission',
  'rate_limited',
  'remote_failed',
  'invalid_input',
  'unsupported',
  // The thread has changed since it was read: it is read again before the next try.
  'conflict',
]);

/** Trying again would be refused again: a person decides. */
const final: ReadonlySet<ErrorCode> = new Set(['refused_by_server', 'not_found', 'invalid_input', 'unsupported']);

function afterFailure(deps: DeliverDeps, item: OutboxItem, error: unknown): OutboxItem {
  const problem = problemOf(error);
  const now = deps.clock.now();
  if (item.state === 'sending' && !refusals.has(problem.code)) {
    return kept(deps, { ...item, state: 'uncertain', attempts: 0, problem, nextTryAt: now });
  }
  if (final.has(problem.code)) {
    return kept(deps, { ...item, state: 'failed', problem, nextTryAt: null });
  }
  const pause = Math.max(pauseAfter(item.attempts), Number(problem.detail['retryAfterMs'] ?? 0));
  return kept(deps, { ...item, state: 'waiting', problem, nextTryAt: now + pause });
}

/** Whether a person said to send again what nobody could say had left. */
function mayHaveLeft(item: OutboxItem): boolean {
  return item.problem?.code === 'send_uncertain';
}

async function sendUnlessFound(
  deps: DeliverDeps,
  connector: InboxConnector,
  item: OutboxItem,
  signal: AbortSignal,
): Promise<OutboxItem> {
  const found = await looked(deps, connector, item, signal);
  if (typeof found === 'string') return sent(deps, item, found);
  if (found === null) return sendOnce(deps, connector, item, signal);
  const attempts = item.attempts + 1;
  return kept(deps, { ...item, attempts, nextTryAt: deps.clock.now() + pauseAfter(attempts) });
}

async function lookFor(
  deps: DeliverDeps,
  connector: InboxConnector,
  item: OutboxItem,
  signal: AbortSignal,
): Promise<OutboxItem> {
  const looks = item.state === 'sending' ? 1 : item.attempts + 1;
  const current = kept(deps, { ...item, state: 'uncertain', attempts: looks });
  const found = await looked(deps, connector, current, signal);
  if (typeof found === 'string') return sent(deps, current, found);
  const now = deps.clock.now();
  if (found !== null) {
    // Not a look: it is not counted. A line that stays broken is not dialled in a storm.
    const pause = pauseAfter(item.problem?.code === found.code ? 3 : 1);
    return kept(deps, { ...current, problem: found, attempts: looks - 1, nextTryAt: now + pause });
  }
  if (connector.capabilities.provesUnsent)
    return kept(deps, { ...current, state: 'waiting', attempts: 0, problem: null, nextTryAt: null });
  const problem = problemOf(
    new AppError('send_uncertain', 'The line broke while the reply was leaving, and it is not among the sent ones'),
  );
  if (looks >= looksForUncertain) return kept(deps, { ...current, state: 'failed', problem, nextTryAt: null });
  return kept(deps, { ...current, problem, nextTryAt: now + pauseAfter(looks) });
}

/** The remote id of the reply where the inbox knows it as sent, or why it could not say. */
async function looked(
  deps: DeliverDeps,
  connector: InboxConnector,
  item: OutboxItem,
  signal: AbortSignal,
): Promise<string | Problem | null> {
  try {
    return await connector.findSent(outgoing(deps, item), signal);
  } catch (error) {
    return problemOf(error);
  }
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
function sent(deps: DeliverDeps, item: OutboxItem, remoteId: string): OutboxItem {
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
    if (!deps.conversations.hasMessage(item.inboxId, remoteId)) addSentMessage(deps, done, remoteId);
  });
  deps.emit('outbox.changed', { conversationId: item.conversationId });
  deps.emit('conversation.changed', { conversationId: item.conversationId });
  return done;
}

function addSentMessage(deps: DeliverDeps, item: OutboxItem, remoteId: string): void {
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
    attachments: [],
    automatic: null,
    // When it was said, not when it left: what the customer wrote in between has no answer yet.
    sentAt: item.createdAt,
  };
  const { references, threadId } = outgoing(deps, item);
  deps.conversations.addMessage(item.inboxId, message, { references, threadId });
  refold(deps, item.conversationId, conversation, false);
}

function outgoing(deps: DeliverDeps, item: OutboxItem): OutgoingReply {
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
    inReplyTo: asked?.remoteId ?? null,
    references: asked === undefined ? [] : [...threading.references, asked.remoteId],
    threadId: threading.threadId,
    writtenAt: item.createdAt,
  };
}
