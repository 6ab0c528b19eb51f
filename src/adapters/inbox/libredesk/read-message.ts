import type { IncomingMessage, UndeliveredReply } from '#core/ports/inbox-connector.ts';
import type { Attachment, AutomaticKind, Channel } from '#shared/model/conversation.ts';
import { htmlText } from '../html-text.ts';
import { oneLine } from '../one-line.ts';
import type { LibredeskThread } from './libredesk-cursor.ts';
import type { LibredeskMessage, LibredeskPerson } from './libredesk-shapes.ts';

/** Where a message belongs: what its conversation tells. */
type Thread = Pick<LibredeskThread, 'id' | 'customerName' | 'customerAddress' | 'subject' | 'channel'>;

const channels: Readonly<Record<string, Channel>> = {
  email: 'email',
  livechat: 'chat',
  whatsapp: 'whatsapp',
  telegram: 'telegram',
  twitter: 'twitter',
};

/** The channel of an inbox; null for one without rules of its own. */
export function channelOf(name: string | null | undefined): Channel | null {
  return channels[name ?? ''] ?? null;
}

/** A person's name as one line; empty where there is none. */
export function nameOf(person: LibredeskPerson | null | undefined): string {
  return oneLine(`${person?.first_name ?? ''} ${person?.last_name ?? ''}`).slice(0, 200);
}

/** A person's mail address; empty where there is none (visitors of the live chat, the system itself). */
export function addressOf(person: LibredeskPerson | null | undefined): string {
  const address = oneLine(person?.email ?? '').toLowerCase();
  return address.includes('@') ? address.slice(0, 320) : '';
}

/**
 * A message as the desk takes it; null for what no customer and no agent said to the other: notes, activities,
 * surveys, what was forwarded to others and what they answered, and what never reached the customer.
 */
export function incomingOf(message: LibredeskMessage, thread: Thread, now: number): IncomingMessage | null {
  const role = roleOf(message);
  if (role === null) return null;
  const { author } = message;
  const isCustomer = role === 'customer';
  return {
    remoteId: message.uuid,
    references: [],
    threadId: thread.id,
    role,
    authorName: nameOf(author) || (isCustomer ? thread.customerName : ''),
    authorAddress: addressOf(author) || (isCustomer ? thread.customerAddress : ''),
    customerAddress: thread.customerAddress,
    customerName: thread.customerName,
    subject: thread.subject,
    text: textOf(message),
    attachments: (message.attachments ?? []).map(attachmentOf),
    automatic: automaticKindOf(message),
    channel: thread.channel,
    sentAt: Math.min(timeOf(message.created_at), now),
  };
}

/** ms UTC. */
export function timeOf(instant: string): number {
  return Date.parse(instant);
}

/** True for what an agent wrote to the customer and what has not failed to leave. */
export function isAgentsWord(message: LibredeskMessage): boolean {
  return roleOf(message) === 'agent';
}

/** Those of the messages that the mail server refused. */
export function undeliveredIn(messages: readonly LibredeskMessage[]): readonly UndeliveredReply[] {
  return messages
    .filter(({ type, status, private: isPrivate }) => type === 'outgoing' && status === 'failed' && isPrivate !== true)
    .map(({ uuid }) => ({ remoteId: uuid, reason: '' }));
}

/** True while Libredesk has an agent's message still to send. */
export function isLeaving(message: LibredeskMessage): boolean {
  return isAgentsWord(message) && message.status === 'pending';
}

function roleOf({ type, status, private: isPrivate, meta }: LibredeskMessage): IncomingMessage['role'] | null {
  const isAside = meta?.from_forward === true || (Array.isArray(meta?.forwarded_to) && meta.forwarded_to.length > 0);
  if (isPrivate === true || isAside || meta?.is_csat === true || meta?.continuity_email === true) return null;
  if (type === 'incoming') return 'customer';
  // `failed`: the mail server refused it, the customer is still waiting.
  return type === 'outgoing' && status !== 'failed' ? 'agent' : null;
}

/** The text of a message: Libredesk's own (`text_content`) is made for search and knows no paragraphs. */
export function textOf({ content, text_content: plain, content_type: type }: LibredeskMessage): string {
  const given = content ?? '';
  const text = type === 'text' ? given : htmlText(given);
  return (text.trim() || (plain ?? '')).replace(/\r\n?/g, '\n').trim();
}

/** Libredesk drops automatic mail itself; its own machines, and what came in all the same, want no answer. */
function automaticKindOf({ author, meta }: LibredeskMessage): AutomaticKind | null {
  const isOurMachine = author?.type === 'ai_assistant' || author?.email === 'System' || meta?.is_automated === true;
  if (isOurMachine) return 'auto_reply';
  const address = addressOf(author);
  if (/^(?:mailer-daemon|postmaster)@/.test(address)) return 'bounce';
  return /^(?:no-?reply|do-?not-?reply)@/.test(address) ? 'bulk' : null;
}

type LibredeskAttachment = NonNullable<LibredeskMessage['attachments']>[number];

/** The file itself may be gone: its place in the message is kept all the same. */
function attachmentOf({ name, content_type: type, size }: LibredeskAttachment): Attachment {
  return {
    name: oneLine(name ?? '').slice(0, 200) || 'attachment',
    contentType: oneLine(type ?? '').toLowerCase() || 'application/octet-stream',
    size: typeof size === 'number' && size >= 0 ? Math.round(size) : null,
  };
}
