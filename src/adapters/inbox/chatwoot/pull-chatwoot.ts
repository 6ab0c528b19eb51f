import type { IncomingMessage, UndeliveredReply } from '#core/ports/inbox-connector.ts';
import type { IsKnown, ListedThreads, ReadThread, ThreadSource } from '../helpdesk/thread-sweep.ts';
import type { ThreadWords } from '../helpdesk/helpdesk-connector.ts';
import { oneLine } from '../one-line.ts';
import type { ChatwootApi } from './chatwoot-api.ts';
import { ChatwootList, ChatwootThread, fromTop, mostLooks, overlap, settling } from './chatwoot-cursor.ts';
import type { ChatwootConversation, ChatwootMessage } from './chatwoot-shapes.ts';
import { channelOf, incomingOf, undeliveredIn } from './read-message.ts';
import { readOn } from './read-on.ts';

const listPageSize = 25;
const daySeconds = 86_400;

/** The conversations of an account, or of one inbox of it. */
export function chatwootSource(
  api: ChatwootApi,
  firstSyncDays: number,
  now: () => number,
): ThreadSource<ChatwootList, ChatwootThread> {
  return {
    listSchema: ChatwootList,
    threadSchema: ChatwootThread,
    start: () =>
      fromTop({ since: Math.floor(now() / 1000) - firstSyncDays * daySeconds, floor: 0, read: {}, looks: {} }),
    listOn: (list, signal, isKnown) => nextPage(api, list, isKnown, signal),
    readOn: (thread, list, signal) => nextMessages(api, thread, list, now(), signal),
    nextSweep: (list) =>
      fromTop({ since: list.nextSince, floor: nextFloorOf(list), read: list.nextRead, looks: list.nextLooks }),
  };
}

async function nextPage(
  api: ChatwootApi,
  list: ChatwootList,
  isKnown: IsKnown,
  signal: AbortSignal,
): Promise<ListedThreads<ChatwootList, ChatwootThread>> {
  const { body, serverTime } = await api.conversations(list.page, signal);
  const { meta, payload } = body;
  const count = meta?.all_count ?? null;
  const removed = list.page === 1 ? 0 : (list.count ?? 0) - (count ?? list.count ?? 0);
  if (removed > 0) {
    // Conversations were deleted: what stood on this page has moved up to ones that are read already.
    const page = Math.max(1, list.page - Math.ceil(removed / listPageSize));
    const back = { ...list, nextFloor: list.floor, count, page };
    return { list: back, threads: [], isListed: false, total: count };
  }
  const fresh = payload.filter((conversation) => conversation.last_activity_at >= list.since - overlap);
  const bounds = list.page === 1 && list.count === null ? boundsOf(payload, list, serverTime) : {};
  const isListed = payload.length === 0 || fresh.length < payload.length;
  const threads = fresh.map((conversation) => threadOf(conversation, list, isKnown));
  const isUnchanged = ({ id, look }: ChatwootThread): boolean => look !== '' && list.looks[id] === look;
  const next = { ...list, ...bounds, count, page: list.page + 1 };
  return {
    list: noted(next, threads.filter(isUnchanged), true),
    threads: threads.filter((thread) => !isUnchanged(thread)),
    isListed,
    // A first sweep goes through the account; how much of it a later one finds changed, nobody tells.
    total: list.floor === 0 ? count : null,
  };
}

/**
 * Only a sweep that saw the list in one look may raise the floor: while several pages are read, a conversation further
 * down comes to the front by a new message, and the older ones of it are still unread.
 */
function nextFloorOf(list: ChatwootList): number {
  return list.page <= 2 ? list.nextFloor : list.floor;
}

/**
 * Where the next sweep may stop, seen from the newest page at the start of this one; never later than the server's
 * clock, which may have been set back since.
 */
function boundsOf(
  payload: readonly ChatwootConversation[],
  list: ChatwootList,
  serverTime: number | null,
): Pick<ChatwootList, 'nextSince' | 'nextFloor'> {
  const latest = Math.max(list.since, ...payload.map((conversation) => conversation.last_activity_at));
  const newest = Math.min(latest, serverTime === null ? latest : serverTime / 1000);
  const settled = payload
    .flatMap((conversation) => conversation.messages ?? [])
    .filter((message) => message.created_at < newest - overlap)
    .map((message) => message.id);
  return { nextSince: newest, nextFloor: Math.max(list.floor, ...settled) };
}

function threadOf(conversation: ChatwootConversation, list: ChatwootList, isKnown: IsKnown): ChatwootThread {
  const { id, meta, additional_attributes: attributes, last_activity_at: activityAt } = conversation;
  const last = conversation.messages?.[0]?.id;
  const customer = meta?.sender;
  return {
    id,
    after: list.nextRead[id] ?? list.read[id] ?? (isKnown(String(id)) ? list.floor : 0),
    activityAt,
    look: last === undefined ? '' : `${activityAt}:${last}`,
    customerName: oneLine(customer?.name ?? '').slice(0, 200),
    customerAddress: oneLine(customer?.email ?? customer?.phone_number ?? '')
      .toLowerCase()
      .slice(0, 320),
    subject: oneLine(attributes?.mail_subject ?? '').slice(0, 300),
    channel: channelOf(meta?.channel ?? ''),
    tries: 0,
  };
}

async function nextMessages(
  api: ChatwootApi,
  thread: ChatwootThread,
  list: ChatwootList,
  now: number,
  signal: AbortSignal,
): Promise<ReadThread<ChatwootList, ChatwootThread>> {
  const read = await readOn(api, thread.id, thread.after, signal);
  const messages = read.messages.flatMap((message) => incomingOf(message, thread, now) ?? []);
  const undelivered = undeliveredIn(read.messages);
  if (read.after !== null) return { list, messages, undelivered, rest: { ...thread, after: read.after } };
  const { serverTime } = read;
  const isSettled = serverTime !== null && serverTime / 1000 >= thread.activityAt + settling;
  const readUpTo = { ...thread, after: settledUpTo(read.messages, thread.after) };
  return { list: noted(list, [readUpTo], isSettled), messages, undelivered, rest: null };
}

/** Notes how far conversations have been read, where the next sweep will see them again. */
function noted(list: ChatwootList, read: readonly ChatwootThread[], isSettled: boolean): ChatwootList {
  const again = read.filter((thread) => thread.activityAt >= list.nextSince - overlap);
  if (again.length === 0) return list;
  const nextRead = { ...list.nextRead, ...Object.fromEntries(again.map(({ id, after }) => [id, after])) };
  const room = isSettled ? Math.max(0, mostLooks - Object.keys(list.nextLooks).length) : 0;
  const looks = again.slice(0, room).map(({ id, look }) => [id, look]);
  return { ...list, nextRead, nextLooks: { ...list.nextLooks, ...Object.fromEntries(looks) } };
}

/** The newest message that is old enough for none with a lower id to be written down after it. */
function settledUpTo(page: readonly ChatwootMessage[], after: number): number {
  const newest = Math.max(...page.map((message) => message.created_at));
  return Math.max(after, ...page.filter((one) => one.created_at < newest - overlap).map((one) => one.id));
}

/** One conversation's messages since then (ms), newest pages first. */
export async function readChatwootThread(
  api: ChatwootApi,
  threadId: string,
  since: number,
  now: number,
  signal: AbortSignal,
): Promise<ThreadWords> {
  const thread = { id: threadId, customerName: '', customerAddress: '', subject: '', channel: null };
  const messages: IncomingMessage[] = [];
  const undelivered: UndeliveredReply[] = [];
  for (let before: number | null = null; ;) {
    const page: readonly ChatwootMessage[] = await api.messagesBefore(threadId, before, signal);
    messages.push(...page.flatMap((message) => incomingOf(message, thread, now) ?? []));
    undelivered.push(...undeliveredIn(page));
    const oldest = Math.min(...page.map((message) => message.created_at * 1000));
    if (page.length === 0 || oldest < since) return { messages, undelivered };
    before = Math.min(...page.map((message) => message.id));
  }
}
