import type { Validity } from '#shared/model/validity.ts';
import { validityTime } from '#shared/validity-time.ts';

/** Why a time cannot be: no such place, no such day, or the end before the beginning. */
export type ValidityProblem = 'zone' | 'day' | 'order';

/** Whether a clock is known by that name. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}

/** The zone of a city ("shanghai"), or of a name that is not written as usual; null where there is none, or several. */
export function zoneNamed(text: string): string | null {
  const wanted = text.trim().replaceAll(' ', '_').toLowerCase();
  if (wanted === '') return null;
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => {
    const name = zone.toLowerCase();
    return name === wanted || name.endsWith(`/${wanted}`);
  });
  return zones.length === 1 ? (zones[0] ?? null) : null;
}

export function validityProblem(validity: Validity | null): ValidityProblem | null {
  if (validity === null) return null;
  const { from, until, zone } = validity;
  if (!isZone(zone)) return 'zone';
  if (from !== null && until !== null && from >= until) return 'order';
  try {
    validityTime(validity);
    return null;
  } catch {
    return 'day';
  }
}

/** How it stands with an entry's time at a moment. `at`: when that changes, ms UTC; null: never. */
export type ValidityState = { readonly state: 'always' | 'holds' | 'coming' | 'over'; readonly at: number | null };

/** A time that cannot be counts as always: the field says what is wrong with it. */
export function validityState(validity: Validity | null, now: number): ValidityState {
  if (validity === null || validityProblem(validity) !== null) return { state: 'always', at: null };
  const { validFrom, validUntil } = validityTime(validity);
  if (validFrom !== null && now < validFrom) return { state: 'coming', at: validFrom };
  if (validUntil !== null && now >= validUntil) return { state: 'over', at: validUntil };
  return { state: 'holds', at: validUntil };
}

/** The zone of this machine. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Whether two zones' clocks show the same at every end of a time. */
export function isOwnTime({ from, until, zone }: Validity): boolean {
  const own = { from, until, zone: ownZone() };
  const there = validityTime({ from, until, zone });
  const here = validityTime(own);
  return there.validFrom === here.validFrom && there.validUntil === here.validUntil;
}
