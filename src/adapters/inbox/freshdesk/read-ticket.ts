import { AppError } from '#shared/errors.ts';
import type { IncomingMessage } from '#core/ports/inbox-connector.ts';
import { type FreshdeskApi, type NumberedPage, fullView } from './freshdesk-api.ts';
import { type PendingTicket, overlapMs } from './freshdesk-cursor.ts';
import type { FreshdeskConversation } from './freshdesk-shapes.ts';
import { type FoundPage, lastPage } from './last-page.ts';
import { type TicketFrame, descriptionOf, frameOf, incomingOf } from './read-conversation.ts';

type Page = NumberedPage<FreshdeskConversation>;

/** Where tickets ended when they were last read, by id: kept for as long as the connector lives. */
export type LastPages = Map<string, number>;

export type ReadTicket = {
  readonly messages: readonly IncomingMessage[];
  /** Where to go on downwards; `page` 0 where it is read to its beginning, or down to what is known. Null: a short one. */
  readonly place: PendingTicket['place'];
  readonly serverTime: number | null;
};

/**
 * The next messages of a ticket; null where it is gone. A short one is read whole. A long one is read from its last
 * page down: conversations that are taken out meanwhile move the others down the pages, so none is passed by.
 * `knownUpTo`: the newest word (ms) known of it.
 */
export async function readTicket(
  api: FreshdeskApi,
  lastPages: LastPages,
  ticket: PendingTicket,
  known: readonly [page: number, knownUpTo: number] | null,
  now: number,
  signal: AbortSignal,
): Promise<ReadTicket | null> {
  try {
    if (ticket.place !== null) {
      const { page, last, newest } = ticket.place;
      const read = await api.conversations(ticket.id, page, signal);
      return wordsOf(ticket, read, { page, last, newest }, known, now);
    }
    if (known === null) return await readFromStart(api, lastPages, ticket, now, signal);
    const found = await endOf(api, lastPages, ticket.id, known[0], signal);
    return wordsOf(ticket, found.page, topPlace(found), known, now);
  } catch (error) {
    // Deleted, or moved out of the agent's sight, since it was listed.
    if (error instanceof AppError && (error.code === 'not_found' || isOutOfSight(error))) return null;
    throw error;
  }
}

async function readFromStart(
  api: FreshdeskApi,
  lastPages: LastPages,
  ticket: PendingTicket,
  now: number,
  signal: AbortSignal,
): Promise<ReadTicket | null> {
  const { body: view, serverTime } = await api.ticket(ticket.id, 'conversations', signal);
  // Deleted tickets can still be looked at.
  if (view.deleted === true || view.spam === true) return null;
  const description = descriptionOf(view, ticket, now);
  const oldest = view.conversations ?? [];
  if (oldest.length < fullView) {
    return { messages: [description, ...incoming(oldest, ticket, now)], place: null, serverTime };
  }
  const first = await api.conversations(ticket.id, 1, signal);
  if (!first.hasMore) {
    return { messages: [description, ...incoming(first.items, ticket, now)], place: null, serverTime };
  }
  const found = await endOf(api, lastPages, ticket.id, 2, signal);
  const read = wordsOf(ticket, found.page, topPlace(found), null, now);
  return { ...read, messages: [description, ...read.messages] };
}

function topPlace({ number, page }: FoundPage<FreshdeskConversation>): NonNullable<PendingTicket['place']> {
  return { page: number, last: number, newest: Math.max(0, ...page.items.map((item) => item.created_at)) };
}

function wordsOf(
  frame: TicketFrame,
  read: Page,
  place: NonNullable<PendingTicket['place']>,
  known: readonly [page: number, knownUpTo: number] | null,
  now: number,
): ReadTicket {
  const oldest = Math.min(...read.items.map((item) => item.created_at));
  const isKnown = known !== null && oldest < known[1] - overlapMs;
  const messages = incoming(read.items, frame, now);
  return { messages, place: { ...place, page: isKnown ? 0 : place.page - 1 }, serverTime: read.serverTime };
}

function incoming(
  items: readonly FreshdeskConversation[],
  frame: TicketFrame,
  now: number,
): readonly IncomingMessage[] {
  return items.flatMap((item) => incomingOf(item, frame, now) ?? []);
}

async function endOf(
  api: FreshdeskApi,
  lastPages: LastPages,
  id: number | string,
  guess: number,
  signal: AbortSignal,
): Promise<FoundPage<FreshdeskConversation>> {
  const found = await lastPage((page) => api.conversations(id, page, signal), guess);
  lastPages.set(String(id), found.number);
  return found;
}

/** A ticket's conversations, newest page first. */
export async function* pagesDown(
  api: FreshdeskApi,
  lastPages: LastPages,
  id: string,
  signal: AbortSignal,
): AsyncGenerator<Page> {
  const { number, page } = await endOf(api, lastPages, id, lastPages.get(id) ?? 1, signal);
  yield page;
  for (let at = number - 1; at >= 1; at--) yield await api.conversations(id, at, signal);
}

/** One ticket's messages since then (ms), newest pages first. */
export async function readFreshdeskThread(
  api: FreshdeskApi,
  lastPages: LastPages,
  threadId: string,
  since: number,
  now: number,
  signal: AbortSignal,
): Promise<readonly IncomingMessage[]> {
  const { body: view } = await api.ticket(threadId, 'conversations,requester', signal);
  if (view.deleted === true || view.spam === true) return [];
  const frame = frameOf(view);
  const messages = [descriptionOf(view, frame, now)];
  const oldest = view.conversations ?? [];
  if (oldest.length < fullView) return [...messages, ...incoming(oldest, frame, now)];
  for await (const page of pagesDown(api, lastPages, threadId, signal)) {
    messages.push(...incoming(page.items, frame, now));
    if (page.items.some((item) => item.created_at < since)) break;
  }
  return messages;
}

function isOutOfSight(error: AppError): boolean {
  return error.code === 'refused_permission' && /\(access_denied\)/.test(String(error.detail['reason']));
}
