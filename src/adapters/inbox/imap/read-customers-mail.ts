import type { ImapFlow } from 'imapflow';
import type { IncomingMessage } from '#core/ports/inbox-connector.ts';
import { type FetchContext, fetchMail } from './fetch-mail.ts';
import { isRefusedRequest } from './map-mail-error.ts';

type Wanted = {
  /** Lower case. */
  readonly customerAddress: string;
  /** ms UTC; servers search by the day. */
  readonly since: number;
  readonly inboxPath: string;
  readonly sentPath: string | null;
  readonly context: Omit<FetchContext, 'isFromSent'>;
};

/** Mails a last look reads at most, the newest. */
const mostMails = 50;
const dayMs = 86_400_000;

/** What a customer has written since then, and what has been sent to them. Days of other time zones may come along. */
export async function readCustomersMail(client: ImapFlow, wanted: Wanted): Promise<readonly IncomingMessage[]> {
  const { customerAddress, inboxPath, sentPath, context } = wanted;
  // A search for nobody would find everybody.
  if (customerAddress === '') return [];
  const since = new Date(wanted.since - dayMs);
  const received = await found(client, inboxPath, { from: customerAddress, since });
  const messages = await fetchMail(client, received, { ...context, isFromSent: false });
  if (sentPath === null || sentPath === inboxPath) return messages.messages;
  try {
    const sent = await found(client, sentPath, { to: customerAddress, since });
    const answers = await fetchMail(client, sent, { ...context, isFromSent: true });
    return [...messages.messages, ...answers.messages];
  } catch (error) {
    if (isRefusedRequest(error)) return messages.messages;
    throw error;
  }
}

async function found(
  client: ImapFlow,
  path: string,
  query: { readonly from?: string; readonly to?: string; readonly since: Date },
): Promise<readonly number[]> {
  await client.mailboxOpen(path, { readOnly: true });
  const uids = await client.search(query, { uid: true });
  return Array.isArray(uids) ? uids.sort((a, b) => a - b).slice(-mostMails) : [];
}
