export const periods = [7, 30, 90] as const;
export type PeriodDays = (typeof periods)[number];

/** The last `days` days up to the end of today, in the person's time zone. */
export function periodOf(
  days: PeriodDays,
  now: Date,
): { readonly from: number; readonly to: number; readonly utcOffset: number } {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() - days + 1);
  const end = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  // The last moment of today: midnight itself would count as a day of its own.
  return { from: midnight.getTime(), to: end.getTime() - 1, utcOffset: -now.getTimezoneOffset() };
}

/** A round number at or above the highest value, for the top of an axis: 1, 2, 5 and their tens, at least 4. */
export function axisTop(highest: number): number {
  if (highest <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(highest));
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= highest) ?? highest;
}
