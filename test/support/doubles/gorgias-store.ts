import type { ThreadStatus } from '#shared/model/helpdesk.ts';
import { type NewestFirst, gorgiasPage, newestFirst } from './gorgias-list.ts';
import { type GorgiasMessageRow, type GorgiasTicketRow, shownMessage, shownTicket } from './gorgias-shown.ts';
import type { Fault, ThreadFacts, Word } from './inbox-double.ts';

export type Posted = Pick<GorgiasMessageRow, 'channel' | 'via' | 'from_agent'> &
  Partial<GorgiasMessageRow> & {
    readonly sender?: { readonly email?: string };
    readonly attachments?: ReadonlyArray<{
      readonly url: string;
      readonly name: string;
      readonly content_type: string;
    }>;
  };
export type Changed = {
  readonly status?: string;
  readonly snooze_datetime?: string | null;
  readonly assignee_user?: { readonly id: number | null } | null;
  readonly tags?: readonly { readonly name: string }[];
};

/** The addresses of the account's e-mail integrations by id, and its chat. */
export const integrations: Readonly<Record<number, string | null>> = { 31: 'support@example.com', 32: null };

export type GorgiasStore = ReturnType<typeof gorgiasStore>;

/** What one account holds. Every third ticket is a chat; ids of messages grow through the whole account. */
export function gorgiasStore(serverNow: () => number, content: ReadonlySet<Fault>) {
  const tickets = new Map<string, GorgiasTicketRow>();
  const messages = new Map<string, MessageList>();
  const byChange = newestFirst<GorgiasTicketRow>(({ updatedAt }) => updatedAt);
  const allMessages = messageList();
  let lastTicket = 0;
  let lastMessage = 9000;
  const one = (threadId: string): GorgiasTicketRow => {
    const found = tickets.get(threadId);
    if (found === undefined) throw new Error(`There is no ticket ${threadId}`);
    return found;
  };
  /** Of a ticket that is there, oldest first. */
  const of = (threadId: string): readonly GorgiasMessageRow[] => {
    const list = messages.get(String(one(threadId).id)) ?? messageList();
    return list.slice(0, list.length()).toReversed();
  };
  const changed = (ticket: GorgiasTicketRow, at: number): void => {
    byChange.take(ticket);
    ticket.updatedAt = at;
    byChange.put(ticket);
  };
  const write = (threadId: string, row: Partial<GorgiasMessageRow>): GorgiasMessageRow => {
    const ticket = one(threadId);
    const isAgent = row.from_agent === true;
    const { channel } = ticket;
    const theirs = { name: ticket.customer, address: channel === 'chat' ? `visitor-${ticket.id}` : mailOf(ticket) };
    const ours = { name: 'The Kettle Shop', address: channel === 'chat' ? 'chat-widget' : 'support@example.com' };
    const message: GorgiasMessageRow = {
      ticket_id: ticket.id,
      from_agent: false,
      public: true,
      channel,
      via: isAgent ? 'helpdesk' : channel === 'chat' ? 'gorgias_chat' : 'email',
      source: { type: channel, from: isAgent ? ours : theirs, to: [isAgent ? theirs : ours] },
      integration_id: channel === 'chat' ? 32 : 31,
      external_id: null,
      subject: channel === 'chat' ? null : `A question of ${ticket.customer}`,
      body_text: '',
      failedAt: null,
      meta: null,
      isReply: false,
      createdAt: serverNow(),
      ...row,
      id: (lastMessage += 7),
    };
    messages.get(threadId)?.put(message);
    allMessages.put(message);
    changed(ticket, Math.max(ticket.updatedAt, message.createdAt));
    return message;
  };

  return {
    write: (threadId: string, row: Partial<GorgiasMessageRow>): GorgiasMessageRow => write(threadId, row),
    ticket: one,
    add(customer: string, texts: readonly string[], createdAt = serverNow() - texts.length * 1000): string {
      const id = ++lastTicket;
      const channel = id % 3 === 0 ? 'chat' : 'email';
      const facts = { status: 'open', assigneeId: null, tags: [], snoozedUntil: null, spam: false, trashedAt: null };
      tickets.set(String(id), { id, customer, channel, createdAt, updatedAt: createdAt, ...facts });
      messages.set(String(id), messageList());
      texts.forEach((text, i) =>
        write(String(id), { from_agent: i % 2 === 1, body_text: text, createdAt: createdAt + i * 1000 }),
      );
      // None of these is a word: a note, a reply that never left, a signal of Gorgias' own.
      const note = { from_agent: true, public: false, channel: 'internal-note', createdAt };
      write(String(id), { ...note, body_text: 'A note', source: { type: 'internal-note', from: null, to: [] } });
      write(String(id), { from_agent: true, body_text: 'It failed', failedAt: createdAt + 1, createdAt });
      write(String(id), { body_text: 'A signal', meta: { hidden: true, type: 'signal' }, createdAt });
      return String(id);
    },
    remove(threadId: string): void {
      for (const message of of(threadId)) allMessages.take(message);
      byChange.take(one(threadId));
      tickets.delete(threadId);
      messages.delete(threadId);
    },
    /** The newest reply comes back. */
    failReply(threadId: string): void {
      const reply = of(threadId).findLast((row) => row.isReply);
      if (reply !== undefined) reply.failedAt = serverNow();
    },
    threads: (): readonly string[] => [...tickets.keys()],
    wordsIn: (threadId: string): readonly Word[] => of(threadId).flatMap(wordOf),
    repliesIn: (threadId: string): readonly string[] =>
      of(threadId).flatMap((row) => (row.isReply && wordOf(row).length > 0 ? [row.body_text ?? ''] : [])),
    factsOf(threadId: string): ThreadFacts {
      const { status, snoozedUntil, assigneeId, tags } = one(threadId);
      const isSnoozed = snoozedUntil !== null && snoozedUntil > serverNow();
      const shown: ThreadStatus = isSnoozed ? 'pending' : status === 'closed' ? 'solved' : 'open';
      const notes = of(threadId).flatMap((row) => (row.isReply && !row.public ? [row.body_text ?? ''] : []));
      return { status: shown, assigneeId: assigneeId === null ? null : String(assigneeId), tags, notes };
    },
    /** GET /api/tickets */
    listTickets(query: URLSearchParams) {
      const isShown = ({ trashedAt }: GorgiasTicketRow): boolean =>
        trashedAt === null || query.get('trashed') !== 'false';
      const shown = (ticket: GorgiasTicketRow) => (isShown(ticket) ? [shownTicket(ticket)] : []);
      if (!query.has('ticket_ids')) return gorgiasPage(byChange, query, content, shown);
      const wanted = newestFirst<GorgiasTicketRow>(({ createdAt }) => createdAt);
      for (const ticket of query.getAll('ticket_ids').flatMap((id) => tickets.get(id) ?? [])) wanted.put(ticket);
      return gorgiasPage(wanted, query, content, shown);
    },
    /** GET /api/messages: of a ticket that is gone there are none. */
    listMessages(query: URLSearchParams) {
      const ticketId = query.get('ticket_id');
      const listed = ticketId === null ? allMessages : (messages.get(ticketId) ?? messageList());
      const shown = (row: GorgiasMessageRow) => [shownMessage(row, one(String(row.ticket_id)), content)];
      return gorgiasPage(listed, query, content, shown);
    },
    /** POST /api/tickets/{id}/messages: what cannot be routed is kept, and fails on its way. */
    post(threadId: string, posted: Posted) {
      const { sender: _, ...row } = posted;
      const message = write(threadId, { ...row, isReply: true, failedAt: isRouted(posted) ? null : serverNow() });
      const { failed_datetime: __, ...created } = shownMessage(message, one(threadId), new Set());
      // Sending comes later: at first nobody knows that it fails.
      return { ...created, failed_datetime: null, sent_datetime: null };
    },
    /** PUT /api/tickets/{id} */
    change(threadId: string, change: Changed) {
      const ticket = one(threadId);
      if (change.status !== undefined) ticket.status = change.status;
      if (change.snooze_datetime !== undefined)
        ticket.snoozedUntil = change.snooze_datetime === null ? null : Date.parse(change.snooze_datetime);
      if (change.assignee_user !== undefined) ticket.assigneeId = change.assignee_user?.id ?? null;
      if (change.tags !== undefined) ticket.tags = change.tags.map(({ name }) => name);
      changed(ticket, serverNow());
      return shownTicket(ticket);
    },
  };
}

type MessageList = NewestFirst<GorgiasMessageRow>;

function messageList(): MessageList {
  return newestFirst(({ createdAt }) => createdAt);
}

export function mailOf({ customer }: Pick<GorgiasTicketRow, 'customer'>): string {
  return `${customer}@example.com`;
}

/** A mail needs one of the account's own addresses to come from, a chat its widget and its visitor. */
function isRouted({ channel, source, public: isPublic }: Posted): boolean {
  if (isPublic === false) return true;
  const to = source?.to[0]?.address ?? '';
  const from = source?.from?.address ?? '';
  if (source?.type !== channel) return false;
  if (channel === 'email') return Object.values(integrations).includes(from) && to.includes('@');
  return from === 'chat-widget' && to.startsWith('visitor-');
}

function wordOf(row: GorgiasMessageRow): readonly Word[] {
  if (!row.public || row.failedAt !== null || row.meta?.hidden === true) return [];
  return [{ remoteId: String(row.id), role: row.from_agent ? 'agent' : 'customer', text: row.body_text ?? '' }];
}
