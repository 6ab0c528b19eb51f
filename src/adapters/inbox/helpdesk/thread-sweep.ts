import { z } from 'zod';
import type { IncomingMessage, PulledPage, UndeliveredReply } from '#core/ports/inbox-connector.ts';

/** A thread that is still to be read, with how far it has been. */
export type PendingThread = {
  readonly id: string | number;
  /** How often it was not there though the list named it. */
  readonly tries: number;
};

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
  readonly listOn: (list: List, signal: AbortSignal) => Promise<ListedThreads<List, Thread>>;
  /** The next messages of a thread; null where the thread is gone. `rest`: where to go on, null at its end. */
  readonly readOn: (thread: Thread, list: List, signal: AbortSignal) => Promise<ReadThread<List, Thread> | null>;
  /** The beginning of the sweep after one that is over. */
  readonly nextSweep: (list: List) => List;
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
/** A conversation that stays named and stays gone is given up after so many sweeps. */
const mostTries = 200;

type Sweep<List, Thread> = {
  readonly version: 2;
  readonly list: List;
  readonly isListed: boolean;
  readonly queue: readonly Thread[];
  readonly missed: readonly Thread[];
  readonly done: number;
  readonly total: number | null;
};

/** The next step of the sweep: a page of the list where nothing is left to read, then messages. */
export async function pullThreads<List, Thread extends PendingThread>(
  source: ThreadSource<List, Thread>,
  cursor: string | null,
  signal: AbortSignal,
): Promise<PulledPage> {
  const before = sweepOf(source, cursor);
  const listed = before.queue.length === 0 && !before.isListed ? await withNextPage(source, before, signal) : before;
  const { sweep, messages, undelivered } = await withThreadsRead(source, listed, signal);
  const hasMore = sweep.queue.length > 0 || !sweep.isListed;
  const next = hasMore ? sweep : newSweep(source.nextSweep(sweep.list), sweep.missed);
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
    done: z.number().int(),
    total: z.number().int().nullable(),
  });
  const parsed = schema.safeParse(jsonIn(cursor));
  return parsed.success ? parsed.data : newSweep(source.start(), []);
}

function newSweep<List, Thread>(list: List, queue: readonly Thread[]): Sweep<List, Thread> {
  return { version: 2, list, isListed: false, queue, missed: [], done: 0, total: null };
}

async function withNextPage<List, Thread extends PendingThread>(
  source: ThreadSource<List, Thread>,
  sweep: Sweep<List, Thread>,
  signal: AbortSignal,
): Promise<Sweep<List, Thread>> {
  const { list, threads, isListed, total } = await source.listOn(sweep.list, signal);
  return { ...sweep, list, isListed, queue: threads, total };
}

async function withThreadsRead<List, Thread extends PendingThread>(
  source: ThreadSource<List, Thread>,
  start: Sweep<List, Thread>,
  signal: AbortSignal,
): Promise<Pick<PulledPage, 'messages' | 'undelivered'> & { readonly sweep: Sweep<List, Thread> }> {
  const queue = [...start.queue];
  const missed = [...start.missed];
  const messages: IncomingMessage[] = [];
  const undelivered: UndeliveredReply[] = [];
  let { list, done } = start;
  let threads = 0;
  while (threads < threadsAPull && messages.length < messagesAPull) {
    const thread = queue.shift();
    if (thread === undefined) break;
    const read = await source.readOn(thread, list, signal);
    threads += Math.max(1, read?.done ?? 1);
    if (read === null) {
      if (thread.tries < mostTries) missed.push({ ...thread, tries: thread.tries + 1 });
      continue;
    }
    list = read.list;
    messages.push(...read.messages);
    undelivered.push(...(read.undelivered ?? []));
    done += read.done ?? (read.rest === null ? 1 : 0);
    if (read.rest !== null) queue.unshift(read.rest);
  }
  return { sweep: { ...start, list, queue, missed, done }, messages, undelivered };
}

function jsonIn(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
