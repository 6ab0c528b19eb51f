import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutgoingReply } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import { oneLine } from '../one-line.ts';

/** A reply as it travels: the same bytes go to the customer and into the mailbox of what was sent. */
export type ComposedReply = {
  readonly raw: Buffer;
  readonly from: string;
  readonly to: string;
};

type ReplySender = { readonly address: string; readonly displayName: string };

/** Mail programs ignore more, and a header line has its limits; the first and the nearest count. */
const mostReferences = 30;

/** Renders a reply as a mail (RFC 5322). Throws `refused_by_server` where it has no address mail can go to. */
export async function composeReply(reply: OutgoingReply, sender: ReplySender, now: number): Promise<ComposedReply> {
  const to = oneLine(reply.toAddress);
  if (!/^[^\s<>@,;:"]+@[^\s<>@,;:"]+$/.test(to)) {
    throw new AppError('refused_by_server', 'The customer has no address a mail can go to', { detail: { reply: to } });
  }
  const inReplyTo = messageIds([reply.inReplyTo ?? '']);
  const references = messageIds([...reply.references, ...inReplyTo]);
  const mail = new MailComposer({
    from: { name: oneLine(sender.displayName), address: sender.address },
    to: { name: oneLine(reply.toName), address: to },
    subject: oneLine(reply.subject),
    messageId: reply.remoteId,
    date: new Date(now),
    ...(inReplyTo[0] === undefined ? {} : { inReplyTo: inReplyTo[0] }),
    ...(references.length === 0 ? {} : { references: nearest(references) }),
    text: reply.body.replace(/\r\n?/g, '\n'),
    // Chosen here, so that lines are never left to travel as format=flowed or 8-bit.
    encoding: isMostlyAscii(reply.body) ? 'quoted-printable' : 'base64',
    attachments: reply.files.map(({ name, contentType, bytes }) => ({
      filename: name,
      // A mail within a mail may not be encoded (RFC 2046 5.2.1), and would not arrive as it is.
      contentType: /^(?:message|multipart)\//.test(contentType) ? 'application/octet-stream' : contentType,
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      contentTransferEncoding: 'base64' as const,
      contentDisposition: 'attachment' as const,
    })),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const envelope = mail.getEnvelope();
  const raw = await mail.build();
  return { raw, from: envelope.from || sender.address, to: envelope.to[0] ?? to };
}

function nearest(references: readonly string[]): string[] {
  return references.length <= mostReferences
    ? [...references]
    : [...references.slice(0, 1), ...references.slice(1 - mostReferences)];
}

/** Only what is a Message-ID; a digest the desk made for a mail without one is its own affair. */
function messageIds(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => /^<[^<>\s]{1,900}>$/.test(value)))];
}

function isMostlyAscii(text: string): boolean {
  return text.replace(/\P{ASCII}/gu, '').length * 3 >= text.length * 2;
}
