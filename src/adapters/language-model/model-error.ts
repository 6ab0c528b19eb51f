import { type HttpOrigin, reasonOf, statusError } from '#adapters/http/http-error.ts';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import { at, firstWord } from './dialect.ts';

/** Why an answer cannot be used, so that a person and the fallback can tell. */
export type MalformedReason = 'not_json' | 'shape' | 'empty' | 'cut' | 'too_large' | 'protocol';

/** The AppError for an answer that is none. */
export function malformed(
  reason: MalformedReason,
  host: string,
  detail: Readonly<Record<string, string | number>> = {},
): AppError {
  return new AppError('answer_malformed', `${host}: the answer cannot be used (${reason})`, {
    detail: { host, reason, ...detail },
  });
}

/** The AppError an HTTP status of a model's API stands for. */
export function refusalError(origin: HttpOrigin, status: number, text: string, retryAfterMs: number | null): AppError {
  const isPage = /^\s*</.test(text) || (status >= 300 && status < 400);
  const plain = statusError(origin, status, text, retryAfterMs, isPage);
  const code = isPage ? null : codeOf(status, text);
  if (code !== null) return new AppError(code, plain.message, { detail: plain.detail });
  if (plain.code !== 'not_found') return plain;
  return new AppError('not_found', plain.message, { detail: { ...plain.detail, reason: 'host' } });
}

const tooLong =
  /context[_ ](?:length|window|size)|maximum context|prompt is too long|too many tokens|input token count|exceeds? the (?:available )?context/i;

function codeOf(status: number, text: string): ErrorCode | null {
  if (status === 403) return 'refused_credentials';
  if (status === 413) return 'prompt_too_long';
  if (status === 404) return /model/i.test(text) ? 'model_unknown' : null;
  if (status !== 400 && status !== 422) return null;
  if (/API_KEY_INVALID|API key not valid/i.test(text)) return 'refused_credentials';
  if (/model_not_found/i.test(text)) return 'model_unknown';
  return tooLong.test(text) ? 'prompt_too_long' : null;
}

/** The AppError for a failure that stands in the middle of an answer; null where there is none. */
export function reportedError(origin: HttpOrigin, document: unknown): AppError | null {
  const error = at(document, 'error');
  if (error === undefined || error === null) return null;
  const kind = firstWord(at(error, 'type'), at(error, 'status'), at(error, 'code'), error) ?? '';
  const said = reasonOf(origin, JSON.stringify(document));
  return new AppError(kindCode(kind, said), `${origin.host} broke off: ${said}`, {
    detail: { host: origin.host, reason: said },
  });
}

function kindCode(kind: string, said: string): ErrorCode {
  if (/rate_limit|RESOURCE_EXHAUSTED/i.test(kind)) return 'rate_limited';
  if (/authentication|permission|UNAUTHENTICATED|PERMISSION_DENIED/i.test(kind)) return 'refused_credentials';
  return tooLong.test(said) ? 'prompt_too_long' : 'remote_failed';
}

/** The text of an answer that is one. Errors: `answer_malformed` where there is none (`empty`; `cut` where it was). */
export function textOfAnswer(
  text: string,
  { host, isCut }: { readonly host: string; readonly isCut: boolean },
): string {
  if (text.trim() === '') throw malformed(isCut ? 'cut' : 'empty', host);
  return text;
}

export function cancelled(): AppError {
  return new AppError('cancelled', 'Cancelled');
}
