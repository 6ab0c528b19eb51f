import { z } from 'zod';
import type { JsonClient } from '#adapters/http/json-client.ts';
import type { Helpdesk } from '#core/ports/helpdesk.ts';
import type { HelpdeskThread, ThreadStatus } from '#shared/model/helpdesk.ts';
import { oneLine } from '../one-line.ts';
import { AgentList, ConversationDetail, CreatedMessage } from './chatwoot-shapes.ts';
import { chatwootMacros } from './read-macros.ts';
import { withoutLiquid } from './without-liquid.ts';

const statuses: Readonly<Record<ThreadStatus, string>> = { open: 'open', pending: 'pending', solved: 'resolved' };
const Anything = z.unknown();

/** Status, assignee, labels and notes of Chatwoot's conversations. */
export function chatwootHelpdesk(client: JsonClient, accountId: number): Helpdesk {
  const account = `api/v1/accounts/${accountId}`;
  const at = (threadId: string): string => `${account}/conversations/${encodeURIComponent(threadId)}`;
  return {
    statuses: ['open', 'pending', 'solved'],
    async thread(threadId, signal) {
      return threadOf((await client.get(at(threadId), { schema: ConversationDetail, signal })).body);
    },
    async assignees(signal) {
      const { body } = await client.get(`${account}/agents`, { schema: AgentList, signal });
      return body
        .map(({ id, name, email }) => ({ id: String(id), name: oneLine(name || email || String(id)) }))
        .sort((a, b) => a.name.localeCompare(b.name));
    },
    async note(threadId, text, signal) {
      const json = { content: withoutLiquid(text), message_type: 'outgoing', private: true, content_type: 'text' };
      await client.post(`${at(threadId)}/messages`, { schema: CreatedMessage, json, signal });
    },
    async setStatus(threadId, status, signal) {
      const json = { status: statuses[status] };
      await client.post(`${at(threadId)}/toggle_status`, { schema: Anything, json, signal, isRepeatable: true });
    },
    async assign(threadId, assigneeId, signal) {
      const json = { assignee_id: assigneeId === null ? null : Number(assigneeId) };
      await client.post(`${at(threadId)}/assignments`, { schema: Anything, json, signal, isRepeatable: true });
    },
    async setTags(threadId, tags, signal) {
      await client.post(`${at(threadId)}/labels`, {
        schema: Anything,
        json: { labels: tags },
        signal,
        isRepeatable: true,
      });
    },
    macros: (signal) => chatwootMacros(client, accountId, signal),
  };
}

function threadOf({ status, meta, labels }: z.infer<typeof ConversationDetail>): HelpdeskThread {
  const assignee = meta?.assignee ?? null;
  const sender = meta?.sender ?? null;
  return {
    status: status === 'resolved' ? 'solved' : status === 'open' ? 'open' : 'pending',
    assignee: assignee === null ? null : { id: String(assignee.id), name: oneLine(assignee.name ?? '') },
    tags: labels ?? [],
    customer:
      sender === null
        ? null
        : {
            name: oneLine(sender.name ?? ''),
            address: oneLine(sender.email ?? '').toLowerCase(),
            phone: sender.phone_number ?? null,
            since: typeof sender.created_at === 'number' ? Math.round(sender.created_at * 1000) : null,
            tags: [],
            note: null,
          },
  };
}
