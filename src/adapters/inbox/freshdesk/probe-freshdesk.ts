import type { JsonClient } from '#adapters/http/json-client.ts';
import { AppError } from '#shared/errors.ts';
import type { ProbeReport } from '#shared/model/inbox.ts';
import { probeSteps } from '../helpdesk/probe-steps.ts';
import { ownAgent } from './freshdesk-agents.ts';
import type { FreshdeskApi } from './freshdesk-api.ts';

const dayMs = 86_400_000;

/** Looks who the key belongs to, at the tickets and at the words of one; changes nothing, throws nothing. */
export async function probeFreshdesk(
  client: JsonClient,
  api: FreshdeskApi,
  firstSyncDays: number,
  now: number,
  signal: AbortSignal,
): Promise<ProbeReport> {
  return probeSteps([
    ['receive', () => withReason(async () => (await ownAgent(client, signal)).contact?.email ?? null)],
    [
      'conversations',
      () =>
        withReason(async () => {
          const { items, hasMore } = await api.tickets(now - firstSyncDays * dayMs, 1, signal);
          const [first] = items;
          if (first !== undefined) await api.conversations(first.id, 1, signal);
          return hasMore ? null : String(items.length);
        }),
    ],
  ]);
}

/** Freshdesk says why it refuses by a code ("Error Codes"). */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/\(require_feature\)/, 'plan'],
  [/\((?:account_suspended|max_agents_reached)\)/, 'account'],
];

/** Says by `detail.reason` why a key is refused. */
export async function withReason<T>(look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'refused_permission') throw error;
    const said = String(error.detail['reason'] ?? '');
    const code = /\(password_/.test(said) ? 'refused_credentials' : error.code;
    const reason = reasons.find(([pattern]) => pattern.test(said))?.[1] ?? 'role';
    throw new AppError(code, error.message, { detail: { ...error.detail, reason } });
  }
}
