import type { InboxConnector, OutgoingReply } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import { type SaidPage, replySender } from '../helpdesk/reply-sender.ts';
import type { LibredeskApi } from './libredesk-api.ts';
import { lateWriteMs } from './libredesk-cursor.ts';
import { addressOf, isAgentsWord, textOf, timeOf } from './read-message.ts';
import { libredeskHtml } from './reply-html.ts';

/**
 * Libredesk queues a reply and sends it within moments: taken by the queue counts as sent. It keeps the key a reply was
 * given (`echo_id`), so that one whose answer was lost is found by it; older versions drop it, and the text is compared.
 */
export function libredeskSender(api: LibredeskApi, now: () => number): Pick<InboxConnector, 'send' | 'findSent'> {
  return replySender({
    now,
    async post(threadId, reply, signal, onLeaving) {
      const to = await recipientsOf(api, threadId, reply, signal);
      const attachments: number[] = [];
      for (const file of reply.files) attachments.push(await api.upload(file, signal));
      const content = { message: libredeskHtml(reply.body), private: false, to };
      const message = { ...content, attachments, echo_id: reply.remoteId };
      const uuid = await api.post(threadId, message, signal, onLeaving);
      if (uuid !== null) return uuid;
      throw new AppError('send_uncertain', 'The reply was taken, but its name was not told: it is looked for');
    },
    said: (threadId, reply, signal) => said(api, threadId, reply, now, signal),
  });
}

/** A mail needs a recipient, else Libredesk answers 500 as if the reply might have left; a chat has none. */
async function recipientsOf(
  api: LibredeskApi,
  threadId: string,
  reply: OutgoingReply,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (reply.toAddress !== '') return [reply.toAddress];
  const { contact, inbox_channel: channel } = await api.conversation(threadId, signal);
  const address = addressOf(contact);
  if (address !== '') return [address];
  if (channel !== 'email') return [];
  throw new AppError('refused_by_server', 'The customer has no mail address');
}

async function* said(
  api: LibredeskApi,
  threadId: string,
  reply: OutgoingReply,
  now: () => number,
  signal: AbortSignal,
): AsyncGenerator<SaidPage> {
  for (let page = 1; ; page++) {
    const { body, serverTime } = await api.messages(threadId, page, signal);
    const words = body.rows.filter(isAgentsWord).map((message) => ({
      id: message.uuid,
      text: textOf(message),
      sentAt: timeOf(message.created_at),
      key: message.meta?.echo_id ?? null,
    }));
    yield { words, serverTime };
    const from = reply.writtenAt - (now() - (serverTime ?? now())) - lateWriteMs;
    if (body.isLast || body.rows.some((message) => timeOf(message.created_at) < from)) return;
  }
}
