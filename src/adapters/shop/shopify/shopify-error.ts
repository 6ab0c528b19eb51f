import type { HttpOrigin } from '#adapters/http/http-error.ts';
import { AppError } from '#shared/errors.ts';
import type { AnswerError } from './shopify-shapes.ts';

export function isThrottled(errors: readonly AnswerError[]): boolean {
  return errors.some(({ message, extensions }) => extensions?.code === 'THROTTLED' || /^throttled$/i.test(message));
}

/**
 * The AppError that an answer with errors stands for. `refused_permission` names the rights that lack in
 * `detail.missing`; `detail.reason` is `protected_data` where Shopify wants to approve the app first.
 */
export function answerError({ host, secrets }: HttpOrigin, errors: readonly AnswerError[]): AppError {
  if (isThrottled(errors)) return new AppError('rate_limited', `${host} is throttling`, { detail: { host } });
  const reason = secrets
    .filter((secret) => secret.length >= 3)
    .reduce((text, secret) => text.replaceAll(secret, '***'), errors.map(({ message }) => message).join(' '))
    .replace(/\bshp[a-z]{2}_\w+/g, '***')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .slice(0, 300);
  if (/not approved to (?:access|use)/i.test(reason)) {
    return new AppError('refused_permission', `${host}: ${reason}`, { detail: { host, reason: 'protected_data' } });
  }
  if (errors.some(({ extensions }) => extensions?.code === 'ACCESS_DENIED') || /^access denied/i.test(reason)) {
    const named = errors.flatMap(({ message, extensions }) =>
      rightsIn(`${message} ${extensions?.requiredAccess ?? ''}`),
    );
    const missing = [...new Set(named)].join(', ');
    return new AppError('refused_permission', `${host}: ${reason}`, {
      detail: { host, reason, ...(missing === '' ? {} : { missing }) },
    });
  }
  return new AppError('remote_failed', `${host}: ${reason}`, { detail: { host, reason } });
}

function rightsIn(message: string): readonly string[] {
  return message.match(/\b(?:read|write)_[a-z_]+\b/g) ?? [];
}
