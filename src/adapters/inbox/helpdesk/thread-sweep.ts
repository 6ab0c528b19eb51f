import { z } from 'zod';
import type { IncomingMessage, PulledPage, UndeliveredReply } from '#core/ports/inbox-connector.ts';
import { AppError, type ErrorCode } from '#shared/errors.ts';

/** A thread that is still to be read, with how far it has been. */
export type PendingThread = {
  readonly id: string | number;
  /** For how many sweeps it could not be read, or was not there, though the list named it. */
  readonly tries: number;
};

/** Whether the desk has a conversation of this name: of one it has not, no message is known. */
export type IsKnown = (threadId: string) => boolean;

/**
 * How one helpdesk's threads are swept: its list of changed threads page by page, then each thread message by message.
 * `List` and `Thread` are the places reached in either; they rest in the cursor, as JSON.
 */
export type ThreadSource<List, Thread extends PendingThread> = {
  readonly listSchema: z.ZodType<List>;
  readonly threadSchema: z.ZodType<Thread>;
  /** The beginning of the first sweep. */
  readonly start: () => List;
  /** The next page of the list. `total`: threads of this sweep, where the helpdesk tells. */
  readonly listOn: (list: List, signal: AbortSignal, isKnown: IsKnown) => Promise<ListedThreads<List, Thread>>;
  /** The next messages of a thread; null, or `not_found` thrown, where it is gone. `rest`: where to go on, null at its end. */
  readonly readOn: (thread: Thread, list: List, signal: AbortSignal) => Promise<ReadThread<List, Thread> | null>;
  /** The beginning of the sweep after one that is over. */
  readonly nextSweep: (list: List) => List;
  /** True for one that stands for many: they are not passed over where it cannot be read. */
  readonly isMany?: (thread: Thread) => boolean;
};

export type ListedThreads<List, Thread> = {
  readonly list: List;
  readonly threads: readonly Thread[];
  readonly isListed: boolean;
  readonly total: number | null;
};

export type ReadThread<List, Thread> = {
  readonly list: List;
  readonly messages: readonly IncomingMessage[];
  /** Agents' words among what was read that never reached the customer. */
  readonly undelivered?: readonly UndeliveredReply[];
  readonly rest: Thread | null;
  /** Conversations that have been read to their end; where it is not said, one where `rest` is null. */
  readonly done?: number;
};

/** A pull is small, so that little is read again where it is cut: so many messages or so many conversations. */
const messagesAPull = 100;
const threadsAPull = 10;
/**
 * A conversation that cannot be read is tried in so many sweeps one after the other, then in every so many, and given
 * up after so many: about a day of looks.
 */
const triesInARow = 5;
const sweepsBetweenTries = 20;
const mostTries = 6_000;
/** Refusals that may be about one conversation alone, which the agent may no longer see. */
const refusals: ReadonlySet<ErrorCode> = new Set(['refused_credentials', 'refused_permission', 'refused_by_server']);
/** Failures that may be about one alone, too, which the server cannot put together: each took a minute of trying. */
const failures: ReadonlySet<ErrorCode> = new Set(['remote_failed', 'timed_out', 'unreachable']);
/** Conversations kept to see by them whether another one is at fault. */
const mostLastRead = 3;

type Sweep<List, Thread> = {
  readonly version: 2;
  readonly list: List;
  readonly isListed: boolean;
  readonly queue: readonly Thread[];
  readonly missed: readonly Thread[];
  /** The one the queue begins with, as it was listed, where some of it has been read. */
  readonly begun: Thread | null;
  /** The last ones that could be read, as they were listed. */
  readonly lastRead: readonly Thread[];
  readonly done: number;
  readonly total: number | null;
};

/** The next step of the sweep: a page of the list where nothing is left to read, then messages. */
export async function pullThreads<List, Thread extends PendingThread>(
  source: ThreadSource<List, Thread>,
  cursor: string | null,
  signal: AbortSignal,
  isKnown: IsKnown,
): Promise<PulledPage> {
  const before = sweepOf(source, cursor);
  const listed = await listedIfEmpty(source, before, signal, isKnown);
  const { sweep, messages, undelivered } = await withThreadsRead(source, listed, signal, isKnown);
  const hasMore = sweep.queue.length > 0 || !sweep.isListed;
  const next = hasMore ? sweep : newSweep(source.nextSweep(sweep.list), sweep.missed, sweep.lastRead);
  const progress = { done: sweep.done, total: sweep.total === null ? null : Math.max(sweep.total, sweep.done) };
  return { messages, undelivered, orders: [], cursor: JSON.stringify(next), hasMore, progress };
}

/** The sweep a cursor stands for; from the beginning where there is none or it is not one of ours. */
function sweepOf<List, Thread extends PendingThread>(
  source: ThreadSource<List, Thread>,
  cursor: string | null,
): Sweep<List, Thread> {
  const schema = z.object({
    version: z.literal(2),
    list: source.listSchema,
    isListed: z.boolean(),
    queue: z.array(source.threadSchema),
    missed: z.array(source.threadSchema),
    begun: source.threadSchema.nullable().default(null),
    lastRead: z.array(source.threadSchema).default([]),
    done: z.number().int(),
    total: z.number().int().nullable(),
  });
  const parsed = schema.safeParse(jsonIn(cursor));
  return parsed.success ? parsed.data : newSweep(source.start(), [], []);
}

function newSweep<List, Thread>(
  list: List,
  queue: readonly Thread[],
  lastRead: readonly Thread[],
): Sweep<List, Thread> {
  return { version: 2, list, isListed: false, queue, missed: [], begun: null, lastRead, done: 0, total: null };
}

async function listedIfEmpty<List, Thread extends PendingThread>(
  source: ThreadSource<List, Thread>,
  sweep: Sweep<List, Thread>,
  signal: AbortSignal,
  isKnown: IsKnown,
): Promise<Sweep<List, Thread>> {
  if (sweep.queue.length > 0 || sweep.isListed) return sweep;
  const { list, threads, isListed, total } = await source.listOn(sweep.list, signal, isKnown);
  // A thread that was missed reaches back at least as far as it does where it is named again.
  const missed = new Set(sweep.missed.map((thread) => thread.id));
  return { ...sweep, list, isListed, queue: threads.filter((thread) => !missed.has(thread.id)), total };
}

type Step<List, Thread> = Pick<PulledPage, 'messages' | 'undelivered'> & { readonly sweep: Sweep<List, Thread> };

/**
 * Reads threads until the pull is full. One that cannot be read is passed over where another can: else it is not the
 * thread that is at fault, and the pull fails.
 */
async function withThreadsRead<List, Thread extends PendingThread>(
  source: ThreadSource<List, Thread>,
  start: Sweep<List, Thread>,
  signal: AbortSignal,
  isKnown: IsKnown,
): Promise<Step<List, Thread>> {
  let sweep = start;
  const messages: IncomingMessage[] = [];
  const undelivered: UndeliveredReply[] = [];
  let threads = 0;
  let doubt: AppError | null = null;
  let isSure = false;
  while (threads < threadsAPull && messages.length < messagesAPull) {
    if (doubt !== null) sweep = await listedIfEmpty(source, sweep, signal, isKnown);
    const [thread] = sweep.queue;
    if (thread === undefined) break;
    if (!isDue(thread)) {
      sweep = withMissed(sweep, thread);
      continue;
    }
    const read = await readOrError(source, thread, sweep.list, signal);
    if (read instanceof AppError) {
      threads++;
      // A failure is asked about each time: it costs more than the question does.
      if (doubt === null && !(isSure && refusals.has(read.code))) {
        isSure = await isAnotherReadable(source, sweep, read, signal);
        if (!isSure) doubt = read;
      }
      sweep = withMissed(sweep, thread);
      continue;
    }
    threads += Math.max(1, read?.done ?? 1);
    doubt = null;
    messages.push(...(read?.messages ?? []));
    undelivered.push(...(read?.undelivered ?? []));
    sweep = read === null ? withMissed(sweep, thread) : withRead(sweep, thread, read, source.isMany?.(thread) === true);
  }
  if (doubt !== null) throw doubt;
  return { sweep, messages, undelivered };
}

function isDue({ tries }: PendingThread): boolean {
  return tries < triesInARow || tries % sweepsBetweenTries === 0;
}

/** The sweep without the first of its queue, which the next one tries again from its beginning. */
function withMissed<List, Thread extends PendingThread>(
  sweep: Sweep<List, Thread>,
  thread: Thread,
): Sweep<List, Thread> {
  const again = { ...(sweep.begun ?? thread), tries: thread.tries + 1 };
  const missed = again.tries > mostTries ? sweep.missed : [...sweep.missed, again];
  return { ...sweep, queue: sweep.queue.slice(1), missed, begun: null };
}

function withRead<List, Thread extends PendingThread>(
  sweep: Sweep<List, Thread>,
  thread: Thread,
  { list, rest, done }: ReadThread<List, Thread>,
  isMany: boolean,
): Sweep<List, Thread> {
  const listed = sweep.begun ?? thread;
  const others = sweep.queue.slice(1);
  const readBefore = sweep.lastRead.filter(({ id }) => id !== thread.id).slice(0, mostLastRead - 1);
  return {
    ...sweep,
    list,
    queue: rest === null ? others : [rest, ...others],
    begun: rest === null ? null : listed,
    lastRead: isMany ? sweep.lastRead : [listed, ...readBefore],
    done: sweep.done + (done ?? (rest === null ? 1 : 0)),
  };
}

/** What reading gives, null where the thread is gone, or what went wrong where that may be about it alone. */
async function readOrError<List, Thread extends PendingThread>(
  source: ThreadSource<List, Thread>,
  thread: Thread,
  list: List,
  signal: AbortSignal,
): Promise<ReadThread<List, Thread> | AppError | null> {
  try {
    return await source.readOn(thread, list, signal);
  } catch (error) {
    if (source.isMany?.(thread) === true) throw error;
    if (error instanceof AppError && error.code === 'not_found') return null;
    const isMaybeAlone = error instanceof AppError && (refusals.has(error.code) || failures.has(error.code));
    if (isMaybeAlone) return error;
    throw error;
  }
}

/** Whether one can be read that could before. Throws where none can and the server itself seems to fail. */
async function isAnotherReadable<List, Thread extends PendingThread>(
  source: ThreadSource<List, Thread>,
  { lastRead, list, queue }: Sweep<List, Thread>,
  why: AppError,
  signal: AbortSignal,
): Promise<boolean> {
  for (const other of lastRead.filter(({ id }) => id !== queue[0]?.id)) {
    if (!((await readOrError(source, other, list, signal)) instanceof AppError)) return true;
    if (failures.has(why.code)) throw why;
  }
  return false;
}

function jsonIn(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
