import { AppError } from './errors.ts';
import type { Validity } from './model/validity.ts';

/** From when (counted in) until when (not) something holds, ms UTC; null: open. */
export type ValidityTime = { readonly validFrom: number | null; readonly validUntil: number | null };

/**
 * The moments at which a place's clocks show the two times. Where they are put forward and never show one, it is the
 * moment the clocks would have shown it without the change (as Temporal's "compatible"); where they show it twice, it
 * begins at the first and ends at the last. Errors: `invalid_input` for an unknown time zone, a day that is none, or a
 * time that never holds, for it lies within what the clocks skip.
 */
export function validityTime(validity: Validity | null): ValidityTime {
  if (validity === null) return { validFrom: null, validUntil: null };
  const { from, until, zone } = validity;
  const validFrom = from === null ? null : Math.min(...momentsOf(from, zone));
  const validUntil = until === null ? null : Math.max(...momentsOf(until, zone));
  if (validFrom !== null && validUntil !== null && validFrom >= validUntil)
    throw new AppError('invalid_input', `It never holds in ${zone}.`, { detail: { field: 'validity' } });
  return { validFrom, validUntil };
}

const dayMs = 86_400_000;

/** One moment, two where the clocks are put back over it. */
function momentsOf(local: string, zone: string): readonly number[] {
  const asUtc = Date.parse(`${local}:00Z`);
  // The engine takes February 30 as March 2.
  if (Number.isNaN(asUtc) || local < '0001' || new Date(asUtc).toISOString().slice(0, 16) !== local)
    throw new AppError('invalid_input', `There is no ${local}.`, { detail: { field: 'validity' } });
  const offsets = [offsetAt(asUtc - dayMs, zone), offsetAt(asUtc + dayMs, zone)];
  const shown = offsets.map((offset) => asUtc - offset).filter((moment) => moment + offsetAt(moment, zone) === asUtc);
  // In the gap of a change the offset of before counts.
  return shown.length > 0 ? shown : [asUtc - (offsets[0] ?? 0)];
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** By how much a place's clocks are ahead of UTC at a moment, ms. */
function offsetAt(moment: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  // Date.UTC takes the year 50 as 1950.
  const shown = new Date(Date.UTC(2000, 0, 1, part('hour'), part('minute'), part('second')));
  return shown.setUTCFullYear(part('year'), part('month') - 1, part('day')) - Math.floor(moment / 1000) * 1000;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, made);
    return made;
  } catch (cause) {
    throw new AppError('invalid_input', `There is no time zone ${zone}.`, { cause, detail: { field: 'validity' } });
  }
}
