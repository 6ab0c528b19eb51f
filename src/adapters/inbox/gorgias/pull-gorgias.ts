import type { IncomingMessage, UndeliveredReply } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import type { IsKnown, ListedThreads, ReadThread, ThreadSource } from '../helpdesk/thread-sweep.ts';
import type { ThreadWords } from '../helpdesk/helpdesk-connector.ts';
import { type GorgiasApi, type GorgiasPage, isExpiry } from './gorgias-api.ts';
import { GorgiasList, GorgiasThread, changedAt, fromTop, isWanted, overlapMs } from './gorgias-cursor.ts';
import type { GorgiasMessage, GorgiasTicket } from './gorgias-shapes.ts';
import { readAccount } from './read-account.ts';
import { factsOf, incomingOf, isLeaving, timeOf, undeliveredIn } from './read-message.ts';

const dayMs = 86_400_000;
/** So much of a ticket is read that began before the first sweep and may be unknown. */
const pagesOfOldTicket = 5;
/** A ticket that was read so long after its change holds all there was to it then. */
const settledMs = 30_000;
/** A list that loses its place again so soon will lose it always. */
const restartPauseMs = 60_000;

type Reading = { readonly api: GorgiasApi; readonly now: () => number };

/** The tickets of an account. */
export function gorgiasSource(
  api: GorgiasApi,
  firstSyncDays: number,
  now: () => number,
): ThreadSource<GorgiasList, GorgiasThread> {
  const reading = { api, now };
  return {
    listSchema: GorgiasList,
    threadSchema: GorgiasThread,
    start: () => {
      const since = now() - firstSyncDays * dayMs;
      return fromTop({ origin: since, isFirst: true, since, read: {}, restartedAt: 0 });
    },
    listOn: (list, signal, isKnown) => nextTickets(reading, list, isKnown, signal),
    readOn: (thread, list, signal) => nextMessages(reading, thread, list, signal),
    nextSweep: (list) => fromTop({ ...list, isFirst: false, since: list.nextSince, read: list.nextRead }),
    isMany: ({ id }) => id === 'all',
  };
}

async function nextTickets(
  reading: Reading,
  list: GorgiasList,
  isKnown: IsKnown,
  signal: AbortSignal,
): Promise<ListedThreads<GorgiasList, GorgiasThread>> {
  const page = await pageUnlessExpired(reading, list, (cursor) => reading.api.tickets(cursor, signal));
  if (page === null) return { list: restarted(list, reading), threads: [], isListed: false, total: null };
  const fresh = page.items.filter((ticket) => changedAt(ticket) >= list.since - overlapMs);
  const isListed = page.next === null || fresh.length < page.items.length;
  const begun = list.step === 'top' ? { ...list, nextSince: nextSinceOf(page, list) } : list;
  if (list.isFirst && list.step === 'top' && !isListed) {
    // More than one page: the account's messages, a hundred at a time, come sooner than one ticket after the other.
    return { list: { ...begun, step: 'old' }, threads: [wholeAccount(list)], isListed: false, total: null };
  }
  const wanted = [...new Map(fresh.map((ticket) => [ticket.id, ticket])).values()];
  const threads = wanted
    .filter((ticket) => isWanted(ticket, list.since))
    .filter((ticket) => list.step !== 'old' || beginningOf(ticket) < list.since);
  const known = threads.filter((ticket) => list.read[ticket.id] === changedAt(ticket));
  const nextRead = { ...list.nextRead, ...Object.fromEntries(known.map((ticket) => [ticket.id, changedAt(ticket)])) };
  return {
    list: { ...begun, step: list.step === 'old' ? 'old' : 'rest', cursor: page.next, nextRead },
    threads: threads.filter((ticket) => !known.includes(ticket)).map((ticket) => threadOf(ticket, list, isKnown)),
    isListed,
    total: null,
  };
}

/** Where the next sweep may stop. Whoever imports tickets may set their times: never later than the server's clock. */
function nextSinceOf({ items, serverTime }: GorgiasPage<GorgiasTicket>, list: GorgiasList): number {
  const newest = Math.max(list.since, ...items.flatMap((ticket) => ticket.updated_datetime ?? []));
  return Math.max(list.since, Math.min(newest, serverTime ?? newest));
}

function beginningOf(ticket: GorgiasTicket): number {
  return ticket.created_datetime ?? 0;
}

function wholeAccount(list: GorgiasList): GorgiasThread {
  const facts = { customerName: '', customerAddress: '', subject: '', channel: null };
  return { ...facts, id: 'all', updatedAt: 0, downTo: list.since, pages: 0, cursor: null, restartedAt: 0, tries: 0 };
}

/** A ticket that was there before the last sweep is known down to then; its newest page is read all the same. */
function threadOf(ticket: GorgiasTicket, list: GorgiasList, isKnown: IsKnown): GorgiasThread {
  const isNew = list.isFirst || beginningOf(ticket) >= list.since - overlapMs || !isKnown(String(ticket.id));
  const pages = beginningOf(ticket) < list.origin ? pagesOfOldTicket : 1;
  return {
    id: ticket.id,
    ...factsOf(ticket),
    updatedAt: changedAt(ticket),
    downTo: isNew ? 0 : list.since - overlapMs,
    pages,
    cursor: null,
    restartedAt: 0,
    tries: 0,
  };
}

async function nextMessages(
  reading: Reading,
  thread: GorgiasThread,
  list: GorgiasList,
  signal: AbortSignal,
): Promise<ReadThread<GorgiasList, GorgiasThread>> {
  const { api, now } = reading;
  const { id } = thread;
  const ticketId = id === 'all' ? null : id;
  const page = await pageUnlessExpired(reading, thread, (cursor) => api.messages(ticketId, cursor, signal));
  if (page === null) return { list, messages: [], rest: restarted(thread, reading) };
  const rest = restOf(thread, page);
  if (ticketId === null)
    return { list, rest, ...(await readAccount(api, page.items, { since: list.since, now: now() }, signal)) };
  const messages = page.items.flatMap((message) => incomingOf(message, ticketId, thread, now()) ?? []);
  const undelivered = undeliveredIn(page.items);
  if (rest !== null || page.items.some(isLeaving)) return { list, messages, undelivered, rest };
  return { list: withRead(list, thread, page.serverTime), messages, undelivered, rest };
}

function restOf(thread: GorgiasThread, { items, next }: GorgiasPage<GorgiasMessage>): GorgiasThread | null {
  const isDeepEnough = thread.pages <= 1 && oldestOf(items) < thread.downTo;
  if (next === null || items.length === 0 || isDeepEnough) return null;
  return { ...thread, cursor: next, pages: thread.pages - 1 };
}

function oldestOf(items: readonly GorgiasMessage[]): number {
  return Math.min(...items.flatMap((message) => timeOf(message) ?? []));
}

/** Notes that a ticket has been read as it is, where the next sweep will see it again. */
function withRead(list: GorgiasList, { id, updatedAt }: GorgiasThread, serverTime: number | null): GorgiasList {
  const isSeenAgain = updatedAt >= list.nextSince - overlapMs;
  const isSettled = serverTime !== null && serverTime >= updatedAt + settledMs;
  return isSeenAgain && isSettled ? { ...list, nextRead: { ...list.nextRead, [id]: updatedAt } } : list;
}

type Place = { readonly cursor: string | null; readonly restartedAt: number };

/** The page at a place; null where the server no longer knows the place: list cursors are short-lived. */
async function pageUnlessExpired<T>(
  { now }: Reading,
  { cursor, restartedAt }: Place,
  ask: (cursor: string | null) => Promise<GorgiasPage<T>>,
): Promise<GorgiasPage<T> | null> {
  try {
    return await ask(cursor);
  } catch (error) {
    if (!isExpiry(error, cursor)) throw error;
    if (now() >= restartedAt + restartPauseMs) return null;
    throw new AppError('remote_failed', 'The place reached in a list is lost again and again', { cause: error });
  }
}

/** From the first page again: what was known before the sweep bounds it, so nothing is left out. */
function restarted<T extends Place>(place: T, { now }: Reading): T {
  return { ...place, cursor: null, restartedAt: now() };
}

/** One ticket's messages since then (ms), newest pages first. */
export async function readGorgiasThread(
  api: GorgiasApi,
  ticketId: string,
  since: number,
  now: number,
  signal: AbortSignal,
): Promise<ThreadWords> {
  const facts = { customerName: '', customerAddress: '', subject: '', channel: null };
  const messages: IncomingMessage[] = [];
  const undelivered: UndeliveredReply[] = [];
  for (let cursor: string | null = null; ;) {
    const page: GorgiasPage<GorgiasMessage> = await api.messages(ticketId, cursor, signal);
    messages.push(...page.items.flatMap((message) => incomingOf(message, ticketId, facts, now) ?? []));
    undelivered.push(...undeliveredIn(page.items));
    if (page.next === null || oldestOf(page.items) < since) return { messages, undelivered };
    cursor = page.next;
  }
}
