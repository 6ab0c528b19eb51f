import type { IncomingMessage, UndeliveredReply } from '#core/ports/inbox-connector.ts';
import type { IsKnown, ListedThreads, ReadThread, ThreadSource } from '../helpdesk/thread-sweep.ts';
import type { ThreadWords } from '../helpdesk/helpdesk-connector.ts';
import { oneLine } from '../one-line.ts';
import type { LibredeskApi } from './libredesk-api.ts';
import { LibredeskList, LibredeskThread, fromTop, lateWriteMs, sweepOverlapMs } from './libredesk-cursor.ts';
import type { LibredeskConversation } from './libredesk-shapes.ts';
import { addressOf, channelOf, incomingOf, isLeaving, nameOf, timeOf, undeliveredIn } from './read-message.ts';

const dayMs = 86_400_000;
const endOfTime = '9999-12-31T00:00:00Z';
/** The cursor stays small where an import gives hundreds of rows the same time: what it forgets is read again. */
const mostLooks = 5_000;
const mostOnEdge = 200;
const mostRestarts = 3;

/** All conversations the agent may read. */
export function libredeskSource(
  api: LibredeskApi,
  firstSyncDays: number,
  now: () => number,
): ThreadSource<LibredeskList, LibredeskThread> {
  return {
    listSchema: LibredeskList,
    threadSchema: LibredeskThread,
    start() {
      const since = now() - firstSyncDays * dayMs;
      return fromTop({ horizon: since, since, floor: 0, looks: {} });
    },
    listOn: (list, signal, isKnown) => nextPage(api, list, isKnown, signal),
    readOn: (thread, list, signal) => nextMessages(api, thread, list, now(), signal),
    nextSweep: (list) =>
      fromTop({ horizon: list.horizon, since: list.nextSince, floor: nextFloorOf(list), looks: list.nextLooks }),
  };
}

/**
 * The list is walked by time, not by page number: a row keeps its place until it has something new, and then it is the
 * next sweep's. What is deleted or moves meanwhile shifts nothing.
 */
async function nextPage(
  api: LibredeskApi,
  list: LibredeskList,
  isKnown: IsKnown,
  signal: AbortSignal,
): Promise<ListedThreads<LibredeskList, LibredeskThread>> {
  const from = new Date(list.since - sweepOverlapMs).toISOString();
  const answer = await api.conversations({ from, to: list.until ?? endOfTime }, list.page, signal);
  const { rows, total, isLast } = answer.body;
  const isTop = list.pages === 0;
  const seen = new Set(list.edge);
  const fresh = [...new Map(rows.map((row) => [row.uuid, row])).values()].filter((row) => !seen.has(row.uuid));
  const next: LibredeskList = {
    ...list,
    ...placeAfter(rows, list),
    nextSince: isTop ? nextSinceOf(rows, list, answer.serverTime) : list.nextSince,
    pages: list.pages + 1,
    total: isTop ? total : list.total,
  };
  const threads = fresh.map((row) => threadOf(row, list, isKnown));
  const isUnchanged = ({ id, look }: LibredeskThread): boolean => list.looks[id] === look;
  return {
    list: withLooks(next, threads.filter(isUnchanged)),
    threads: threads.filter((thread) => !isUnchanged(thread)),
    isListed: isLast,
    // A first sweep goes through the account; how much of it a later one finds changed, nobody tells.
    total: list.floor === 0 ? next.total : null,
  };
}

/** Where the next page begins: at the oldest row, or behind it where all of a page are of one time. */
function placeAfter(
  rows: readonly LibredeskConversation[],
  list: LibredeskList,
): Pick<LibredeskList, 'until' | 'edge' | 'page'> {
  const oldest = Math.min(...rows.map((row) => timeOf(row.last_message_at)));
  const last = rows.filter((row) => timeOf(row.last_message_at) === oldest);
  const until = last.at(-1)?.last_message_at ?? list.until;
  const isSame = until === list.until;
  const edge = [...(isSame ? list.edge : []), ...last.map((row) => row.uuid)];
  return { until, edge: edge.slice(-mostOnEdge), page: isSame ? list.page + 1 : 1 };
}

/** The newest activity there is; never later than the server's clock, which may have been set back since. */
function nextSinceOf(rows: readonly LibredeskConversation[], list: LibredeskList, serverTime: number | null): number {
  const newest = Math.max(list.since, ...rows.map((row) => timeOf(row.last_message_at)));
  return Math.min(newest, serverTime ?? newest);
}

/**
 * Only a sweep that saw the list in one look may raise the floor: while several pages are read, a conversation further
 * down comes to the front by a new message, and the older ones of it are still unread.
 */
function nextFloorOf(list: LibredeskList): number {
  return list.pages <= 1 ? list.nextSince - lateWriteMs : list.floor;
}

/** Every new message writes its conversation's row anew (update-conversation-last-message in queries.sql). */
function lookOf(row: LibredeskConversation): string {
  return `${row.last_message_at} ${row.updated_at ?? ''}`;
}

/** Notes how rows looked when their threads were read, where the next sweep will see them again. */
function withLooks(list: LibredeskList, read: readonly LibredeskThread[]): LibredeskList {
  const again = read.filter(({ activityAt }) => activityAt >= list.nextSince - sweepOverlapMs);
  const room = Math.max(0, mostLooks - Object.keys(list.nextLooks).length);
  const looks = again.slice(0, room).map(({ id, look }) => [id, look]);
  return looks.length === 0 ? list : { ...list, nextLooks: { ...list.nextLooks, ...Object.fromEntries(looks) } };
}

function threadOf(row: LibredeskConversation, { floor, looks }: LibredeskList, isKnown: IsKnown): LibredeskThread {
  return {
    id: row.uuid,
    floor: looks[row.uuid] !== undefined || isKnown(row.uuid) ? floor : 0,
    isKnown: looks[row.uuid] !== undefined,
    page: 1,
    count: 0,
    restarts: 0,
    activityAt: timeOf(row.last_message_at),
    look: lookOf(row),
    customerName: nameOf(row.contact),
    customerAddress: addressOf(row.contact),
    subject: oneLine(row.subject ?? '').slice(0, 300),
    channel: channelOf(row.inbox_channel),
    tries: 0,
  };
}

async function nextMessages(
  api: LibredeskApi,
  thread: LibredeskThread,
  list: LibredeskList,
  now: number,
  signal: AbortSignal,
): Promise<ReadThread<LibredeskList, LibredeskThread>> {
  const { rows, total, isLast } = (await api.messages(thread.id, thread.page, signal)).body;
  if (thread.page > 1 && total < thread.count && thread.restarts < mostRestarts) {
    // Messages were deleted: what stood on this page has moved up to ones that are read already.
    return { list, messages: [], rest: { ...thread, page: 1, count: 0, restarts: thread.restarts + 1 } };
  }
  const messages = rows.toReversed().flatMap((message) => incomingOf(message, thread, now) ?? []);
  const undelivered = undeliveredIn(rows);
  const older = rows.map((message) => timeOf(message.created_at)).filter((time) => time < thread.floor);
  // What was going on in it since the horizon has brought it into a sweep before; else it is new to the desk.
  const isKnownBelow = older.length > 0 && (thread.isKnown || Math.max(...older) >= list.horizon);
  if (!isLast && !isKnownBelow) {
    const floor = older.length > 0 ? 0 : thread.floor;
    return { list, messages, undelivered, rest: { ...thread, floor, page: thread.page + 1, count: total } };
  }
  // What becomes of a message that is leaving does not show in the conversation's row: it is read again.
  const isSettled = !rows.some(isLeaving);
  const seen = isSettled ? withLooks(list, [thread]) : list;
  return { list: seen, messages, undelivered, rest: null };
}

/** One conversation's messages since then (ms), newest pages first. */
export async function readLibredeskThread(
  api: LibredeskApi,
  threadId: string,
  since: number,
  now: number,
  signal: AbortSignal,
): Promise<ThreadWords> {
  const thread = { id: threadId, customerName: '', customerAddress: '', subject: '', channel: null };
  const messages: IncomingMessage[] = [];
  const undelivered: UndeliveredReply[] = [];
  for (let page = 1; ; page++) {
    const { rows, isLast } = (await api.messages(threadId, page, signal)).body;
    messages.push(...rows.toReversed().flatMap((message) => incomingOf(message, thread, now) ?? []));
    undelivered.push(...undeliveredIn(rows));
    if (isLast || rows.some((message) => timeOf(message.created_at) < since)) return { messages, undelivered };
  }
}
