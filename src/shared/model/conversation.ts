import { z } from 'zod';
import { Id, Instant, Language } from './basics.ts';
import { FileRules } from './reply-file.ts';

export const Attachment = z.object({
  name: z.string(),
  contentType: z.string(),
  /** Bytes; null where the inbox does not tell. */
  size: z.number().int().nonnegative().nullable(),
});
export type Attachment = z.infer<typeof Attachment>;

/** Why nobody waits for an answer to a message: a machine wrote it. */
export const AutomaticKind = z.enum(['auto_reply', 'bulk', 'bounce']);
export type AutomaticKind = z.infer<typeof AutomaticKind>;

/** By what a customer writes, as far as it decides what a reply may be. */
export const Channel = z.enum([
  'email',
  'chat',
  'whatsapp',
  'instagram',
  'facebook',
  'tiktok',
  'line',
  'telegram',
  'twitter',
  'sms',
  'phone',
]);
export type Channel = z.infer<typeof Channel>;

export const Message = z.object({
  id: Id,
  conversationId: Id,
  /** The inbox's own name for it (a Message-ID, a row id): unique within the inbox. */
  remoteId: z.string(),
  role: z.enum(['customer', 'agent']),
  authorName: z.string(),
  authorAddress: z.string(),
  /** Everything there is to read, as plain text, quotes and signature included. */
  text: z.string(),
  /** What is new in it: quoted text and signature taken off. */
  question: z.string(),
  attachments: z.array(Attachment),
  automatic: AutomaticKind.nullable(),
  sentAt: Instant,
});
export type Message = z.infer<typeof Message>;

/**
 * `unanswered`: a customer's message is the last word. `answered`: the store's is.
 * `closed`: a person said that nothing is owed. A new customer message makes it unanswered again.
 */
export const ConversationStatus = z.enum(['unanswered', 'answered', 'closed']);
export type ConversationStatus = z.infer<typeof ConversationStatus>;

export const Conversation = z.object({
  id: Id,
  storeId: Id,
  inboxId: Id,
  subject: z.string(),
  customerName: z.string(),
  customerAddress: z.string(),
  /** By what the customer last wrote; null where the inbox does not tell. */
  channel: Channel.nullable(),
  language: Language,
  status: ConversationStatus,
  /** Since when the customer waits: the first customer message after the last answer. Null unless unanswered. */
  waitingSince: Instant.nullable(),
  lastMessageAt: Instant,
  messageCount: z.number().int(),
  /** The start of the last message, for the list. */
  preview: z.string(),
});
export type Conversation = z.infer<typeof Conversation>;

/** What a reply to a conversation must keep to. */
export const ReplyLimits = z.object({
  /** Characters (UTF-16 code units). */
  maxLength: z.number().int().positive(),
  /** Until when the channel takes a reply; null where it always does. */
  closesAt: Instant.nullable(),
  files: FileRules,
});
export type ReplyLimits = z.infer<typeof ReplyLimits>;

/** How ready the desk is for a conversation, for the list. `none`: nothing to draft or not yet looked at. */
export const DraftState = z.enum(['none', 'ready', 'translate', 'partial', 'silent', 'sending', 'failed']);
export type DraftState = z.infer<typeof DraftState>;

export const ConversationRow = Conversation.extend({ draft: DraftState });
export type ConversationRow = z.infer<typeof ConversationRow>;
