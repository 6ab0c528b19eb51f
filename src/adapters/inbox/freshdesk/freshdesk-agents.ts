import type { JsonClient } from '#adapters/http/json-client.ts';
import type { Assignee } from '#shared/model/helpdesk.ts';
import { AppError } from '#shared/errors.ts';
import { oneLine } from '../one-line.ts';
import { fullPage, root } from './freshdesk-api.ts';
import { Agent, AgentList } from './freshdesk-shapes.ts';

/** Agents by name; the key's owner alone where it may not see the others (the list takes a right of its own). */
export async function freshdeskAgents(client: JsonClient, signal: AbortSignal): Promise<readonly Assignee[]> {
  try {
    return assigneesOf(await allAgents(client, signal));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'refused_permission') throw error;
    return assigneesOf([await ownAgent(client, signal)]);
  }
}

/** Who the key belongs to. */
export async function ownAgent(client: JsonClient, signal: AbortSignal): Promise<Agent> {
  return (await client.get(`${root}/agents/me`, { schema: Agent, signal })).body;
}

async function allAgents(client: JsonClient, signal: AbortSignal): Promise<readonly Agent[]> {
  const agents: Agent[] = [];
  for (let page = 1; ; page++) {
    const query = { per_page: fullPage, page };
    const { body, hasNext } = await client.get(`${root}/agents`, { schema: AgentList, query, signal });
    agents.push(...body);
    if (body.length === 0 || !(hasNext || body.length >= fullPage)) return agents;
  }
}

function assigneesOf(agents: readonly Agent[]): readonly Assignee[] {
  return agents
    .filter((agent) => agent.deactivated !== true)
    .map(({ id, contact }) => ({ id: String(id), name: oneLine(contact?.name || contact?.email || String(id)) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
