import { type CompareDeps, compareEntry, compareMemory, healthRules } from '#core/health/compare-entries.ts';
import { soloRules } from '#core/health/health-list.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { EmitEvent } from '#shared/contract/events.ts';
import { createWaker } from '../waker.ts';

export type HealthLoop = {
  /** Knowledge is another: what changed is compared. */
  wake(): void;
  /** What needs no other entry (time, lessons, use) may be another. */
  refresh(): void;
  /** Resolves when nothing waits to be compared. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

export type HealthLoopDeps = CompareDeps & {
  readonly clock: Clock;
  readonly emit: EmitEvent;
  readonly passTurn: () => Promise<void>;
};

/** Work between two turns, ms: half a frame, so that a draft that is asked for does not feel it. */
const sliceMs = 8;
/** The pause after each slice leaves others at least as much time as the comparing takes. */
const pauseMs = 8;
const refreshEveryMs = 3_600_000;
/** After the database has refused. */
const restMs = 5_000;
const rowsAtOnce = 2_000;
const usesAtOnce = 200;
const progressFrom = 200;
/** The window asks anew at most this often while a long comparing goes on. */
const tellEveryMs = 2_000;

/** Compares what has changed in the background, entry by entry: what is waiting is kept, so a restart goes on. */
export function startHealthLoop(deps: HealthLoopDeps, onError: (error: unknown) => void): HealthLoop {
  const waker = createWaker();
  const controller = new AbortController();
  const { signal } = controller;
  const memory = compareMemory();
  const waiting: Array<() => void> = [];
  let isIdle = false;
  let isRefreshDue = true;
  let toldAt = 0;
  let hasNews = false;

  function tell(isForced: boolean): void {
    if (!hasNews || (!isForced && deps.clock.now() - toldAt < tellEveryMs)) return;
    hasNews = false;
    toldAt = deps.clock.now();
    deps.emit('health.changed', {});
  }

  async function pause(): Promise<void> {
    await deps.passTurn();
    await createWaker().sleep(pauseMs, signal);
  }

  /** Compares for a slice of time; false when nothing waits. */
  function slice(): boolean {
    const until = performance.now() + sliceMs;
    do {
      const [entryId] = deps.findings.waiting(1);
      if (entryId === undefined) return false;
      try {
        hasNews = compareEntry(deps, memory, entryId) || hasNews;
        // While all is new, the sweep over all comes anyway.
        if (!isRefreshDue) hasNews = deps.findings.refreshSoloOf(soloRules(deps.clock.now()), entryId) || hasNews;
      } catch (error) {
        // One that cannot be compared waits no longer: it would stop all others.
        deps.findings.settle(entryId, []);
        onError(error);
      }
    } while (performance.now() < until);
    return true;
  }

  async function compare(): Promise<void> {
    const total = deps.findings.scanState().waiting;
    const progress = (done: number, isFinished: boolean): void => {
      if (total >= progressFrom)
        deps.emit('progress.changed', { task: 'compare', subject: '', done, total, isFinished });
    };
    for (let slices = 0; !signal.aborted && slice(); slices++) {
      // How far it is is news as well.
      hasNews ||= total >= progressFrom;
      if (slices % 50 === 0) progress(Math.max(0, total - deps.findings.scanState().waiting), false);
      tell(false);
      await pause();
    }
    progress(total, true);
  }

  async function refresh(): Promise<void> {
    isRefreshDue = false;
    while (!signal.aborted && deps.findings.noteUses(usesAtOnce) === usesAtOnce) await pause();
    const rules = soloRules(deps.clock.now());
    for (let from: number | null = 0; from !== null && !signal.aborted;) {
      const { next, hasChanged } = deps.findings.refreshSolo(rules, from, rowsAtOnce);
      hasNews ||= hasChanged;
      from = next;
      await pause();
    }
  }

  async function run(): Promise<void> {
    // What was compared by other rules is compared anew.
    deps.findings.startOver(healthRules);
    while (!signal.aborted) {
      isIdle = false;
      try {
        await compare();
        if (isRefreshDue) await refresh();
      } catch (error) {
        if (!signal.aborted) onError(error);
        await createWaker().sleep(restMs, signal);
      }
      tell(true);
      const hasMore = isRefreshDue || deps.findings.waiting(1).length > 0;
      if (hasMore) continue;
      isIdle = true;
      for (const resolve of waiting.splice(0)) resolve();
      await waker.sleep(refreshEveryMs, signal);
      // Woken by nothing to compare: the hour is over.
      isRefreshDue ||= deps.findings.waiting(1).length === 0;
    }
  }

  const done = run().catch(onError);
  return {
    wake() {
      isIdle = false;
      waker.wake();
    },
    refresh() {
      isRefreshDue = true;
      isIdle = false;
      waker.wake();
    },
    settled: () => (isIdle ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    async stop() {
      controller.abort();
      waker.wake();
      await done;
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}
