import type { ImapFlow } from 'imapflow';
import type { IncomingMessage, PulledPage } from '#core/ports/inbox-connector.ts';
import { type FetchContext, fetchMail } from './fetch-mail.ts';
import { findNewMail, type NewMail } from './find-new-mail.ts';
import { type MailboxPosition, type MailCursor, writeCursor } from './mail-cursor.ts';
import { isRefusedRequest } from './map-mail-error.ts';

/** Mails a page holds at most. */
const pageSize = 50;

type PullInput = {
  readonly cursor: MailCursor;
  readonly inboxPath: string;
  /** Null where there is no mailbox of sent mail. */
  readonly sentPath: string | null;
  readonly context: Omit<FetchContext, 'isFromSent'>;
};

/** One page of what is new in both mailboxes, the customers' first; and where the inbox stood when asked. */
type MailPage = { readonly page: PulledPage; readonly inboxEnd: MailboxPosition };

/**
 * Pulls the next page. Nothing is remembered here: a pull that breaks anywhere has changed nothing, and the same
 * cursor brings the same messages again.
 */
export async function pullMail(client: ImapFlow, input: PullInput): Promise<MailPage> {
  const { cursor } = input;
  const sent = await newInSent(client, input);
  const inbox = await findNewMail(client, input.inboxPath, cursor.inbox, cursor.since);
  const fromInbox = await take(client, inbox, pageSize, { ...input.context, isFromSent: false });
  const room = fromInbox.isAll ? pageSize - fromInbox.count : 0;
  const fromSent = sent === null ? null : await takeSent(client, sent, room, cursor.sent, input.context);
  const count = fromInbox.count + (fromSent?.count ?? 0);
  const left = inbox.uids.length + (sent?.uids.length ?? 0) - count;
  const next: MailCursor = {
    ...cursor,
    inbox: fromInbox.position,
    sent: fromSent === null ? cursor.sent : fromSent.position,
    taken: left > 0 ? cursor.taken + count : 0,
  };
  const page: PulledPage = {
    messages: [...fromInbox.messages, ...(fromSent?.messages ?? [])],
    undelivered: [],
    orders: [],
    cursor: writeCursor(next),
    hasMore: left > 0,
    progress: { done: cursor.taken + count, total: cursor.taken + count + left },
  };
  return { page, inboxEnd: inbox.end };
}

/** New mail in the mailbox of sent mail; null where it cannot be opened, which is no reason to go without the inbox. */
async function newInSent(client: ImapFlow, input: PullInput): Promise<NewMail | null> {
  if (input.sentPath === null || input.sentPath === input.inboxPath) {
    return null;
  }
  try {
    return await findNewMail(client, input.sentPath, input.cursor.sent, input.cursor.since);
  } catch (error) {
    if (isRefusedRequest(error)) {
      return null;
    }
    throw error;
  }
}

type Taken = {
  readonly messages: readonly IncomingMessage[];
  readonly position: MailboxPosition;
  readonly count: number;
  readonly isAll: boolean;
};

async function take(client: ImapFlow, found: NewMail, room: number, context: FetchContext): Promise<Taken> {
  const uids = found.uids.slice(0, room);
  if (uids.length === 0) {
    return { messages: [], position: found.end, count: 0, isAll: true };
  }
  const { messages, lastUid } = await fetchMail(client, uids, context);
  const count = uids.filter((uid) => uid <= lastUid).length;
  const isAll = count === found.uids.length;
  const position = isAll ? found.end : { ...found.end, uid: lastUid, modseq: null };
  return { messages, position, count, isAll };
}

async function takeSent(
  client: ImapFlow,
  found: NewMail,
  room: number,
  before: MailboxPosition | null,
  context: PullInput['context'],
): Promise<Omit<Taken, 'position'> & { readonly position: MailboxPosition | null }> {
  if (found.uids.length > 0 && room === 0) {
    return { messages: [], position: before, count: 0, isAll: false };
  }
  if (found.uids.length > 0) {
    await client.mailboxOpen(found.path, { readOnly: true });
  }
  return take(client, found, room, { ...context, isFromSent: true });
}
