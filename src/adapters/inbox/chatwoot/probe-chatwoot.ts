import type { JsonClient } from '#adapters/http/json-client.ts';
import { AppError } from '#shared/errors.ts';
import type { ChatwootSettings, ProbeReport } from '#shared/model/inbox.ts';
import { probeSteps } from '../helpdesk/probe-steps.ts';
import type { ChatwootApi } from './chatwoot-api.ts';
import { InboxList, Profile } from './chatwoot-shapes.ts';

/** Looks who the token belongs to, at the account, the inbox and its conversations; changes nothing, throws nothing. */
export async function probeChatwoot(
  client: JsonClient,
  api: ChatwootApi,
  settings: ChatwootSettings,
  signal: AbortSignal,
): Promise<ProbeReport> {
  const profile = async () => (await client.get('api/v1/profile', { schema: Profile, signal })).body;
  return probeSteps([
    ['receive', async () => (await profile()).email ?? null],
    ['account', async () => accountNote((await profile()).accounts ?? [], settings)],
    ['inbox', () => inboxNote(client, settings, signal)],
    ['conversations', async () => noteOfCount((await api.conversations(1, signal)).body.meta?.all_count)],
  ]);
}

/** Chatwoot before 2.0 does not list accounts in a profile; then the inboxes tell. */
function accountNote(
  accounts: readonly { readonly id: number; readonly name?: string | null | undefined }[],
  { accountId }: ChatwootSettings,
): string | null {
  const account = accounts.find((each) => each.id === accountId);
  if (account !== undefined || accounts.length === 0) return account?.name ?? null;
  throw new AppError('refused_permission', `The token's owner is in no account ${accountId}`, {
    detail: { reason: 'account', accountId },
  });
}

async function inboxNote(client: JsonClient, settings: ChatwootSettings, signal: AbortSignal): Promise<string | null> {
  const path = `api/v1/accounts/${settings.accountId}/inboxes`;
  const { payload } = (await client.get(path, { schema: InboxList, signal })).body;
  if (settings.inboxId === null && payload.length > 0) return payload.map((inbox) => inbox.name ?? inbox.id).join(', ');
  const inbox = payload.find((each) => each.id === settings.inboxId);
  if (inbox !== undefined) return inbox.name ?? null;
  const inboxId = settings.inboxId ?? 0;
  throw new AppError('refused_permission', 'The token’s owner is a member of no such inbox', {
    detail: { reason: 'inbox', inboxId },
  });
}

function noteOfCount(count: number | null | undefined): string | null {
  return typeof count === 'number' ? String(count) : null;
}
