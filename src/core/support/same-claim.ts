import type { Value } from '../health/fact.ts';
import type { Claim } from './claim.ts';

/** Whether two claims are of one kind and unit, so that they agree or differ. */
export function areComparable(a: Claim, b: Claim): boolean {
  if (a.kind !== b.kind) return false;
  if (a.value === null || b.value === null) return a.value === b.value;
  switch (a.value.fact) {
    case 'money':
      return a.value.unit === b.value.unit || isAmbiguous(a.value, b.value);
    case 'count':
      return a.value.unit === '' || b.value.unit === '' || a.value.unit === b.value.unit;
    case 'measure':
      return a.value.unit === b.value.unit;
    default:
      return true;
  }
}

/** Whether two claims say the same, in whatever spelling or unit. */
export function isSameClaim(a: Claim, b: Claim): boolean {
  const [x, y] = [a.value, b.value];
  if (x === null || y === null) return isSameKey(a, b);
  if (!isSameMeaning(x, y)) return false;
  switch (x.fact) {
    case 'date':
      return isSameDate(a, b, x, y);
    case 'weekdays':
      return x.low === y.low || (isOneDay(x.low) && (y.low & x.low) === x.low);
    case 'time':
      return sameEnds(x, y, (one, other) => one % 1_440 === other % 1_440 || one % 720 === other % 720);
    case 'duration': {
      const slack = a.key !== b.key && (x.unit === 'month' || y.unit === 'month') ? 0.08 : 1e-6;
      return isWorkingWeeks(x, y) || (isBusiness(x, y) && sameEnds(x, y, near(slack)));
    }
    case 'measure':
      return sameEnds(x, y, near(a.key === b.key ? 1e-6 : 0.02));
    default:
      return sameEnds(x, y, near(1e-6));
  }
}

const near =
  (slack: number) =>
  (a: number, b: number): boolean =>
    Math.abs(a - b) <= slack * Math.max(Math.abs(a), Math.abs(b));

/** The same ends; a point may be either end of a range, and nothing between: "3 days" of "2–4 days" is a choice. */
function sameEnds(x: Value, y: Value, isNear: (a: number, b: number) => boolean): boolean {
  if (isNear(x.low, y.low) && isNear(x.high, y.high)) return true;
  if ((x.low === x.high) === (y.low === y.high)) return false;
  const [point, range] = x.low === x.high ? [x, y] : [y, x];
  return isNear(point.low, range.low) || isNear(point.low, range.high);
}

/** Currencies that one sign stands for. */
const signs: readonly ReadonlySet<string>[] = [
  new Set(['USD', 'AUD', 'CAD', 'HKD', 'TWD', 'SGD']),
  new Set(['CNY', 'JPY']),
];

/** Only a bare sign is read as any of its currencies; which one it was is not known any more. */
function isAmbiguous(x: Value, y: Value): boolean {
  return (
    signs.some((set) => set.has(x.unit) && set.has(y.unit) && (isFirst(set, x.unit) || isFirst(set, y.unit))) &&
    x.text !== y.text
  );
}

function isFirst(set: ReadonlySet<string>, unit: string): boolean {
  return [...set][0] === unit;
}

function isSameMeaning(x: Value, y: Value): boolean {
  if (x.fact !== y.fact) return false;
  switch (x.fact) {
    case 'money':
    case 'measure':
      return x.unit === y.unit;
    case 'count':
      return x.unit === '' || y.unit === '' || x.unit === y.unit;
    default:
      return true;
  }
}

function isOneDay(bits: number): boolean {
  return (bits & (bits - 1)) === 0;
}

function isBusiness(x: Value, y: Value): boolean {
  return (x.unit === 'business') === (y.unit === 'business');
}

/** Ten working days are two weeks. */
function isWorkingWeeks(x: Value, y: Value): boolean {
  if (isBusiness(x, y)) return false;
  const [working, other] = x.unit === 'business' ? [x, y] : [y, x];
  return (
    working.low === working.high &&
    other.low === other.high &&
    working.high % 5 === 0 &&
    other.high === (working.high / 5) * 7
  );
}

function isSameDate(a: Claim, b: Claim, x: Value, y: Value): boolean {
  if (a.key === 'month' || b.key === 'month') return Math.floor(monthOf(a, x)) === Math.floor(monthOf(b, y));
  const isSameYear = x.unit === '' || y.unit === '' || x.unit === y.unit;
  // 3/4 is read either way round.
  return isSameYear && [x.low, x.high].some((one) => one === y.low || one === y.high);
}

function monthOf({ key }: Claim, { low }: Value): number {
  return key === 'month' ? low / 31 : Math.ceil(low / 31) - 1;
}

function isSameKey(a: Claim, b: Claim): boolean {
  if (a.key === '' || b.key === '') return false;
  return a.kind === 'phone' ? a.key.slice(-8) === b.key.slice(-8) : a.key === b.key;
}
