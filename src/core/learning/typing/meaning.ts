import type { Language } from '#shared/model/basics.ts';
import type { Value } from '../../health/fact.ts';
import { foldedInPlace, withoutStretch } from '../../health/folded-text.ts';
import { numberOf, numberPattern } from '../../health/numerals.ts';
import { isComparable, isSameValue } from '../../health/same-value.ts';
import { stanceOf } from '../../health/stances.ts';
import { valuesOf } from '../../health/values-of.ts';
import { stemOf } from '../../retrieval/stem.ts';
import { keptShareOf } from '../kept-share.ts';
import type { Signals } from './signals/signals.ts';

/** What a text says, as far as it can be compared. */
export type Meaning = {
  readonly text: string;
  readonly folded: string;
  readonly values: readonly Value[];
  readonly numbers: ReadonlySet<number>;
  readonly stance: { readonly unit: string; readonly sign: 1 | -1 };
  /** Words that carry content, in one spelling for those that mean the same. */
  readonly terms: ReadonlySet<string>;
};

export type MeaningReader = (text: string) => Meaning;

/** Reads texts of one language. */
export function meaningReader(language: Language, signals: Signals): MeaningReader {
  return (text) => {
    const folded = withoutCourtesies(foldedInPlace(text.replaceAll('’', "'")), signals);
    const values = valuesOf(folded, language);
    return {
      text,
      folded,
      values,
      numbers: numbersIn(folded),
      stance: stanceOf(folded),
      terms: termsIn(folded, values, signals),
    };
  };
}

const clause = /[^,，、;；!！?？。~～♪\n]+/gu;

/** The text with blanks for each clause that is courtesy. */
function withoutCourtesies(folded: string, signals: Signals): string {
  return folded.replace(clause, (part) => (signals.courtesy.test(part.trim()) ? ' '.repeat(part.length) : part));
}

const numbers = new RegExp(numberPattern, 'gu');

/** One is left out: it is an article in most places. */
function numbersIn(folded: string): ReadonlySet<number> {
  const found = [...folded.matchAll(numbers)].map(([written]) => numberOf(written));
  return new Set(found.filter((one) => Number.isFinite(one) && one !== 1));
}

function termsIn(folded: string, values: readonly Value[], signals: Signals): ReadonlySet<string> {
  let rest = folded;
  for (const { start, end } of values) rest = withoutStretch(rest, start, end);
  rest = rest.replace(numbers, ' ');
  const terms = new Set<string>();
  for (const [meaning, words] of signals.alike)
    rest = rest.replace(words, () => {
      terms.add(`=${meaning}`);
      return ' ';
    });
  rest = rest.replace(signals.filler, ' ');
  for (const [piece] of rest.matchAll(
    /[ァ-ヺー]{2,}|\p{Script=Han}|[\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M}'-]+/gu,
  ))
    terms.add(stemOf(piece));
  return terms;
}

/** Whether two texts name the same values, be it in other units or other numerals. */
export function haveSameValues(a: Meaning, b: Meaning): boolean {
  if (isSameSet(a.numbers, b.numbers)) return true;
  const held = (one: Value, others: readonly Value[]): boolean =>
    others.some((other) => isComparable(one, other) && isSameValue(one, other));
  return (
    a.values.length > 0 &&
    b.values.length > 0 &&
    a.values.every((one) => held(one, b.values)) &&
    b.values.every((one) => held(one, a.values))
  );
}

/** Whether the values of a part all stand in the whole. */
export function holdsValues(part: Meaning, whole: Meaning): boolean {
  return part.values.every((one) => whole.values.some((other) => isComparable(one, other) && isSameValue(one, other)));
}

function isSameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}

export function haveSamePolarity(a: Meaning, b: Meaning): boolean {
  return a.stance.unit === b.stance.unit ? a.stance.sign === b.stance.sign : true;
}

export function missingIn(terms: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] {
  return [...terms].filter((term) => !others.has(term));
}

/** Whether all of `before` still stands in `after`, which says more. */
export function isContained(before: Meaning, after: Meaning): boolean {
  if (bareOf(after.folded).startsWith(bareOf(before.folded))) return true;
  if (!haveSamePolarity(before, after)) return false;
  if (![...before.numbers].every((one) => after.numbers.has(one))) return false;
  const lost = missingIn(before.terms, after.terms).length;
  return lost <= 0.2 * before.terms.size && keptShareOf(before.folded, after.folded) >= goesOnFrom;
}

/** What is added stands beside what was drafted; what narrows it stands within. */
const goesOnFrom = 0.85;

function bareOf(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]+/gu, '');
}
