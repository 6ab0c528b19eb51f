import { type ManageDeps, takeUpByItself } from '#core/style/manage-style.ts';
import { createWaker } from '../waker.ts';

export type StyleLoop = { stop(): Promise<void> };

/** Replies that were sent are read again after this time; the first time after it too, when the desk has settled. */
const everyMs = 3_600_000;

/** Takes up what replies plainly show, in stores whose owner lets the desk do so. */
export function startStyleLoop(
  deps: ManageDeps,
  onTaken: (storeId: string) => void,
  onError: (error: unknown) => void,
): StyleLoop {
  const controller = new AbortController();
  const { signal } = controller;
  const waker = createWaker();

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await waker.sleep(everyMs, signal);
      for (const { id } of deps.stores.list()) {
        if (signal.aborted) return;
        try {
          if ((await takeUpByItself(deps, id)) !== null) onTaken(id);
        } catch (error) {
          onError(error);
        }
      }
    }
  }

  const done = run().catch(onError);
  return {
    async stop() {
      controller.abort();
      waker.wake();
      await done;
    },
  };
}
