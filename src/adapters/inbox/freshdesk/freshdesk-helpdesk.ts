import { z } from 'zod';
import type { JsonClient } from '#adapters/http/json-client.ts';
import type { Helpdesk } from '#core/ports/helpdesk.ts';
import { AppError } from '#shared/errors.ts';
import type { Assignee, HelpdeskCustomer, HelpdeskThread, ThreadStatus } from '#shared/model/helpdesk.ts';
import { oneLine } from '../one-line.ts';
import { freshdeskAgents } from './freshdesk-agents.ts';
import { ifThere, root } from './freshdesk-api.ts';
import { Contact, Created, TicketDetail } from './freshdesk-shapes.ts';
import { addressOf } from './read-conversation.ts';
import { freshdeskMacros } from './read-macros.ts';
import { replyHtml } from '../helpdesk/reply-html.ts';

const statuses: Readonly<Record<ThreadStatus, number>> = { open: 2, pending: 3, solved: 4 };
/** 5 is closed; 6 and 7 wait for the customer and for others. Accounts make more of their own: somebody works on them. */
const shownStatuses: Readonly<Record<number, ThreadStatus>> = {
  3: 'pending',
  4: 'solved',
  5: 'solved',
  6: 'pending',
  7: 'pending',
};
const Anything = z.unknown();
/** Names of agents hardly change; each look at a ticket would ask for them again. */
const namesLastMs = 10 * 60_000;

/** Status, assignee, tags and notes of Freshdesk's tickets. */
export function freshdeskHelpdesk(client: JsonClient, now: () => number): Helpdesk {
  const at = (threadId: string): string => `${root}/tickets/${encodeURIComponent(threadId)}`;
  let known: { readonly agents: readonly Assignee[]; readonly at: number } | null = null;
  const assignees = async (signal: AbortSignal): Promise<readonly Assignee[]> => {
    known = { agents: await freshdeskAgents(client, signal), at: now() };
    return known.agents;
  };
  const nameOf = async (id: string, signal: AbortSignal): Promise<string> => {
    const agents = known !== null && now() - known.at < namesLastMs ? known.agents : await assignees(signal);
    return agents.find((agent) => agent.id === id)?.name ?? id;
  };
  const change = async (threadId: string, json: object, signal: AbortSignal): Promise<void> => {
    await ifThere(client.put(at(threadId), { schema: Anything, json, signal, isRepeatable: true }));
  };
  return {
    statuses: ['open', 'pending', 'solved'],
    async thread(threadId, signal) {
      const query = { include: 'requester' };
      const { body } = await client.get(at(threadId), { schema: TicketDetail, query, signal });
      if (body.deleted === true) throw new AppError('not_found', 'The ticket has been deleted');
      const assigneeId = (body.responder_id ?? null) === null ? null : String(body.responder_id);
      const assignee = assigneeId === null ? null : { id: assigneeId, name: await nameOf(assigneeId, signal) };
      return threadOf(body, assignee, await contactOf(client, body.requester_id ?? null, signal));
    },
    assignees,
    async note(threadId, text, signal) {
      const json = { body: replyHtml(text), private: true };
      await ifThere(client.post(`${at(threadId)}/notes`, { schema: Created, json, signal }));
    },
    setStatus: (threadId, status, signal) => change(threadId, { status: statuses[status] }, signal),
    assign: (threadId, assigneeId, signal) =>
      change(threadId, { responder_id: assigneeId === null ? null : Number(assigneeId) }, signal),
    setTags: (threadId, tags, signal) => change(threadId, { tags }, signal),
    macros: (signal) => freshdeskMacros(client, signal),
  };
}

/** The requester as a contact; null where it is none (an agent may be one) or the key may not see it. */
async function contactOf(client: JsonClient, id: number | null, signal: AbortSignal): Promise<Contact | null> {
  if (id === null) return null;
  try {
    return (await client.get(`${root}/contacts/${id}`, { schema: Contact, signal })).body;
  } catch (error) {
    const isHidden = error instanceof AppError && (error.code === 'not_found' || error.code === 'refused_permission');
    if (isHidden) return null;
    throw error;
  }
}

function threadOf(detail: TicketDetail, assignee: Assignee | null, contact: Contact | null): HelpdeskThread {
  const status = shownStatuses[detail.status] ?? 'open';
  return { status, assignee, tags: detail.tags ?? [], customer: customerOf(detail, contact) };
}

function customerOf({ requester }: TicketDetail, contact: Contact | null): HelpdeskCustomer | null {
  const person = contact ?? requester ?? null;
  if (person === null) return null;
  const since = Date.parse(contact?.created_at ?? '');
  return {
    name: oneLine(person.name ?? ''),
    address: addressOf(person),
    phone: person.phone || person.mobile || null,
    since: Number.isNaN(since) ? null : since,
    tags: contact?.tags ?? [],
    note: contact?.description || null,
  };
}
