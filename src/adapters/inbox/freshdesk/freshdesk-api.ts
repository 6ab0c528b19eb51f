import type { JsonAnswer, JsonClient } from '#adapters/http/json-client.ts';
import { fileForm } from '#adapters/http/file-form.ts';
import type { OutgoingFile } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import {
  ConversationList,
  Created,
  type FreshdeskConversation,
  FreshdeskTicket,
  type ListedTicket,
  TicketList,
} from './freshdesk-shapes.ts';
import { replyHtml } from '../helpdesk/reply-html.ts';

/** A page of a list that is numbered from 1. */
export type NumberedPage<Item> = {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
  readonly serverTime: number | null;
};

/** The few requests the desk makes of one account. */
export type FreshdeskApi = {
  /** Tickets changed since then (ms), the one changed longest ago first. Deleted ones and spam are not among them. */
  tickets(since: number, page: number, signal: AbortSignal): Promise<NumberedPage<ListedTicket>>;
  /** A ticket with its oldest ten conversations. Errors: `not_found` where it is gone. */
  ticket(
    id: number | string,
    include: 'conversations' | 'conversations,requester',
    signal: AbortSignal,
  ): Promise<JsonAnswer<FreshdeskTicket>>;
  /** A page of a ticket's replies and notes, oldest first. Errors: as above. */
  conversations(id: number | string, page: number, signal: AbortSignal): Promise<NumberedPage<FreshdeskConversation>>;
  /** Returns the id of the new conversation. */
  reply(
    ticketId: string,
    reply: { readonly body: string; readonly files: readonly OutgoingFile[] },
    signal: AbortSignal,
    onLeaving: () => void,
  ): Promise<number>;
};

/** The most a list gives at once; asking for more is an error. */
export const fullPage = 100;
/** Conversations that come along with a ticket at most. */
export const fullView = 10;
/** A list has no pages beyond this one. */
export const lastListPage = 300;

export const root = 'api/v2';

export function freshdeskApi(client: JsonClient): FreshdeskApi {
  const at = (ticketId: number | string): string => `${root}/tickets/${encodeURIComponent(ticketId)}`;
  return {
    async tickets(since, page, signal) {
      const updatedSince = new Date(since).toISOString().replace(/\.\d+Z$/, 'Z');
      const order = { order_by: 'updated_at', order_type: 'asc', include: 'requester' };
      const query = { updated_since: updatedSince, ...order, per_page: fullPage, page };
      return pageOf(await client.get(`${root}/tickets`, { schema: TicketList, query, signal }));
    },
    ticket: (id, include, signal) => client.get(at(id), { schema: FreshdeskTicket, query: { include }, signal }),
    async conversations(id, page, signal) {
      const query = { per_page: fullPage, page };
      return pageOf(await client.get(`${at(id)}/conversations`, { schema: ConversationList, query, signal }));
    },
    async reply(ticketId, { body: text, files }, signal, onLeaving) {
      if (files.length > 0) {
        // "Create a Reply" with attachments is a form; tickets that take no HTML are documented without any.
        const form = fileForm(
          { body: replyHtml(text) },
          files.map((file) => ['attachments[]', file]),
        );
        const request = { schema: Created, files: form, signal, onLeaving };
        return (await ifThere(client.post(`${at(ticketId)}/reply`, request))).body.id;
      }
      const post = async (json: object, leaving?: () => void): Promise<number> => {
        const request = { schema: Created, json, signal, onLeaving: leaving };
        return (await ifThere(client.post(`${at(ticketId)}/reply`, request))).body.id;
      };
      try {
        return await post({ body: replyHtml(text) }, onLeaving);
      } catch (error) {
        if (!isRefusedBody(error)) throw error;
        // Tickets of web chat and the mobile SDK take no HTML ("Create a Reply"); of what they are, no field tells.
        const structured = { body_contents: [{ type: 'text', data: { content: text } }] };
        return await post({ structured_body: structured }).catch((again: unknown) => {
          throw isRefusedBody(again) ? error : again;
        });
      }
    },
  };
}

/** A change to a ticket that is deleted or spam is answered with 405 (change log of April 2016): `not_found`. */
export async function ifThere<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } catch (error) {
    const isGone = error instanceof AppError && error.detail['status'] === 405;
    throw isGone ? new AppError('not_found', error.message, { detail: error.detail }) : error;
  }
}

function isRefusedBody(error: unknown): boolean {
  return error instanceof AppError && error.code === 'refused_by_server' && error.detail['status'] === 400;
}

/** The `Link` header names a next page; a full page is taken for one that has a next all the same. */
function pageOf<Item>({ body, hasNext, serverTime }: JsonAnswer<readonly Item[]>): NumberedPage<Item> {
  return { items: body, hasMore: hasNext || body.length >= fullPage, serverTime };
}
