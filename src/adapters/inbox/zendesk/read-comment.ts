import type { IncomingMessage } from '#core/ports/inbox-connector.ts';
import type { Attachment, AutomaticKind, Channel } from '#shared/model/conversation.ts';
import { htmlText } from '../html-text.ts';
import { oneLine } from '../one-line.ts';
import type { ZendeskThread } from './zendesk-cursor.ts';
import { type ZendeskComment, type ZendeskUser, secondsOf } from './zendesk-shapes.ts';

/** Where a comment belongs: what its ticket tells. */
type Thread = Pick<ZendeskThread, 'id' | 'requesterId' | 'customerName' | 'customerAddress' | 'subject' | 'channel'>;
type Users = ReadonlyMap<number, ZendeskUser>;

/** By name, and by number where that is what a record holds (via-types reference). */
const channels: readonly (readonly [RegExp, Channel])[] = [
  [/^(?:e?mail|4|web|web_form|help_center|0)$/, 'email'],
  [/^(?:chat|chat_transcript|native_messaging|29)$/, 'chat'],
  [/^whatsapp$/, 'whatsapp'],
  [/^instagram_dm$/, 'instagram'],
  [/^(?:facebook.*|38|41)$/, 'facebook'],
  [/^tiktok/, 'tiktok'],
  [/^line$/, 'line'],
  [/^telegram$/, 'telegram'],
  [/^(?:twitter.*|23|26|30)$/, 'twitter'],
  [/^(?:.*sms|text_message|37|57)$/, 'sms'],
  [/^(?:voice.*|phone.*|api_phone.*|api_voicemail|3[345]|4[456])$/, 'phone'],
];

/** The channel a via type stands for; null for one without rules of its own: the API. A form is answered by mail. */
export function channelOf(via: string | number | null | undefined): Channel | null {
  const name = String(via ?? '').replace(/^sunshine_conversations_/, '');
  return channels.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** A user's mail address, else their telephone number, else nothing. */
export function addressOf(user: Pick<ZendeskUser, 'email' | 'phone'> | undefined): string {
  return oneLine(user?.email || user?.phone || '')
    .toLowerCase()
    .slice(0, 320);
}

/** A comment as the desk takes it; null for an internal note. */
export function incomingOf(comment: ZendeskComment, thread: Thread, users: Users, now: number): IncomingMessage | null {
  const role = roleOf(comment, thread.requesterId, users);
  if (role === null) return null;
  const author = users.get(comment.author_id ?? 0);
  const requester = users.get(thread.requesterId ?? 0);
  const isRequester = role === 'customer' && comment.author_id === thread.requesterId;
  const customerName = thread.customerName || oneLine(requester?.name ?? '').slice(0, 120);
  const customerAddress = thread.customerAddress || addressOf(requester);
  const key = keyOf(comment);
  return {
    remoteId: String(comment.id),
    ...(key === null ? {} : { key }),
    references: [],
    threadId: String(thread.id),
    role,
    authorName: oneLine(author?.name ?? (isRequester ? customerName : '')).slice(0, 200),
    authorAddress: addressOf(author) || (isRequester ? customerAddress : ''),
    customerAddress,
    customerName,
    subject: thread.subject,
    text: textOf(comment),
    attachments: (comment.attachments ?? []).map(attachmentOf),
    automatic: automaticKindOf(comment, author),
    channel: channelOf(comment.via?.channel) ?? thread.channel,
    sentAt: Math.min(secondsOf(comment.created_at) * 1000, now),
  };
}

/** The key of a reply of the desk's own, which rests in the comment's metadata. */
export function keyOf(comment: ZendeskComment): string | null {
  return comment.metadata?.custom?.deskside_reply ?? null;
}

/**
 * Who speaks; null for a note. An agent who asks for something is the customer of that ticket, and whoever else writes
 * (a CC) speaks for theirs. Zendesk itself is -1.
 */
export function roleOf(
  comment: ZendeskComment,
  requesterId: number | null,
  users: Users,
): IncomingMessage['role'] | null {
  if (!comment.public) return null;
  const authorId = comment.author_id ?? -1;
  if (authorId < 0 || isRule(comment)) return 'agent';
  if (authorId === requesterId) return 'customer';
  const role = users.get(authorId)?.role;
  return role === 'agent' || role === 'admin' ? 'agent' : 'customer';
}

/** The text of a comment. Zendesk makes its HTML from whatever came; `plain_body` keeps entities in it. */
export function textOf({ html_body: html, plain_body: plain, body }: ZendeskComment): string {
  const read = html ? htmlText(html).trim() : '';
  const text = read || plain?.replaceAll('&nbsp;', ' ') || body || '';
  return text.replace(/\r\n?/g, '\n').trim();
}

/** A machine of the customer's, or one of the store's own: neither wants an answer, and neither is one. */
function automaticKindOf(comment: ZendeskComment, author: ZendeskUser | undefined): AutomaticKind | null {
  const address = addressOf(author);
  if (/^(?:mailer-daemon|postmaster)@/.test(address)) return 'bounce';
  const isOurMachine = isRule(comment) || (comment.author_id ?? -1) < 0;
  if (isOurMachine || comment.metadata?.flags?.includes(machineFlag) === true) return 'auto_reply';
  return author?.role === 'end-user' && /^(?:no-?reply|do-?not-?reply)@/.test(address) ? 'bulk' : null;
}

/** "The comment was automatically generated" (comment flags). */
const machineFlag = 4;

/** Triggers and automations. */
function isRule({ via }: ZendeskComment): boolean {
  return via?.channel === 'rule' || via?.channel === 8;
}

type ZendeskAttachment = NonNullable<ZendeskComment['attachments']>[number];

/** The file itself may be gone: its place in the message is kept all the same. */
function attachmentOf({ file_name: name, content_type: type, size }: ZendeskAttachment): Attachment {
  return {
    name: oneLine(name ?? '').slice(0, 200) || 'attachment',
    contentType: oneLine(type ?? '').slice(0, 100) || 'application/octet-stream',
    size: size === null || size === undefined || size < 0 ? null : Math.round(size),
  };
}
