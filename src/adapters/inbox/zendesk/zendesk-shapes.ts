import { z } from 'zod';

/*
 * What is read of Zendesk's answers (Ticketing API v2). Times are ISO 8601 in whole seconds. What the desk can do
 * without is allowed to be missing.
 */

const Text = z.string().nullish().catch(null);
const WholeId = z.number().int();
const Time = z.string().refine((text) => !Number.isNaN(Date.parse(text)));
/** How something came in: a name, or a number in older records (via-types reference). */
const Via = z
  .object({ channel: z.union([z.string(), z.number()]).nullish() })
  .nullish()
  .catch(null);

/** How a list goes on; only where it was asked for by cursor. */
const Meta = z.object({ has_more: z.boolean(), after_cursor: Text });

export const ZendeskUser = z.object({
  id: WholeId,
  name: Text,
  email: Text,
  phone: Text,
  /** `end-user`, `agent` or `admin`. */
  role: Text,
});
export type ZendeskUser = z.infer<typeof ZendeskUser>;
const Users = z.array(ZendeskUser).nullish().catch(null);

export const ZendeskTicket = z.object({
  id: WholeId,
  created_at: Time,
  updated_at: Time,
  subject: Text,
  /** A custom status is shown as the one of these it belongs to: new, open, pending, hold, solved, closed. */
  status: Text,
  requester_id: WholeId.nullish().catch(null),
  assignee_id: WholeId.nullish().catch(null),
  tags: z.array(z.string()).nullish().catch(null),
  via: Via,
  /** True for Zendesk's messaging: a web chat, WhatsApp and their like. */
  from_messaging_channel: z.boolean().nullish().catch(null),
});
export type ZendeskTicket = z.infer<typeof ZendeskTicket>;

export const TicketList = z.object({ tickets: z.array(ZendeskTicket), users: Users, meta: Meta });
export type TicketList = z.infer<typeof TicketList>;

export const SearchCount = z.object({ count: z.number().int().nonnegative() });

const Person = ZendeskUser.extend({
  created_at: Text,
  tags: z.array(z.string()).nullish().catch(null),
  notes: Text,
});
export const TicketDetail = z.object({ ticket: ZendeskTicket, users: z.array(Person).nullish().catch(null) });
export type TicketDetail = z.infer<typeof TicketDetail>;

const Attachment = z.object({ file_name: Text, content_type: Text, size: z.number().nullish().catch(null) });

export const ZendeskComment = z.object({
  id: WholeId,
  /** `Comment` or a kind of `VoiceComment`. */
  type: Text,
  author_id: WholeId.nullish().catch(null),
  public: z.boolean(),
  body: Text,
  html_body: Text,
  plain_body: Text,
  created_at: Time,
  via: Via,
  attachments: z.array(Attachment).nullish().catch(null),
  metadata: z
    .object({
      /** Why Zendesk is wary of it; 4: a machine wrote it. */
      flags: z.array(z.number()).nullish().catch(null),
      /** What came with the request that made it. */
      custom: z.object({ deskside_reply: Text }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});
export type ZendeskComment = z.infer<typeof ZendeskComment>;

export const CommentList = z.object({ comments: z.array(ZendeskComment), users: Users, meta: Meta });
export type CommentList = z.infer<typeof CommentList>;

/** An update and what it made: the id of a `Comment` event is the comment's. */
export const UpdatedTicket = z.object({
  audit: z.object({ events: z.array(z.object({ id: WholeId, type: Text })) }),
});
export type UpdatedTicket = z.infer<typeof UpdatedTicket>;

/** Whoever the token acts for; without a name nobody has, the user is anonymous and has no id. */
export const Me = z.object({
  user: z.object({
    id: WholeId.nullish().catch(null),
    name: Text,
    email: Text,
    role: Text,
    /** True for one who may write notes only. */
    only_private_comments: z.boolean().nullish().catch(null),
  }),
});

export const AgentList = z.object({
  users: z.array(
    ZendeskUser.extend({
      active: z.boolean().nullish().catch(null),
      suspended: z.boolean().nullish().catch(null),
      only_private_comments: z.boolean().nullish().catch(null),
    }),
  ),
  meta: Meta,
});
export type AgentList = z.infer<typeof AgentList>;

export const ZendeskMacro = z.object({
  id: WholeId,
  /** Categories and the name, with `::` between. */
  title: Text,
  active: z.boolean().nullish().catch(null),
  updated_at: Text,
  /** `User` or `Group` where not everybody has it. */
  restriction: z.object({ type: Text }).nullish().catch(null),
  /** A comment's text stands alone or behind its channel: `["channel:all", "…"]` (actions reference). */
  actions: z
    .array(z.object({ field: Text, value: z.unknown() }))
    .nullish()
    .catch(null),
});
export type ZendeskMacro = z.infer<typeof ZendeskMacro>;
export const MacroList = z.object({ macros: z.array(ZendeskMacro), meta: Meta });
export type MacroList = z.infer<typeof MacroList>;

/** What `{{dc.…}}` stands for, in one language or in several. */
export const DynamicContent = z.object({
  placeholder: z.string(),
  variants: z
    .array(z.object({ content: Text, default: z.boolean().nullish().catch(null) }))
    .nullish()
    .catch(null),
});
export type DynamicContent = z.infer<typeof DynamicContent>;
export const DynamicContentList = z.object({ items: z.array(DynamicContent), meta: Meta });
export type DynamicContentList = z.infer<typeof DynamicContentList>;

/** POST /api/v2/uploads: the file is attached by its token. */
export const Uploaded = z.object({ upload: z.object({ token: z.string().min(1) }) });

/** Seconds of a time as Zendesk writes it. */
export function secondsOf(time: string): number {
  return Math.floor(Date.parse(time) / 1000);
}
