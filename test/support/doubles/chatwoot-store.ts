import type { Fault, Word } from './inbox-double.ts';

type Message = {
  readonly id: number;
  readonly message_type: number;
  readonly content: string;
  readonly private: boolean;
  readonly created_at: number;
  /** Came in by the API. */
  readonly isReply: boolean;
};
type Said = Pick<Message, 'message_type' | 'content'> & Partial<Message>;
type Conversation = {
  readonly id: number;
  readonly customer: string;
  readonly messages: Message[];
  activityAt: number;
};

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
    const defaults = { private: false, created_at: seconds(), isReply: false };
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
    newestWrites: (text: string): void => void say(String(newestFirst()[0]?.id), { message_type: 0, content: text }),
    add(customer: string, texts: readonly string[]): string {
      const id = ++lastConversation;
      const threadId = String(id);
      conversations.set(threadId, { id, customer, messages: [], activityAt: 0 });
      const start = seconds() - texts.length;
      say(threadId, { message_type: 2, content: 'Conversation was opened', created_at: start });
      texts.forEach((text, i) => say(threadId, { message_type: i % 2, content: text, created_at: start + i }));
      say(threadId, { message_type: 1, content: 'A note', private: true, created_at: start });
      say(threadId, { message_type: 3, content: 'Give us a way to reach you', created_at: start });
      return threadId;
    },
    remove: (threadId: string): void => void conversations.delete(threadId),
    threads: (): readonly string[] => [...conversations.keys()],
    wordsIn: (threadId: string): readonly Word[] => one(threadId).messages.flatMap(wordOf),
    repliesIn: (threadId: string): readonly string[] =>
      one(threadId).messages.flatMap((message) => (message.isReply ? [message.content] : [])),
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
            ? byTime.slice(-20)
            : byTime.filter((message) => message.id > Number(after)).slice(0, 100);
      const payload = page.map((message) => shownMessage(message, one(threadId), content));
      const doubled = content.has('duplicate_delivery') ? [...payload, ...payload] : payload;
      return { meta: {}, payload: content.has('out_of_order') ? doubled.toReversed() : doubled };
    },
    reply(threadId: string, sent: { readonly content: string; readonly echo_id: string }) {
      const message = say(threadId, { message_type: 1, content: sent.content, isReply: true });
      // The echo is in this answer alone: it is not kept.
      return { ...shownMessage(message, one(threadId), content), echo_id: sent.echo_id };
    },
  };
}

function wordOf(message: Message): readonly Word[] {
  if (message.private || message.message_type > 1) return [];
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
    meta: { sender: { name: conversation.customer, email: `${conversation.customer}@example.com` } },
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
    ...(content.has('html_only') && isCustomer ? { content: null, content_attributes: html } : {}),
    ...(content.has('missing_attachment') && isCustomer
      ? { attachments: [{ id: 1, file_type: 'image', data_url: null, file_size: null }] }
      : {}),
  };
}
