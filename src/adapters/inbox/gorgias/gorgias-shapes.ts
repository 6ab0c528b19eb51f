import { z } from 'zod';

/*
 * What is read of Gorgias' answers (developers.gorgias.com, reference). What the desk can do without is allowed to be
 * missing or of another kind.
 */

const Text = z.string().nullish().catch(null);
const Flag = z.boolean().nullish().catch(null);
const WholeId = z.number().int();
const SomeId = WholeId.nullish().catch(null);
/** ms UTC; the reference shows times with an offset and times without one, which are UTC. */
const Time = Text.transform((text) => {
  const time = Date.parse(/(?:z|[+-]\d\d:?\d\d)$/i.test(text ?? '') ? (text ?? '') : `${text}Z`);
  return Number.isNaN(time) ? null : time;
});

/** A user or a customer. */
export const GorgiasPerson = z.object({ id: SomeId, email: Text, name: Text, firstname: Text, lastname: Text });
export type GorgiasPerson = z.infer<typeof GorgiasPerson>;

const Address = z.object({ name: Text, address: Text });
export type GorgiasAddress = z.infer<typeof Address>;

const Attachment = z.object({ name: Text, url: Text, content_type: Text, size: z.number().nullish().catch(null) });

export const GorgiasMessage = z.object({
  id: WholeId,
  ticket_id: SomeId,
  /** Free for whoever writes the message by the API. */
  external_id: Text,
  public: Flag,
  from_agent: Flag,
  channel: Text,
  via: Text,
  rule_id: SomeId,
  integration_id: SomeId,
  source: z
    .object({
      type: Text,
      from: Address.nullish().catch(null),
      to: z.array(Address).nullish().catch(null),
      extra: z.record(z.string(), z.unknown()).nullish().catch(null),
    })
    .nullish()
    .catch(null),
  sender: GorgiasPerson.nullish().catch(null),
  subject: Text,
  body_text: Text,
  body_html: Text,
  stripped_text: Text,
  attachments: z.array(Attachment).nullish().catch(null),
  /** Of a mail, by name. */
  headers: z.record(z.string(), z.unknown()).nullish().catch(null),
  meta: z.object({ hidden: z.unknown(), type: z.unknown(), campaign_id: z.unknown() }).partial().nullish().catch(null),
  created_datetime: Time,
  sent_datetime: Time,
  failed_datetime: Time,
  deleted_datetime: Time,
  last_sending_error: z.object({ error: Text }).nullish().catch(null),
});
export type GorgiasMessage = z.infer<typeof GorgiasMessage>;

export const GorgiasTicket = z.object({
  id: WholeId,
  subject: Text,
  channel: Text,
  status: Text,
  spam: Flag,
  customer: GorgiasPerson.nullish().catch(null),
  assignee_user: GorgiasPerson.nullish().catch(null),
  tags: z
    .array(z.object({ name: z.string() }))
    .nullish()
    .catch(null),
  created_datetime: Time,
  updated_datetime: Time,
  snooze_datetime: Time,
  trashed_datetime: Time,
});
export type GorgiasTicket = z.infer<typeof GorgiasTicket>;

const Meta = z.object({ next_cursor: Text }).nullish().catch(null);
export const TicketList = z.object({ data: z.array(GorgiasTicket), meta: Meta });
export const MessageList = z.object({ data: z.array(GorgiasMessage), meta: Meta });

/** Sending comes after creating, but what cannot be sent at all is told at once. */
export const CreatedMessage = z.object({
  id: WholeId,
  failed_datetime: Time,
  last_sending_error: z.object({ error: Text }).nullish().catch(null),
});

export const GorgiasUser = GorgiasPerson.extend({
  id: WholeId,
  active: Flag,
  role: z.object({ name: Text }).nullish().catch(null),
});
export const UserList = z.object({ data: z.array(GorgiasUser), meta: Meta });

const MacroArguments = z.object({
  body_text: Text,
  body_html: Text,
  attachments: z
    .array(z.object({ name: Text }))
    .nullish()
    .catch(null),
});

export const GorgiasMacro = z.object({
  id: WholeId,
  name: Text,
  /** What it does to a ticket; `setResponseText` writes a reply, other actions write notes or set fields. */
  actions: z
    .array(z.object({ name: Text, arguments: MacroArguments.nullish().catch(null) }))
    .nullish()
    .catch(null),
  updated_datetime: Time,
  /** Set where it is out of use. */
  archived_datetime: Time,
});
export type GorgiasMacro = z.infer<typeof GorgiasMacro>;
export const MacroList = z.object({ data: z.array(GorgiasMacro), meta: Meta });

export const GorgiasCustomer = GorgiasPerson.extend({
  note: Text,
  created_datetime: Time,
  channels: z
    .array(z.object({ type: Text, address: Text }))
    .nullish()
    .catch(null),
});

export const Account = z.object({ domain: Text });
/** `meta.address`: the mail address of an e-mail integration. */
export const Integration = z.object({ meta: z.object({ address: Text }).nullish().catch(null) });

/** A person's name as one is shown. */
export function nameOf(person: Omit<GorgiasPerson, 'id'> | null | undefined): string {
  return person?.name || [person?.firstname, person?.lastname].filter(Boolean).join(' ');
}

/** POST /api/upload: one for each part of the form. */
export const UploadedFiles = z.array(z.object({ url: z.string().min(1) }));
