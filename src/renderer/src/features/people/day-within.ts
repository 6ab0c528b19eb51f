/** A day of the calendar (`YYYY-MM-DD`) as the time it takes here; no bounds for none. */
export function dayWithin(day: string): { readonly from: number | null; readonly to: number | null } {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined || Number.isNaN(date))
    return { from: null, to: null };
  // Days on which the clocks change are not 24 hours long.
  return { from: new Date(year, month - 1, date).getTime(), to: new Date(year, month - 1, date + 1).getTime() };
}
