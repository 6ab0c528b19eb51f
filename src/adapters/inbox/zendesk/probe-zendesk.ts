import { AppError } from '#shared/errors.ts';
import type { ProbeReport } from '#shared/model/inbox.ts';
import { probeSteps } from '../helpdesk/probe-steps.ts';
import type { ZendeskApi } from './zendesk-api.ts';

type Me = Awaited<ReturnType<ZendeskApi['me']>>;

/** Looks who the token acts for, what they may do, and at their tickets; changes nothing, throws nothing. */
export async function probeZendesk(api: ZendeskApi, signal: AbortSignal): Promise<ProbeReport> {
  return probeSteps([
    ['receive', async () => emailOf(await meAt(api, signal))],
    ['account', async () => nameOf(await api.me(signal))],
    ['conversations', () => lookAtTickets(api, signal)],
  ]);
}

/** An address without a helpdesk answers 404, or leads elsewhere. */
async function meAt(api: ZendeskApi, signal: AbortSignal): Promise<Me> {
  try {
    return await api.me(signal);
  } catch (error) {
    const status = error instanceof AppError ? Number(error.detail['status'] ?? 0) : 0;
    if (!(error instanceof AppError) || (status !== 404 && !(status >= 300 && status < 400))) throw error;
    throw new AppError('not_found', error.message, { detail: { ...error.detail, reason: 'host' } });
  }
}

/** Zendesk answers whoever has no valid credentials as an anonymous user. */
function emailOf({ id, email }: Me): string | null {
  if (typeof id === 'number') return email ?? null;
  throw new AppError('refused_credentials', 'Zendesk does not know whom the token acts for');
}

function nameOf({ name, role, only_private_comments: isNotesOnly }: Me): string | null {
  const mayReply = (role === 'agent' || role === 'admin') && isNotesOnly !== true;
  if (mayReply) return name ?? null;
  throw new AppError('refused_permission', 'The token acts for one who may not answer customers', {
    detail: { reason: 'role', role: role ?? '' },
  });
}

async function lookAtTickets(api: ZendeskApi, signal: AbortSignal): Promise<string | null> {
  try {
    await api.tickets(null, signal);
    return null;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'refused_permission') throw error;
    throw new AppError(error.code, error.message, { detail: { ...error.detail, reason: 'role' } });
  }
}
