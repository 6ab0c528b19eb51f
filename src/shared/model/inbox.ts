import { z } from 'zod';
import { Id, Instant, Problem } from './basics.ts';

/** `tls`: encrypted from the first byte. `starttls`: required upgrade. `none`: clear text, loopback only. */
export const MailSecurity = z.enum(['tls', 'starttls', 'none']);
export type MailSecurity = z.infer<typeof MailSecurity>;

export const MailServer = z.object({
  host: z.string().trim().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  security: MailSecurity,
  user: z.string().trim().min(1).max(320),
});
export type MailServer = z.infer<typeof MailServer>;

export const ImapSettings = z.object({
  kind: z.literal('imap'),
  /** The address customers write to, and replies come from. */
  address: z.email(),
  displayName: z.string().trim().max(120),
  imap: MailServer,
  smtp: MailServer,
  mailbox: z.string().trim().min(1).default('INBOX'),
  /** The folder that keeps what was sent; null asks the server which one is (RFC 6154 \Sent). */
  sentMailbox: z.string().trim().min(1).nullable().default(null),
  /** True where the provider files sent mail by itself (Gmail does). */
  serverKeepsSent: z.boolean().default(false),
  /** Mail older than this many days before the first sync stays out. */
  firstSyncDays: z.number().int().min(1).max(3650).default(30),
});
export type ImapSettings = z.infer<typeof ImapSettings>;

export const SampleSettings = z.object({ kind: z.literal('sample') });
export type SampleSettings = z.infer<typeof SampleSettings>;

/** Where a helpdesk is, with its scheme: `https://shop.zendesk.com`. */
const HelpdeskHost = z.url({ protocol: /^https?$/ });
/** Conversations without a word since so many days before the first sync stay out. */
const FirstSyncDays = z.number().int().min(1).max(3650).default(90);

export const ChatwootSettings = z.object({
  kind: z.literal('chatwoot'),
  host: HelpdeskHost,
  accountId: z.number().int().positive(),
  /** One inbox of the account; null means all that the token's owner sees. */
  inboxId: z.number().int().positive().nullable().default(null),
  firstSyncDays: FirstSyncDays,
});
export type ChatwootSettings = z.infer<typeof ChatwootSettings>;

/** The secret is the API token. */
export const ZendeskSettings = z.object({
  kind: z.literal('zendesk'),
  host: HelpdeskHost,
  /** Of the agent the token acts for. */
  email: z.email(),
  firstSyncDays: FirstSyncDays,
});
export type ZendeskSettings = z.infer<typeof ZendeskSettings>;

/** The secret is the API key. */
export const GorgiasSettings = z.object({
  kind: z.literal('gorgias'),
  host: HelpdeskHost,
  /** Of the agent the key belongs to. */
  email: z.email(),
  firstSyncDays: FirstSyncDays,
});
export type GorgiasSettings = z.infer<typeof GorgiasSettings>;

/** The secret is the agent's API key. */
export const FreshdeskSettings = z.object({
  kind: z.literal('freshdesk'),
  host: HelpdeskHost,
  firstSyncDays: FirstSyncDays,
});
export type FreshdeskSettings = z.infer<typeof FreshdeskSettings>;

/** The secret is the API secret. */
export const LibredeskSettings = z.object({
  kind: z.literal('libredesk'),
  host: HelpdeskHost,
  /** The public half of an agent's API credentials. */
  apiKey: z.string().trim().min(1).max(200),
  firstSyncDays: FirstSyncDays,
});
export type LibredeskSettings = z.infer<typeof LibredeskSettings>;

/** Conversations that a person brings by the clipboard, from programs the desk cannot read. */
export const ClipboardSettings = z.object({ kind: z.literal('clipboard') });
export type ClipboardSettings = z.infer<typeof ClipboardSettings>;

/** What the owner enters, by kind of inbox. Secrets are never part of it. */
export const InboxSettings = z.discriminatedUnion('kind', [
  SampleSettings,
  ImapSettings,
  ChatwootSettings,
  ZendeskSettings,
  GorgiasSettings,
  FreshdeskSettings,
  LibredeskSettings,
  ClipboardSettings,
]);
export type InboxSettings = z.infer<typeof InboxSettings>;

export const InboxState = z.object({
  /** `stopped`: it needs a person (a refused password); it is not tried again until the settings change. */
  phase: z.enum(['idle', 'syncing', 'waiting', 'stopped']),
  problem: Problem.nullable(),
  syncedAt: Instant.nullable(),
  /** When `waiting`: the time of the next try. */
  nextTryAt: Instant.nullable(),
  /** Messages taken so far in the running sync, and how many there are where the server tells. */
  progress: z.object({ done: z.number().int(), total: z.number().int().nullable() }).nullable(),
});
export type InboxState = z.infer<typeof InboxState>;

export const Inbox = z.object({
  id: Id,
  storeId: Id,
  name: z.string().trim().min(1).max(120),
  settings: InboxSettings,
  state: InboxState,
  /** Since when nothing is fetched because a person said so; null while it is. Replies leave all the same. */
  pausedAt: Instant.nullable(),
  createdAt: Instant,
});
export type Inbox = z.infer<typeof Inbox>;

/** One thing a connection test looked at. `name` is a key the window words. */
export const ProbeCheck = z.object({
  name: z.enum(['receive', 'mailbox', 'sent_mailbox', 'idle', 'send', 'account', 'inbox', 'conversations']),
  isOk: z.boolean(),
  problem: Problem.nullable(),
  note: z.string().nullable(),
});
export type ProbeCheck = z.infer<typeof ProbeCheck>;

export const ProbeReport = z.object({ isOk: z.boolean(), checks: z.array(ProbeCheck) });
export type ProbeReport = z.infer<typeof ProbeReport>;
