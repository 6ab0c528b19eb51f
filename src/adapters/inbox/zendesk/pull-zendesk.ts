import type { JsonAnswer } from '#adapters/http/json-client.ts';
import type { IncomingMessage } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import type { IsKnown, ListedThreads, ReadThread, ThreadSource } from '../helpdesk/thread-sweep.ts';
import { oneLine } from '../one-line.ts';
import { type ZendeskApi, isCursorRefused, nextCursor } from './zendesk-api.ts';
import {
  ZendeskList,
  ZendeskThread,
  fromTop,
  mostRestarts,
  mostSeen,
  overlap,
  settling,
  sweepAfter,
} from './zendesk-cursor.ts';
import {
  type CommentList,
  type TicketDetail,
  type TicketList,
  type ZendeskComment,
  type ZendeskTicket,
  type ZendeskUser,
  secondsOf,
} from './zendesk-shapes.ts';
import { addressOf, channelOf, incomingOf } from './read-comment.ts';

const daySeconds = 86_400;

/**
 * The tickets of an account as its list shows them, last updated first. The incremental export would hold back what
 * changed within the last minute, takes ten requests a minute, and is for administrators alone.
 */
export function zendeskSource(
  api: ZendeskApi,
  firstSyncDays: number,
  now: () => number,
): ThreadSource<ZendeskList, ZendeskThread> {
  return {
    listSchema: ZendeskList,
    threadSchema: ZendeskThread,
    start() {
      const since = Math.floor(now() / 1000) - firstSyncDays * daySeconds;
      return fromTop({ begin: since, since, floor: 0, seen: {} });
    },
    listOn: (list, signal, isKnown) => nextPage(api, list, isKnown, signal),
    readOn: (thread, list, signal) => nextComments(api, thread, list, now(), signal),
    nextSweep: sweepAfter,
  };
}

async function nextPage(
  api: ZendeskApi,
  list: ZendeskList,
  isKnown: IsKnown,
  signal: AbortSignal,
): Promise<ListedThreads<ZendeskList, ZendeskThread>> {
  const page = await listedOrRefused(api, list, signal);
  if (page === null) {
    const isBroken = list.restarts >= mostRestarts;
    const again = { ...list, after: null, restarts: list.restarts + 1, isBroken };
    return { list: again, threads: [], isListed: isBroken, total: list.total };
  }
  const tickets = [...new Map(page.tickets.map((ticket) => [ticket.id, ticket])).values()];
  const fresh = tickets.filter((ticket) => secondsOf(ticket.updated_at) >= list.since - overlap);
  const times = tickets.map((ticket) => secondsOf(ticket.updated_at));
  const nextSince = list.pages === 0 ? Math.max(list.since, ...times) : list.nextSince;
  const after = nextCursor(page.meta);
  const isListed = after === null || fresh.length < tickets.length;
  const wanted = fresh.filter((ticket) => !isRead(ticket, list));
  const unchanged = fresh.filter((ticket) => list.seen[ticket.id] === secondsOf(ticket.updated_at));
  const users = usersById(page.users);
  const down = Math.min(list.down ?? Number.POSITIVE_INFINITY, ...times);
  const isFirst = list.pages === 0 && list.since === list.begin;
  const total = isFirst ? await countOrNull(api, list.since, signal) : list.total;
  const reached = { after, pages: list.pages + 1, down: Number.isFinite(down) ? down : null, nextSince, total };
  return {
    list: noted(
      { ...list, ...reached },
      unchanged.map(({ id, updated_at: time }) => ({ id, updatedAt: secondsOf(time) })),
    ),
    threads: wanted.map((ticket) => threadOf(ticket, users, isKnown(String(ticket.id)) ? list.floor : 0)),
    isListed,
    total,
  };
}

/** Best effort: progress is shown without an end where the search does not answer. */
async function countOrNull(api: ZendeskApi, since: number, signal: AbortSignal): Promise<number | null> {
  try {
    return await api.count(since, signal);
  } catch (error) {
    if (error instanceof AppError && error.code !== 'cancelled') return null;
    throw error;
  }
}

/** The next page; null where the list's cursor is none any more. */
async function listedOrRefused(api: ZendeskApi, list: ZendeskList, signal: AbortSignal): Promise<TicketList | null> {
  try {
    return await api.tickets(list.after, signal);
  } catch (error) {
    if (list.after !== null && isCursorRefused(error)) return null;
    throw error;
  }
}

/** True for a ticket that was read as it stands: by the sweep before, or by this one before its list began anew. */
function isRead(ticket: ZendeskTicket, list: ZendeskList): boolean {
  const updatedAt = secondsOf(ticket.updated_at);
  if (list.seen[ticket.id] === updatedAt) return true;
  return list.down !== null && updatedAt > list.down && updatedAt < list.nextSince - overlap;
}

/** Notes that tickets were read as they stood, where the next sweep will see them again. */
function noted(list: ZendeskList, read: ReadonlyArray<Pick<ZendeskThread, 'id' | 'updatedAt'>>): ZendeskList {
  const again = read.filter(({ updatedAt }) => updatedAt >= list.nextSince - overlap);
  const room = Math.max(0, mostSeen - Object.keys(list.nextSeen).length);
  const seen = again.slice(0, room).map(({ id, updatedAt }) => [id, updatedAt]);
  return seen.length === 0 ? list : { ...list, nextSeen: { ...list.nextSeen, ...Object.fromEntries(seen) } };
}

function threadOf(ticket: ZendeskTicket, users: ReadonlyMap<number, ZendeskUser>, floor: number): ZendeskThread {
  const known = Math.max(0, floor - overlap);
  return {
    ...frameOf(ticket, users),
    id: ticket.id,
    updatedAt: secondsOf(ticket.updated_at),
    until: secondsOf(ticket.created_at) >= known ? 0 : known,
    after: null,
    restarts: 0,
    tries: 0,
  };
}

/** What a ticket tells of all its messages. */
function frameOf(ticket: ZendeskTicket, users: ReadonlyMap<number, ZendeskUser>) {
  const customer = users.get(ticket.requester_id ?? 0);
  return {
    requesterId: ticket.requester_id ?? null,
    customerName: oneLine(customer?.name ?? '').slice(0, 120),
    customerAddress: addressOf(customer),
    subject: oneLine(ticket.subject ?? '').slice(0, 300),
    channel: channelOf(ticket.via?.channel),
  };
}

function usersById(users: readonly ZendeskUser[] | null | undefined): ReadonlyMap<number, ZendeskUser> {
  return new Map((users ?? []).map((user) => [user.id, user]));
}

async function nextComments(
  api: ZendeskApi,
  thread: ZendeskThread,
  list: ZendeskList,
  now: number,
  signal: AbortSignal,
): Promise<ReadThread<ZendeskList, ZendeskThread> | null> {
  const read = await readOrRefused(api, thread, signal);
  if (read === null && thread.restarts >= mostRestarts) return null;
  if (read === null) return { list, messages: [], rest: { ...thread, after: null, restarts: thread.restarts + 1 } };
  const { comments, users, meta } = read.body;
  const messages = messagesOf(comments, thread, usersById(users), now);
  const after = nextCursor(meta);
  const older = comments.map((comment) => secondsOf(comment.created_at)).filter((time) => time < thread.until);
  // A word below what is known, but from before all sweeps: the ticket may have been too old to be read then.
  const isKnown = older.length > 0 && Math.max(...older) >= list.begin;
  if (after !== null && !isKnown) {
    return { list, messages, rest: { ...thread, after, until: older.length > 0 ? 0 : thread.until } };
  }
  const isSettled = read.serverTime !== null && read.serverTime / 1000 >= thread.updatedAt + settling;
  return { list: isSettled ? noted(list, [thread]) : list, messages, rest: null };
}

/** The next comments; null where their cursor is refused. */
async function readOrRefused(
  api: ZendeskApi,
  thread: ZendeskThread,
  signal: AbortSignal,
): Promise<JsonAnswer<CommentList> | null> {
  try {
    return await api.comments(thread.id, thread.after, signal);
  } catch (error) {
    if (thread.after !== null && isCursorRefused(error)) return null;
    throw error;
  }
}

type Frame = ReturnType<typeof frameOf> & { readonly id: number; readonly after: string | null };

/** The words of a page, oldest first. Older pages come later, and say nothing of the channel last used. */
function messagesOf(
  comments: readonly ZendeskComment[],
  thread: Frame,
  users: ReadonlyMap<number, ZendeskUser>,
  now: number,
): readonly IncomingMessage[] {
  return comments
    .flatMap((comment) => incomingOf(comment, thread, users, now) ?? [])
    .map((message) => (thread.after === null ? message : { ...message, channel: null }))
    .sort((a, b) => a.sentAt - b.sentAt);
}

/** One ticket's messages since then (ms), newest pages first, and the ticket as it was before they were read. */
export async function readZendeskThread(
  api: ZendeskApi,
  threadId: string,
  since: number,
  now: number,
  signal: AbortSignal,
): Promise<{ readonly messages: readonly IncomingMessage[]; readonly ticket: TicketDetail['ticket'] }> {
  const { ticket, users } = await api.ticket(threadId, signal);
  const frame = { ...frameOf(ticket, usersById(users)), id: ticket.id };
  const messages: IncomingMessage[] = [];
  for (let after: string | null = null; ;) {
    const { body } = await api.comments(threadId, after, signal);
    messages.unshift(...messagesOf(body.comments, { ...frame, after }, usersById(body.users), now));
    const oldest = Math.min(...body.comments.map((comment) => Date.parse(comment.created_at)));
    after = nextCursor(body.meta);
    if (after === null || oldest < since) return { messages, ticket };
  }
}
