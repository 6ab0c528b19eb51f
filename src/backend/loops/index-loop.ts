import type { Calibration } from '#core/retrieval/confidence.ts';
import { embedPassages } from '#core/retrieval/index-passage.ts';
import { type CalibrationDeps, learnCalibration } from '#core/retrieval/learn-calibration.ts';
import type { EmitEvent } from '#shared/contract/events.ts';
import type { StoreRepository } from '#core/ports/repositories/stores.ts';
import { createWaker } from '../waker.ts';

export type IndexLoop = {
  /** Texts wait for their vectors. */
  wake(): void;
  /** Knowledge or embedder is another: confidence is learned anew as well. */
  relearn(): void;
  /** Resolves when everything is embedded and every store's confidence is learned. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

export type IndexLoopDeps = CalibrationDeps & {
  readonly stores: StoreRepository;
  readonly emit: EmitEvent;
  readonly setCalibration: (storeId: string, calibration: Calibration) => void;
};

/** Edits come in bursts: confidence is learned anew once they pause. */
const quietMs = 1_500;
const progressFrom = 200;

/** Embeds what is new in the background, then learns from it how far the desk may trust itself. */
export function startIndexLoop(deps: IndexLoopDeps, onError: (error: unknown) => void): IndexLoop {
  const waker = createWaker();
  const controller = new AbortController();
  const { signal } = controller;
  let isIdle = false;
  let isWanted = false;
  /** Whether confidence was learned from other knowledge, or none. */
  let isStale = true;
  const waiting: Array<() => void> = [];

  async function embed(): Promise<void> {
    const embedder = deps.embedder();
    const isLong = embedder !== null && deps.passages.count(embedder.id).toEmbed >= progressFrom;
    const done = await embedPassages(deps, signal, (embedded, total) => {
      if (isLong)
        deps.emit('progress.changed', { task: 'embed', subject: '', done: embedded, total, isFinished: false });
    });
    if (isLong) deps.emit('progress.changed', { task: 'embed', subject: '', done, total: done, isFinished: true });
    if (done > 0) deps.emit('desk.statusChanged', {});
  }

  async function learn(): Promise<void> {
    for (const store of deps.stores.list()) {
      if (signal.aborted) return;
      deps.setCalibration(store.id, await learnCalibration(deps, store.id));
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      isWanted = false;
      try {
        await embed();
        if (isStale) {
          isStale = false;
          await learn().catch((error: unknown) => {
            isStale = true;
            throw error;
          });
        }
      } catch (error) {
        if (!signal.aborted) onError(error);
      }
      isIdle = !isWanted;
      if (isIdle) for (const resolve of waiting.splice(0)) resolve();
      await waker.sleep(Number.POSITIVE_INFINITY, signal);
      await createWaker().sleep(quietMs, signal);
    }
  }

  const done = run().catch(onError);
  function wake(): void {
    isWanted = true;
    isIdle = false;
    waker.wake();
  }

  return {
    wake,
    relearn() {
      isStale = true;
      wake();
    },
    settled: () => (isIdle ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    async stop() {
      controller.abort();
      waker.wake();
      await done;
    },
  };
}
