/** The conversation to go to when one leaves the list: the one after it, or before it where it was the last. */
export function nextAfter(ids: readonly string[], leaving: string): string | null {
  const at = ids.indexOf(leaving);
  if (at < 0) return ids[0] ?? null;
  return ids[at + 1] ?? ids[at - 1] ?? null;
}

/** The conversation `by` places on; from none, the first or the last. The ends hold. */
export function movedBy(ids: readonly string[], current: string | null, by: 1 | -1): string | null {
  const at = current === null ? -1 : ids.indexOf(current);
  if (at < 0) return (by === 1 ? ids[0] : ids.at(-1)) ?? null;
  return ids[Math.max(0, Math.min(ids.length - 1, at + by))] ?? null;
}
