import { lookAtRecentReplies } from '#core/inbox/look-at-recent-replies.ts';
import { type SyncDeps, stateAfterFailure, syncInbox } from '#core/inbox/sync-inbox.ts';
import { problemOf } from '#shared/errors.ts';
import type { InboxState } from '#shared/model/inbox.ts';
import type { ConnectorPool } from '../connector-pool.ts';
import { type Waker, createWaker } from '../waker.ts';

/** Without push, how long between two looks. */
const pollMs = 30_000;
/** How long between two looks at what became of recent replies. */
const repliesMs = 3 * 60_000;

export type InboxLoops = {
  /** Starts a loop for every inbox that has none, and stops those of removed ones. */
  refresh(): void;
  /** Looks now, whatever the inbox waits for, unless it is paused. Settings that changed are taken up. */
  syncNow(inboxId: string): void;
  stop(): Promise<void>;
};

type Running = { readonly waker: Waker; readonly controller: AbortController; readonly done: Promise<void> };

/**
 * Keeps every inbox in sync: pull, wait for news, pull again; on failure wait longer, or stop where a person is needed.
 * `onLineBack` hears of every inbox that answers again after it had failed.
 */
export function createInboxLoops(
  deps: SyncDeps,
  pool: ConnectorPool,
  onError: (error: unknown) => void,
  onLineBack: (inboxId: string) => void = () => undefined,
): InboxLoops {
  const running = new Map<string, Running>();
  const ending = new Set<Promise<void>>();

  function setState(inboxId: string, state: InboxState): void {
    deps.inboxes.setState(inboxId, state);
    deps.emit('inbox.stateChanged', { inboxId });
  }

  const isPaused = (inboxId: string): boolean => deps.inboxes.get(inboxId).pausedAt !== null;

  async function run(inboxId: string, waker: Waker, loop: AbortSignal): Promise<void> {
    let failures = 0;
    let repliesLookedAt = 0;
    while (!loop.aborted) {
      if (isPaused(inboxId)) {
        await waker.sleep(Number.POSITIVE_INFINITY, loop);
        continue;
      }
      const round = roundSignal(loop, waker);
      try {
        await pullOnce(inboxId, loop);
        failures = 0;
        const connector = await pool.get(inboxId);
        const now = deps.clock.now();
        if (now >= repliesLookedAt + repliesMs && !isPaused(inboxId)) {
          const recent = { inbox: deps.inboxes.get(inboxId), connector, lookedAt: repliesLookedAt };
          await lookAtRecentReplies(deps, recent, round.signal);
          repliesLookedAt = now;
        }
        // Woken meanwhile: a connector need not look whether its signal is aborted already.
        if (!round.signal.aborted && !isPaused(inboxId)) await connector.waitForNews(pollMs, round.signal);
      } catch (error) {
        if (loop.aborted) return;
        if (round.signal.aborted) continue;
        failures++;
        if (problemOf(error).code === 'internal') onError(error);
        const state = stateAfterFailure(
          deps.inboxes.get(inboxId).state,
          error,
          failures,
          deps.clock.now(),
          Math.random(),
        );
        setState(inboxId, state);
        const pause = state.nextTryAt === null ? Number.POSITIVE_INFINITY : state.nextTryAt - deps.clock.now();
        await waker.sleep(Math.max(pause, 0), loop);
      } finally {
        round.end();
      }
    }
  }

  async function pullOnce(inboxId: string, signal: AbortSignal): Promise<void> {
    const inbox = deps.inboxes.get(inboxId);
    setState(inboxId, { ...inbox.state, phase: 'syncing', nextTryAt: null });
    await syncInbox(deps, inbox, await pool.get(inboxId), signal, {
      progressed: (progress) => setState(inboxId, { ...deps.inboxes.get(inboxId).state, progress }),
      isPaused: () => isPaused(inboxId),
    });
    // What a pause has left undone is shown until it goes on.
    const progress = isPaused(inboxId) ? deps.inboxes.get(inboxId).state.progress : null;
    const syncedAt = progress === null ? deps.clock.now() : inbox.state.syncedAt;
    setState(inboxId, { phase: 'idle', problem: null, syncedAt, nextTryAt: null, progress });
    if (inbox.state.problem !== null) onLineBack(inboxId);
  }

  return {
    refresh() {
      const wanted = new Set(deps.inboxes.list().map((inbox) => inbox.id));
      for (const [inboxId, loop] of running) {
        if (wanted.has(inboxId)) continue;
        loop.controller.abort();
        running.delete(inboxId);
        ending.add(loop.done);
        void loop.done.then(() => ending.delete(loop.done));
      }
      for (const inboxId of wanted) {
        if (running.has(inboxId)) continue;
        const waker = createWaker();
        const controller = new AbortController();
        running.set(inboxId, { waker, controller, done: run(inboxId, waker, controller.signal).catch(onError) });
      }
    },
    syncNow(inboxId) {
      running.get(inboxId)?.waker.wake();
    },
    async stop() {
      for (const loop of running.values()) loop.controller.abort();
      await Promise.all([...ending, ...[...running.values()].map((loop) => loop.done)]);
      running.clear();
    },
  };
}

/** A signal for one wait: it ends with the loop, or when somebody wakes the loop. */
function roundSignal(loop: AbortSignal, waker: Waker): { readonly signal: AbortSignal; readonly end: () => void } {
  const woken = new AbortController();
  const over = new AbortController();
  void waker.sleep(Number.POSITIVE_INFINITY, AbortSignal.any([loop, over.signal])).then(() => {
    if (!over.signal.aborted) woken.abort();
  });
  return { signal: AbortSignal.any([loop, woken.signal]), end: () => over.abort() };
}
