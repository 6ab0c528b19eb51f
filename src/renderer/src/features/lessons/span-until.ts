const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How far back the review of sent replies looks at first, days. */
export const usualDays = 30;

/** The last so many days until the end of this hour: the same answer serves within it. ms UTC. */
export function spanUntil(now: number, days: number): { readonly from: number; readonly to: number } {
  const to = Math.ceil(now / hourMs) * hourMs;
  return { from: to - days * dayMs, to };
}

/** The beginning of yesterday on this machine's clock, ms UTC. */
export function yesterday(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - 1).getTime();
}
