import { z } from 'zod';

/*
 * What is read of Freshdesk's answers (API v2, developers.freshdesk.com/api; fields it does not document as accounts
 * answer them: `auto_response`, `automation_id`). What the desk can do without is allowed to be missing.
 */

const Text = z.string().nullish().catch(null);
const Flag = z.boolean().nullish().catch(null);
const Id = z.number().int();
const MaybeId = Id.nullish().catch(null);
/** ISO in whole seconds; read as ms UTC. */
const Instant = z
  .string()
  .transform((text) => Date.parse(text))
  .pipe(z.number());

const Requester = z.object({ name: Text, email: Text, phone: Text, mobile: Text }).nullish().catch(null);
export type FreshdeskRequester = z.infer<typeof Requester>;

const Size = z.number().nullish().catch(null);
/** Its size has two names in the documents; files from a cloud have but a name and an address. */
const Attachments = z
  .array(z.object({ name: Text, filename: Text, content_type: Text, size: Size, file_size: Size }))
  .nullish()
  .catch(null);
export type FreshdeskAttachments = z.infer<typeof Attachments>;

export const FreshdeskConversation = z.object({
  id: Id,
  body: Text,
  body_text: Text,
  incoming: Flag,
  private: Flag,
  deleted: Flag,
  user_id: MaybeId,
  /** How it came about: 0 reply, 2 note, 5 tweet, 6 survey feedback, 7 Facebook, 8 forwarded, 9 phone. */
  source: z.number().nullish().catch(null),
  from_email: Text,
  auto_response: Flag,
  automation_id: MaybeId,
  created_at: Instant,
  attachments: Attachments,
  cloud_files: Attachments,
});
export type FreshdeskConversation = z.infer<typeof FreshdeskConversation>;
export const ConversationList = z.array(FreshdeskConversation);

const TicketBase = z.object({
  id: Id,
  subject: Text,
  /** By what it came in: 1 e-mail, 2 portal, 3 phone, 7 chat, 9 widget, 10 outbound e-mail and more. */
  source: z.number().nullish().catch(null),
  requester_id: MaybeId,
  requester: Requester,
  deleted: Flag,
  spam: Flag,
  created_at: Instant,
  updated_at: Instant,
});

export const ListedTicket = TicketBase;
export type ListedTicket = z.infer<typeof ListedTicket>;
export const TicketList = z.array(ListedTicket);

/** A ticket by itself; its description is the first message. */
export const FreshdeskTicket = TicketBase.extend({
  description: Text,
  description_text: Text,
  attachments: Attachments,
  /** The oldest ten at most. */
  conversations: ConversationList.nullish(),
});
export type FreshdeskTicket = z.infer<typeof FreshdeskTicket>;

/** What is shown of a ticket beside its messages. */
export const TicketDetail = z.object({
  status: z.number(),
  responder_id: MaybeId,
  requester_id: MaybeId,
  tags: z.array(z.string()).nullish().catch(null),
  requester: Requester,
  deleted: Flag,
});
export type TicketDetail = z.infer<typeof TicketDetail>;

export const Contact = z.object({
  name: Text,
  email: Text,
  phone: Text,
  mobile: Text,
  description: Text,
  tags: z.array(z.string()).nullish().catch(null),
  created_at: Text,
});
export type Contact = z.infer<typeof Contact>;

export const Agent = z.object({
  id: Id,
  deactivated: Flag,
  contact: z.object({ name: Text, email: Text }).nullish().catch(null),
});
export type Agent = z.infer<typeof Agent>;
export const AgentList = z.array(Agent);

export const Created = z.object({ id: Id });

/** All folders at once that hold something this agent may see; `personal`: it is the agent's own. */
export const FolderList = z.array(z.object({ id: Id, name: Text, personal: Flag }));
/** A page of a folder's canned responses (`folder_responses`, with `paginate_items`). */
export const CannedResponseList = z.array(
  z.object({
    id: Id,
    title: Text,
    content: Text,
    content_html: Text,
    updated_at: Text,
    attachments: z
      .array(z.object({ name: Text }))
      .nullish()
      .catch(null),
  }),
);
