import { z } from 'zod';
import type { JsonClient } from '#adapters/http/json-client.ts';
import type { Helpdesk } from '#core/ports/helpdesk.ts';
import { AppError } from '#shared/errors.ts';
import type { Assignee, HelpdeskThread, ThreadStatus } from '#shared/model/helpdesk.ts';
import { type LibredeskApi, threadPath } from './libredesk-api.ts';
import { AgentList, type ConversationDetail, TagList } from './libredesk-shapes.ts';
import { libredeskMacros } from './read-macros.ts';
import { addressOf, nameOf } from './read-message.ts';
import { libredeskHtml } from './reply-html.ts';

/** Those of every installation, which cannot be renamed; waiting ones are its own, or need a time to wake up. */
const statusNames: Partial<Record<ThreadStatus, string>> = { open: 'Open', solved: 'Resolved' };
const Anything = z.unknown();

/** Status, assignee, tags and notes of Libredesk's conversations. */
export function libredeskHelpdesk(client: JsonClient, api: LibredeskApi): Helpdesk {
  const put = async (path: string, json: unknown, signal: AbortSignal): Promise<void> => {
    await client.put(path, { schema: Anything, json, signal, isRepeatable: true });
  };
  return {
    statuses: ['open', 'solved'],
    async thread(threadId, signal) {
      const detail = await api.conversation(threadId, signal);
      const assignedTo = detail.assigned_user_id ?? 0;
      const agents = assignedTo === 0 ? [] : await agentsOf(client, signal);
      return threadOf(detail, assignedTo, agents);
    },
    assignees: (signal) => agentsOf(client, signal),
    async note(threadId, text, signal) {
      await api.post(threadId, { message: libredeskHtml(text), private: true, to: [] }, signal);
    },
    async setStatus(threadId, status, signal) {
      const name = statusNames[status];
      if (name === undefined) throw new AppError('unsupported', `Libredesk has no status ${status} to set`);
      await put(threadPath(threadId, '/status'), { status: name }, signal);
    },
    async assign(threadId, assigneeId, signal) {
      if (assigneeId === null) await put(threadPath(threadId, '/assignee/user/remove'), {}, signal);
      else await put(threadPath(threadId, '/assignee/user'), { assignee_id: Number(assigneeId) }, signal);
    },
    async setTags(threadId, tags, signal) {
      await makeTags(client, tags, signal);
      const json = { tags };
      await client.post(threadPath(threadId, '/tags'), { schema: Anything, json, signal, isRepeatable: true });
    },
    macros: (signal) => libredeskMacros(client, signal),
  };
}

async function agentsOf(client: JsonClient, signal: AbortSignal): Promise<readonly Assignee[]> {
  const { body } = await client.get('api/v1/agents/compact', { schema: AgentList, signal });
  return (body.data ?? [])
    .filter((agent) => agent.enabled !== false)
    .map((agent) => ({ id: String(agent.id), name: nameOf(agent) || addressOf(agent) || String(agent.id) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Setting a tag that does not exist is passed over in silence (set-conversation-tags in queries.sql): it is made first. */
async function makeTags(client: JsonClient, tags: readonly string[], signal: AbortSignal): Promise<void> {
  if (tags.length === 0) return;
  const { body } = await client.get('api/v1/tags', { schema: TagList, signal });
  const there = new Set((body.data ?? []).map((tag) => tag.name));
  for (const name of tags) {
    if (!there.has(name)) await makeTag(client, name, signal);
  }
}

async function makeTag(client: JsonClient, name: string, signal: AbortSignal): Promise<void> {
  try {
    await client.post('api/v1/tags', { schema: Anything, json: { name }, signal, isRepeatable: true });
  } catch (error) {
    // Somebody has made it since, or the try before this one.
    if (error instanceof AppError && error.code === 'conflict') return;
    if (!(error instanceof AppError) || error.code !== 'refused_permission') throw error;
    throw new AppError('refused_permission', 'The agent may not make new tags', {
      detail: { reason: 'role', tag: name },
    });
  }
}

type Detail = z.infer<typeof ConversationDetail>['data'];

function threadOf(detail: Detail, assignedTo: number, agents: readonly Assignee[]): HelpdeskThread {
  const { contact } = detail;
  const id = String(assignedTo);
  const since = Date.parse(contact?.created_at ?? '');
  return {
    status: statusOf(detail),
    assignee: assignedTo === 0 ? null : { id, name: agents.find((agent) => agent.id === id)?.name ?? '' },
    tags: detail.tags ?? [],
    customer:
      contact === null || contact === undefined
        ? null
        : {
            name: nameOf(contact),
            address: addressOf(contact),
            phone: phoneOf(contact.phone_number, contact.phone_number_country_code),
            since: Number.isNaN(since) ? null : since,
            tags: [],
            note: null,
          },
  };
}

/** By the status's category; by its name in versions that have none. Installations add statuses of their own. */
function statusOf({ status, status_category: category }: Detail): ThreadStatus {
  if (category === 'resolved' || status === 'Resolved' || status === 'Closed') return 'solved';
  return category === 'waiting' || status === 'Snoozed' || status === 'Replied' ? 'pending' : 'open';
}

function phoneOf(number: string | null | undefined, country: string | null | undefined): string | null {
  if (!number) return null;
  // The country is a calling code in some versions and a country's letters in others.
  const code = /^\+?(\d{1,4})$/.exec(country ?? '')?.[1];
  return code === undefined || number.startsWith('+') ? number : `+${code} ${number}`;
}
