import type { ThreadStatus } from '#shared/model/helpdesk.ts';
import type { Fault, ThreadFacts, Word } from './inbox-double.ts';

type User = { readonly id: number; readonly name: string; readonly email: string; readonly role: string };
type Comment = {
  readonly id: number;
  readonly authorId: number;
  readonly isPublic: boolean;
  readonly text: string;
  readonly html: string;
  /** Seconds. */
  readonly createdAt: number;
  /** Came in by the API. */
  readonly isReply: boolean;
  readonly custom: unknown;
};
type Said = Pick<Comment, 'authorId' | 'text'> & Partial<Comment>;
type Ticket = {
  readonly id: number;
  readonly requester: User;
  readonly createdAt: number;
  readonly comments: Comment[];
  updatedAt: number;
  status: string;
  isMessaging: boolean;
  assigneeId: number | null;
  tags: readonly string[];
};
export type Update = {
  readonly status?: string;
  readonly assignee_id?: number | null;
  readonly tags?: readonly string[];
  readonly comment?: {
    readonly html_body: string;
    readonly public: boolean;
    readonly uploads?: readonly string[];
  };
  readonly metadata?: unknown;
  readonly safe_update?: boolean;
  readonly updated_stamp?: string;
};
export type TicketState = Partial<Pick<Ticket, 'status' | 'isMessaging'>>;
type Answer = { readonly status: number; readonly body: unknown };
type Placed = { readonly at: number; readonly id: number };

export const agents: readonly User[] = [
  { id: 5, name: 'Agnes', email: 'agnes@example.com', role: 'agent' },
  { id: 8, name: 'Bao', email: 'bao@example.com', role: 'admin' },
];
const statuses: Readonly<Record<string, ThreadStatus>> = { pending: 'pending', hold: 'pending', solved: 'solved' };
const mostComments = 5_000;
const refusedAs = (status: number, error: string, description = ''): Answer => ({
  status,
  body: { error, description },
});

export type ZendeskStore = ReturnType<typeof zendeskStore>;

/** What one account holds, and how Zendesk shows it. Ids of comments grow through the whole account. */
export function zendeskStore(serverNow: () => number, content: Set<Fault>) {
  const tickets = new Map<string, Ticket>();
  let lastId = 1000;
  let lastTicket = 0;
  let sorted: readonly Ticket[] | null = null;
  const seconds = (): number => Math.floor(serverNow() / 1000);
  const one = (threadId: string): Ticket => {
    const found = tickets.get(threadId);
    if (found === undefined) throw new Error(`There is no ticket ${threadId}`);
    return found;
  };
  const touch = (ticket: Ticket, at: number): void => {
    ticket.updatedAt = Math.max(ticket.updatedAt, at);
    sorted = null;
  };
  const say = (ticket: Ticket, said: Said): Comment => {
    const defaults = { isPublic: true, createdAt: seconds(), isReply: false, custom: {}, html: htmlOf(said.text) };
    // Ids have holes: other events take some.
    const comment = { ...defaults, ...said, id: (lastId += 3) };
    ticket.comments.push(comment);
    touch(ticket, comment.createdAt);
    return comment;
  };
  const customerWrites = (threadId: string, text: string): void =>
    void say(one(threadId), { authorId: one(threadId).requester.id, text });
  const twice = <T>(items: readonly T[]): readonly T[] =>
    content.has('duplicate_delivery') ? [...items, ...items] : items;
  const isExpired = (query: URLSearchParams): boolean => content.has('cursor_expired') && query.has('page[after]');
  const usersOf = (query: URLSearchParams, users: readonly User[]) =>
    query.get('include') === 'users' ? { users: [...new Map(users.map((user) => [user.id, user])).values()] } : {};

  return {
    add(customer: string, texts: readonly string[]): string {
      const id = ++lastTicket;
      const requester = { id: 10_000 + id, name: customer, email: `${customer}@example.com`, role: 'end-user' };
      const createdAt = seconds() - texts.length;
      const facts = { status: 'open', isMessaging: false, assigneeId: null, tags: [], updatedAt: createdAt };
      const ticket: Ticket = { id, requester, createdAt, comments: [], ...facts };
      tickets.set(String(id), ticket);
      texts.forEach((text, i) => {
        say(ticket, { authorId: i % 2 === 0 ? requester.id : 5, text, createdAt: createdAt + i });
      });
      say(ticket, { authorId: 5, text: 'A note', isPublic: false, createdAt });
      return String(id);
    },
    customerWrites,
    alter: (threadId: string, to: TicketState): void => void Object.assign(one(threadId), to),
    remove(threadId: string): void {
      tickets.delete(threadId);
      sorted = null;
    },
    has: (threadId: string): boolean => tickets.has(threadId),
    threads: (): readonly string[] => [...tickets.keys()],
    wordsIn: (threadId: string): readonly Word[] =>
      one(threadId).comments.flatMap(({ id, authorId, isPublic, text }) =>
        isPublic ? [{ remoteId: String(id), role: authorId > 10_000 ? 'customer' : 'agent', text }] : [],
      ),
    repliesIn: (threadId: string): readonly string[] =>
      one(threadId).comments.flatMap(({ isReply, isPublic, text }) => (isReply && isPublic ? [text] : [])),
    factsOf(threadId: string): ThreadFacts {
      const { status, assigneeId, tags, comments } = one(threadId);
      return {
        status: statuses[status] ?? 'open',
        assigneeId: assigneeId === null ? null : String(assigneeId),
        tags,
        notes: comments.flatMap(({ isReply, isPublic, text }) => (isReply && !isPublic ? [text] : [])),
      };
    },
    list(query: URLSearchParams): Answer {
      const isByUpdate = query.get('sort') === '-updated_at';
      sorted ??= [...tickets.values()].sort((a, b) => b.updatedAt - a.updatedAt || b.id - a.id);
      const order = isByUpdate ? sorted : [...tickets.values()];
      const page = paged(order, query, ({ updatedAt, id }) =>
        isByUpdate ? { at: updatedAt, id } : { at: -id, id: 0 },
      );
      if (page === null || isExpired(query)) return invalidCursor;
      const users = page.items.flatMap(({ requester }) => [requester, ...agents]);
      const shown = twice(page.items).map(shownTicket);
      return { status: 200, body: { tickets: shown, ...usersOf(query, users), ...page.rest } };
    },
    count(search: string): Answer {
      const [, since] = /^type:ticket updated>=(\S+)$/.exec(search) ?? [];
      if (since === undefined) return refusedAs(422, 'invalid', 'Invalid search');
      const from = Date.parse(since) / 1000;
      return {
        status: 200,
        body: { count: [...tickets.values()].filter(({ updatedAt }) => updatedAt >= from).length },
      };
    },
    detail(threadId: string, query: URLSearchParams): Answer {
      const ticket = one(threadId);
      return { status: 200, body: { ticket: shownTicket(ticket), ...usersOf(query, [ticket.requester, ...agents]) } };
    },
    comments(threadId: string, query: URLSearchParams): Answer {
      // The customer writes when the agent has looked at the ticket and before the reply leaves.
      if (content.delete('customer_writes_meanwhile'))
        customerWrites(threadId, 'Wait, one more thing: is it dishwasher-safe?');
      const ticket = one(threadId);
      const way = query.get('sort') === '-created_at' ? -1 : 1;
      const order = ticket.comments.toSorted((a, b) => (a.createdAt - b.createdAt || a.id - b.id) * way);
      const page = paged(order, query, ({ createdAt, id }) => ({ at: -createdAt * way, id: -id * way }));
      if (page === null || isExpired(query)) return invalidCursor;
      const shown = twice(page.items).map((comment) => shownComment(comment, content));
      const comments = content.has('out_of_order') ? shown.toReversed() : shown;
      return { status: 200, body: { comments, ...usersOf(query, [ticket.requester, ...agents]), ...page.rest } };
    },
    update(threadId: string, update: Update): Answer {
      const ticket = one(threadId);
      const { comment, status, assignee_id: assigneeId, tags } = update;
      if (update.safe_update !== undefined && update.updated_stamp !== iso(ticket.updatedAt))
        return refusedAs(409, 'UpdateConflict', 'Safe Update prevented the update due to outdated ticket data.');
      if (ticket.status === 'closed') return refusedAs(422, 'RecordInvalid', 'Status: closed prevents ticket update');
      if (comment !== undefined && ticket.comments.length >= mostComments && comment.public)
        return refusedAs(422, 'RecordInvalid', 'Ticket: too many comments');
      if (typeof assigneeId === 'number' && !agents.some(({ id }) => id === assigneeId))
        return refusedAs(422, 'RecordInvalid', 'Assignee: is not an agent');
      ticket.status = status ?? ticket.status;
      if (assigneeId !== undefined) ticket.assigneeId = assigneeId;
      // A space ends a tag.
      if (tags !== undefined) ticket.tags = [...new Set(tags.flatMap((tag) => tag.toLowerCase().split(/\s+/)))];
      touch(ticket, seconds());
      const events: unknown[] = [{ id: (lastId += 3), type: 'Change', field_name: 'status', value: ticket.status }];
      if (comment !== undefined) {
        const html = withoutPlaceholders(comment.html_body);
        const custom = update.metadata ?? {};
        const made = { authorId: 5, text: textOf(html), html, isPublic: comment.public, isReply: true, custom };
        events.push({ id: say(ticket, made).id, type: 'Comment', public: comment.public });
      }
      events.push({ id: (lastId += 3), type: 'Notification', subject: 'Your request has been updated' });
      return { status: 200, body: { ticket: shownTicket(ticket), audit: { id: (lastId += 3), events } } };
    },
  };
}

const invalidCursor: Answer = {
  status: 400,
  body: { errors: [{ code: 'InvalidPaginationParameter', title: 'page[after] is not valid' }] },
};

/** A page after a place in the list, which stays one while items come and go; null for a request that is none. */
function paged<T>(items: readonly T[], query: URLSearchParams, placeOf: (item: T) => Placed) {
  const size = Number(query.get('page[size]') ?? Number.NaN);
  if (!(size >= 1 && size <= 100)) return null;
  const after = query.get('page[after]');
  const place = after === null ? null : placeIn(after);
  if (after !== null && place === null) return null;
  const isAfter = ({ at, id }: Placed): boolean =>
    place === null || at < place.at || (at === place.at && id < place.id);
  const start = items.findIndex((item) => isAfter(placeOf(item)));
  const page = start < 0 ? [] : items.slice(start, start + size);
  const last = page.at(-1);
  const after_cursor = last === undefined ? null : Buffer.from(JSON.stringify(placeOf(last))).toString('base64');
  const has_more = start >= 0 && items.length > start + size;
  return { items: page, rest: { meta: { has_more, after_cursor, before_cursor: null }, links: { next: null } } };
}

function placeIn(cursor: string): Placed | null {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64').toString()) as Placed;
  } catch {
    return null;
  }
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

function shownTicket({ id, requester, createdAt, updatedAt, status, isMessaging, assigneeId, tags }: Ticket) {
  return {
    id,
    subject: '',
    status,
    tags,
    requester_id: requester.id,
    assignee_id: assigneeId,
    created_at: iso(createdAt),
    updated_at: iso(updatedAt),
    via: { channel: 'email' },
    from_messaging_channel: isMessaging,
  };
}

function shownComment({ id, authorId, isPublic, text, html, createdAt, custom }: Comment, content: ReadonlySet<Fault>) {
  const isCustomers = authorId > 10_000;
  const plain = content.has('html_only') && isCustomers ? null : text;
  const file = { id: 1, file_name: 'photo.jpg', content_type: 'image/jpeg', size: null, deleted: true };
  return {
    id,
    type: 'Comment',
    author_id: authorId,
    public: isPublic,
    body: plain,
    plain_body: plain,
    html_body: `<div class="zd-comment" dir="auto">${html}</div>`,
    created_at: iso(createdAt),
    audit_id: id + 1,
    via: { channel: isCustomers ? 'email' : 'api' },
    attachments: content.has('missing_attachment') && isCustomers ? [file] : [],
    metadata: { system: {}, custom },
  };
}

function htmlOf(text: string): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<p dir="auto">${safe.replaceAll('\n', '<br>')}</p>`;
}

/** Zendesk fills in placeholders; one it does not know is taken out. */
function withoutPlaceholders(html: string): string {
  return html.replace(/(<code>[^<]*<\/code>)|\{\{.*?\}\}/g, (_, kept?: string) => kept ?? '');
}

/** What a person reads; markup other than the desk's own is seen as such. */
function textOf(html: string): string {
  return html
    .replaceAll('</p><p>', '\n\n')
    .replaceAll('<br>', '\n')
    .replace(/<\/?(?:p|code)>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
