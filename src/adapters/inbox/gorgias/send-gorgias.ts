import type { InboxConnector, OutgoingReply } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import { type SaidPage, replySender } from '../helpdesk/reply-sender.ts';
import { type GorgiasApi, type GorgiasFile, type GorgiasPage, fullPage } from './gorgias-api.ts';
import type { GorgiasMessage } from './gorgias-shapes.ts';
import { messageBody } from './message-body.ts';
import { roleOf, textOf, timeOf } from './read-message.ts';
import { isAnsweredByMail, messageToFollow, routeOf } from './reply-route.ts';

/** Whatever the two clocks say, no earlier message can be the reply. */
const clockRoomMs = 15 * 60_000;
/** So far back a customer's message is looked for that shows the way. */
const pagesForRoute = 3;

/** `email`: of the agent the key belongs to. */
export function gorgiasSender(
  api: GorgiasApi,
  email: string,
  now: () => number,
): Pick<InboxConnector, 'send' | 'findSent'> {
  return replySender({
    now,
    async post(threadId, reply, signal, onLeaving) {
      const message = await shownWay(api, threadId, signal);
      const ownAddress = await mailAddress(api, message, signal);
      const attachments: GorgiasFile[] = [];
      for (const file of reply.files) attachments.push(await api.upload(file, signal));
      const json = {
        ...routeOf({ message, reply, ownAddress }),
        ...messageBody(reply.body),
        via: 'api',
        from_agent: true,
        public: true,
        sender: { email },
        // Kept with the message and shown in every list: by it the reply is known again.
        external_id: reply.remoteId,
        ...(attachments.length === 0 ? {} : { attachments }),
      };
      const created = await api.post(threadId, json, signal, onLeaving);
      if (created.failed_datetime === null) return String(created.id);
      const reason = created.last_sending_error?.error ?? '';
      throw new AppError('refused_by_server', 'Gorgias could not send the reply', {
        detail: reason === '' ? {} : { reason: reason.slice(0, 300) },
      });
    },
    said: (threadId, reply, signal) => said(api, threadId, reply, signal),
  });
}

/** Errors: `not_found` where the ticket holds no word, which is what a deleted one looks like. */
async function shownWay(api: GorgiasApi, threadId: string, signal: AbortSignal): Promise<GorgiasMessage> {
  const read: GorgiasMessage[] = [];
  for (let cursor: string | null = null; ;) {
    const page: GorgiasPage<GorgiasMessage> = await api.messages(threadId, cursor, signal);
    read.push(...page.items);
    const found = messageToFollow(read);
    const isCustomers = found !== null && roleOf(found) === 'customer';
    if (isCustomers || page.next === null || read.length >= pagesForRoute * fullPage) {
      if (found !== null) return found;
      throw new AppError('not_found', 'The ticket holds no message that could be answered');
    }
    cursor = page.next;
  }
}

/** The address of ours a message came to, whatever stands in it: a mail from any other never leaves Gorgias. */
async function mailAddress(api: GorgiasApi, message: GorgiasMessage, signal: AbortSignal): Promise<string | null> {
  const id = message.integration_id ?? null;
  return id === null || !isAnsweredByMail(message) ? null : api.integrationAddress(id, signal);
}

async function* said(
  api: GorgiasApi,
  threadId: string,
  reply: OutgoingReply,
  signal: AbortSignal,
): AsyncGenerator<SaidPage> {
  for (let cursor: string | null = null; ;) {
    const page: GorgiasPage<GorgiasMessage> = await api.messages(threadId, cursor, signal);
    const words = page.items
      .filter((message) => roleOf(message) === 'agent')
      .map((message) => ({
        id: String(message.id),
        text: textOf(message),
        sentAt: timeOf(message) ?? 0,
        key: message.external_id ?? null,
      }));
    yield { words, serverTime: page.serverTime };
    const oldest = Math.min(...page.items.flatMap((message) => timeOf(message) ?? []));
    if (page.next === null || oldest < reply.writtenAt - clockRoomMs) return;
    cursor = page.next;
  }
}
