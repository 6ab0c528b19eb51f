/** Lets a loop sleep until its time comes or somebody wakes it. */
export type Waker = {
  /** Wakes the sleeper, or the next sleep at once where nobody sleeps now. */
  wake(): void;
  /** Resolves after `ms`, when woken, or when the signal aborts; never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
};

export function createWaker(): Waker {
  let isDue = false;
  let rouse: (() => void) | null = null;
  return {
    wake() {
      if (rouse === null) isDue = true;
      else rouse();
    },
    sleep(ms, signal) {
      if (isDue || signal.aborted) {
        isDue = false;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          rouse = null;
          resolve();
        };
        const timer = setTimeout(done, Math.min(ms, 2 ** 31 - 1));
        signal.addEventListener('abort', done, { once: true });
        rouse = done;
      });
    },
  };
}
