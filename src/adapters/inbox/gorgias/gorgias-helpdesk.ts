import { z } from 'zod';
import type { JsonClient } from '#adapters/http/json-client.ts';
import type { Helpdesk } from '#core/ports/helpdesk.ts';
import { AppError } from '#shared/errors.ts';
import type { Assignee, HelpdeskCustomer, HelpdeskThread, ThreadStatus } from '#shared/model/helpdesk.ts';
import { oneLine } from '../one-line.ts';
import { type GorgiasApi, fullPage } from './gorgias-api.ts';
import { GorgiasCustomer, type GorgiasPerson, type GorgiasTicket, UserList, nameOf } from './gorgias-shapes.ts';
import { messageBody } from './message-body.ts';
import { gorgiasMacros } from './read-macros.ts';

const Anything = z.unknown();
/** An account has fewer agents than fit on so many pages. */
const mostUserPages = 20;

type GorgiasHelpdeskInput = {
  readonly client: JsonClient;
  readonly api: GorgiasApi;
  /** Of the agent the key belongs to. */
  readonly email: string;
  readonly now: () => number;
};

/** Status, assignee, tags and notes of Gorgias' tickets. */
export function gorgiasHelpdesk({ client, api, email, now }: GorgiasHelpdeskInput): Helpdesk {
  const change = async (threadId: string, json: unknown, signal: AbortSignal): Promise<void> => {
    const path = `api/tickets/${encodeURIComponent(threadId)}`;
    await client.put(path, { schema: Anything, json, signal, isRepeatable: true });
  };
  return {
    // A ticket that waits is one snoozed until a time, which nobody gives here.
    statuses: ['open', 'solved'],
    async thread(threadId, signal) {
      // Asked for by its id alone a ticket comes with all its messages.
      const [ticket] = await api.ticketsById([threadId], signal);
      if (ticket === undefined) throw new AppError('not_found', 'The ticket is gone');
      return { ...factsOf(ticket, now()), customer: await customerOf(client, ticket.customer, signal) };
    },
    assignees: (signal) => assignees(client, signal),
    async note(threadId, text, signal) {
      const source = { type: 'internal-note', from: { address: email } };
      const kind = { channel: 'internal-note', via: 'api', from_agent: true, public: false, sender: { email }, source };
      await api.post(threadId, { ...kind, ...messageBody(text) }, signal);
    },
    async setStatus(threadId, status, signal) {
      if (status === 'pending') throw new AppError('unsupported', 'Gorgias knows open and closed tickets');
      // A snoozed ticket would open by itself.
      await change(threadId, { status: status === 'open' ? 'open' : 'closed', snooze_datetime: null }, signal);
    },
    async assign(threadId, assigneeId, signal) {
      await change(threadId, { assignee_user: { id: assigneeId === null ? null : Number(assigneeId) } }, signal);
    },
    async setTags(threadId, tags, signal) {
      await change(threadId, { tags: tags.map((name) => ({ name })) }, signal);
    },
    macros: (signal) => gorgiasMacros(client, signal),
  };
}

function factsOf(ticket: GorgiasTicket, now: number): Omit<HelpdeskThread, 'customer'> {
  const { assignee_user: assignee } = ticket;
  return {
    status: statusOf(ticket, now),
    assignee:
      assignee?.id === null || assignee?.id === undefined
        ? null
        : { id: String(assignee.id), name: oneLine(nameOf(assignee) || (assignee.email ?? '')) },
    tags: (ticket.tags ?? []).map(({ name }) => name),
  };
}

/** A snoozed ticket is closed until its time comes. */
function statusOf({ status, snooze_datetime: snoozedUntil }: GorgiasTicket, now: number): ThreadStatus {
  if (snoozedUntil !== null && snoozedUntil > now) return 'pending';
  return status === 'closed' ? 'solved' : 'open';
}

/** What the ticket tells of its customer, and what the customer's own record adds where it may be seen. */
async function customerOf(
  client: JsonClient,
  person: GorgiasPerson | null | undefined,
  signal: AbortSignal,
): Promise<HelpdeskCustomer | null> {
  if (person === null || person === undefined) return null;
  const record = await recordOf(client, person.id, signal);
  return {
    name: oneLine(nameOf(person) || nameOf(record)),
    address: oneLine(person.email ?? record?.email ?? '').toLowerCase(),
    phone: record?.channels?.find(({ type }) => type === 'phone')?.address ?? null,
    since: record?.created_datetime ?? null,
    tags: [],
    note: record?.note?.trim() || null,
  };
}

async function recordOf(
  client: JsonClient,
  id: number | null | undefined,
  signal: AbortSignal,
): Promise<z.infer<typeof GorgiasCustomer> | null> {
  if (id === null || id === undefined) return null;
  try {
    return (await client.get(`api/customers/${id}`, { schema: GorgiasCustomer, signal })).body;
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not_found' || error.code === 'refused_permission')) return null;
    throw error;
  }
}

/** Roles of programs, which nobody gives a ticket to. */
const machineRoles: ReadonlySet<string> = new Set(['bot', 'internal-agent']);

async function assignees(client: JsonClient, signal: AbortSignal): Promise<readonly Assignee[]> {
  const found: Assignee[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostUserPages; page++) {
    const query = { limit: fullPage, cursor };
    const { body } = await client.get('api/users', { schema: UserList, query, signal });
    const users = body.data.filter(({ active, role }) => active !== false && !machineRoles.has(role?.name ?? ''));
    found.push(
      ...users.map((user) => ({ id: String(user.id), name: oneLine(nameOf(user) || user.email || String(user.id)) })),
    );
    cursor = body.meta?.next_cursor || undefined;
    if (cursor === undefined) break;
  }
  return found.sort((a, b) => a.name.localeCompare(b.name));
}
