import type { Helpdesk } from '#core/ports/helpdesk.ts';
import type { Assignee, HelpdeskThread, ThreadStatus } from '#shared/model/helpdesk.ts';
import { oneLine } from '../one-line.ts';
import { addressOf } from './read-comment.ts';
import { zendeskMacros } from './read-macros.ts';
import { zendeskHtml } from './reply-html.ts';
import { type ZendeskApi, nextCursor } from './zendesk-api.ts';
import { type AgentList, type TicketDetail, secondsOf } from './zendesk-shapes.ts';

/** Status, assignee, tags and internal notes of Zendesk's tickets. */
export function zendeskHelpdesk(api: ZendeskApi): Helpdesk {
  return {
    statuses: ['open', 'pending', 'solved'],
    thread: async (threadId, signal) => threadOf(await api.ticket(threadId, signal)),
    assignees: (signal) => assigneesOf(api, signal),
    async note(threadId, text, signal) {
      const comment = { html_body: zendeskHtml(text), public: false };
      await api.update(threadId, { comment }, false, signal);
    },
    async setStatus(threadId, status, signal) {
      await api.update(threadId, { status }, true, signal);
    },
    async assign(threadId, assigneeId, signal) {
      await api.update(threadId, { assignee_id: assigneeId === null ? null : Number(assigneeId) }, true, signal);
    },
    async setTags(threadId, tags, signal) {
      // A space would end a tag.
      const whole = tags.map((tag) => tag.trim().replace(/\s+/g, '_')).filter((tag) => tag !== '');
      await api.update(threadId, { tags: whole }, true, signal);
    },
    macros: (signal) => zendeskMacros(api, signal),
  };
}

async function assigneesOf(api: ZendeskApi, signal: AbortSignal): Promise<readonly Assignee[]> {
  const agents: AgentList['users'] = [];
  for (let after: string | null = null; ;) {
    const page: AgentList = await api.agents(after, signal);
    agents.push(...page.users);
    after = nextCursor(page.meta);
    if (after === null) break;
  }
  return agents
    .filter((user) => user.active !== false && user.suspended !== true && user.only_private_comments !== true)
    .map(({ id, name, email }) => ({ id: String(id), name: oneLine(name || email || String(id)) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function threadOf({ ticket, users }: TicketDetail): HelpdeskThread {
  const userOf = (id: number | null | undefined) => users?.find((user) => user.id === id);
  const assigneeId = ticket.assignee_id ?? null;
  const customer = userOf(ticket.requester_id);
  const since = Date.parse(customer?.created_at ?? '');
  return {
    status: statusOf(ticket.status),
    assignee: assigneeId === null ? null : { id: String(assigneeId), name: oneLine(userOf(assigneeId)?.name ?? '') },
    tags: ticket.tags ?? [],
    customer:
      customer === undefined
        ? null
        : {
            name: oneLine(customer.name ?? ''),
            address: customer.email ? addressOf({ email: customer.email, phone: null }) : '',
            phone: customer.phone ?? null,
            since: Number.isNaN(since) ? null : secondsOf(customer.created_at ?? '') * 1000,
            tags: customer.tags ?? [],
            note: customer.notes?.trim() || null,
          },
  };
}

function statusOf(status: string | null | undefined): ThreadStatus {
  if (status === 'solved' || status === 'closed') return 'solved';
  return status === 'pending' || status === 'hold' ? 'pending' : 'open';
}
