import { AppError, type ErrorCode, errorOf, problemOf } from '#shared/errors.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { replyLimitsOf } from '../conversations/reply-limits.ts';
import { askedPauseOf } from '../inbox/asked-pause.ts';
import type { InboxConnector } from '../ports/inbox-connector.ts';
import { inDoubt, isThreadGone, lookForReply, looked } from './look-for-reply.ts';
import { outgoingFiles } from './reply-files.ts';
import { type ProgressDeps, kept, outgoing, pauseAfter, sent } from './reply-progress.ts';
import { uncertainProblem, uncertainSends, withUncertainSends } from './uncertain-sends.ts';

export type DeliverDeps = ProgressDeps & {
  /** Takes in what has come into a conversation since it was last read. Errors: those of the connector. */
  readonly readAgain: (conversationId: string, connector: InboxConnector, signal: AbortSignal) => Promise<void>;
};

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
      return uncertainSends(item) > 0
        ? sendUnlessFound(deps, connector, item, signal)
        : sendUnlessMovedOn(deps, connector, item, signal);
    case 'sending':
    case 'uncertain':
      return lookForReply(deps, connector, item, signal);
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
  const latest = deps.outbox.get(item.id);
  if (latest.state !== 'waiting') return latest;
  const moved = movedOn(deps, item);
  return moved === null ? sendOnce(deps, connector, item, signal) : forPerson(deps, item, moved);
}

/** The error that holds a reply back where its thread has a word its author has not seen; else null. */
function movedOn(deps: DeliverDeps, item: OutboxItem): AppError | null {
  const lastMessageId = newestWordSince(deps, item);
  if (lastMessageId === null) return null;
  return new AppError('thread_moved_on', 'The thread has a message the agent had not seen when they replied', {
    detail: { lastMessageId },
  });
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
    return forPerson(deps, item, closed);
  }
  let current: OutboxItem = { ...item, attempts: item.attempts + 1 };
  let moved: AppError | null = null;
  let remoteId: string;
  try {
    const files = outgoingFiles(deps, item.files);
    remoteId = await connector.send({ ...outgoing(deps, current), files }, signal, () => {
      // A person may have taken it back while the line was being opened.
      if (deps.outbox.get(item.id).state !== 'waiting') throw new AppError('cancelled', 'The reply was taken back');
      // A pull may have brought a word while the connector waited for its turn.
      moved = movedOn(deps, item);
      if (moved !== null) throw moved;
      const problem = uncertainProblem(uncertainSends(item));
      current = kept(deps, { ...current, state: 'sending', problem, nextTryAt: null });
    });
  } catch (error) {
    const latest = deps.outbox.get(item.id);
    if (latest.state !== current.state) return latest;
    return moved === null ? afterFailure(deps, current, error) : forPerson(deps, current, moved);
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
  'files_refused',
  // The thread has changed since it was read: it is read again before the next try.
  'conflict',
]);

/** Trying again would be refused again: a person decides. */
const final: ReadonlySet<ErrorCode> = new Set([
  'refused_by_server',
  'not_found',
  'invalid_input',
  'unsupported',
  'files_refused',
]);

function afterFailure(deps: DeliverDeps, item: OutboxItem, error: unknown): OutboxItem {
  const told = problemOf(error);
  const now = deps.clock.now();
  if (item.state === 'sending' && !refusals.has(told.code)) {
    const uncertain = inDoubt(item);
    const problem = withUncertainSends(told, uncertainSends(uncertain));
    return kept(deps, { ...uncertain, problem, nextTryAt: now });
  }
  if (final.has(told.code)) return forPerson(deps, item, error);
  const problem = withUncertainSends(told, uncertainSends(item));
  const pause = Math.max(pauseAfter(item.attempts), askedPauseOf(told));
  return kept(deps, { ...item, state: 'waiting', problem, nextTryAt: now + pause });
}

function forPerson(deps: DeliverDeps, item: OutboxItem, error: unknown): OutboxItem {
  const problem = withUncertainSends(problemOf(error), uncertainSends(item));
  return kept(deps, { ...item, state: 'failed', problem, nextTryAt: null });
}

/** A reply that may have left already is looked for once more before it is sent. */
async function sendUnlessFound(
  deps: DeliverDeps,
  connector: InboxConnector,
  item: OutboxItem,
  signal: AbortSignal,
): Promise<OutboxItem> {
  const found = await looked(deps, connector, item, signal);
  const latest = deps.outbox.get(item.id);
  if (latest.state !== 'waiting') return latest;
  if (typeof found === 'string') return sent(deps, item, found);
  if (found === null) return sendUnlessMovedOn(deps, connector, item, signal);
  if (isThreadGone(found)) return forPerson(deps, item, errorOf(found));
  const attempts = item.attempts + 1;
  const pause = Math.max(pauseAfter(attempts), askedPauseOf(found));
  return kept(deps, { ...item, attempts, nextTryAt: deps.clock.now() + pause });
}
