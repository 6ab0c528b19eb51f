import { AppError } from '#shared/errors.ts';
import type { ModelTimes } from '#shared/model/language-model.ts';
import { cancelled } from './model-error.ts';

/** What is being waited for. */
export type WaitedFor = 'first_byte' | 'next_byte' | 'end';

export type Patience = {
  /** Aborts when patience is at its end, or the caller's is. */
  readonly signal: AbortSignal;
  /** Waits anew, from now. */
  waitFor(what: 'first_byte' | 'next_byte'): void;
  /** Nothing is waited for but the end. */
  rest(): void;
  /** Takes back all timers; the signal aborts no more. */
  end(): void;
  /** The AppError for why the signal aborted; null where it has not. */
  failure(host: string): AppError | null;
};

/** Counts how long an answer takes. Not streamed, its first byte comes with its last: only the end is waited for. */
export function startPatience(times: ModelTimes, isStreamed: boolean, signal: AbortSignal): Patience {
  const controller = new AbortController();
  let waitedFor: WaitedFor | null = null;
  let inner: NodeJS.Timeout | undefined;
  const lose = (what: WaitedFor): void => {
    waitedFor ??= what;
    controller.abort(new DOMException('Too long', 'TimeoutError'));
  };
  const give = (): void => controller.abort(signal.reason);
  const outer = setTimeout(lose, times.totalMs, 'end');
  if (signal.aborted) give();
  else signal.addEventListener('abort', give, { once: true });
  const rest = (): void => clearTimeout(inner);
  return {
    signal: controller.signal,
    waitFor: (what) => {
      rest();
      if (isStreamed) inner = setTimeout(lose, what === 'first_byte' ? times.firstByteMs : times.stallMs, what);
    },
    rest,
    end: () => {
      rest();
      clearTimeout(outer);
      signal.removeEventListener('abort', give);
    },
    failure: (host) => {
      if (signal.aborted) return cancelled();
      if (waitedFor === null) return null;
      return new AppError('timed_out', `${host} took too long (${waitedFor})`, { detail: { host, waitedFor } });
    },
  };
}
