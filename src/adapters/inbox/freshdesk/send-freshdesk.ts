import type { InboxConnector, OutgoingReply } from '#core/ports/inbox-connector.ts';
import { type SaidPage, replySender } from '../helpdesk/reply-sender.ts';
import type { FreshdeskApi } from './freshdesk-api.ts';
import { isAgentsWord, textOf } from './read-conversation.ts';
import { type LastPages, pagesDown } from './read-ticket.ts';

/** Pages are read so far back beyond the reply: no two clocks agree, ms. */
const graceMs = 10 * 60_000;

export function freshdeskSender(
  api: FreshdeskApi,
  lastPages: LastPages,
  now: () => number,
): Pick<InboxConnector, 'send' | 'findSent'> {
  return replySender({
    now,
    async post(threadId, reply, signal, onLeaving) {
      return String(await api.reply(threadId, reply, signal, onLeaving));
    },
    said: (threadId, reply, signal) => said(api, lastPages, threadId, reply, now, signal),
  });
}

async function* said(
  api: FreshdeskApi,
  lastPages: LastPages,
  threadId: string,
  reply: OutgoingReply,
  now: () => number,
  signal: AbortSignal,
): AsyncGenerator<SaidPage> {
  for await (const { items, serverTime } of pagesDown(api, lastPages, threadId, signal)) {
    const words = items.filter(isAgentsWord).map((item) => ({
      id: String(item.id),
      text: textOf(item.body, item.body_text),
      sentAt: item.created_at,
    }));
    yield { words, serverTime };
    const from = reply.writtenAt - graceMs - (serverTime === null ? 0 : now() - serverTime);
    if (items.some((item) => item.created_at < from)) return;
  }
}
