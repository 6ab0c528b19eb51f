export type ToastAction = { readonly label: string; readonly shortcut?: string; readonly run: () => void };

export type Toast = {
  readonly id: number;
  readonly tone: 'plain' | 'good' | 'bad' | 'learned';
  readonly text: string;
  /** A second, quieter line. */
  readonly more?: string;
  readonly actions: readonly ToastAction[];
  /** How long it stays, ms; null until it is dismissed. */
  readonly lasts: number | null;
  /** Shows the time that is left. */
  readonly hasCountdown: boolean;
};

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says something in the corner of the window; returns its id. At most four stand at once. */
export function showToast(toast: Partial<Omit<Toast, 'id'>> & Pick<Toast, 'text'>): number {
  const id = nextId++;
  const full: Toast = { tone: 'plain', actions: [], lasts: 5_000, hasCountdown: false, ...toast, id };
  const others = toasts.filter((other) => other.text !== full.text || other.more !== full.more);
  set([...others.slice(-3), full]);
  return id;
}

/** Takes a toast away. */
export function dismissToast(id: number): void {
  set(toasts.filter((toast) => toast.id !== id));
}

/** Takes all of them away: what they offer was offered to somebody else. */
export function dismissAllToasts(): void {
  set([]);
}

/** Runs the first action of the newest toast that counts down: what the undo key does. */
export function runNewestAction(): void {
  const toast = toasts.findLast((each) => each.hasCountdown);
  if (toast === undefined) return;
  dismissToast(toast.id);
  toast.actions[0]?.run();
}

/** For `useSyncExternalStore`. */
export const toastStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  snapshot(): readonly Toast[] {
    return toasts;
  },
};
