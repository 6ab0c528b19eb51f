import type { Draft } from '#shared/model/draft.ts';

/** The first source an out-of-date draft answers from whose time is over, by its number in the draft; null: none is. */
export function endedSource(
  { asks, evidence }: Pick<Draft, 'asks' | 'evidence'>,
  now: number,
): { readonly number: number; readonly at: number } | null {
  for (const ask of asks) {
    if (ask.evidence === null) continue;
    const at = evidence[ask.evidence]?.validUntil;
    if (at !== null && at !== undefined && at <= now) return { number: ask.evidence + 1, at };
  }
  return null;
}
