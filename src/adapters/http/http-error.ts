import { AppError, type ErrorCode } from '#shared/errors.ts';

/** Where an answer came from, and what must never be read in an error. */
export type HttpOrigin = { readonly host: string; readonly secrets: readonly string[] };

/**
 * The AppError an HTTP status stands for; `answer` is what the server said, shortened and without secrets.
 * `isElsewhere`: what answered is not the API that was asked for.
 */
export function statusError(
  origin: HttpOrigin,
  status: number,
  answer: string,
  retryAfterMs: number | null,
  isElsewhere = false,
): AppError {
  const reason = isElsewhere ? 'host' : reasonOf(origin, answer);
  const detail = { host: origin.host, status, ...(reason === '' ? {} : { reason }) };
  // A firewall's page says nothing of the key.
  const code = isElsewhere && (status === 401 || status === 403) ? 'remote_failed' : statusCode(status);
  return new AppError(code, `${origin.host} answered ${status}${reason === '' ? '' : `: ${reason}`}`, {
    detail: retryAfterMs === null ? detail : { ...detail, retryAfterMs },
  });
}

/** Why something failed, in the server's own words: shortened, without secrets. */
export function reasonOf(origin: HttpOrigin, answer: string): string {
  return shown(origin, reasonIn(answer));
}

function statusCode(status: number): ErrorCode {
  switch (status) {
    case 401:
      return 'refused_credentials';
    case 402:
    case 403:
      return 'refused_permission';
    case 404:
    case 410:
      return 'not_found';
    case 408:
      return 'timed_out';
    case 409:
      return 'conflict';
    case 429:
      return 'rate_limited';
    default:
      return status >= 400 && status < 500 ? 'refused_by_server' : 'remote_failed';
  }
}

/** The AppError a broken connection stands for; its cause keeps the foreign code alone, which holds no secret. */
export function connectionError(origin: HttpOrigin, error: unknown, code: ErrorCode = 'unreachable'): AppError {
  const foreign = codesOf(error).join(' ') || (error instanceof Error ? error.name : 'no answer');
  const isCertificate = codesOf(error).some((each) => certificates.test(each));
  const reason = isCertificate ? 'certificate' : foreign;
  return new AppError(code, `${origin.host}: ${foreign}`, { detail: { host: origin.host, reason } });
}

const certificates = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|EPROTO|ERR_SSL/;
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** True where no connection came about, so that nothing of the request has left. */
export function isBeforeConnection(error: unknown): boolean {
  const codes = codesOf(error);
  return codes.length > 0 && codes.every((code) => neverConnected.has(code) || certificates.test(code));
}

/** The system's codes in an error of fetch: it wraps them, and several addresses of a host fail each for itself. */
function codesOf(error: unknown, depth = 0): readonly string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const several = error instanceof AggregateError ? error.errors.flatMap((each) => codesOf(each, depth + 1)) : [];
  if (several.length > 0) return [...new Set(several)];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return own.length > 0 ? own : codesOf(error.cause, depth + 1);
}

/** What an answer says of itself where it is JSON as APIs write it, else its start. */
function reasonIn(answer: string): string {
  try {
    const { code, message, error, description, errors } = JSON.parse(answer) as Readonly<Record<string, unknown>>;
    const named = [message, error, description, errors].find((each) => each !== undefined && each !== null);
    const reason = typeof named === 'string' ? named : JSON.stringify(named ?? '');
    return typeof code === 'string' ? `${reason} (${code})` : reason;
  } catch {
    return /^\s*</.test(answer) ? '' : answer;
  }
}

function shown(origin: HttpOrigin, text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return origin.secrets
    .filter((secret) => secret.length >= 3)
    .reduce((clean, secret) => clean.replaceAll(secret, '***'), line)
    .slice(0, 300);
}
