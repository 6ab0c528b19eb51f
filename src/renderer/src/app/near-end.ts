import type { Evidence } from '#shared/model/evidence.ts';

/** An end within this span is told, ms: one could forget it. */
const nearMs = 3 * 86_400_000;

/** The end of a passage's time where it is near or over; null where there is nothing to tell. */
export function nearEnd(
  { validUntil }: Pick<Evidence, 'validUntil'>,
  now: number,
): { readonly at: number; readonly isOver: boolean } | null {
  if (validUntil === null || validUntil === undefined || validUntil - now > nearMs) return null;
  return { at: validUntil, isOver: validUntil <= now };
}
