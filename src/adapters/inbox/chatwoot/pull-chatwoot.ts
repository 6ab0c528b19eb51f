import type { IncomingMessage, PulledPage } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import { oneLine } from '../one-line.ts';
import type { ChatwootApi } from './chatwoot-api.ts';
import { type PendingThread, type Sweep, newSweep, overlap, readCursor } from './chatwoot-cursor.ts';
import type { ChatwootConversation, ChatwootMessage } from './chatwoot-shapes.ts';
import { incomingOf } from './read-message.ts';
import { type ReadOn, readOn } from './read-on.ts';

const listPageSize = 25;
/** A pull is small, so that little is read again where it is cut: so many messages or so many conversations. */
const messagesAPull = 100;
const threadsAPull = 10;
/** A conversation that stays named and stays gone is given up after so many sweeps. */
const mostTries = 200;

/** The next step of the sweep: a page of the list where nothing is left to read, then messages. */
export async function pullChatwoot(
  api: ChatwootApi,
  cursor: string | null,
  now: number,
  signal: AbortSignal,
): Promise<PulledPage> {
  const before = readCursor(cursor);
  const listed = before.queue.length === 0 && !before.isListed ? await withNextPage(api, before, signal) : before;
  const { sweep, messages } = await withThreadsRead(api, listed, now, signal);
  const isOver = sweep.queue.length === 0 && sweep.isListed;
  const next = isOver
    ? newSweep({ since: sweep.nextSince, floor: nextFloorOf(sweep), queue: sweep.missed, read: sweep.nextRead })
    : sweep;
  return { messages, orders: [], cursor: JSON.stringify(next), hasMore: !isOver, total: null };
}

async function withNextPage(api: ChatwootApi, sweep: Sweep, signal: AbortSignal): Promise<Sweep> {
  const { meta, payload } = await api.conversations(sweep.page, signal);
  const count = meta?.all_count ?? null;
  const removed = sweep.page === 1 ? 0 : (sweep.count ?? 0) - (count ?? sweep.count ?? 0);
  if (removed > 0) {
    // Conversations were deleted: what stood on this page has moved up to ones that are read already.
    return {
      ...sweep,
      nextFloor: sweep.floor,
      count,
      page: Math.max(1, sweep.page - Math.ceil(removed / listPageSize)),
    };
  }
  const fresh = payload.filter((conversation) => conversation.last_activity_at >= sweep.since - overlap);
  return {
    ...sweep,
    ...(sweep.page === 1 && sweep.count === null ? boundsOf(payload, sweep) : {}),
    count,
    page: sweep.page + 1,
    isListed: payload.length === 0 || fresh.length < payload.length,
    queue: fresh.map((conversation) => pendingOf(conversation, sweep)),
  };
}

/**
 * Only a sweep that saw the list in one look may raise the floor: while several pages are read, a conversation further
 * down comes to the front by a new message, and the older ones of it are still unread.
 */
function nextFloorOf(sweep: Sweep): number {
  return sweep.page <= 2 ? sweep.nextFloor : sweep.floor;
}

/** Where the next sweep may stop, seen from the newest page at the start of this one. */
function boundsOf(payload: readonly ChatwootConversation[], sweep: Sweep): Pick<Sweep, 'nextSince' | 'nextFloor'> {
  const newest = Math.max(sweep.since, ...payload.map((conversation) => conversation.last_activity_at));
  const settled = payload
    .flatMap((conversation) => conversation.messages ?? [])
    .filter((message) => message.created_at < newest - overlap)
    .map((message) => message.id);
  return { nextSince: newest, nextFloor: Math.max(sweep.floor, ...settled) };
}

function pendingOf(conversation: ChatwootConversation, sweep: Sweep): PendingThread {
  const { id, meta, additional_attributes: attributes } = conversation;
  const customer = meta?.sender;
  return {
    id,
    after: sweep.nextRead[id] ?? sweep.read[id] ?? sweep.floor,
    activityAt: conversation.last_activity_at,
    customerName: oneLine(customer?.name ?? '').slice(0, 200),
    customerAddress: oneLine(customer?.email ?? customer?.phone_number ?? '')
      .toLowerCase()
      .slice(0, 320),
    subject: oneLine(attributes?.mail_subject ?? '').slice(0, 300),
    tries: 0,
  };
}

async function withThreadsRead(
  api: ChatwootApi,
  start: Sweep,
  now: number,
  signal: AbortSignal,
): Promise<{ readonly sweep: Sweep; readonly messages: readonly IncomingMessage[] }> {
  const queue = [...start.queue];
  const missed = [...start.missed];
  const nextRead = { ...start.nextRead };
  const messages: IncomingMessage[] = [];
  for (let threads = 0; threads < threadsAPull && messages.length < messagesAPull; threads++) {
    const thread = queue.shift();
    if (thread === undefined) break;
    const read = await restOf(api, thread, signal);
    if (read === null) {
      if (thread.tries < mostTries) missed.push({ ...thread, tries: thread.tries + 1 });
      continue;
    }
    messages.push(...read.messages.flatMap((message) => incomingOf(message, thread, now) ?? []));
    if (read.after !== null) queue.unshift({ ...thread, after: read.after });
    else if (thread.activityAt >= start.nextSince - overlap)
      nextRead[thread.id] = settledUpTo(read.messages, thread.after);
  }
  return { sweep: { ...start, queue, missed, nextRead }, messages };
}

/** What the thread has beyond what is known; null where the thread itself is not there. */
async function restOf(api: ChatwootApi, thread: PendingThread, signal: AbortSignal): Promise<ReadOn | null> {
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
