import { setTimeout } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { AppError } from '#shared/errors.ts';
import type { MailServer } from '#shared/model/inbox.ts';
import { imapSecurity } from './mail-server-options.ts';
import { imapError } from './map-mail-error.ts';

/** A piece of work on the one connection. `wanted` resolves when somebody else waits for it. */
type ImapTask<T> = (client: ImapFlow, wanted: Promise<void>) => Promise<T>;

export type ImapRun = { readonly signal: AbortSignal; readonly timeoutMs: number };

type ImapSessionInput = {
  readonly server: MailServer;
  readonly password: string;
  /** ms to wait for the server at each step. */
  readonly timeoutMs: number;
};

/** IDLE is renewed before the half hour after which servers may hang up (RFC 2177). */
const longestIdle = 9 * 60_000;

/** A task waits its turn as long as those before it take; each of them has its own limit. */
const longestQueue = 2 ** 31 - 1;

/** One connection to an IMAP server, opened when it is needed and used by one task at a time. */
export class ImapSession {
  readonly #input: ImapSessionInput;
  #client: ImapFlow | null = null;
  #tail: Promise<void> = Promise.resolve();
  #waiting = 0;
  #announceWaiting: () => void = () => undefined;
  #isClosed = false;

  constructor(input: ImapSessionInput) {
    this.#input = input;
  }

  /** Runs a task; throws AppError only. An abort or a time-out closes the connection under it. */
  async run<T>(task: ImapTask<T>, options: ImapRun): Promise<T> {
    const before = this.#tail;
    let giveTurn: () => void = () => undefined;
    this.#tail = new Promise((resolve) => {
      giveTurn = resolve;
    });
    this.#waiting += 1;
    this.#announceWaiting();
    try {
      const queue = { signal: options.signal, timeoutMs: longestQueue };
      await limited(before, queue, this.#input.server.host).finally(() => {
        this.#waiting -= 1;
      });
      return await this.#turn(task, options);
    } finally {
      void before.then(() => giveTurn());
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#announceWaiting();
    this.#client?.close();
    await this.#tail;
  }

  async #turn<T>(task: ImapTask<T>, options: ImapRun): Promise<T> {
    const { server, password, timeoutMs } = this.#input;
    const wanted = new Promise<void>((resolve) => {
      this.#announceWaiting = resolve;
      if (this.#waiting > 0) {
        resolve();
      }
    });
    const work = this.#connected().then((usable) => task(usable, wanted));
    try {
      return await limited(work, options, server.host);
    } catch (error) {
      if (error instanceof AppError && (error.code === 'cancelled' || error.code === 'timed_out')) {
        this.#client?.close();
      }
      throw imapError(error, { host: server.host, password });
    } finally {
      // The next task must not share the connection with one that was left behind; closing it ends that one.
      await Promise.race([work.catch(() => undefined), setTimeout(timeoutMs, undefined, { ref: false })]);
    }
  }

  async #connected(): Promise<ImapFlow> {
    if (this.#isClosed) {
      throw new AppError('cancelled', 'The inbox was closed');
    }
    if (this.#client?.usable) {
      return this.#client;
    }
    this.#client?.close();
    this.#client = newClient(this.#input);
    await this.#client.connect();
    return this.#client;
  }
}

function newClient(input: ImapSessionInput): ImapFlow {
  const fresh = new ImapFlow({
    host: input.server.host,
    port: input.server.port,
    ...imapSecurity(input.server),
    auth: { user: input.server.user, pass: input.password },
    clientInfo: { name: 'Deskside' },
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: longestIdle,
    connectionTimeout: input.timeoutMs,
    greetingTimeout: input.timeoutMs,
    socketTimeout: input.timeoutMs * 3,
  });
  // What breaks the line also rejects the running command; unheard, the event would end the process.
  fresh.on('error', () => undefined);
  return fresh;
}

/** The outcome of `work`, or AppError `cancelled` or `timed_out` as soon as that is so. */
async function limited<T>(work: Promise<T>, options: ImapRun, host: string): Promise<T> {
  const { signal, timeoutMs } = options;
  let stop: () => void = () => undefined;
  const limit = new Promise<never>((_, reject) => {
    const cancel = (): void => reject(new AppError('cancelled', 'Cancelled'));
    const timer = globalThis.setTimeout(() => {
      reject(new AppError('timed_out', `${host}: no answer in time`, { detail: { host } }));
    }, timeoutMs);
    signal.addEventListener('abort', cancel, { once: true });
    stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
    };
    if (signal.aborted) {
      cancel();
    }
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    stop();
  }
}
