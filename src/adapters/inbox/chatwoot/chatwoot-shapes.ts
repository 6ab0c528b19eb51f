import { z } from 'zod';

/*
 * What is read of Chatwoot's answers (swagger of v3 and v4, app/views/api/v1). Times are whole seconds. What the desk
 * can do without is allowed to be missing: installations differ by years.
 */

const Text = z.string().nullish().catch(null);
const WholeId = z.number().int();

export const ChatwootSender = z.object({ name: Text, email: Text, phone_number: Text, type: Text });

const Attachment = z.object({ file_type: Text, data_url: Text, extension: Text, file_size: z.number().nullish() });

/** The mail as an e-mail channel keeps it beside `content`. */
const MailContent = z.object({ full: Text });
const ContentAttributes = z.object({
  email: z
    .object({
      auto_reply: z.boolean().nullish(),
      subject: Text,
      text_content: MailContent.nullish(),
      html_content: MailContent.nullish(),
    })
    .nullish()
    .catch(null),
  automation_rule_id: z.unknown().optional(),
  /** What the channel says of a message it did not deliver. */
  external_error: Text,
});

export const ChatwootMessage = z.object({
  id: WholeId,
  content: Text,
  /** 0 incoming, 1 outgoing, 2 activity, 3 template; the names where a serialiser writes them out. */
  message_type: z.union([z.number().int(), z.string()]),
  created_at: z.number(),
  private: z.boolean().nullish(),
  /** `sent`, `delivered`, `read`, `failed`. */
  status: Text,
  echo_id: z.union([z.string(), z.number()]).nullish(),
  sender: ChatwootSender.nullish().catch(null),
  attachments: z.array(Attachment).nullish().catch(null),
  content_attributes: ContentAttributes.nullish().catch(null),
});
export type ChatwootMessage = z.infer<typeof ChatwootMessage>;

export const MessageList = z.object({ payload: z.array(ChatwootMessage) });
export const CreatedMessage = z.object({ id: WholeId });

export const ChatwootConversation = z.object({
  id: WholeId,
  last_activity_at: z.number(),
  meta: z
    .object({
      sender: ChatwootSender.nullish().catch(null),
      /** `Channel::Whatsapp` and its like. */
      channel: Text,
    })
    .nullish(),
  additional_attributes: z.object({ mail_subject: Text }).nullish().catch(null),
  /** The last message only. */
  messages: z
    .array(z.object({ id: WholeId, created_at: z.number() }))
    .nullish()
    .catch(null),
});
export type ChatwootConversation = z.infer<typeof ChatwootConversation>;

export const ConversationList = z.object({
  data: z.object({
    meta: z.object({ all_count: z.number().int().nullish() }).nullish(),
    payload: z.array(ChatwootConversation),
  }),
});

/** What is shown of a conversation beside its messages. */
export const ConversationDetail = z.object({
  status: z.string(),
  labels: z.array(z.string()).nullish(),
  meta: z
    .object({
      sender: ChatwootSender.extend({ created_at: z.number().nullish().catch(null) })
        .nullish()
        .catch(null),
      assignee: z.object({ id: WholeId, name: Text }).nullish().catch(null),
    })
    .nullish(),
});

export const AgentList = z.array(z.object({ id: WholeId, name: Text, email: Text }));

export const Profile = z.object({
  name: Text,
  email: Text,
  accounts: z.array(z.object({ id: WholeId, name: Text, role: Text })).nullish(),
});

export const InboxList = z.object({ payload: z.array(z.object({ id: WholeId, name: Text })) });

/** The whole list at once (app/views/api/v1/accounts/canned_responses/index.json.jbuilder). Everybody in the account sees all. */
export const CannedResponseList = z.array(
  z.object({
    id: WholeId,
    /** What an agent types to find it. */
    short_code: Text,
    /** Markdown. */
    content: Text,
    updated_at: z.union([z.string(), z.number()]).nullish().catch(null),
  }),
);
