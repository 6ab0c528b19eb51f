import { staleDrafts } from '#core/drafting/stale-drafts.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import type { EmitEvent } from '#shared/contract/events.ts';
import { passTurn } from '#adapters/machine/machine.ts';
import { createWaker } from '../waker.ts';

export type ClockLoop = {
  /** When something begins or ends may be another. */
  wake(): void;
  stop(): Promise<void>;
};

export type ClockLoopDeps = Pick<Database, 'transaction' | 'stores' | 'passages' | 'drafts'> & {
  readonly clock: Clock;
  readonly emit: EmitEvent;
  readonly profileId: () => string | null;
};

/** A machine that slept, or whose clock was set, is noticed within this time. */
const longestSleepMs = 20_000;
/** After the database has refused. */
const restMs = 1_000;
/** Above this many a change is told as a whole. */
const mostTold = 100;

/** Lets knowledge begin and end by the clock: searches go by it anyway; drafts made before are stale and made again. */
export function startClockLoop(deps: ClockLoopDeps, onError: (error: unknown) => void): ClockLoop {
  const waker = createWaker();
  const controller = new AbortController();
  const { signal } = controller;
  /** Null before the first look. */
  let seenAt: number | null = null;

  /** Has what has begun or ended since the last look told; what could not be is looked at again. */
  function look(): void {
    const now = deps.clock.now();
    const isFirst = seenAt === null;
    // What began or ended while the program was closed did so after the oldest draft that is open still.
    const since = seenAt ?? deps.drafts.oldestOpenAt() ?? now;
    // A clock that was set back opens again what was over.
    const [from, until] = [Math.min(since, now), Math.max(since, now)];
    const changed = deps.passages.changingWithin(from, until, mostTold + 1);
    let marked = 0;
    if (isFirst || changed.length > 0) {
      const storeIds = deps.stores.list().map((store) => store.id);
      marked = deps.transaction(() => staleDrafts(deps, storeIds));
    }
    seenAt = now;
    if (changed.length === 0 && marked === 0) return;
    deps.emit('knowledge.changed', { storeId: null, entryIds: changed.length > mostTold ? null : [...changed] });
  }

  function untilNextMs(): number {
    const now = deps.clock.now();
    const next = deps.passages.nextChange(now);
    return Math.max(1, Math.min(next === null ? longestSleepMs : next - now, longestSleepMs));
  }

  async function run(): Promise<void> {
    // Who hears what is told may not be there yet.
    await passTurn();
    while (!signal.aborted) {
      let sleepMs = restMs;
      try {
        look();
        sleepMs = untilNextMs();
      } catch (error) {
        onError(error);
      }
      await waker.sleep(sleepMs, signal);
    }
  }

  const done = run();
  return {
    wake: () => waker.wake(),
    async stop() {
      controller.abort();
      waker.wake();
      await done;
    },
  };
}
