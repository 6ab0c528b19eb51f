import type { Stretch } from './folded-text.ts';

/**
 * What kind of thing a fact says; only facts of one class can disagree. `duration` days; `money` by currency; `percent`;
 * `measure` by dimension, in its base unit; `count` by what is counted; `time` minutes of the day; `date` month × 31 + day;
 * `weekdays` a set; `contact` an address; `stance` yes or no.
 */
export type FactClass =
  | 'duration'
  | 'money'
  | 'percent'
  | 'measure'
  | 'count'
  | 'time'
  | 'date'
  | 'weekdays'
  | 'contact'
  | 'stance';

/** How the number bounds what it is about. `each`: every so often. `ahead`: so long before. `missed`: after so long without. */
export type Bound = 'most' | 'least' | 'each' | 'age' | 'ahead' | 'missed' | null;

/** A value as it stands in a text. */
export type Value = Stretch & {
  readonly fact: FactClass;
  /** Currency, dimension, counted noun, way of contact, or what a stance is about (`possible`, `needed`, `free`). */
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly bound: Bound;
  /** What cannot be said in numbers: an address. */
  readonly text: string;
};
