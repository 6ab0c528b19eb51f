import { AppError } from '#shared/errors.ts';
import type { IncomingMessage } from '#core/ports/inbox-connector.ts';
import type { ListedThreads, ReadThread, ThreadSource } from '../helpdesk/thread-sweep.ts';
import { oneLine } from '../one-line.ts';
import type { ChatwootApi } from './chatwoot-api.ts';
import { ChatwootList, ChatwootThread, fromTop, overlap } from './chatwoot-cursor.ts';
import type { ChatwootConversation, ChatwootMessage } from './chatwoot-shapes.ts';
import { channelOf, incomingOf, undeliveredIn } from './read-message.ts';
import { type ReadOn, readOn } from './read-on.ts';

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
    start: () => fromTop({ since: Math.floor(now() / 1000) - firstSyncDays * daySeconds, floor: 0, read: {} }),
    listOn: (list, signal) => nextPage(api, list, signal),
    readOn: (thread, list, signal) => nextMessages(api, thread, list, now(), signal),
    nextSweep: (list) => fromTop({ since: list.nextSince, floor: nextFloorOf(list), read: list.nextRead }),
  };
}

async function nextPage(
  api: ChatwootApi,
  list: ChatwootList,
  signal: AbortSignal,
): Promise<ListedThreads<ChatwootList, ChatwootThread>> {
  const { meta, payload } = await api.conversations(list.page, signal);
  const count = meta?.all_count ?? null;
  const removed = list.page === 1 ? 0 : (list.count ?? 0) - (count ?? list.count ?? 0);
  if (removed > 0) {
    // Conversations were deleted: what stood on this page has moved up to ones that are read already.
    const page = Math.max(1, list.page - Math.ceil(removed / listPageSize));
    const back = { ...list, nextFloor: list.floor, count, page };
    return { list: back, threads: [], isListed: false, total: count };
  }
  const fresh = payload.filter((conversation) => conversation.last_activity_at >= list.since - overlap);
  const bounds = list.page === 1 && list.count === null ? boundsOf(payload, list) : {};
  const isListed = payload.length === 0 || fresh.length < payload.length;
  return {
    list: { ...list, ...bounds, count, page: list.page + 1 },
    threads: fresh.map((conversation) => threadOf(conversation, list)),
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

/** Where the next sweep may stop, seen from the newest page at the start of this one. */
function boundsOf(
  payload: readonly ChatwootConversation[],
  list: ChatwootList,
): Pick<ChatwootList, 'nextSince' | 'nextFloor'> {
  const newest = Math.max(list.since, ...payload.map((conversation) => conversation.last_activity_at));
  const settled = payload
    .flatMap((conversation) => conversation.messages ?? [])
    .filter((message) => message.created_at < newest - overlap)
    .map((message) => message.id);
  return { nextSince: newest, nextFloor: Math.max(list.floor, ...settled) };
}

function threadOf(conversation: ChatwootConversation, list: ChatwootList): ChatwootThread {
  const { id, meta, additional_attributes: attributes } = conversation;
  const customer = meta?.sender;
  return {
    id,
    after: list.nextRead[id] ?? list.read[id] ?? list.floor,
    activityAt: conversation.last_activity_at,
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
): Promise<ReadThread<ChatwootList, ChatwootThread> | null> {
  const read = await readOrGone(api, thread, signal);
  if (read === null) return null;
  const messages = read.messages.flatMap((message) => incomingOf(message, thread, now) ?? []);
  const undelivered = undeliveredIn(read.messages);
  if (read.after !== null) return { list, messages, undelivered, rest: { ...thread, after: read.after } };
  const isSeenAgain = thread.activityAt >= list.nextSince - overlap;
  const known = { ...list.nextRead, [thread.id]: settledUpTo(read.messages, thread.after) };
  return { list: isSeenAgain ? { ...list, nextRead: known } : list, messages, undelivered, rest: null };
}

/** What the thread has beyond what is known; null where the thread itself is not there. */
async function readOrGone(api: ChatwootApi, thread: ChatwootThread, signal: AbortSignal): Promise<ReadOn | null> {
  try {
    return await readOn(api, thread.id, thread.after, signal);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
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
): Promise<readonly IncomingMessage[]> {
  const thread = { id: threadId, customerName: '', customerAddress: '', subject: '', channel: null };
  const messages: IncomingMessage[] = [];
  for (let before: number | null = null; ;) {
    const page: readonly ChatwootMessage[] = await api.messagesBefore(threadId, before, signal);
    messages.push(...page.flatMap((message) => incomingOf(message, thread, now) ?? []));
    const oldest = Math.min(...page.map((message) => message.created_at * 1000));
    if (page.length === 0 || oldest < since) return messages;
    before = Math.min(...page.map((message) => message.id));
  }
}
