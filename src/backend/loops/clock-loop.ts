import { staleDrafts } from '#core/drafting/stale-drafts.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import type { EmitEvent } from '#shared/contract/events.ts';
import { createWaker } from '../waker.ts';

export type ClockLoop = {
  /** When something begins or ends may be another. */
  wake(): void;
  stop(): Promise<void>;
};

export type ClockLoopDeps = Pick<Database, 'transaction' | 'stores' | 'passages' | 'drafts' | 'conversations'> & {
  readonly clock: Clock;
  readonly emit: EmitEvent;
};

/** A machine that slept, or whose clock was set, is noticed within this time. */
const longestSleepMs = 20_000;

/** Lets knowledge begin and end by the clock: searches go by it anyway; drafts made before are stale and made again. */
export function startClockLoop(deps: ClockLoopDeps, onError: (error: unknown) => void): ClockLoop {
  const waker = createWaker();
  const controller = new AbortController();
  const { signal } = controller;
  /** Null before the first look: what began or ended while the program was closed has its drafts made anew. */
  let seenAt: number | null = null;

  function look(): void {
    const now = deps.clock.now();
    const storeIds = deps.stores.list().map((store) => store.id);
    if (seenAt === null) {
      seenAt = now;
      deps.transaction(() => staleDrafts(deps, storeIds));
      return;
    }
    const next = deps.passages.nextChange(seenAt);
    // A clock that was set back may have opened again what was over.
    const hasChanged = now < seenAt || (next !== null && next <= now);
    seenAt = now;
    if (!hasChanged) return;
    deps.transaction(() => staleDrafts(deps, storeIds));
    deps.emit('knowledge.changed', { storeId: null, entryIds: null });
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        look();
      } catch (error) {
        onError(error);
      }
      const next = deps.passages.nextChange(deps.clock.now());
      const untilThen = next === null ? longestSleepMs : next - deps.clock.now();
      await waker.sleep(Math.max(1, Math.min(untilThen, longestSleepMs)), signal);
    }
  }

  const done = run().catch(onError);
  return {
    wake: () => waker.wake(),
    async stop() {
      controller.abort();
      waker.wake();
      await done;
    },
  };
}
