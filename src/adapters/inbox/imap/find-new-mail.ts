import type { ImapFlow, MailboxObject } from 'imapflow';
import { AppError } from '#shared/errors.ts';
import type { MailboxPosition } from './mail-cursor.ts';

/** What a mailbox holds that has not been taken yet. */
export type NewMail = {
  readonly path: string;
  /** Ascending. */
  readonly uids: readonly number[];
  /** Where the mailbox stands once `uids` are taken. */
  readonly end: MailboxPosition;
};

/** Selects a mailbox (read-only) and asks what is new in it since `position`. */
export async function findNewMail(
  client: ImapFlow,
  path: string,
  position: MailboxPosition | null,
  since: number,
): Promise<NewMail> {
  const mailbox = await client.mailboxOpen(path, { readOnly: true });
  const known = isSameMailbox(position, mailbox, path) ? position : null;
  const from = known?.uid ?? 0;
  const modseq = mailbox.noModseq || !mailbox.highestModseq ? null : mailbox.highestModseq.toString();
  const nothingNew = mailbox.exists === 0 || isUnchanged(known, modseq) || isRead(mailbox, from);
  const found = nothingNew ? [] : await client.search({ uid: `${from + 1}:*`, since: new Date(since) }, { uid: true });
  if (!Array.isArray(found)) {
    throw new AppError('remote_failed', `The server refused to search ${path}`);
  }
  // "n:*" also names the last message where its UID is below n.
  const uids = found.filter((uid) => uid > from).sort((a, b) => a - b);
  return {
    path,
    uids,
    end: {
      path,
      uidValidity: mailbox.uidValidity.toString(),
      // UIDNEXT is from before the search, so what came in between is found by the next one.
      uid: Math.max(from, uids.at(-1) ?? 0, (mailbox.uidNext || 1) - 1),
      modseq,
    },
  };
}

function isSameMailbox(position: MailboxPosition | null, mailbox: MailboxObject, path: string): boolean {
  return position !== null && position.path === path && position.uidValidity === mailbox.uidValidity.toString();
}

function isUnchanged(position: MailboxPosition | null, modseq: string | null): boolean {
  return position !== null && modseq !== null && position.modseq === modseq;
}

function isRead(mailbox: MailboxObject, uid: number): boolean {
  return Boolean(mailbox.uidNext) && mailbox.uidNext <= uid + 1;
}
