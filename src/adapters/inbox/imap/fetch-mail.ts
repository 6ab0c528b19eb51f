import type { FetchMessageObject, ImapFlow, MessageStructureObject } from 'imapflow';
import type { IncomingMessage } from '#core/ports/inbox-connector.ts';
import { isRefusedRequest, isUnreadableAnswer } from './map-mail-error.ts';
import { attachmentsOf, fetchText } from './mail-parts.ts';
import { type MailContext, readMail } from './read-mail.ts';

/** A mail larger than this is not taken whole: its texts are fetched, its attachments only listed. */
const largestSource = 2 * 1024 * 1024;
/** A page ends early when its mails are this much together. */
const largestPage = 8 * 1024 * 1024;
const largestHead = 256 * 1024;
const unreadNote = '[The mail server could not hand out this message whole; this is what could be read of it.]';

/** Keys are UIDVALIDITY and UID. */
export type Unreadable = { readonly suspects: Set<string>; readonly convicted: Set<string> };

/** What all mails of one mailbox share. */
export type FetchContext = Pick<MailContext, 'ownAddress' | 'isFromSent' | 'now'> & {
  /** Mails whose answer could not be read: first fetched alone, then not asked for whole again. */
  readonly unreadable: Unreadable;
};

/** The messages read, and the UIDs they came from: fewer than asked for where the page would grow too large. */
type FetchedPage = { readonly messages: readonly IncomingMessage[]; readonly lastUid: number };

/** Fetches and reads mails of the selected mailbox. A UID that is gone meanwhile is passed over. */
export async function fetchMail(
  client: ImapFlow,
  uids: readonly number[],
  context: FetchContext,
): Promise<FetchedPage> {
  const heads = await client.fetchAll([...uids], { uid: true, size: true, internalDate: true }, { uid: true });
  const page = withinSize(heads.sort((a, b) => a.uid - b.uid));
  const isWhole = (head: FetchMessageObject): boolean =>
    (head.size ?? 0) <= largestSource && !context.unreadable.convicted.has(keyOf(client, head.uid));
  const sources = await fetchSources(client, page.filter(isWhole), context.unreadable);
  const messages: IncomingMessage[] = [];
  for (const head of page) {
    const mail: MailContext = { ...context, receivedAt: instantOf(head.internalDate) };
    const source = sources.get(head.uid);
    if (source !== undefined) {
      messages.push(await readMail(source, mail));
    } else {
      const message = await fetchInParts(client, head, mail, context.unreadable);
      messages.push(...(message === null ? [] : [message]));
    }
  }
  const isAll = page.length === heads.length;
  return { messages, lastUid: isAll ? (uids.at(-1) ?? 0) : (page.at(-1)?.uid ?? 0) };
}

function withinSize(heads: readonly FetchMessageObject[]): FetchMessageObject[] {
  let sum = 0;
  const end = heads.findIndex((head) => {
    sum += Math.min(head.size ?? 0, largestSource);
    return sum > largestPage;
  });
  return heads.slice(0, end === -1 ? heads.length : Math.max(1, end));
}

/** Sources by UID; one that the server refuses, or that broke an answer before, does not keep the others back. */
async function fetchSources(
  client: ImapFlow,
  heads: readonly FetchMessageObject[],
  unreadable: Unreadable,
): Promise<Map<number, Buffer>> {
  const isSuspect = ({ uid }: FetchMessageObject): boolean => unreadable.suspects.has(keyOf(client, uid));
  const groups = [heads.filter((head) => !isSuspect(head)), ...heads.filter(isSuspect).map((head) => [head])];
  const sources = new Map<number, Buffer>();
  for (const group of groups.filter((some) => some.length > 0)) {
    const keys = group.map((head) => keyOf(client, head.uid));
    try {
      await fetchInto(sources, client, group);
    } catch (error) {
      if (isUnreadableAnswer(error)) {
        const guilt = keys.length === 1 ? unreadable.convicted : unreadable.suspects;
        keys.forEach((key) => guilt.add(key));
      }
      throw error;
    }
  }
  return sources;
}

async function fetchInto(
  sources: Map<number, Buffer>,
  client: ImapFlow,
  heads: readonly FetchMessageObject[],
): Promise<void> {
  const uids = heads.map((head) => head.uid);
  try {
    const mails = await client.fetchAll(uids, { uid: true, source: { maxLength: largestSource } }, { uid: true });
    for (const { uid, source } of mails) {
      if (source !== undefined) {
        sources.set(uid, source);
      }
    }
  } catch (error) {
    if (!isRefusedRequest(error)) {
      throw error;
    }
    if (heads.length > 1) {
      for (const head of heads) {
        await fetchInto(sources, client, [head]);
      }
    }
  }
}

function keyOf(client: ImapFlow, uid: number): string {
  return `${client.mailbox ? client.mailbox.uidValidity : 0}:${uid}`;
}

/** A large or unreadable mail: its head, its texts and the names of its attachments; null where it is gone. */
async function fetchInParts(
  client: ImapFlow,
  head: FetchMessageObject,
  context: MailContext,
  { convicted }: Unreadable,
): Promise<IncomingMessage | null> {
  const key = keyOf(client, head.uid);
  const query = { uid: true, bodyParts: [{ key: 'header', start: 0, maxLength: largestHead }] };
  const found = await client.fetchOne(head.uid, query, { uid: true });
  if (found === false) {
    return null;
  }
  const source = found.headers ?? found.bodyParts?.get('header') ?? Buffer.alloc(0);
  const structure = convicted.has(key) ? null : await structureOf(client, head.uid, convicted, key);
  if (structure === null) {
    return readMail(source, { ...context, body: { text: '', attachments: [] }, note: unreadNote });
  }
  const text = await fetchText(client, head.uid, structure);
  return readMail(source, { ...context, body: { text, attachments: attachmentsOf(structure) } });
}

async function structureOf(
  client: ImapFlow,
  uid: number,
  convicted: Set<string>,
  key: string,
): Promise<MessageStructureObject | null> {
  try {
    const found = await client.fetchOne(uid, { uid: true, bodyStructure: true }, { uid: true });
    return (found && found.bodyStructure) || null;
  } catch (error) {
    if (isUnreadableAnswer(error)) {
      convicted.add(key);
    }
    if (isRefusedRequest(error)) {
      return null;
    }
    throw error;
  }
}

function instantOf(date: Date | string | undefined): number | null {
  const value = date === undefined ? Number.NaN : new Date(date).getTime();
  return Number.isFinite(value) ? value : null;
}
