const firstBackoffMs = 500;
const longestBackoffMs = 30_000;

/** How long before try number `attempt` (from 1): exponential with full jitter, ms. `random` is 0 … below 1. */
export function backoffMs(attempt: number, random: number): number {
  return Math.round(random * Math.min(longestBackoffMs, firstBackoffMs * 2 ** (attempt - 1)));
}

/**
 * The pause a `Retry-After` asks for (RFC 9110, 10.2.3: seconds or a date), ms; null where there is none. A date is
 * read by the answer's own `Date`, for the desk's clock (`now`, ms UTC) may be a day off.
 */
export function retryAfterMs(headers: Headers, now: number): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (value === '') return null;
  if (/^\d+(?:\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  const date = Date.parse(value);
  const saidAt = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? null : Math.max(0, date - (Number.isNaN(saidAt) ? now : saidAt));
}
