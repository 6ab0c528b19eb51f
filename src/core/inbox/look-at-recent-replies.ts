import { AppError } from '#shared/errors.ts';
import type { Inbox } from '#shared/model/inbox.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import type { InboxConnector, UndeliveredReply } from '../ports/inbox-connector.ts';
import type { SyncDeps } from './sync-inbox.ts';
import { takeUndelivered } from './take-undelivered.ts';

const minute = 60_000;
/** A reply is looked at when it has been sent so long ago: channels tell soon that they could not bring it, if they do. */
const agesMs = [3 * minute, 10 * minute, 30 * minute, 60 * minute];
/** A look that comes late looks at what the ages since have come to, up to this. */
const longestAgoMs = 70 * minute;
const mostThreads = 30;
/** The far side's clock may be so much off. */
const clockGraceMs = 10 * minute;

export type RecentReplies = {
  readonly inbox: Inbox;
  readonly connector: InboxConnector;
  /** When this was last done, ms UTC; 0 where it never was. */
  readonly lookedAt: number;
};

/**
 * Asks an inbox whether replies it took a while ago have reached their customers: what becomes of them shows in no list
 * of what is new. At most 30 conversations a look and four looks a reply. Best effort: where the inbox gives no answer,
 * its next sync says why. Errors: `cancelled`.
 */
export async function lookAtRecentReplies(
  deps: SyncDeps,
  { inbox, connector, lookedAt }: RecentReplies,
  signal: AbortSignal,
): Promise<void> {
  const { undeliveredSince } = connector;
  if (undeliveredSince === undefined) return;
  const now = deps.clock.now();
  const due = deps.outbox.sentSince(inbox.id, now - longestAgoMs).filter((item) => isDue(item, lookedAt, now));
  const sentAt = new Map<string, number>();
  for (const item of due) {
    const known = sentAt.get(item.conversationId) ?? item.createdAt;
    sentAt.set(item.conversationId, Math.min(known, item.createdAt));
  }
  for (const [conversationId, since] of [...sentAt].slice(0, mostThreads)) {
    const thread = threadOf(deps, conversationId);
    const found = await orRefusal(() => undeliveredSince(thread, since - clockGraceMs, signal));
    if (found === null) return;
    for (const failed of deps.transaction(() => takeUndelivered(deps, inbox, found))) {
      deps.emit('outbox.changed', { conversationId: failed });
      deps.emit('conversation.changed', { conversationId: failed });
    }
  }
}

function isDue({ sentAt }: OutboxItem, lookedAt: number, now: number): boolean {
  return sentAt !== null && agesMs.some((age) => sentAt + age > lookedAt && sentAt + age <= now);
}

function threadOf(deps: SyncDeps, conversationId: string) {
  const last = deps.conversations.messages(conversationId).at(-1);
  const threadId = last === undefined ? null : deps.conversations.threadingOf(last.id).threadId;
  return { threadId, customerAddress: deps.conversations.get(conversationId).customerAddress };
}

const aboutOneThread: ReadonlySet<string> = new Set(['refused_credentials', 'refused_permission', 'not_found']);

/** What is found; nothing where this one conversation is refused; null where the inbox does not answer. */
async function orRefusal(ask: () => Promise<readonly UndeliveredReply[]>): Promise<readonly UndeliveredReply[] | null> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
    return aboutOneThread.has(error.code) ? [] : null;
  }
}
