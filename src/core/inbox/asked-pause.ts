import type { Problem } from '#shared/errors.ts';

/** No server is waited for longer than this before it is asked again, whatever it said. */
const longestAskedMs = 15 * 60_000;

/** How long the server asked to be left alone, ms; 0 where it did not. */
export function askedPauseOf({ detail }: Problem): number {
  const asked = Number(detail['retryAfterMs'] ?? 0);
  return asked > 0 ? Math.min(asked, longestAskedMs) : 0;
}
