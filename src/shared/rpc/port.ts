/**
 * What a wire is: a MessagePort between window and backend, a pair in memory in tests.
 * Messages are structured-cloneable plain data; order is kept.
 */
export type Port = {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  close(): void;
};

/** Two ends of a wire in memory. Delivery is asynchronous, as on a real one, and copies what it carries. */
export function portPair(): readonly [Port, Port] {
  const listeners: [Array<(message: unknown) => void>, Array<(message: unknown) => void>] = [[], []];
  let isOpen = true;
  const end = (own: 0 | 1, other: 0 | 1): Port => ({
    post(message) {
      const copy = structuredClone(message);
      queueMicrotask(() => {
        if (isOpen) for (const listener of listeners[other]) listener(copy);
      });
    },
    onMessage(listener) {
      listeners[own].push(listener);
    },
    close() {
      isOpen = false;
    },
  });
  return [end(0, 1), end(1, 0)];
}
