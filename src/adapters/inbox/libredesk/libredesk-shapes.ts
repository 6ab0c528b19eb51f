import { z } from 'zod';

/*
 * What is read of Libredesk's answers (internal/conversation/models, internal/user/models). Times are RFC 3339 with
 * microseconds, in the server's own zone. What the desk can do without is allowed to be missing.
 */

const Text = z.string().nullish().catch(null);
const Flag = z.boolean().nullish().catch(null);
const WholeId = z.number().int();
const Instant = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'not a time');

/** Every answer comes in an envelope. */
export const enveloped = <T>(data: z.ZodType<T>) => z.object({ data });

/** `total` is 0 on a page beyond the end (it is counted beside the rows). */
const paged = <T>(row: z.ZodType<T>) =>
  enveloped(
    z.object({
      results: z.array(row).nullable(),
      total: z.number().int(),
      per_page: z.number().int().positive().nullish(),
    }),
  );

const Person = z.object({ first_name: Text, last_name: Text, email: Text, type: Text });
export type LibredeskPerson = z.infer<typeof Person>;

export const LibredeskConversation = z.object({
  uuid: z.string().min(1),
  last_message_at: Instant,
  updated_at: Text,
  subject: Text,
  /** `email`, `livechat` and what later versions add. */
  inbox_channel: Text,
  contact: Person.nullish().catch(null),
});
export type LibredeskConversation = z.infer<typeof LibredeskConversation>;
export const ConversationPage = paged(LibredeskConversation);

const Attachment = z.object({ name: Text, content_type: Text, size: z.number().nullish().catch(null) });

/** What a message keeps beside its words; channels and versions write different things into it. */
const Meta = z.object({
  /** What the sender of a reply called it. */
  echo_id: Text,
  is_csat: Flag,
  is_automated: Flag,
  continuity_email: Flag,
  from_forward: Flag,
  forwarded_to: z.unknown().optional(),
});

export const LibredeskMessage = z.object({
  uuid: z.string().min(1),
  created_at: Instant,
  /** `incoming`, `outgoing`, `activity`. */
  type: z.string(),
  /** `received`, `pending`, `sent`, `failed`. */
  status: Text,
  private: Flag,
  content: Text,
  text_content: Text,
  /** `text`, `html`. */
  content_type: Text,
  meta: Meta.nullish().catch(null),
  author: Person.nullish().catch(null),
  attachments: z.array(Attachment).nullish().catch(null),
});
export type LibredeskMessage = z.infer<typeof LibredeskMessage>;
export const MessagePage = paged(LibredeskMessage);

/** The new message; versions without one to give answer `true`. */
export const CreatedMessage = enveloped(
  z
    .object({ uuid: z.string().min(1) })
    .nullable()
    .catch(null),
);

export const ConversationDetail = enveloped(
  z.object({
    inbox_channel: Text,
    status: Text,
    /** `open`, `waiting`, `resolved`; not in all versions. */
    status_category: Text,
    assigned_user_id: WholeId.nullish(),
    tags: z.array(z.string()).nullish().catch(null),
    contact: Person.extend({ created_at: Text, phone_number: Text, phone_number_country_code: Text })
      .nullish()
      .catch(null),
  }),
);

export const AgentList = enveloped(z.array(Person.extend({ id: WholeId, enabled: Flag })).nullable());
export const TagList = enveloped(z.array(z.object({ name: z.string() })).nullable());
/** `permissions`: `conversations:read_all` and its like. */
export const CurrentAgent = enveloped(Person.extend({ permissions: z.array(z.string()).nullish().catch(null) }));

/** The whole list at once, other people's too (get-all in internal/macro/queries.sql). */
export const MacroList = enveloped(
  z
    .array(
      z.object({
        id: WholeId,
        name: Text,
        /** HTML. */
        message_content: Text,
        /** `all`, `team`, `user`. */
        visibility: Text,
        /** `replying`, `starting_conversation`, `adding_private_note`; not in the first versions. */
        visible_when: z.array(z.string()).nullish().catch(null),
        updated_at: Text,
      }),
    )
    .nullable(),
);

/** POST /api/v1/media (cmd/media.go). */
export const UploadedMedia = enveloped(z.object({ id: z.number().int() }));
