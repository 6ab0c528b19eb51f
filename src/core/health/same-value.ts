import type { Value } from './fact.ts';

/** Whether two values of one class can be told apart at all. */
export function isComparable(a: Value, b: Value): boolean {
  if (a.fact !== b.fact || a.fact === 'stance') return false;
  const isSpan = (value: Value): boolean => value.low !== value.high;
  switch (a.fact) {
    case 'duration':
      return sameRole(a, b);
    case 'time':
      return isSpan(a) === isSpan(b);
    case 'contact':
      return a.unit === b.unit && a.unit !== 'link';
    case 'money':
      // "from 5", "up to 300" and "over 50" bound other things than a price.
      return a.unit === b.unit && isLimit(a) === isLimit(b) && sameRole(a, b);
    default:
      return a.unit === b.unit && sameRole(a, b);
  }
}

function isLimit({ bound }: Value): boolean {
  return bound === 'least' || bound === 'most';
}

function sameRole(a: Value, b: Value): boolean {
  const special = (value: Value): Value['bound'] =>
    value.bound === 'most' || value.bound === 'least' ? null : value.bound;
  if (special(a) !== special(b)) return false;
  return !(a.bound === 'least' && b.bound === 'most') && !(a.bound === 'most' && b.bound === 'least');
}

/** Whether two comparable values say the same, be it in other units or as a point within a range. */
export function isSameValue(a: Value, b: Value): boolean {
  switch (a.fact) {
    case 'contact':
      return a.unit === 'phone' ? a.text.slice(-7) === b.text.slice(-7) : a.text === b.text;
    case 'date':
      return a.low === b.low && (a.unit === '' || b.unit === '' || a.unit === b.unit);
    case 'weekdays':
      return a.low === b.low;
    case 'time':
      return sameClock(a.low, b.low) && sameClock(a.high, b.high);
    case 'duration':
      return sameSpan(a, b, slackOf(a, b)) || sameInWorkingDays(a, b);
    case 'measure':
      return sameSpan(a, b, 0.03);
    default:
      return sameSpan(a, b, 1e-6);
  }
}

/** A month is 28 to 31 days, a year 365 or 366. */
function slackOf(a: Value, b: Value): number {
  return a.unit === 'month' || b.unit === 'month' ? 0.08 : 1e-6;
}

function sameClock(a: number, b: number): boolean {
  return a % 1_440 === b % 1_440;
}

function sameSpan(a: Value, b: Value, slack: number): boolean {
  const near = (x: number, y: number): boolean => Math.abs(x - y) <= slack * Math.max(Math.abs(x), Math.abs(y));
  if (near(a.low, b.low) && near(a.high, b.high)) return true;
  const [point, range] = a.low === a.high ? [a, b] : [b, a];
  if (point.low !== point.high || range.low === range.high) return false;
  return point.low >= range.low * (1 - slack) && point.low <= range.high * (1 + slack);
}

/** Ten working days are two weeks. */
function sameInWorkingDays(a: Value, b: Value): boolean {
  if ((a.unit === 'business') === (b.unit === 'business')) return false;
  const [working, other] = a.unit === 'business' ? [a, b] : [b, a];
  if (working.low !== working.high || other.low !== other.high) return false;
  return working.high >= 5 && working.high % 5 === 0 && other.high === (working.high / 5) * 7;
}
