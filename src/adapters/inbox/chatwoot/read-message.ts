import type { IncomingMessage, UndeliveredReply } from '#core/ports/inbox-connector.ts';
import type { Attachment, AutomaticKind, Channel } from '#shared/model/conversation.ts';
import { htmlText } from '../html-text.ts';
import { oneLine } from '../one-line.ts';
import type { ChatwootThread } from './chatwoot-cursor.ts';
import type { ChatwootMessage } from './chatwoot-shapes.ts';

/** Where a message belongs: what its conversation tells. */
type Thread = Pick<ChatwootThread, 'customerName' | 'customerAddress' | 'subject' | 'channel'> & {
  readonly id: number | string;
};

const channels: readonly (readonly [RegExp, Channel])[] = [
  [/Email$/, 'email'],
  [/WebWidget$/, 'chat'],
  [/Whatsapp$/, 'whatsapp'],
  [/Instagram$/, 'instagram'],
  [/FacebookPage$/, 'facebook'],
  [/Tiktok$/i, 'tiktok'],
  [/Line$/, 'line'],
  [/Telegram$/, 'telegram'],
  [/TwitterProfile$/, 'twitter'],
  [/Sms$/, 'sms'],
];

/** The channel a class of Chatwoot's stands for: `Channel::Whatsapp`; null for one without rules of its own. */
export function channelOf(name: string): Channel | null {
  return channels.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** A message as the desk takes it; null for what no customer and no agent said to the other: notes, activities, templates. */
export function incomingOf(message: ChatwootMessage, thread: Thread, now: number): IncomingMessage | null {
  const role = roleOf(message);
  if (role === null) return null;
  const { sender } = message;
  const isCustomer = role === 'customer';
  return {
    remoteId: String(message.id),
    references: [],
    threadId: String(thread.id),
    role,
    authorName: oneLine(sender?.name ?? (isCustomer ? thread.customerName : '')).slice(0, 200),
    authorAddress: oneLine(sender?.email ?? (isCustomer ? thread.customerAddress : '')).toLowerCase(),
    customerAddress: thread.customerAddress,
    customerName: thread.customerName,
    subject: thread.subject || oneLine(message.content_attributes?.email?.subject ?? '').slice(0, 300),
    text: textOf(message),
    attachments: (message.attachments ?? []).map(attachmentOf),
    automatic: automaticKindOf(message),
    channel: thread.channel,
    sentAt: Math.min(Math.round(message.created_at * 1000), now),
  };
}

/** True for what an agent wrote to the customer. */
export function isAgentsWord(message: ChatwootMessage): boolean {
  return roleOf(message) === 'agent';
}

/** Those of the messages that the channel could not deliver. */
export function undeliveredIn(messages: readonly ChatwootMessage[]): readonly UndeliveredReply[] {
  return messages
    .filter((message) => isOutgoing(message) && message.status === 'failed')
    .map(({ id, content_attributes: attributes }) => ({
      remoteId: String(id),
      reason: oneLine(attributes?.external_error ?? '').slice(0, 300),
    }));
}

function roleOf(message: ChatwootMessage): IncomingMessage['role'] | null {
  if (message.private === true) return null;
  if (message.message_type === 0 || message.message_type === 'incoming') return 'customer';
  // `failed`: the customer never saw it.
  return isOutgoing(message) && message.status !== 'failed' ? 'agent' : null;
}

function isOutgoing({ message_type: type, private: isPrivate }: ChatwootMessage): boolean {
  return isPrivate !== true && (type === 1 || type === 'outgoing');
}

/** The text of a message; the HTML of a mail is read where it came without a text. */
export function textOf({ content, content_attributes: attributes }: ChatwootMessage): string {
  const given = content?.trim() || attributes?.email?.text_content?.full?.trim() || '';
  const html = given === '' ? (attributes?.email?.html_content?.full ?? '') : given;
  const isHtml = given === '' || /^<(?:!doctype|html|head|body|div|p|table|span)\b[^>]*>/i.test(given);
  return (isHtml ? htmlText(html) : given).replace(/\r\n?/g, '\n').trim();
}

/** A machine of the customer's, or one of the store's own: neither wants an answer, and neither is one. */
function automaticKindOf({ sender, content_attributes: attributes }: ChatwootMessage): AutomaticKind | null {
  const isOurMachine = sender?.type === 'agent_bot' || (attributes?.automation_rule_id ?? null) !== null;
  if (isOurMachine || attributes?.email?.auto_reply === true) return 'auto_reply';
  const address = sender?.email?.toLowerCase() ?? '';
  if (/^(?:mailer-daemon|postmaster)@/.test(address)) return 'bounce';
  return /^(?:no-?reply|do-?not-?reply)@/.test(address) ? 'bulk' : null;
}

type ChatwootAttachment = NonNullable<ChatwootMessage['attachments']>[number];

/** The file itself may be gone: its place in the message is kept all the same. */
function attachmentOf({ file_type: type, data_url: url, extension, file_size: size }: ChatwootAttachment): Attachment {
  const path =
    URL.parse(url ?? '')
      ?.pathname.split('/')
      .at(-1) ?? '';
  const ending = extension || /\.(\w{1,8})$/.exec(path)?.[1] || '';
  const isMedia = type === 'image' || type === 'audio' || type === 'video';
  return {
    name: oneLine(decoded(path)).slice(0, 200) || 'attachment',
    contentType: isMedia && ending !== '' ? `${type}/${ending.toLowerCase()}` : 'application/octet-stream',
    size: size === null || size === undefined || size < 0 ? null : Math.round(size),
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
