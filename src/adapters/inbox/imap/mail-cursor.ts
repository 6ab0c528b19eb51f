import { z } from 'zod';

/** How far one mailbox has been read. UIDs mean nothing under another UIDVALIDITY (RFC 9051 2.3.1.1). */
const MailboxPosition = z.object({
  path: z.string(),
  uidValidity: z.string(),
  /** Every message up to this UID has been taken. */
  uid: z.number().int().nonnegative(),
  /** HIGHESTMODSEQ (RFC 7162) when the mailbox was last read to its end; null where the server keeps none. */
  modseq: z.string().nullable(),
});
export type MailboxPosition = z.infer<typeof MailboxPosition>;

const MailCursor = z.object({
  version: z.literal(1),
  /** Mail the server took in before this day stays out, also when it is moved in later; ms UTC. */
  since: z.number().int(),
  inbox: MailboxPosition.nullable(),
  sent: MailboxPosition.nullable(),
  /** Messages taken since the mailboxes were last read to their ends, for the progress. */
  taken: z.number().int().nonnegative(),
});
export type MailCursor = z.infer<typeof MailCursor>;

/** The cursor in `text`, or a fresh one: what comes twice by that is known to the desk by its remote id. */
export function readCursor(text: string | null, since: number): MailCursor {
  const fresh: MailCursor = { version: 1, since, inbox: null, sent: null, taken: 0 };
  if (text === null) {
    return fresh;
  }
  try {
    return MailCursor.parse(JSON.parse(text));
  } catch {
    return fresh;
  }
}

export function writeCursor(cursor: MailCursor): string {
  return JSON.stringify(cursor);
}
