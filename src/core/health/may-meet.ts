import type { HealthEntry } from './entry-profile.ts';

/** Whether two entries can ever answer the same conversation; those that cannot do not contradict. */
export function mayMeet(a: HealthEntry, b: HealthEntry): boolean {
  if (a.id === b.id || a.overlaysEntryId === b.id || b.overlaysEntryId === a.id) return false;
  if (a.storeId !== null && b.storeId !== null && a.storeId !== b.storeId) return false;
  // Sets stand for each other: a summer's and a winter's.
  if (a.setId !== null && b.setId !== null && a.setId !== b.setId) return false;
  if (a.language !== b.language && a.language !== 'und' && b.language !== 'und') return false;
  if (!shareOne(a.scope, b.scope) || !shareOne(a.channels, b.channels)) return false;
  return overlapInTime(a, b);
}

/** An empty list means: all. */
function shareOne(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((one) => b.includes(one));
}

function overlapInTime(a: HealthEntry, b: HealthEntry): boolean {
  const from = Math.max(a.validFrom ?? Number.NEGATIVE_INFINITY, b.validFrom ?? Number.NEGATIVE_INFINITY);
  const until = Math.min(a.validUntil ?? Number.POSITIVE_INFINITY, b.validUntil ?? Number.POSITIVE_INFINITY);
  return from < until;
}
