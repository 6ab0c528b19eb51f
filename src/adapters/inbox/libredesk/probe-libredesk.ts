import type { JsonClient } from '#adapters/http/json-client.ts';
import { AppError } from '#shared/errors.ts';
import type { ProbeReport } from '#shared/model/inbox.ts';
import { probeSteps } from '../helpdesk/probe-steps.ts';
import type { LibredeskApi } from './libredesk-api.ts';
import { CurrentAgent } from './libredesk-shapes.ts';

/** Looks who the key belongs to and what its owner's role allows; changes nothing, throws nothing. */
export async function probeLibredesk(client: JsonClient, api: LibredeskApi, signal: AbortSignal): Promise<ProbeReport> {
  const agent = async () => {
    const { body } = await client.get('api/v1/agents/me', { schema: CurrentAgent, signal });
    return body.data;
  };
  return probeSteps([
    ['receive', async () => (await atHost(agent)).email ?? null],
    [
      'conversations',
      async () => {
        requireAll((await agent()).permissions, ['conversations:read_all', 'conversations:read', 'messages:read']);
        return String(await countOf(api, signal));
      },
    ],
    [
      'send',
      async () => {
        requireAll((await agent()).permissions, ['messages:write']);
        return null;
      },
    ],
  ]);
}

/** What has no such path, or answers with a page, is no Libredesk. */
async function atHost<T>(look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const isElsewhere = error.code === 'not_found' || (error.code === 'remote_failed' && !('status' in error.detail));
    if (!isElsewhere) throw error;
    throw new AppError('not_found', error.message, { detail: { ...error.detail, reason: 'host' }, cause: error });
  }
}

/** Versions that list no permissions are asked by the requests themselves. */
function requireAll(permissions: readonly string[] | null | undefined, wanted: readonly string[]): void {
  if (!permissions?.length) return;
  const missing = wanted.find((permission) => !permissions.includes(permission));
  if (missing !== undefined) throw lacks(missing);
}

async function countOf(api: LibredeskApi, signal: AbortSignal): Promise<number> {
  try {
    const span = { from: '1970-01-01T00:00:00Z', to: '9999-12-31T00:00:00Z' };
    return (await api.conversations(span, 1, signal)).body.total;
  } catch (error) {
    if (error instanceof AppError && error.code === 'refused_permission') throw lacks('conversations:read_all');
    throw error;
  }
}

function lacks(permission: string): AppError {
  return new AppError('refused_permission', `The agent's role lacks ${permission}`, {
    detail: { reason: 'role', permission },
  });
}
