import type { z } from 'zod';
import type { JsonAnswer, JsonClient } from '#adapters/http/json-client.ts';
import { bareFile } from '#adapters/http/file-form.ts';
import type { OutgoingFile } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import {
  AgentList,
  CommentList,
  DynamicContentList,
  MacroList,
  Me,
  SearchCount,
  TicketDetail,
  TicketList,
  UpdatedTicket,
  Uploaded,
} from './zendesk-shapes.ts';

/** What an update of a ticket may say. */
export type TicketChange = {
  readonly status?: string;
  readonly assignee_id?: number | null;
  readonly tags?: readonly string[];
  readonly comment?: {
    readonly html_body: string;
    readonly public: boolean;
    /** Tokens of files that wait to be attached. */
    readonly uploads?: readonly string[];
  };
  /** Kept with the comment it makes. */
  readonly metadata?: { readonly deskside_reply: string };
  /** With it the update is refused (409) where the ticket has changed since: `updated_at` as it was read. */
  readonly safe_update?: true;
  readonly updated_stamp?: string;
};

/** The few requests the desk makes of one account. Lists go on from the cursor of the page before. */
export type ZendeskApi = {
  me(signal: AbortSignal): Promise<z.infer<typeof Me>['user']>;
  /** At most 100, last updated first. Archived and deleted ones are left out. */
  tickets(after: string | null, signal: AbortSignal): Promise<TicketList>;
  /** How many tickets were updated since then (seconds), as the search knows it: some minutes late. */
  count(since: number, signal: AbortSignal): Promise<number>;
  /** Errors: `not_found` where the ticket is gone. */
  ticket(ticketId: string, signal: AbortSignal): Promise<TicketDetail>;
  /** At most 100, newest first. Errors: as above. */
  comments(ticketId: string | number, after: string | null, signal: AbortSignal): Promise<JsonAnswer<CommentList>>;
  /** Whoever can answer tickets. */
  agents(after: string | null, signal: AbortSignal): Promise<AgentList>;
  /** Macros in use that this agent may see; an administrator sees those of all agents. */
  macros(after: string | null, signal: AbortSignal): Promise<MacroList>;
  /** Errors: `refused_permission` and `not_found` for those who may not, and for plans that have none. */
  dynamicContent(after: string | null, signal: AbortSignal): Promise<DynamicContentList>;
  /** Leaves a file there, to be attached within an hour; returns its token. */
  upload(file: OutgoingFile, signal: AbortSignal): Promise<string>;
  /** Once, unless it can be repeated. Errors: those of `JsonClient.put`. */
  update(
    ticketId: string,
    change: TicketChange,
    isRepeatable: boolean,
    signal: AbortSignal,
    onLeaving?: () => void,
  ): Promise<UpdatedTicket>;
};

/** The most a page may hold. */
const pageSize = 100;

export function zendeskApi(client: JsonClient): ZendeskApi {
  const pageFrom = (after: string | null) => ({ 'page[size]': pageSize, 'page[after]': after ?? undefined });
  const at = (ticketId: string | number): string => `api/v2/tickets/${encodeURIComponent(ticketId)}`;
  return {
    async me(signal) {
      return (await client.get('api/v2/users/me.json', { schema: Me, signal })).body.user;
    },
    async tickets(after, signal) {
      const query = { ...pageFrom(after), sort: '-updated_at', include: 'users' };
      return (await client.get('api/v2/tickets.json', { schema: TicketList, query, signal })).body;
    },
    async count(since, signal) {
      const query = { query: `type:ticket updated>=${new Date(since * 1000).toISOString()}` };
      return (await client.get('api/v2/search/count.json', { schema: SearchCount, query, signal })).body.count;
    },
    async ticket(ticketId, signal) {
      const query = { include: 'users' };
      return (await client.get(`${at(ticketId)}.json`, { schema: TicketDetail, query, signal })).body;
    },
    async comments(ticketId, after, signal) {
      const query = { ...pageFrom(after), sort: '-created_at', include: 'users' };
      return client.get(`${at(ticketId)}/comments.json`, { schema: CommentList, query, signal });
    },
    async agents(after, signal) {
      const path = 'api/v2/users.json?role[]=agent&role[]=admin';
      return (await client.get(path, { schema: AgentList, query: pageFrom(after), signal })).body;
    },
    async macros(after, signal) {
      const query = { ...pageFrom(after), active: 'true' };
      return (await client.get('api/v2/macros.json', { schema: MacroList, query, signal })).body;
    },
    async dynamicContent(after, signal) {
      const path = 'api/v2/dynamic_content/items.json';
      return (await client.get(path, { schema: DynamicContentList, query: pageFrom(after), signal })).body;
    },
    async upload(file, signal) {
      const request = { schema: Uploaded, query: { filename: file.name }, files: bareFile(file), signal };
      // A token that nobody uses lapses: a file may come twice.
      return (await client.post('api/v2/uploads.json', { ...request, isRepeatable: true })).body.upload.token;
    },
    async update(ticketId, change, isRepeatable, signal, onLeaving) {
      const request = { schema: UpdatedTicket, json: { ticket: change }, signal, isRepeatable, onLeaving };
      return (await client.put(`${at(ticketId)}.json`, request)).body;
    },
  };
}

/** Where a list goes on; null at its end. */
export function nextCursor(meta: TicketList['meta']): string | null {
  if (!meta.has_more) return null;
  if (meta.after_cursor) return meta.after_cursor;
  throw new AppError('remote_failed', 'A list of Zendesk’s goes on without saying where');
}

/** True for the answers that say that a cursor is none (any more): 400 `page[after] is not valid` and its like. */
export function isCursorRefused(error: unknown): boolean {
  return error instanceof AppError && [400, 404, 410, 422].includes(Number(error.detail['status']));
}
