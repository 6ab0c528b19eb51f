import { problemOf } from '#shared/errors.ts';
import type { Inbox, InboxState } from '#shared/model/inbox.ts';
import type { InboxConnector, PulledPage } from '../ports/inbox-connector.ts';
import type { Database } from '../ports/repositories/index.ts';
import { askedPauseOf } from './asked-pause.ts';
import { type TakeDeps, takeMessages } from './take-messages.ts';
import { takeUndelivered } from './take-undelivered.ts';

export type SyncDeps = TakeDeps & Pick<Database, 'transaction' | 'inboxes' | 'orders'>;

/** Who follows a sync. */
export type SyncWatch = {
  progressed(progress: NonNullable<PulledPage['progress']>): void;
  /** Asked after every page: where it is true the sync ends there. */
  isPaused(): boolean;
};

const unwatched: SyncWatch = { progressed: () => undefined, isPaused: () => false };

/**
 * Pulls everything that is new, page by page; each page and its cursor are one transaction, so that a message comes in
 * once, wherever the pull is cut. Returns how many messages were new. Errors: those of the connector.
 */
export async function syncInbox(
  deps: SyncDeps,
  inbox: Inbox,
  connector: InboxConnector,
  signal: AbortSignal,
  watch: SyncWatch = unwatched,
): Promise<number> {
  let added = 0;
  let told: PulledPage['progress'] = null;
  const isKnown = (threadId: string): boolean => deps.conversations.findByThreadId(inbox.id, threadId) !== null;
  const tell = (progress: NonNullable<PulledPage['progress']>, isFinished: boolean): void =>
    deps.emit('progress.changed', { task: 'sync', subject: inbox.name, ...progress, isFinished });
  try {
    for (;;) {
      const page = await connector.pull(deps.inboxes.cursor(inbox.id), signal, isKnown);
      signal.throwIfAborted();
      const taken = takenPage(deps, inbox, page);
      added += taken.added;
      for (const conversationId of taken.failed) deps.emit('outbox.changed', { conversationId });
      for (const conversationId of taken.changed) deps.emit('conversation.changed', { conversationId });
      if (!page.hasMore) break;
      if (page.progress !== null) {
        told = page.progress;
        tell(told, false);
        watch.progressed(told);
      }
      if (watch.isPaused()) break;
    }
  } finally {
    if (told !== null) tell(told, true);
  }
  deps.emit('inbox.synced', { inboxId: inbox.id, added });
  return added;
}

type TakenPage = ReturnType<typeof takeMessages> & { readonly failed: readonly string[] };

function takenPage(deps: SyncDeps, inbox: Inbox, page: PulledPage): TakenPage {
  return deps.transaction(() => {
    deps.orders.save(inbox.storeId, page.orders);
    const taken = takeMessages(deps, inbox, page.messages);
    const failed = takeUndelivered(deps, inbox, page.undelivered);
    deps.inboxes.setCursor(inbox.id, page.cursor);
    return { ...taken, changed: new Set([...taken.changed, ...failed]), failed };
  });
}

/** Codes that only a person can mend: trying again would only annoy the server. */
const needsPerson: ReadonlySet<string> = new Set([
  'refused_credentials',
  'refused_permission',
  'no_keychain',
  'invalid_input',
  'unsupported',
]);

const firstPauseMs = 5_000;
const longestPauseMs = 10 * 60_000;

/**
 * The state of an inbox after a failure: stopped where a person is needed, else waiting, longer after each failure in a
 * row (5 s doubling to 10 min; `jitter` 0…1 spreads desks that failed together), and as long as the server asked for, up to a quarter of an hour.
 */
export function stateAfterFailure(
  previous: InboxState,
  error: unknown,
  failures: number,
  now: number,
  jitter: number,
): InboxState {
  const problem = problemOf(error);
  if (needsPerson.has(problem.code)) return { ...previous, phase: 'stopped', problem, nextTryAt: null, progress: null };
  const backoff = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, failures - 1)) * (0.75 + jitter / 2);
  const pause = Math.max(backoff, askedPauseOf(problem));
  return { ...previous, phase: 'waiting', problem, nextTryAt: Math.round(now + pause), progress: null };
}
