import type { z } from 'zod';
import type { JsonClient } from '#adapters/http/json-client.ts';
import { fileForm } from '#adapters/http/file-form.ts';
import type { OutgoingFile } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import {
  CreatedMessage,
  type GorgiasMessage,
  type GorgiasTicket,
  Integration,
  MessageList,
  TicketList,
  UploadedFiles,
} from './gorgias-shapes.ts';

/** A page of a list, and where the next one is; null at the end. */
export type GorgiasPage<T> = {
  readonly items: readonly T[];
  readonly next: string | null;
  /** ms UTC, null where the server does not tell. */
  readonly serverTime: number | null;
};

/** The few requests the desk makes of one account. */
export type GorgiasApi = {
  /** Last updated first. */
  tickets(cursor: string | null, signal: AbortSignal): Promise<GorgiasPage<GorgiasTicket>>;
  /** Those of these (100 at most) that are there and not in the trash. */
  ticketsById(ids: readonly (number | string)[], signal: AbortSignal): Promise<readonly GorgiasTicket[]>;
  /** Newest first: of one ticket, or of the whole account. A ticket that is gone has none, or is `not_found`. */
  messages(
    ticketId: number | string | null,
    cursor: string | null,
    signal: AbortSignal,
  ): Promise<GorgiasPage<GorgiasMessage>>;
  post(
    ticketId: string,
    message: unknown,
    signal: AbortSignal,
    onLeaving?: () => void,
  ): Promise<z.infer<typeof CreatedMessage>>;
  /** Leaves a file there; returns how a message names it. */
  upload(file: OutgoingFile, signal: AbortSignal): Promise<GorgiasFile>;
  /** The mail address an integration sends from; null where it has none, or the key may not see it. */
  integrationAddress(id: number, signal: AbortSignal): Promise<string | null>;
};

/** A file as a message names it (reference, The File object). */
export type GorgiasFile = {
  readonly name: string;
  readonly content_type: string;
  readonly size: number;
  readonly url: string;
};

/** The longest page (more is refused). */
export const fullPage = 100;

export function gorgiasApi(client: JsonClient): GorgiasApi {
  return {
    async tickets(cursor, signal) {
      const query = {
        limit: fullPage,
        order_by: 'updated_datetime:desc',
        trashed: 'false',
        cursor: cursor ?? undefined,
      };
      const { body, serverTime } = await client.get('api/tickets', { schema: TicketList, query, signal });
      return { items: body.data, next: body.meta?.next_cursor || null, serverTime };
    },
    async ticketsById(ids, signal) {
      const wanted = ids.map((id) => `ticket_ids=${encodeURIComponent(id)}`).join('&');
      const query = { limit: fullPage, trashed: 'false' };
      return (await client.get(`api/tickets?${wanted}`, { schema: TicketList, query, signal })).body.data;
    },
    async messages(ticketId, cursor, signal) {
      const query = {
        ticket_id: ticketId ?? undefined,
        limit: fullPage,
        order_by: 'created_datetime:desc',
        cursor: cursor ?? undefined,
      };
      const { body, serverTime } = await client.get('api/messages', { schema: MessageList, query, signal });
      return { items: body.data, next: body.meta?.next_cursor || null, serverTime };
    },
    async post(ticketId, message, signal, onLeaving) {
      const path = `api/tickets/${encodeURIComponent(ticketId)}/messages`;
      return (await client.post(path, { schema: CreatedMessage, json: message, signal, onLeaving })).body;
    },
    async upload(file, signal) {
      const query = { type: 'attachment' };
      const files = fileForm({}, [['file', file]]);
      // One that no message names harms nobody: it may come twice.
      const request = { schema: UploadedFiles, query, files, signal, isRepeatable: true };
      const [made] = (await client.post('api/upload', request)).body;
      if (made === undefined) throw new AppError('remote_failed', 'Gorgias took a file and names none');
      return { name: file.name, content_type: file.contentType, size: file.bytes.byteLength, url: made.url };
    },
    async integrationAddress(id, signal) {
      try {
        const { body } = await client.get(`api/integrations/${id}`, { schema: Integration, signal });
        return body.meta?.address?.trim() || null;
      } catch (error) {
        if (error instanceof AppError && (error.code === 'not_found' || error.code === 'refused_permission'))
          return null;
        throw error;
      }
    },
  };
}

const expiredStatuses: ReadonlySet<unknown> = new Set([400, 404, 410, 422]);

/** True where an answer to a request with a list cursor says that the cursor is not known (any longer). */
export function isExpiry(error: unknown, cursor: string | null): boolean {
  return cursor !== null && error instanceof AppError && expiredStatuses.has(error.detail['status']);
}

const millisecondsOf20Seconds = 20_000;
/** So much of the account's budget is left to agents and to other programs. */
const ownShare = 0.75;

/**
 * How long to wait so that no more than our share of the leaky bucket is full, ms: `X-Gorgias-Account-Api-Call-Limit:
 * 31/40` means 31 calls of 40, which leak out in 20 s (10 s for Enterprise).
 */
export function gorgiasPace(response: Response): number {
  const [, used, limit] =
    /^(\d+)\/(\d+)$/.exec(response.headers.get('x-gorgias-account-api-call-limit')?.trim() ?? '') ?? [];
  const most = Number(limit ?? 0);
  if (most === 0) return 0;
  return Math.max(0, Math.ceil(((Number(used) - most * ownShare) * millisecondsOf20Seconds) / most));
}
