import type { Fault } from './inbox-double.ts';

type Address = { readonly name?: string; readonly address?: string | null };
export type GorgiasTicketRow = {
  readonly id: number;
  readonly customer: string;
  readonly channel: string;
  readonly createdAt: number;
  updatedAt: number;
  status: string;
  assigneeId: number | null;
  tags: readonly string[];
  snoozedUntil: number | null;
  spam: boolean;
  trashedAt: number | null;
};
export type GorgiasMessageRow = {
  readonly id: number;
  readonly ticket_id: number;
  readonly from_agent: boolean;
  readonly public: boolean;
  readonly channel: string;
  readonly via: string;
  readonly source: { readonly type: string; readonly from: Address | null; readonly to: readonly Address[] };
  readonly integration_id: number | null;
  readonly external_id: string | null;
  readonly subject: string | null;
  readonly body_text: string | null;
  readonly body_html?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  failedAt: number | null;
  readonly meta: Readonly<Record<string, unknown>> | null;
  readonly createdAt: number;
  /** Came in by the API. */
  readonly isReply: boolean;
};

/** Microseconds; tickets show their times without an offset, messages with one (the reference has both). */
function stamp(time: number, offset: string): string {
  return new Date(time).toISOString().replace('Z', `000${offset}`);
}

export function shownTicket(ticket: GorgiasTicketRow) {
  const { id, customer, assigneeId, snoozedUntil, trashedAt } = ticket;
  const person = { id: 7000 + id, email: `${customer}@example.com`, name: customer, firstname: customer, lastname: '' };
  const names: Readonly<Record<number, string>> = { 5: 'Agnes', 8: 'Bao' };
  const name = names[assigneeId ?? 0];
  return {
    id,
    uri: `/api/tickets/${id}/`,
    subject: ticket.channel === 'chat' ? null : `A question of ${customer}`,
    channel: ticket.channel,
    via: ticket.channel === 'chat' ? 'gorgias_chat' : 'email',
    status: ticket.status,
    spam: ticket.spam,
    customer: person,
    assignee_user: name === undefined ? null : { id: assigneeId, name, firstname: name, lastname: '' },
    tags: ticket.tags.map((tag, i) => ({ id: i + 1, name: tag, decoration: null })),
    created_datetime: stamp(ticket.createdAt, ''),
    updated_datetime: stamp(ticket.updatedAt, ''),
    snooze_datetime: snoozedUntil === null ? null : stamp(snoozedUntil, ''),
    trashed_datetime: trashedAt === null ? null : stamp(trashedAt, ''),
  };
}

export function shownMessage(row: GorgiasMessageRow, ticket: GorgiasTicketRow, content: ReadonlySet<Fault>) {
  const { createdAt, failedAt, isReply: _, ...plain } = row;
  const isCustomer = !row.from_agent;
  const customer = { id: 7000 + ticket.id, email: `${ticket.customer}@example.com`, name: ticket.customer };
  const agent = { id: 5, email: 'agnes@example.com', name: 'Agnes' };
  const html = `<html><body><p>${row.body_text ?? ''}</p></body></html>`;
  const created = stamp(createdAt, '+00:00');
  return {
    ...plain,
    uri: `/api/tickets/${ticket.id}/messages/${row.id}/`,
    rule_id: null,
    sender: isCustomer ? customer : agent,
    receiver: isCustomer ? null : customer,
    stripped_text: row.body_text,
    attachments:
      content.has('missing_attachment') && isCustomer
        ? [{ url: null, name: null, size: null, content_type: null, public: true, extra: null }]
        : [],
    created_datetime: created,
    sent_datetime: failedAt === null ? created : null,
    failed_datetime: failedAt === null ? null : stamp(failedAt, '+00:00'),
    deleted_datetime: null,
    last_sending_error: failedAt === null ? null : { error: 'The message could not be sent' },
    ...(content.has('html_only') && isCustomer ? { body_text: null, stripped_text: null, body_html: html } : {}),
  };
}
