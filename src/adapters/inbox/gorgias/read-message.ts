import type { IncomingMessage, UndeliveredReply } from '#core/ports/inbox-connector.ts';
import type { Attachment, AutomaticKind, Channel } from '#shared/model/conversation.ts';
import { htmlText } from '../html-text.ts';
import { automaticKind } from '../imap/automatic-kind.ts';
import { oneLine } from '../one-line.ts';
import type { TicketFacts } from './gorgias-cursor.ts';
import { type GorgiasMessage, type GorgiasTicket, nameOf } from './gorgias-shapes.ts';

/**
 * Forms and what came by the API are answered by mail. What is written in public (comments, mentions, reviews) has no channel here: the rules of
 * the private one do not hold for it.
 */
const channels: Readonly<Record<string, Channel>> = {
  email: 'email',
  contact_form: 'email',
  'contact-form': 'email',
  'help-center': 'email',
  api: 'email',
  chat: 'chat',
  whatsapp: 'whatsapp',
  'instagram-direct-message': 'instagram',
  'facebook-messenger': 'facebook',
  sms: 'sms',
  phone: 'phone',
  aircall: 'phone',
  twitter: 'twitter',
  'twitter-direct-message': 'twitter',
  telegram: 'telegram',
  line: 'line',
  tiktok: 'tiktok',
};

export function channelOf(name: string | null | undefined): Channel | null {
  return channels[name ?? ''] ?? null;
}

/** What a ticket tells of all its messages. */
export function factsOf(ticket: GorgiasTicket): TicketFacts {
  return {
    customerName: oneLine(nameOf(ticket.customer)).slice(0, 120),
    customerAddress: oneLine(ticket.customer?.email ?? '')
      .toLowerCase()
      .slice(0, 254),
    subject: oneLine(ticket.subject ?? '').slice(0, 200),
    channel: channelOf(ticket.channel),
  };
}

/**
 * A message as the desk takes it; null for what no customer and no agent said to the other: notes, signals, what was
 * deleted, and what failed on its way, which the customer has never seen.
 */
export function incomingOf(
  message: GorgiasMessage,
  ticketId: number | string,
  facts: TicketFacts,
  now: number,
): IncomingMessage | null {
  const role = roleOf(message);
  if (role === null) return null;
  const { sender, source } = message;
  const isCustomer = role === 'customer';
  const customersSide = isCustomer ? source?.from : source?.to?.[0];
  const customerAddress = facts.customerAddress || personAddress(customersSide?.address);
  return {
    remoteId: String(message.id),
    references: [],
    threadId: String(ticketId),
    role,
    authorName: oneLine(nameOf(sender) || source?.from?.name || (isCustomer ? facts.customerName : '')).slice(0, 200),
    authorAddress: oneLine(sender?.email ?? (isCustomer ? customerAddress : '')).toLowerCase(),
    customerAddress,
    customerName: facts.customerName || oneLine(customersSide?.name ?? '').slice(0, 200),
    subject: facts.subject || oneLine(message.subject ?? '').slice(0, 300),
    text: textOf(message),
    attachments: (message.attachments ?? []).map(attachmentOf),
    automatic: automaticKindOf(message),
    channel: channelOf(message.channel) ?? (message.channel ? null : facts.channel),
    sentAt: Math.min(timeOf(message) ?? now, now),
  };
}

/** Types of `source` that are no one's words to another. */
const systemTypes: ReadonlySet<string> = new Set(['internal-note', 'system-message', 'ottspott-call']);

export function roleOf(message: GorgiasMessage): IncomingMessage['role'] | null {
  const { channel, source, meta } = message;
  if (message.public === false || channel === 'internal-note' || systemTypes.has(source?.type ?? '')) return null;
  if (meta?.hidden === true || meta?.type === 'signal' || message.deleted_datetime !== null) return null;
  if (message.from_agent !== true) return 'customer';
  return isFailed(message) ? null : 'agent';
}

/** A message that was sent after it had failed has been tried again. */
function isFailed({ failed_datetime: failedAt, sent_datetime: sentAt }: GorgiasMessage): boolean {
  return failedAt !== null && (sentAt === null || sentAt <= failedAt);
}

/** Those of the messages that never reached the customer. */
export function undeliveredIn(messages: readonly GorgiasMessage[]): readonly UndeliveredReply[] {
  return messages
    .filter((message) => message.from_agent === true && message.public !== false && isFailed(message))
    .map(({ id, last_sending_error: error }) => ({
      remoteId: String(id),
      reason: oneLine(error?.error ?? '').slice(0, 300),
    }));
}

/** True while Gorgias has an agent's message still to send. */
export function isLeaving(message: GorgiasMessage): boolean {
  return roleOf(message) === 'agent' && message.sent_datetime === null;
}

/** When it was written down, by the server's clock: lists are in this order. ms UTC. */
export function timeOf(message: GorgiasMessage): number | null {
  return message.created_datetime ?? message.sent_datetime;
}

/** The whole text, quotes included; the HTML is read where there is no text. */
export function textOf({ body_text: text, body_html: html, stripped_text: stripped }: GorgiasMessage): string {
  const given = text?.trim() || htmlText(html ?? '').trim() || stripped || '';
  return given.replace(/\r\n?/g, '\n').trim();
}

/** A mail address or a telephone; channels have names of their own for persons that are neither. */
function personAddress(address: string | null | undefined): string {
  const line = oneLine(address ?? '').toLowerCase();
  return /^(?:[^\s@]+@[^\s@]+|\+?\d[\d ().-]{5,})$/.test(line) ? line.slice(0, 320) : '';
}

/** A machine of the customer's, or one of the store's own (rules, campaigns, Gorgias' bots). */
export function automaticKindOf(message: GorgiasMessage): AutomaticKind | null {
  const { sender, source, headers, via, rule_id: ruleId, meta } = message;
  const address = (sender?.email ?? source?.from?.address ?? '').toLowerCase();
  if (via === 'rule' || (ruleId ?? null) !== null) return 'auto_reply';
  if (message.from_agent === true) {
    if (address.endsWith('@email.gorgias.com')) return 'auto_reply';
    return (meta?.campaign_id ?? null) === null ? null : 'bulk';
  }
  const named = new Map(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value ?? '')]),
  );
  const kind = automaticKind(named, address, (source?.to?.[0]?.address ?? '').toLowerCase());
  return kind ?? (/^(?:no-?reply|do-?not-?reply)@/.test(address) ? 'bulk' : null);
}

type GorgiasAttachment = NonNullable<GorgiasMessage['attachments']>[number];

/** The file itself may be gone: its place in the message is kept all the same. */
function attachmentOf({ name, url, content_type: contentType, size }: GorgiasAttachment): Attachment {
  const path =
    URL.parse(url ?? '')
      ?.pathname.split('/')
      .at(-1) ?? '';
  return {
    name: oneLine(name || path).slice(0, 200) || 'attachment',
    contentType: oneLine(contentType ?? '').toLowerCase() || 'application/octet-stream',
    size: size === null || size === undefined || size < 0 ? null : Math.round(size),
  };
}
