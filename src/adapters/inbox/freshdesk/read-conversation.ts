import type { IncomingMessage } from '#core/ports/inbox-connector.ts';
import type { Attachment, AutomaticKind, Channel } from '#shared/model/conversation.ts';
import { htmlText } from '../html-text.ts';
import { oneLine } from '../one-line.ts';
import type { PendingTicket } from './freshdesk-cursor.ts';
import type {
  FreshdeskAttachments,
  FreshdeskConversation,
  FreshdeskRequester,
  FreshdeskTicket,
} from './freshdesk-shapes.ts';

/** Whose conversation it is: what its ticket tells. */
export type TicketFrame = Pick<
  PendingTicket,
  'id' | 'requesterId' | 'customerName' | 'customerAddress' | 'subject' | 'channel'
>;

/**
 * Sources of tickets; those above 9 as accounts list them among the choices of the field. What comes by the portal or a
 * form is answered by mail.
 */
const channels: Readonly<Record<number, Channel>> = {
  1: 'email',
  2: 'email',
  3: 'phone',
  5: 'twitter',
  6: 'facebook',
  7: 'chat',
  9: 'email',
  10: 'email',
  12: 'chat',
  13: 'whatsapp',
  19: 'facebook',
  20: 'facebook',
};
const outboundEmail = 10;
const surveyFeedback = 6;

type TicketFacts = Pick<FreshdeskTicket, 'id' | 'subject' | 'source' | 'requester_id' | 'requester'>;

/** What is known of a ticket's customer and subject without its conversations. */
export function frameOf(ticket: TicketFacts): TicketFrame {
  const { requester } = ticket;
  return {
    id: ticket.id,
    requesterId: ticket.requester_id ?? null,
    customerName: oneLine(requester?.name ?? '').slice(0, 200),
    customerAddress: addressOf(requester),
    subject: oneLine(ticket.subject ?? '').slice(0, 300),
    channel: channels[ticket.source ?? 0] ?? null,
  };
}

export function addressOf(requester: FreshdeskRequester): string {
  return oneLine(requester?.email || requester?.mobile || requester?.phone || '')
    .toLowerCase()
    .slice(0, 320);
}

/** The ticket's description as the first message: the customer's, or the agent's where the store wrote first. */
export function descriptionOf(ticket: FreshdeskTicket, frame: TicketFrame, now: number): IncomingMessage {
  const isCustomer = ticket.source !== outboundEmail;
  const authorAddress = isCustomer ? frame.customerAddress : '';
  return {
    ...messageOf(frame),
    remoteId: `ticket-${ticket.id}`,
    role: isCustomer ? 'customer' : 'agent',
    authorName: isCustomer ? frame.customerName : '',
    authorAddress,
    text: textOf(ticket.description, ticket.description_text),
    attachments: attachmentsOf(ticket.attachments),
    automatic: senderKind(authorAddress),
    sentAt: Math.min(ticket.created_at, now),
  };
}

/** A conversation as the desk takes it; null for what no customer and no agent said to the other: private notes. */
export function incomingOf(
  conversation: FreshdeskConversation,
  frame: TicketFrame,
  now: number,
): IncomingMessage | null {
  if (!isWord(conversation)) return null;
  const isCustomer = isCustomers(conversation, frame);
  const isRequesters = conversation.user_id === frame.requesterId || (conversation.user_id ?? null) === null;
  const sender = senderOf(conversation.from_email ?? '');
  const authorAddress = sender.address || (isCustomer && isRequesters ? frame.customerAddress : '');
  return {
    ...messageOf(frame),
    remoteId: String(conversation.id),
    role: isCustomer ? 'customer' : 'agent',
    authorName: (isCustomer && isRequesters ? frame.customerName : '') || sender.name,
    authorAddress,
    text: textOf(conversation.body, conversation.body_text),
    attachments: attachmentsOf([...(conversation.attachments ?? []), ...(conversation.cloud_files ?? [])]),
    automatic: automaticKindOf(conversation, isCustomer ? authorAddress : ''),
    sentAt: Math.min(conversation.created_at, now),
  };
}

/** True for what an agent wrote to the customer. */
export function isAgentsWord(conversation: FreshdeskConversation): boolean {
  return isWord(conversation) && conversation.incoming !== true;
}

/**
 * HTML first: Freshdesk's own plain text runs paragraphs together. Quoted history is left as it is.
 */
export function textOf(html: string | null | undefined, plain: string | null | undefined): string {
  const text = htmlText(html ?? '').trim() || (plain ?? '');
  return text.replace(/\r\n?/g, '\n').trim();
}

function messageOf(frame: TicketFrame) {
  const { customerAddress, customerName, subject, channel } = frame;
  return { references: [], threadId: String(frame.id), customerAddress, customerName, subject, channel };
}

function isWord({ private: isPrivate, deleted }: FreshdeskConversation): boolean {
  return isPrivate !== true && deleted !== true;
}

/** What customers write in the portal is theirs, whether it counts as `incoming` or not. */
function isCustomers(conversation: FreshdeskConversation, frame: TicketFrame): boolean {
  if (conversation.incoming === true) return true;
  return frame.requesterId !== null && conversation.user_id === frame.requesterId;
}

/** A machine of the customer's, one of the store's own, or a rating: none of them waits for an answer. */
function automaticKindOf(conversation: FreshdeskConversation, customerAddress: string): AutomaticKind | null {
  if (conversation.auto_response === true || (conversation.automation_id ?? null) !== null) return 'auto_reply';
  if (conversation.source === surveyFeedback) return 'bulk';
  return senderKind(customerAddress);
}

function senderKind(address: string): AutomaticKind | null {
  if (/^(?:mailer-daemon|postmaster)@/.test(address)) return 'bounce';
  return /^(?:no-?reply|do-?not-?reply)@/.test(address) ? 'bulk' : null;
}

/** `"Ann" <ann@example.com>`, or the address alone. */
function senderOf(from: string): { readonly name: string; readonly address: string } {
  const line = oneLine(from);
  const [, name = '', address = ''] = /^(.*)<([^<>]*)>$/.exec(line) ?? [null, '', line];
  return { name: name.replace(/"/g, '').trim().slice(0, 200), address: address.trim().toLowerCase().slice(0, 320) };
}

/** The file itself may be gone: its place in the message is kept all the same. */
function attachmentsOf(attachments: FreshdeskAttachments | undefined): readonly Attachment[] {
  return (attachments ?? []).map((each) => {
    const size = each.size ?? each.file_size ?? null;
    return {
      name: oneLine(each.name ?? each.filename ?? '').slice(0, 200) || 'attachment',
      contentType: oneLine(each.content_type ?? '').toLowerCase() || 'application/octet-stream',
      size: size === null || size < 0 ? null : Math.round(size),
    };
  });
}
