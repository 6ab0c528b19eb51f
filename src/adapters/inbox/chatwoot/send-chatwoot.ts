import type { InboxConnector, OutgoingReply } from '#core/ports/inbox-connector.ts';
import { type SaidPage, replySender } from '../helpdesk/reply-sender.ts';
import type { ChatwootApi } from './chatwoot-api.ts';
import { isAgentsWord, textOf } from './read-message.ts';
import { readOn } from './read-on.ts';

export function chatwootSender(api: ChatwootApi, now: () => number): Pick<InboxConnector, 'send' | 'findSent'> {
  return replySender({
    now,
    async post(threadId, reply, signal, onLeaving) {
      const message = { content: reply.body, echo_id: reply.remoteId, files: reply.files };
      return String(await api.reply(threadId, message, signal, onLeaving));
    },
    said: (threadId, reply, signal) => said(api, threadId, reply, signal),
  });
}

async function* said(
  api: ChatwootApi,
  threadId: string,
  reply: OutgoingReply,
  signal: AbortSignal,
): AsyncGenerator<SaidPage> {
  for (let after: number | null = Number(reply.inReplyTo ?? 0) || 0; after !== null;) {
    const page = await readOn(api, threadId, after, signal);
    const words = page.messages.filter(isAgentsWord).map((message) => ({
      id: String(message.id),
      text: textOf(message),
      sentAt: message.created_at * 1000,
      key: typeof message.echo_id === 'string' ? message.echo_id : null,
    }));
    yield { words, serverTime: page.serverTime };
    after = page.after;
  }
}
