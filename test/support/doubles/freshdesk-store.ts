import type { ThreadStatus } from '#shared/model/helpdesk.ts';
import type { Fault, ThreadFacts, Word } from './inbox-double.ts';

type Conversation = {
  readonly id: number;
  readonly html: string;
  readonly isIncoming: boolean;
  readonly isPrivate: boolean;
  readonly source: number;
  readonly createdAt: number;
  /** Came in by the API. */
  readonly isApi: boolean;
};
type Said = Pick<Conversation, 'html' | 'isIncoming'> & Partial<Conversation>;
type Ticket = {
  readonly id: number;
  readonly customer: string;
  readonly html: string;
  readonly source: number;
  readonly createdAt: number;
  readonly conversations: Conversation[];
  updatedAt: number;
  isDeleted: boolean;
  status: number;
  responderId: number | null;
  tags: readonly string[];
};
export type Change = {
  readonly status?: number;
  readonly responder_id?: number | null;
  readonly tags?: readonly string[];
};
const statuses: Readonly<Record<number, ThreadStatus>> = { 2: 'open', 3: 'pending', 4: 'solved', 5: 'solved' };
const agentId = 432;
export const chatSource = 7;

export type FreshdeskStore = ReturnType<typeof freshdeskStore>;

/** What one account holds, and how Freshdesk shows it. Ids of conversations grow through the whole account. */
export function freshdeskStore(serverNow: () => number, content: ReadonlySet<Fault>) {
  const tickets = new Map<string, Ticket>();
  let lastId = 35_008_000_000;
  let lastTicket = 0;
  const now = (): number => Math.floor(serverNow() / 1000) * 1000;
  const one = (ticketId: string): Ticket => {
    const found = tickets.get(ticketId);
    if (found === undefined) throw new Error(`There is no ticket ${ticketId}`);
    return found;
  };
  // Sorting a large account for every page of its list would be most of a test's time.
  let byChange: readonly Ticket[] | null = null;
  const touched = (ticket: Ticket, at = now()): void => {
    ticket.updatedAt = Math.max(ticket.updatedAt, at);
    byChange = null;
  };
  const say = (ticketId: string, said: Said): Conversation => {
    const defaults = { isPrivate: false, source: 0, createdAt: now(), isApi: false };
    // Ids have holes: other tickets take some.
    const conversation = { ...defaults, ...said, id: (lastId += 3) };
    one(ticketId).conversations.push(conversation);
    touched(one(ticketId), conversation.createdAt);
    return conversation;
  };
  const ordered = <Item>(items: readonly Item[]): readonly Item[] => {
    const doubled = content.has('duplicate_delivery') ? [...items, ...items] : items;
    return content.has('out_of_order') ? doubled.toReversed() : doubled;
  };
  const oldestFirst = ({ conversations }: Ticket): readonly Conversation[] =>
    conversations.toSorted((a, b) => a.createdAt - b.createdAt || a.id - b.id);

  return {
    customerSays: (ticketId: string, text: string): void =>
      void say(ticketId, { html: asHtml(text), isIncoming: true }),
    /** `source`: by what the ticket came in. */
    add(customer: string, texts: readonly string[], source = 1): string {
      const id = ++lastTicket;
      const ticketId = String(id);
      const start = now() - texts.length * 1000;
      const facts = { status: 2, responderId: null, tags: [], isDeleted: false };
      const html = asHtml(texts[0] ?? '');
      tickets.set(ticketId, {
        id,
        customer,
        html,
        source,
        createdAt: start,
        conversations: [],
        updatedAt: start,
        ...facts,
      });
      const note = { isIncoming: false, isPrivate: true, createdAt: start };
      say(ticketId, { ...note, html: asHtml('A note'), source: 2 });
      texts
        .slice(1)
        .forEach((text, i) =>
          say(ticketId, { html: asHtml(text), isIncoming: i % 2 === 1, createdAt: start + (i + 1) * 1000 }),
        );
      say(ticketId, { ...note, html: asHtml('Forwarded to the carrier'), source: 8 });
      return ticketId;
    },
    remove: (ticketId: string): void => void (one(ticketId).isDeleted = true),
    restore(ticketId: string): void {
      one(ticketId).isDeleted = false;
      touched(one(ticketId));
    },
    /** Takes a conversation out of its ticket, by its place. */
    withdraw: (ticketId: string, place: number): void => void one(ticketId).conversations.splice(place, 1),
    /** A change that says nothing, such as another priority; `at` ms. */
    touch: (ticketId: string, at?: number): void => touched(one(ticketId), at),
    isThere: (ticketId: string): boolean => tickets.has(ticketId),
    isDeleted: (ticketId: string): boolean => one(ticketId).isDeleted,
    isChat: (ticketId: string): boolean => one(ticketId).source === chatSource,
    threads: (): readonly string[] => [...tickets].flatMap(([id, ticket]) => (ticket.isDeleted ? [] : [id])),
    wordsIn(ticketId: string): readonly Word[] {
      const { id, html, conversations } = one(ticketId);
      const description: Word = { remoteId: `ticket-${id}`, role: 'customer', text: plainOf(html) };
      return [description, ...conversations.flatMap(wordOf)];
    },
    repliesIn: (ticketId: string): readonly string[] =>
      one(ticketId).conversations.flatMap((each) => (each.isApi && !each.isPrivate ? [plainOf(each.html)] : [])),
    factsOf(ticketId: string): ThreadFacts {
      const { status, responderId, tags, conversations } = one(ticketId);
      return {
        status: statuses[status] ?? 'open',
        assigneeId: responderId === null ? null : String(responderId),
        tags,
        notes: conversations.flatMap((each) => (each.isApi && each.isPrivate ? [plainOf(each.html)] : [])),
      };
    },
    /** Tickets neither deleted nor spam that changed since then, the one changed longest ago first. */
    changedSince(since: number): readonly Ticket[] {
      byChange ??= [...tickets.values()].sort((a, b) => a.updatedAt - b.updatedAt || a.id - b.id);
      return byChange.filter((ticket) => !ticket.isDeleted && ticket.updatedAt >= since);
    },
    conversationsOf: (ticketId: string): readonly Conversation[] => oldestFirst(one(ticketId)),
    shownTickets: (page: readonly Ticket[]) =>
      ordered(page).map((ticket) => ({ ...shownTicket(ticket), requester: requesterOf(ticket) })),
    shownConversations: (page: readonly Conversation[], ticketId: string) =>
      ordered(page).map((each) => shownConversation(each, one(ticketId), content)),
    shown(ticketId: string, include: string) {
      const ticket = one(ticketId);
      const has = new Set(include.split(','));
      return {
        ...shownTicket(ticket),
        ...shownBody(ticket.html, true, content, 'description', 'description_text'),
        deleted: ticket.isDeleted,
        ...(has.has('requester') ? { requester: requesterOf(ticket) } : {}),
        ...(has.has('conversations')
          ? { conversations: this.shownConversations(oldestFirst(ticket).slice(0, 10), ticketId) }
          : {}),
      };
    },
    contact(id: string) {
      const ticket = [...tickets.values()].find((each) => requesterId(each) === Number(id));
      if (ticket === undefined) return null;
      return { ...requesterOf(ticket), description: 'Likes copper', tags: ['vip'], created_at: '2023-11-14T22:13:20Z' };
    },
    change(ticketId: string, { status, responder_id: responderId, tags }: Change) {
      const ticket = one(ticketId);
      if (status !== undefined) ticket.status = status;
      if (responderId !== undefined) ticket.responderId = responderId;
      if (tags !== undefined) ticket.tags = tags;
      touched(ticket);
      return shownTicket(ticket);
    },
    post(ticketId: string, html: string, isPrivate: boolean) {
      const source = isPrivate ? 2 : 0;
      const conversation = say(ticketId, { html, isIncoming: false, isPrivate, source, isApi: true });
      return shownConversation(conversation, one(ticketId), content);
    },
  };
}

function wordOf(conversation: Conversation): readonly Word[] {
  if (conversation.isPrivate) return [];
  const { id, isIncoming, html } = conversation;
  return [{ remoteId: String(id), role: isIncoming ? 'customer' : 'agent', text: plainOf(html) }];
}

const requesterId = ({ id }: Ticket): number => 5_000_000 + id;
const iso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

function requesterOf(ticket: Ticket) {
  const { customer } = ticket;
  return { id: requesterId(ticket), name: customer, email: `${customer}@example.com`, mobile: null, phone: null };
}

function shownTicket(ticket: Ticket) {
  const { id, source, status, responderId, tags, createdAt, updatedAt } = ticket;
  return {
    id,
    source,
    status,
    tags,
    subject: `About ${id}`,
    requester_id: requesterId(ticket),
    responder_id: responderId,
    spam: false,
    created_at: iso(createdAt),
    updated_at: iso(updatedAt),
  };
}

function shownConversation(conversation: Conversation, ticket: Ticket, content: ReadonlySet<Fault>) {
  const { id, html, isIncoming, isPrivate, source, createdAt } = conversation;
  return {
    ...shownBody(html, isIncoming, content, 'body', 'body_text'),
    id,
    incoming: isIncoming,
    private: isPrivate,
    user_id: isIncoming ? requesterId(ticket) : agentId,
    support_email: isIncoming || isPrivate ? null : 'support@example.com',
    source,
    category: 1,
    ticket_id: ticket.id,
    from_email: isIncoming ? null : '"Kettle Shop" <Support@example.com>',
    created_at: iso(createdAt),
    updated_at: iso(createdAt),
    auto_response: false,
    automation_id: null,
  };
}

function shownBody(html: string, isCustomers: boolean, content: ReadonlySet<Fault>, body: string, text: string) {
  const isHtmlOnly = content.has('html_only') && isCustomers;
  const isMissing = content.has('missing_attachment') && isCustomers;
  return {
    [body]: isHtmlOnly ? `<html><head><style>p{}</style></head><body>${html}</body></html>` : `<div>${html}</div>`,
    // Freshdesk's own plain text has no lines.
    [text]: isHtmlOnly ? null : plainOf(html).replace(/\s+/g, ' '),
    attachments: isMissing
      ? [{ id: 1, name: 'photo.jpg', content_type: 'image/jpeg', size: null, attachment_url: null }]
      : [],
  };
}

/** What a mail program or an agent's editor makes of a text. */
export function asHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<div dir="ltr">${escaped.replaceAll('\n', '<br>')}</div>`;
}

/** What a person reads. */
function plainOf(html: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
  return html
    .replace(/<\/p><p>/g, '\n\n')
    .replace(/<br>/g, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (_, name: string) => named[name] ?? '');
}
