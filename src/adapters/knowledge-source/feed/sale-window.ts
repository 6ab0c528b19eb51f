import type { Validity } from '#shared/model/validity.ts';

const moment = String.raw`\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:?\d{2}(?::?\d{2}(?:\.\d{1,3})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?`;
const interval = new RegExp(`^(${moment})\\s*[/,]\\s*(${moment})$`, 'u');

/** "2026-11-10T20:00+0800/2026-11-12T00:00+0800" as a validity on the clock of UTC; null where it is none. */
export function saleWindow(text: string): Validity | null {
  const [, start, end] = interval.exec(text.trim()) ?? [];
  const from = start === undefined ? null : instantOf(start, false);
  const until = end === undefined ? null : instantOf(end, true);
  if (from === null || until === null || from >= until) return null;
  return { from: localTime(from), until: localTime(until), zone: 'UTC' };
}

/** ms UTC; a day alone counts from its beginning, or to its end. Without an offset Merchant Center reads UTC. */
function instantOf(text: string, isEnd: boolean): number | null {
  const [, day, hours, minutes, offset] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):?(\d{2})[\d:.]*\s?(Z|[+-]\d{2}:?\d{2})?)?$/u.exec(text) ?? [];
  const zone = offset === undefined || offset === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  const at = Date.parse(`${day}T${hours ?? '00'}:${minutes ?? '00'}:00${zone}`);
  if (Number.isNaN(at)) return null;
  return hours === undefined && isEnd ? at + 24 * 60 * 60 * 1000 : at;
}

function localTime(at: number): string {
  return new Date(at).toISOString().slice(0, 16);
}
