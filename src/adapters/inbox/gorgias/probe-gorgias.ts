import type { JsonClient } from '#adapters/http/json-client.ts';
import { AppError } from '#shared/errors.ts';
import type { ProbeReport } from '#shared/model/inbox.ts';
import { probeSteps } from '../helpdesk/probe-steps.ts';
import type { GorgiasApi } from './gorgias-api.ts';
import { Account, GorgiasUser } from './gorgias-shapes.ts';

/** Users with these roles may look and not write (docs.gorgias.com, user permissions). */
const silentRoles: ReadonlySet<string> = new Set(['observer-agent']);

/** Looks who the key belongs to, at the account, at the tickets and at what the key's owner may do; changes nothing. */
export async function probeGorgias(client: JsonClient, api: GorgiasApi, signal: AbortSignal): Promise<ProbeReport> {
  // The user 0 is whoever asks.
  const user = async () => (await client.get('api/users/0', { schema: GorgiasUser, signal })).body;
  const domain = async () => (await client.get('api/account', { schema: Account, signal })).body.domain ?? null;
  const tickets = async () => api.tickets(null, signal).then(() => null);
  return probeSteps([
    ['receive', () => orWrongHost(async () => (await user()).email ?? null)],
    ['account', () => orUnseen(domain)],
    ['conversations', () => orMissingRole(tickets)],
    ['send', async () => sendNote((await user()).role?.name ?? null)],
  ]);
}

function sendNote(role: string | null): string | null {
  if (role === null || !silentRoles.has(role)) return role;
  throw new AppError('refused_permission', 'The key’s owner may not write messages', {
    detail: { reason: 'role', role },
  });
}

/** What is no Gorgias account answers with a page or sends elsewhere. */
async function orWrongHost(look: () => Promise<string | null>): Promise<string | null> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'remote_failed') throw error;
    const isFailing = Number(error.detail['status'] ?? 0) >= 500;
    if (isFailing) throw error;
    throw new AppError('not_found', error.message, { detail: { ...error.detail, reason: 'host' }, cause: error });
  }
}

/** The account's name is good to see and nothing more: not every role may. */
async function orUnseen(look: () => Promise<string | null>): Promise<string | null> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof AppError && error.code === 'refused_permission') return null;
    throw error;
  }
}

/** A key may do what its owner's role may (developers.gorgias.com, errors: 403). */
async function orMissingRole(look: () => Promise<string | null>): Promise<string | null> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'refused_permission') throw error;
    throw new AppError(error.code, error.message, { detail: { ...error.detail, reason: 'role' }, cause: error });
  }
}
