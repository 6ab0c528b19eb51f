import type { Channel } from '#shared/model/conversation.ts';
import type { ThreadStatus } from '#shared/model/helpdesk.ts';
import type { Fault, ThreadFacts, Word } from './inbox-double.ts';
import { asLiquid } from './liquid.ts';

type Message = {
  readonly id: number;
  readonly message_type: number;
  readonly content: string;
  readonly private: boolean;
  readonly created_at: number;
  /** Came in by the API. */
  readonly isReply: boolean;
  status: 'sent' | 'failed';
};
type Said = Pick<Message, 'message_type' | 'content'> & Partial<Message>;
type Conversation = {
  readonly id: number;
  readonly customer: string;
  readonly channel: Channel | undefined;
  readonly messages: Message[];
  activityAt: number;
  status: string;
  assigneeId: number | null;
  labels: readonly string[];
};
export type Posted = { readonly content: string; readonly private: boolean; readonly echo_id?: string };
export type Change = {
  readonly status?: string;
  readonly assignee_id?: number | null;
  readonly labels?: readonly string[];
};
/** As Rails names them (app/models/channel). */
const classNames: Partial<Record<Channel, string>> = {
  whatsapp: 'Channel::Whatsapp',
  instagram: 'Channel::Instagram',
  email: 'Channel::Email',
};
const statuses: Readonly<Record<string, ThreadStatus>> = { open: 'open', pending: 'pending', resolved: 'solved' };

export type ChatwootStore = ReturnType<typeof chatwootStore>;

/** What one account holds, and how Chatwoot shows it. Message ids grow through the whole account. */
export function chatwootStore(serverNow: () => number, content: ReadonlySet<Fault>) {
  const conversations = new Map<string, Conversation>();
  let lastId = 1000;
  let lastConversation = 0;
  const seconds = (): number => Math.floor(serverNow() / 1000);
  const one = (threadId: string): Conversation => {
    const found = conversations.get(threadId);
    if (found === undefined) throw new Error(`There is no conversation ${threadId}`);
    return found;
  };
  const say = (threadId: string, said: Said): Message => {
    const defaults = { private: false, created_at: seconds(), isReply: false, status: 'sent' as const };
    // Ids have holes: other conversations take some.
    const message = { ...defaults, ...said, id: (lastId += 3) };
    one(threadId).messages.push(message);
    one(threadId).activityAt = Math.max(one(threadId).activityAt, message.created_at);
    return message;
  };
  const newestFirst = (): readonly Conversation[] =>
    [...conversations.values()].sort((a, b) => b.activityAt - a.activityAt || b.id - a.id);

  return {
    say: (threadId: string, said: Said): void => void say(threadId, said),
    add(customer: string, texts: readonly string[], channel?: Channel): string {
      const id = ++lastConversation;
      const threadId = String(id);
      const facts = { status: 'open', assigneeId: null, labels: [] };
      conversations.set(threadId, { id, customer, channel, messages: [], activityAt: 0, ...facts });
      const start = seconds() - texts.length;
      say(threadId, { message_type: 2, content: 'Conversation was opened', created_at: start });
      texts.forEach((text, i) => say(threadId, { message_type: i % 2, content: text, created_at: start + i }));
      say(threadId, { message_type: 1, content: 'A note', private: true, created_at: start });
      say(threadId, { message_type: 3, content: 'Give us a way to reach you', created_at: start });
      return threadId;
    },
    remove: (threadId: string): void => void conversations.delete(threadId),
    /** The channel refuses the newest reply. */
    failReply(threadId: string): void {
      const reply = one(threadId).messages.findLast((message) => message.isReply);
      if (reply !== undefined) reply.status = 'failed';
    },
    threads: (): readonly string[] => [...conversations.keys()],
    wordsIn: (threadId: string): readonly Word[] => one(threadId).messages.flatMap(wordOf),
    repliesIn: (threadId: string): readonly string[] =>
      one(threadId).messages.flatMap((message) =>
        message.isReply && wordOf(message).length > 0 ? [message.content] : [],
      ),
    listed(page: number) {
      const payload = newestFirst()
        .slice((page - 1) * 25, page * 25)
        .map(shownConversation);
      const isDoubled = content.has('duplicate_delivery');
      const meta = { mine_count: 0, assigned_count: 0, unassigned_count: 0, all_count: conversations.size };
      return { data: { meta, payload: isDoubled ? [...payload, ...payload] : payload } };
    },
    /** app/finders/message_finder.rb: pages by time, bounds by id. */
    messages(threadId: string, query: URLSearchParams) {
      const after = query.get('after');
      const byTime = one(threadId).messages.toSorted((a, b) => a.created_at - b.created_at || a.id - b.id);
      const before = query.get('before');
      const page =
        after !== null && before !== null
          ? byTime.filter(({ id }) => id >= Number(after) && id < Number(before)).slice(0, 1000)
          : after === null
            ? byTime.filter(({ id }) => before === null || id < Number(before)).slice(-20)
            : byTime.filter((message) => message.id > Number(after)).slice(0, 100);
      const payload = page.map((message) => shownMessage(message, one(threadId), content));
      const doubled = content.has('duplicate_delivery') ? [...payload, ...payload] : payload;
      return { meta: {}, payload: content.has('out_of_order') ? doubled.toReversed() : doubled };
    },
    detail(threadId: string, agents: readonly { readonly id: number; readonly name: string }[]) {
      const { customer, status, assigneeId, labels } = one(threadId);
      const sender = {
        name: customer,
        email: `${customer}@example.com`,
        phone_number: null,
        created_at: 1_700_000_000,
      };
      return { status, labels, meta: { sender, assignee: agents.find(({ id }) => id === assigneeId) ?? null } };
    },
    change(threadId: string, part: string, { status, assignee_id: assigneeId, labels }: Change) {
      const conversation = one(threadId);
      if (part === 'toggle_status') conversation.status = status ?? 'open';
      if (part === 'assignments') conversation.assigneeId = assigneeId ?? null;
      if (part === 'labels') conversation.labels = labels ?? [];
      return {};
    },
    factsOf(threadId: string): ThreadFacts {
      const { status, assigneeId, labels, messages } = one(threadId);
      return {
        status: statuses[status] ?? 'pending',
        assigneeId: assigneeId === null ? null : String(assigneeId),
        tags: labels,
        notes: messages.flatMap((message) => (message.private && message.isReply ? [message.content] : [])),
      };
    },
    post(threadId: string, sent: Posted) {
      const { customer } = one(threadId);
      const rendered = asLiquid(sent.content, { 'contact.name': customer, 'contact.email': `${customer}@example.com` });
      const message = say(threadId, { message_type: 1, content: rendered, private: sent.private, isReply: true });
      // The echo is in this answer alone: it is not kept.
      return { ...shownMessage(message, one(threadId), content), echo_id: sent.echo_id };
    },
  };
}

function wordOf(message: Message): readonly Word[] {
  if (message.private || message.message_type > 1 || message.status === 'failed') return [];
  return [
    {
      remoteId: String(message.id),
      role: message.message_type === 0 ? 'customer' : 'agent',
      text: message.content,
    },
  ];
}

function shownConversation(conversation: Conversation) {
  const last = conversation.messages.at(-1);
  return {
    id: conversation.id,
    inbox_id: 9,
    status: 'open',
    last_activity_at: conversation.activityAt,
    meta: {
      sender: { name: conversation.customer, email: `${conversation.customer}@example.com` },
      channel: conversation.channel === undefined ? undefined : classNames[conversation.channel],
    },
    additional_attributes: {},
    messages: last === undefined ? [] : [{ id: last.id, created_at: last.created_at }],
  };
}

function shownMessage(message: Message, conversation: Conversation, content: ReadonlySet<Fault>) {
  const { isReply: _, ...plain } = message;
  const isCustomer = message.message_type === 0;
  const name = isCustomer ? conversation.customer : 'agnes';
  const sender = { name, email: `${name}@example.com`, type: isCustomer ? 'contact' : 'user' };
  const html = { email: { html_content: { full: `<html><body><p>${message.content}</p></body></html>` } } };
  return {
    ...plain,
    sender,
    ...(message.status === 'failed' ? { content_attributes: { external_error: '131047: Re-engagement' } } : {}),
    ...(content.has('html_only') && isCustomer ? { content: null, content_attributes: html } : {}),
    ...(content.has('missing_attachment') && isCustomer
      ? { attachments: [{ id: 1, file_type: 'image', data_url: null, file_size: null }] }
      : {}),
  };
}
