import type { z } from 'zod';
import type { JsonAnswer, JsonClient } from '#adapters/http/json-client.ts';
import { fileForm } from '#adapters/http/file-form.ts';
import type { OutgoingFile } from '#core/ports/inbox-connector.ts';
import {
  ConversationDetail,
  ConversationPage,
  CreatedMessage,
  type LibredeskConversation,
  type LibredeskMessage,
  MessagePage,
  UploadedMedia,
} from './libredesk-shapes.ts';

/** A page of a list. */
export type LibredeskPage<Row> = {
  readonly rows: readonly Row[];
  /** Rows of the whole list; 0 beyond its end. */
  readonly total: number;
  /** True where nothing stands on later pages. */
  readonly isLast: boolean;
};

/** RFC 3339, both ends included. */
export type ActivitySpan = { readonly from: string; readonly to: string };

type PostedMessage = {
  /** HTML. */
  readonly message: string;
  readonly private: boolean;
  readonly to: readonly string[];
  readonly echo_id?: string;
  /** Ids of media that belong to no message yet; others are passed over without a word. */
  readonly attachments?: readonly number[];
};

/** The requests that reading and answering conversations take. */
export type LibredeskApi = {
  /** Conversations by their last activity, newest first. */
  conversations(
    span: ActivitySpan,
    page: number,
    signal: AbortSignal,
  ): Promise<JsonAnswer<LibredeskPage<LibredeskConversation>>>;
  /** Everything in a thread, newest first: notes and activities too. Errors: `not_found` where it is gone. */
  messages(threadId: string, page: number, signal: AbortSignal): Promise<JsonAnswer<LibredeskPage<LibredeskMessage>>>;
  conversation(threadId: string, signal: AbortSignal): Promise<z.infer<typeof ConversationDetail>['data']>;
  /** Leaves a file there; returns its id. */
  upload(file: OutgoingFile, signal: AbortSignal): Promise<number>;
  /** Returns the new message's uuid; null where the server does not tell. */
  post(threadId: string, message: PostedMessage, signal: AbortSignal, onLeaving?: () => void): Promise<string | null>;
};

/** Old versions give at most 100 rows, newer ones 500; mails come whole, with what they quote. */
const conversationsAPage = 100;
const messagesAPage = 50;

/** The path of a conversation, or of something of it. */
export function threadPath(threadId: string, part = ''): string {
  return `api/v1/conversations/${encodeURIComponent(threadId)}${part}`;
}

export function libredeskApi(client: JsonClient): LibredeskApi {
  return {
    async conversations(span, page, signal) {
      // `between` is the one comparison every version's filters know (internal/dbutil/builder.go).
      const value = `${span.from},${span.to}`;
      const leaf = { model: 'conversations', field: 'last_message_at', operator: 'between', value };
      const query = {
        page,
        page_size: conversationsAPage,
        order: 'desc',
        order_by: 'conversations.last_message_at',
        filters: JSON.stringify([leaf]),
      };
      const answer = await client.get('api/v1/conversations/all', { schema: ConversationPage, query, signal });
      return { ...answer, body: pageOf(answer.body.data, page, conversationsAPage) };
    },
    async messages(threadId, page, signal) {
      const query = { page, page_size: messagesAPage };
      const answer = await client.get(threadPath(threadId, '/messages'), { schema: MessagePage, query, signal });
      return { ...answer, body: pageOf(answer.body.data, page, messagesAPage) };
    },
    async conversation(threadId, signal) {
      return (await client.get(threadPath(threadId), { schema: ConversationDetail, signal })).body.data;
    },
    async upload(file, signal) {
      // handleMediaUpload takes the first of `files`, and asks nobody twice whose it is.
      const files = fileForm({ linked_model: 'messages' }, [['files', file]]);
      const request = { schema: UploadedMedia, files, signal, isRepeatable: true };
      return (await client.post('api/v1/media', request)).body.data.id;
    },
    async post(threadId, message, signal, onLeaving) {
      const json = { attachments: [], ...message, sender_type: 'agent', cc: [], bcc: [] };
      const path = threadPath(threadId, '/messages');
      return (await client.post(path, { schema: CreatedMessage, json, signal, onLeaving })).body.data?.uuid ?? null;
    },
  };
}

type RawPage<Row> = {
  readonly results: readonly Row[] | null;
  readonly total: number;
  readonly per_page?: number | null | undefined;
};

function pageOf<Row>(
  { results, total, per_page: size }: RawPage<Row>,
  page: number,
  asked: number,
): LibredeskPage<Row> {
  const rows = results ?? [];
  return { rows, total, isLast: rows.length === 0 || page * (size ?? asked) >= total };
}
