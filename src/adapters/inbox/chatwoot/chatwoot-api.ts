import type { JsonAnswer, JsonClient } from '#adapters/http/json-client.ts';
import { type ChatwootMessage, ConversationList, CreatedMessage, MessageList } from './chatwoot-shapes.ts';
import type { z } from 'zod';
import { fileForm } from '#adapters/http/file-form.ts';
import type { OutgoingFile } from '#core/ports/inbox-connector.ts';
import { withoutLiquid } from './without-liquid.ts';

/** The few requests the desk makes of one account. */
export type ChatwootApi = {
  /** One page, newest activity first; an empty one is the end. */
  conversations(page: number, signal: AbortSignal): Promise<JsonAnswer<z.infer<typeof ConversationList>['data']>>;
  /** At most `fullPage` messages with a higher id, oldest first. Errors: `not_found` where the conversation is gone. */
  messagesAfter(
    conversationId: number | string,
    after: number,
    signal: AbortSignal,
  ): Promise<JsonAnswer<readonly ChatwootMessage[]>>;
  /** The newest messages (20), below an id where one is given. Errors: as above. */
  messagesBefore(
    conversationId: number | string,
    before: number | null,
    signal: AbortSignal,
  ): Promise<readonly ChatwootMessage[]>;
  /** At most `fullWindow` messages with ids from `from` to below `before`. Errors: as above. */
  messagesBetween(
    conversationId: number | string,
    from: number,
    before: number,
    signal: AbortSignal,
  ): Promise<readonly ChatwootMessage[]>;
  /** Returns the id of the new message. */
  reply(
    conversationId: string,
    reply: { content: string; echo_id: string; files: readonly OutgoingFile[] },
    signal: AbortSignal,
    onLeaving: () => void,
  ): Promise<number>;
};

/** Messages an answer to `after=`, and to `after=` with `before=`, holds at most (app/finders/message_finder.rb). */
export const fullPage = 100;
export const fullWindow = 1000;

export function chatwootApi(client: JsonClient, accountId: number, inboxId: number | null): ChatwootApi {
  const root = `api/v1/accounts/${accountId}/conversations`;
  return {
    async conversations(page, signal) {
      const filter = { status: 'all', assignee_type: 'all', sort_by: 'latest', inbox_id: inboxId ?? undefined };
      const answer = await client.get(root, { schema: ConversationList, query: { ...filter, page }, signal });
      return { ...answer, body: answer.body.data };
    },
    async messagesAfter(conversationId, after, signal) {
      const path = `${root}/${encodeURIComponent(conversationId)}/messages`;
      const answer = await client.get(path, { schema: MessageList, query: { after }, signal });
      return { ...answer, body: answer.body.payload };
    },
    async messagesBefore(conversationId, before, signal) {
      const path = `${root}/${encodeURIComponent(conversationId)}/messages`;
      const query = { before: before ?? undefined };
      return (await client.get(path, { schema: MessageList, query, signal })).body.payload;
    },
    async messagesBetween(conversationId, from, before, signal) {
      const path = `${root}/${encodeURIComponent(conversationId)}/messages`;
      return (await client.get(path, { schema: MessageList, query: { after: from, before }, signal })).body.payload;
    },
    async reply(conversationId, { content, echo_id, files }, signal, onLeaving) {
      const message = { content: withoutLiquid(content), message_type: 'outgoing', content_type: 'text', echo_id };
      const path = `${root}/${encodeURIComponent(conversationId)}/messages`;
      const body =
        files.length === 0
          ? { json: { ...message, private: false } }
          : // In a form every value is a text, and Ruby takes "false" for true: what is not said is public.
            {
              files: fileForm(
                message,
                files.map((file) => ['attachments[]', file]),
              ),
            };
      return (await client.post(path, { schema: CreatedMessage, ...body, signal, onLeaving })).body.id;
    },
  };
}
