import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { validityTime } from '#shared/validity-time.ts';
import { Validity } from '#shared/model/validity.ts';
import { errorFrom } from '#test/adapters/sqlite/desk.ts';

const iso = (moment: number | null): string | null => (moment === null ? null : new Date(moment).toISOString());
const from = (local: string, zone: string) => iso(validityTime({ from: local, until: null, zone }).validFrom);
const until = (local: string, zone: string) => iso(validityTime({ from: null, until: local, zone }).validUntil);

describe('bug: a price holds an hour too early or too late', () => {
  it.each([
    ['2026-11-10T20:00', 'Asia/Shanghai', '2026-11-10T12:00:00.000Z'],
    ['2026-11-12T00:00', 'Asia/Tokyo', '2026-11-11T15:00:00.000Z'],
    ['2026-07-01T09:00', 'America/New_York', '2026-07-01T13:00:00.000Z'],
    ['2026-12-01T09:00', 'America/New_York', '2026-12-01T14:00:00.000Z'],
    ['2026-03-29T12:00', 'Europe/Berlin', '2026-03-29T10:00:00.000Z'],
    ['2026-01-15T10:15', 'Asia/Kathmandu', '2026-01-15T04:30:00.000Z'],
    ['2026-01-15T10:00', 'Pacific/Kiritimati', '2026-01-14T20:00:00.000Z'],
    ['1999-12-31T23:59', 'UTC', '1999-12-31T23:59:00.000Z'],
  ])('%s in %s is %s', (local, zone, moment) => {
    expect(from(local, zone)).toBe(moment);
    expect(until(local, zone)).toBe(moment);
  });
});

test('bug: a time that the clocks skip is none', () => {
  // New York goes from 02:00 to 03:00 on 8 March 2026, Lord Howe from 02:00 to 02:30 on 4 October 2026.
  expect(from('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
  expect(from('2026-03-08T01:59', 'America/New_York')).toBe('2026-03-08T06:59:00.000Z');
  expect(from('2026-03-08T03:00', 'America/New_York')).toBe('2026-03-08T07:00:00.000Z');
  expect(from('2026-10-04T02:15', 'Australia/Lord_Howe')).toBe('2026-10-03T15:45:00.000Z');
});

test('bug: of a time that the clocks show twice a part is cut off', () => {
  // New York shows 01:30 at 05:30 and at 06:30 UTC on 1 November 2026.
  expect(from('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
  expect(until('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T06:30:00.000Z');
  expect(from('2026-10-25T01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z');
  expect(until('2026-10-25T01:30', 'Europe/London')).toBe('2026-10-25T01:30:00.000Z');
});

test('bug: a day that does not exist, or an unknown zone, is taken', () => {
  for (const [local, zone] of [
    ['2026-02-30T10:00', 'UTC'],
    ['2025-02-29T10:00', 'Asia/Tokyo'],
    ['2026-01-01T10:00', 'Europe/Atlantis'],
    ['2026-01-01T10:00', '../../etc/localtime'],
  ] as const)
    expect(errorFrom(() => validityTime({ from: local, until: null, zone })).code).toBe('invalid_input');
  expect(Validity.safeParse({ from: '2026-01-01T24:00', until: null, zone: 'UTC' }).success).toBe(false);
  expect(Validity.safeParse({ from: '2026-01-02T10:00', until: '2026-01-01T10:00', zone: 'UTC' }).success).toBe(false);
});

test('bug: a time within the hour that the clocks skip is taken, and never holds', () => {
  const skipped = { from: '2026-03-29T02:30', until: '2026-03-29T03:10', zone: 'Europe/Berlin' };
  expect(errorFrom(() => validityTime(skipped))).toMatchObject({
    code: 'invalid_input',
    detail: { field: 'validity' },
  });
});

test('bug: the year 50 is taken as 1950', () => {
  const { validFrom } = validityTime({ from: '0050-01-01T00:00', until: null, zone: 'UTC' });
  expect(new Date(validFrom ?? 0).toISOString()).toBe('0050-01-01T00:00:00.000Z');
});

test('bug: somewhere, at some moment, a clock that shows the time is not within it', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const local = (moment: number, zone: string): string => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    return format.format(moment).replace(' ', 'T');
  };
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2037, 0) }),
      (zone, moment) => {
        const minute = Math.floor(moment / 60_000) * 60_000;
        const shown = local(minute, zone);
        const { validFrom } = validityTime({ from: shown, until: null, zone });
        const { validUntil } = validityTime({ from: null, until: shown, zone });
        expect(validFrom).toBeLessThanOrEqual(minute);
        expect(validUntil).toBeGreaterThanOrEqual(minute);
        expect((validUntil ?? 0) - (validFrom ?? 0)).toBeLessThanOrEqual(2 * 3_600_000);
        if (validFrom === validUntil) expect(validFrom).toBe(minute);
      },
    ),
    { numRuns: 2_000 },
  );
});
