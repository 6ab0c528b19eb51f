import type { ImapFlow } from 'imapflow';
import type { ImapSettings } from '#shared/model/inbox.ts';
import { isRefusedRequest } from './map-mail-error.ts';

/** Where mailboxes the desk looks into are; null where there is none. */
type SpecialMailboxes = {
  readonly sent: string | null;
  /** The mailbox that shows everything (RFC 6154 \All). */
  readonly all: string | null;
};

/** What was found, for as long as a connection lives. */
const found = new WeakMap<ImapFlow, SpecialMailboxes>();

/** Finds the mailboxes by their special use, the one for sent mail by its setting first. */
export async function findSpecialMailboxes(client: ImapFlow, settings: ImapSettings): Promise<SpecialMailboxes> {
  const known = found.get(client);
  if (known !== undefined) {
    return known;
  }
  const mailboxes = await client.list();
  const pathOf = (use: string): string | null =>
    mailboxes.find((mailbox) => mailbox.specialUse === use && !mailbox.flags.has('\\Noselect'))?.path ?? null;
  const named = settings.sentMailbox;
  const isThere = named !== null && mailboxes.some((mailbox) => mailbox.path === named);
  const special = { sent: named === null ? pathOf('\\Sent') : isThere ? named : null, all: pathOf('\\All') };
  found.set(client, special);
  return special;
}

/** Puts a mail that has left into the mailbox of sent mail, once: what is there already is left alone. */
export async function fileSent(client: ImapFlow, settings: ImapSettings, remoteId: string, raw: Buffer): Promise<void> {
  const { sent } = await findSpecialMailboxes(client, settings);
  const path = sent ?? (await client.mailboxCreate(settings.sentMailbox ?? 'Sent')).path;
  if (sent === null) {
    found.delete(client);
  }
  if (!(await holdsMail(client, path, remoteId))) {
    await client.append(path, raw, ['\\Seen']);
  }
}

/** Whether a mailbox holds a mail with this Message-ID. A mailbox that cannot be opened holds none. */
export async function holdsMail(client: ImapFlow, path: string, remoteId: string): Promise<boolean> {
  try {
    await client.mailboxOpen(path, { readOnly: true });
    return (await uidsOf(client, remoteId)).length > 0;
  } catch (error) {
    if (isRefusedRequest(error)) {
      return false;
    }
    throw error;
  }
}

/** Marks the customer's mail as answered, as any mail program would. */
export async function markAnswered(client: ImapFlow, mailbox: string, remoteId: string): Promise<void> {
  await client.mailboxOpen(mailbox);
  const uids = await uidsOf(client, remoteId);
  if (uids.length > 0) {
    await client.messageFlagsAdd(uids, ['\\Answered'], { uid: true });
  }
}

async function uidsOf(client: ImapFlow, remoteId: string): Promise<number[]> {
  const uids = await client.search({ header: { 'message-id': remoteId } }, { uid: true });
  return Array.isArray(uids) ? uids : [];
}
