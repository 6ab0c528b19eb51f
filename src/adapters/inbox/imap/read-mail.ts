import { createHash } from 'node:crypto';
import { type EmailAddress, parseAddressHeader } from 'mailparser';
import type { IncomingMessage } from '#core/ports/inbox-connector.ts';
import type { Attachment } from '#shared/model/conversation.ts';
import { automaticKind, type RawHeaders } from './automatic-kind.ts';
import { oneLine } from '../one-line.ts';
import { type ParsedMail, parsedMail } from './parse-mail.ts';

/** What the mailbox knows of a mail beside its source. */
export type MailContext = {
  /** The store's own address. */
  readonly ownAddress: string;
  /** True in the mailbox of what was sent: the author is the store whatever name it used. */
  readonly isFromSent: boolean;
  /** When the server took the mail in (IMAP INTERNALDATE); ms UTC. */
  readonly receivedAt: number | null;
  /** ms UTC. */
  readonly now: number;
  /** Text and attachments fetched apart from the head, for a mail too large to take whole. */
  readonly body?: { readonly text: string; readonly attachments: readonly Attachment[] };
  /** A line that tells the reader what is missing. */
  readonly note?: string;
};

/** More text than this is cut; a person reads none of it, and a page of it would stall the desk. */
export const longestText = 1024 * 1024;
export const cutLine = '[The rest of this message is too long to show.]';
const brokenLine = '[This message is damaged; this is what could be read of it.]';
const encryptedLine = '[This message is encrypted and cannot be read here.]';

/** Reads a raw mail (RFC 5322 and MIME, however broken) as a message. Never throws. */
export async function readMail(source: Uint8Array, context: MailContext): Promise<IncomingMessage> {
  const mail = await parsedMail(source);
  const headers = rawHeaders(mail);
  const people = peopleOf(mail, headers, context);
  const attachments = context.body?.attachments ?? mail.attachments;
  const text = shownText(context.body?.text ?? mail.text, mail, headers, context.note);
  return {
    remoteId: remoteIdOf(headers, text),
    references: referencesOf(headers),
    threadId: null,
    ...people,
    subject: oneLine(stringHeader(mail, 'subject') ?? headers.get('subject') ?? '').slice(0, 998),
    text,
    attachments,
    automatic: automaticKind(headers, people.authorAddress, context.ownAddress),
    channel: 'email',
    sentAt: sentAtOf(headers.get('date'), context),
  };
}

function rawHeaders(mail: ParsedMail): RawHeaders {
  const values = new Map<string, string>();
  for (const { key, line } of mail.headerLines) {
    const value = Buffer.from(line.slice(line.indexOf(':') + 1), 'latin1').toString('utf8');
    const unfolded = value.replace(/\r?\n[ \t]*/g, ' ').trim();
    values.set(key, values.has(key) ? `${values.get(key)}\n${unfolded}` : unfolded);
  }
  return values;
}

type People = Pick<IncomingMessage, 'role' | 'authorName' | 'authorAddress' | 'customerAddress' | 'customerName'>;

function peopleOf(mail: ParsedMail, headers: RawHeaders, context: MailContext): People {
  const own = context.ownAddress.toLowerCase();
  const listOf = (name: string): Person[] => persons(mail, headers, name);
  const author = listOf('from')[0] ?? listOf('sender')[0] ?? listOf('return-path')[0] ?? { name: '', address: '' };
  const replyTo = listOf('reply-to').find((person) => person.address !== own);
  // A contact form writes in the store's own name and puts the customer into Reply-To.
  const isForm = author.address === own && replyTo !== undefined && !context.isFromSent;
  if ((author.address === own || context.isFromSent) && !isForm) {
    const others = [...listOf('to'), ...listOf('cc'), ...listOf('bcc')];
    const customer = others.find((person) => person.address !== own) ?? others[0] ?? { name: '', address: own };
    return peopleRow('agent', author, customer);
  }
  const customer = replyTo ?? author;
  return peopleRow('customer', isForm ? customer : author, { ...customer, name: customer.name || author.name });
}

function peopleRow(role: 'customer' | 'agent', author: Person, customer: Person): People {
  return {
    role,
    authorName: author.name,
    authorAddress: author.address,
    customerAddress: customer.address,
    customerName: customer.name,
  };
}

type Person = { readonly name: string; readonly address: string };

function persons(mail: ParsedMail, headers: RawHeaders, name: string): Person[] {
  const parsed = [mail.headers.get(name)].flat();
  const entries = parsed.flatMap((value) =>
    typeof value === 'object' && value !== null && 'value' in value && Array.isArray(value.value) ? value.value : [],
  );
  const found = entries.length > 0 ? entries : addressesIn(headers.get(name) ?? '');
  return found
    .flatMap((entry) => entry.group ?? [entry])
    .map((entry) => ({ name: oneLine(entry.name).slice(0, 200), address: plainAddress(entry.address ?? '') }))
    .filter((person) => person.address !== '');
}

function addressesIn(value: string): EmailAddress[] {
  try {
    return value === '' ? [] : parseAddressHeader(value.slice(0, 10_000), { flatten: true }).value;
  } catch {
    return [];
  }
}

function plainAddress(address: string): string {
  const plain = oneLine(address).toLowerCase();
  return /^[^\s<>@,;"]+@[^\s<>@,;"]+$/.test(plain) && plain.length <= 320 ? plain : '';
}

function stringHeader(mail: ParsedMail, name: string): string | null {
  const value = [mail.headers.get(name)].flat()[0];
  return typeof value === 'string' ? value : null;
}

function messageIdsIn(value: string | undefined): string[] {
  return [...(value ?? '').matchAll(/<[^<>\s]+>/g)].map(([id]) => id);
}

function remoteIdOf(headers: RawHeaders, text: string): string {
  const value = headers.get('message-id')?.split('\n')[0] ?? '';
  const bare = value.trim();
  const id = messageIdsIn(value)[0] ?? (/^[^\s<>]+$/.test(bare) ? `<${bare}>` : null);
  if (id !== null && id.length <= 900) {
    return id;
  }
  // Only what the sender wrote: headers added on the way differ from one copy of the mail to the next.
  const written = ['from', 'to', 'cc', 'date', 'subject'].map((name) => headers.get(name) ?? '');
  const digest = createHash('sha256').update([...written, text.slice(0, 65_536)].join('\n'));
  return `digest:${digest.digest('hex')}`;
}

function referencesOf(headers: RawHeaders): string[] {
  const parents = messageIdsIn(headers.get('in-reply-to'));
  const references = messageIdsIn(headers.get('references'));
  const all = [...references.filter((id) => !parents.includes(id)), ...parents];
  return [...new Set(all)].filter((id) => id.length <= 900).slice(-100);
}

function shownText(text: string, mail: ParsedMail, headers: RawHeaders, note: string | undefined): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    // Control characters have no place in text that is stored and shown; tab and line feed do.
    .replace(/[^\P{Cc}\t\n]|\ufeff/gu, '')
    .replace(/^\n+|\s+$/g, '');
  const cut = clean.length > longestText ? `${clean.slice(0, longestText)}\n${cutLine}` : clean;
  const isEncrypted = /^multipart\/encrypted\b/i.test(headers.get('content-type') ?? '');
  const notes = [mail.isBroken ? brokenLine : '', isEncrypted ? encryptedLine : '', note ?? ''];
  return [cut, ...notes].filter((part) => part !== '').join('\n\n');
}

/** Years before electronic mail are a dead clock's, not a date. */
const earliest = Date.UTC(1990, 0);

function sentAtOf(date: string | undefined, context: MailContext): number {
  const received = Math.min(context.receivedAt ?? context.now, context.now);
  const value =
    (date ?? '')
      .split('\n')[0]
      ?.replace(/\([^()]*\)/g, '')
      .trim() ?? '';
  const written = value === '' ? Number.NaN : new Date(value).getTime();
  return Number.isFinite(written) && written >= earliest && written <= context.now ? written : Math.max(0, received);
}
