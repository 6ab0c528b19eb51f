/** A cell as a person reads it; dates as YYYY-MM-DD, with the time where it has one. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
  }
  // What binary fractions leave behind: 0.30000000000000004.
  if (typeof value === 'number') return String(Number(value.toPrecision(12)));
  return String(value as string | boolean);
}
