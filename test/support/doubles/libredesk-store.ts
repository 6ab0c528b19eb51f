import type { ThreadStatus } from '#shared/model/helpdesk.ts';
import type { Fault, ThreadFacts, Word } from './inbox-double.ts';

type Message = {
  readonly id: number;
  readonly type: 'incoming' | 'outgoing' | 'activity';
  /** As HTML, but for activities. */
  readonly content: string;
  readonly private: boolean;
  /** µs UTC. */
  readonly at: number;
  readonly meta: Readonly<Record<string, unknown>>;
  status: 'received' | 'pending' | 'sent' | 'failed';
  /** What came in by the API, as a person reads it; null for the rest. */
  readonly posted: string | null;
};
type Said = Pick<Message, 'type' | 'content'> & Partial<Message>;
type Conversation = {
  readonly uuid: string;
  readonly id: number;
  readonly customer: string;
  readonly channel: string;
  readonly messages: Message[];
  activityAt: number;
  updatedAt: number;
  status: string;
  assigneeId: number | null;
  tags: readonly string[];
};
export type Posted = {
  readonly message: string;
  readonly private: boolean;
  readonly sender_type: string;
  readonly to?: readonly string[];
  readonly echo_id?: string;
  readonly attachments?: readonly number[];
};
type Span = { readonly from: number; readonly to: number };
const statuses: Readonly<Record<string, ThreadStatus>> = { Open: 'open', Snoozed: 'pending', Resolved: 'solved' };

export type LibredeskStore = ReturnType<typeof libredeskStore>;

/** What one installation holds, and how Libredesk shows it. PostgreSQL's clock tells no two messages the same time. */
export function libredeskStore(serverNow: () => number, content: ReadonlySet<Fault>) {
  const conversations = new Map<string, Conversation>();
  const knownTags = new Set(['vip']);
  let lastId = 1000;
  let lastConversation = 0;
  let ticks = 0;
  const clock = (): number => serverNow() * 1000 + (ticks++ % 1000);
  const one = (threadId: string): Conversation => {
    const found = conversations.get(threadId);
    if (found === undefined) throw new Error(`There is no conversation ${threadId}`);
    return found;
  };
  const say = (threadId: string, said: Said): Message => {
    const status = said.type === 'incoming' ? 'received' : 'sent';
    const defaults = { private: said.type === 'activity', at: clock(), meta: {}, status, posted: null } as const;
    const message: Message = { ...defaults, ...said, id: (lastId += 3) };
    const conversation = one(threadId);
    conversation.messages.push(message);
    // update-conversation-last-message sets the time whatever stood there.
    conversation.activityAt = message.at;
    conversation.updatedAt = clock();
    return message;
  };
  const act = (threadId: string, change: (conversation: Conversation) => string): void => {
    say(threadId, { type: 'activity', content: change(one(threadId)) });
  };

  return {
    say: (threadId: string, said: Said): void => void say(threadId, said),
    add(customer: string, texts: readonly string[], channel = 'email'): string {
      const id = ++lastConversation;
      const uuid = String(id);
      const facts = { status: 'Open', assigneeId: null, tags: [], activityAt: 0, updatedAt: 0 };
      conversations.set(uuid, { id, uuid, customer, channel, messages: [], ...facts });
      const start = clock() - texts.length * 1_000_000;
      say(uuid, { type: 'activity', content: 'Assigned to Agnes by System', at: start - 2 });
      texts.forEach((text, i) =>
        say(uuid, { type: i % 2 === 0 ? 'incoming' : 'outgoing', content: html(text), at: start + i * 1_000_000 }),
      );
      say(uuid, { type: 'outgoing', content: html('A note'), private: true });
      say(uuid, { type: 'outgoing', content: html('Please rate this conversation'), meta: { is_csat: true } });
      say(uuid, { type: 'outgoing', content: html('This never reached anybody'), status: 'failed' });
      return uuid;
    },
    remove: (threadId: string): void => void conversations.delete(threadId),
    /** Takes its newest messages out of a thread, as the delete of a note does. */
    forget: (threadId: string, count: number): void => void one(threadId).messages.splice(-count),
    /** Rows that came by one import bear one time. */
    levelActivity(): void {
      const at = clock();
      for (const conversation of conversations.values()) conversation.activityAt = at;
    },
    /** The mail server refuses the newest message. */
    failLast(threadId: string): void {
      const last = one(threadId).messages.at(-1);
      if (last !== undefined) last.status = 'failed';
    },
    /** An agent tries once more to send what had failed. */
    retryFailed(threadId: string): void {
      for (const message of one(threadId).messages) if (message.status === 'failed') message.status = 'pending';
    },
    threads: (): readonly string[] => [...conversations.keys()],
    wordsIn: (threadId: string): readonly Word[] => one(threadId).messages.flatMap(wordOf),
    repliesIn: (threadId: string): readonly string[] =>
      one(threadId).messages.flatMap((message) => (wordOf(message).length === 0 ? [] : (message.posted ?? []))),
    listed(span: Span, page: number, size: number) {
      const within = [...conversations.values()]
        .filter(({ activityAt }) => activityAt >= span.from && activityAt <= span.to)
        .sort((a, b) => b.activityAt - a.activityAt);
      return pageOf(within, page, size, shownConversation, content);
    },
    messages(threadId: string, page: number, size: number) {
      const conversation = one(threadId);
      const newestFirst = conversation.messages.toSorted((a, b) => b.at - a.at);
      const show = (message: Message): unknown => shownMessage(message, conversation, content);
      const shown = pageOf(newestFirst, page, size, show, content);
      // The queue is worked off within moments.
      for (const message of conversation.messages) if (message.status === 'pending') message.status = 'sent';
      return shown;
    },
    isMail: (threadId: string): boolean => one(threadId).channel === 'email',
    tags: () => [...knownTags].map((name, i) => ({ id: i + 1, name })),
    /** False where the tag is there already. */
    makeTag: (name: string): boolean => !knownTags.has(name) && (knownTags.add(name), true),
    detail(threadId: string) {
      const { uuid, customer, status, assigneeId, tags, channel, activityAt } = one(threadId);
      const contact = {
        ...person(customer, 'contact'),
        created_at: shownTime(1_700_000_000_000_000),
        phone_number: null,
      };
      const inbox = { inbox_channel: channel, inbox_name: 'Support', last_message_at: shownTime(activityAt) };
      return { uuid, status, assigned_user_id: assigneeId, tags: tags.length === 0 ? null : tags, contact, ...inbox };
    },
    setStatus: (threadId: string, status: string): void =>
      act(threadId, (conversation) => `Agnes marked the conversation as ${(conversation.status = status)}`),
    assign: (threadId: string, assigneeId: number | null): void =>
      act(threadId, (conversation) => `Assigned to ${(conversation.assigneeId = assigneeId)} by Agnes`),
    /** Tags that do not exist are passed over (set-conversation-tags). */
    setTags: (threadId: string, tags: readonly string[]): void =>
      act(threadId, (conversation) => `Tags ${(conversation.tags = tags.filter((tag) => knownTags.has(tag))).join()}`),
    factsOf(threadId: string): ThreadFacts {
      const { status, assigneeId, tags, messages } = one(threadId);
      return {
        status: statuses[status] ?? 'open',
        assigneeId: assigneeId === null ? null : String(assigneeId),
        tags,
        notes: messages.flatMap(({ posted, private: isNote }) => (posted !== null && isNote ? [posted] : [])),
      };
    },
    post(threadId: string, { message: given, private: isNote, echo_id: key }: Posted) {
      // Replies and notes are run as Go templates.
      const rendered = given.replace(/\{\{.*?\}\}/gs, '');
      const message = say(threadId, {
        type: 'outgoing',
        content: rendered,
        private: isNote,
        status: isNote ? 'sent' : 'pending',
        meta: key === undefined || isNote ? {} : { echo_id: key },
        posted: asRead(rendered),
      });
      return shownMessage(message, one(threadId), content);
    },
  };
}

function wordOf(message: Message): readonly Word[] {
  if (message.private || message.type === 'activity' || message.status === 'failed') return [];
  if (message.meta['is_csat'] === true) return [];
  const role = message.type === 'incoming' ? 'customer' : 'agent';
  return [{ remoteId: uuidOf(message), role, text: message.posted ?? asRead(message.content) }];
}

/** The total is counted beside the rows: a page beyond the end knows none. */
function pageOf<Row>(
  rows: readonly Row[],
  page: number,
  size: number,
  show: (row: Row) => unknown,
  content: ReadonlySet<Fault>,
) {
  const cut = rows.slice((page - 1) * size, page * size).map(show);
  const total = cut.length === 0 ? 0 : rows.length;
  const doubled = content.has('duplicate_delivery') ? [...cut, ...cut] : cut;
  const results = content.has('out_of_order') ? doubled.toReversed() : doubled;
  return { results, total, per_page: size, total_pages: Math.ceil(total / size), page };
}

function shownConversation({ id, uuid, customer, channel, activityAt, updatedAt, status }: Conversation) {
  const times = { last_message_at: shownTime(activityAt), updated_at: shownTime(updatedAt) };
  const contact = { first_name: customer, last_name: '', email: addressOf(customer) };
  return { id, uuid, ...times, contact, inbox_channel: channel, inbox_name: 'Support', subject: 'A kettle', status };
}

function shownMessage(message: Message, { uuid, customer }: Conversation, content: ReadonlySet<Fault>) {
  const isCustomer = message.type === 'incoming';
  const isPlain = message.type === 'activity' || (isCustomer && message.id % 2 === 0 && !content.has('html_only'));
  const text = asRead(message.content);
  const page = `<!doctype html><html><head><style>p{}</style></head><body><div>${message.content}</div></body></html>`;
  return {
    id: message.id,
    uuid: uuidOf(message),
    conversation_uuid: uuid,
    created_at: shownTime(message.at),
    type: message.type,
    status: message.status,
    private: message.private,
    content: isPlain ? text : content.has('html_only') && isCustomer ? page : message.content,
    text_content: content.has('html_only') ? '' : text.replace(/\s+/g, ' '),
    content_type: isPlain ? 'text' : 'html',
    sender_type: isCustomer ? 'contact' : 'agent',
    meta: message.meta,
    author: person(isCustomer ? customer : 'agnes', isCustomer ? 'contact' : 'agent'),
    attachments:
      content.has('missing_attachment') && isCustomer
        ? [{ name: 'kettle.png', content_type: 'image/png', url: '' }]
        : [],
  };
}

function person(name: string, type: string) {
  return { id: 7, first_name: name, last_name: '', email: addressOf(name), type, avatar_url: null };
}

/** A visitor of the live chat has none. */
function addressOf(name: string): string | null {
  return name === '' ? null : `${name}@example.com`;
}

function uuidOf({ id }: Message): string {
  return `6f1d2c3b-0000-4000-8000-${String(id).padStart(12, '0')}`;
}

/** As Go writes times: microseconds, in the server's zone. */
function shownTime(at: number): string {
  const zone = 5.5 * 3_600_000;
  const micros = String(at % 1000).padStart(3, '0');
  return new Date(Math.floor(at / 1000) + zone).toISOString().replace('Z', `${micros}+05:30`);
}

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** What a person reads in a paragraph or a few. */
function asRead(text: string): string {
  return text
    .replaceAll('</p><p>', '\n\n')
    .replaceAll('<br>', '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => characters[name] ?? '');
}

function html(text: string): string {
  return `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`;
}
