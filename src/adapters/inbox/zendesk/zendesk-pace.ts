/** So much of the account's budget is left to others: people's own tools share it. */
const spared = 0.2;
const longestMs = 60_000;

/**
 * How long to let go by before the next request, ms, where an answer says that the account's requests of this minute
 * run out (`ratelimit-limit`, `-remaining`, `-reset` in seconds, and `x-rate-limit`): what is left is spread to the end
 * of the minute.
 */
export function zendeskPace({ headers }: Pick<Response, 'headers'>): number {
  const limit = numberIn(headers.get('ratelimit-limit') ?? headers.get('x-rate-limit'));
  const remaining = numberIn(headers.get('ratelimit-remaining') ?? headers.get('x-rate-limit-remaining'));
  const reset = numberIn(headers.get('ratelimit-reset'));
  if (limit === null || remaining === null || remaining >= limit * spared) return 0;
  return Math.min(longestMs, Math.ceil(((reset ?? 60) * 1000) / (remaining + 1)));
}

function numberIn(text: string | null): number | null {
  const number = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) && number >= 0 ? number : null;
}
