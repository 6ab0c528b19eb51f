import type { EntryProfile, Statement } from './entry-profile.ts';
import type { Value } from './fact.ts';
import { type Rarity, coverage, joined, overlapOf } from './likeness.ts';
import { type PairLikeness, aboutness, isApart, isCaseOfItsOwn } from './same-matter.ts';
import { isComparable, isSameValue } from './same-value.ts';
import type { Stance } from './stances.ts';
import type { Wording } from './wording.ts';

/** Two passages that cannot both be true: stretches of the two answers, and how sure it is, 0…1. */
export type Contradiction = {
  readonly a: { readonly start: number; readonly end: number };
  readonly b: { readonly start: number; readonly end: number };
  readonly fact: Value['fact'];
  readonly certainty: number;
};

/** How much two statements must be about the same before their difference counts. */
const leastAbout: Readonly<Record<Value['fact'], number>> = {
  duration: 0.45,
  money: 0.48,
  percent: 0.5,
  measure: 0.48,
  count: 0.53,
  time: 0.48,
  date: 0.42,
  weekdays: 0.5,
  contact: 0.3,
  stance: 0.62,
};

/** Where two entries contradict each other, surest first. */
export function contradictionsOf(a: EntryProfile, b: EntryProfile, pair: PairLikeness): readonly Contradiction[] {
  return [
    ...valueConflicts(a, b, pair),
    ...stanceConflicts(a, b, pair),
    ...freeConflicts(a, b, pair),
    ...freeConflicts(b, a, pair).map(swapped),
  ].toSorted((x, y) => y.certainty - x.certainty);
}

function swapped({ a, b, ...rest }: Contradiction): Contradiction {
  return { ...rest, a: b, b: a };
}

function valueConflicts(a: EntryProfile, b: EntryProfile, pair: PairLikeness): readonly Contradiction[] {
  if (isCaseOfItsOwn(a, b) || isCaseOfItsOwn(b, a)) return [];
  type Match = { readonly x: Statement; readonly y: Statement; readonly about: number; readonly isSame: boolean };
  const matches: Match[] = [];
  for (const x of a.values) {
    for (const y of b.values) {
      if (!isComparable(x.value, y.value)) continue;
      const about = aboutness(x, y, pair);
      const isSame = isSameValue(x.value, y.value);
      if (about > 0 || (isSame && pair.question > 0.75)) matches.push({ x, y, about, isSame });
    }
  }
  // What agrees is paired off first: only what is left over can disagree.
  const inOrder = matches.toSorted((p, q) => Number(q.isSame) - Number(p.isSame) || q.about - p.about);
  const taken = new Set<Statement>();
  const conflicts: Contradiction[] = [];
  for (const { x, y, about, isSame } of inOrder) {
    if (taken.has(x) || taken.has(y)) {
      // Said a second time.
      if (isSame && x.value.low === y.value.low && x.value.high === y.value.high) taken.add(x).add(y);
      continue;
    }
    taken.add(x).add(y);
    if (!isSame && about >= leastOf(x, y, a, b, pair)) {
      conflicts.push({ a: x.value, b: y.value, fact: x.value.fact, certainty: about });
    }
  }
  return conflicts;
}

/** By how much more alike a special case must be to the rule. */
const specialCase = 0.42;

/** Questions that each name something of their own ask about different things, more often than not. */
function leastOf(x: Statement, y: Statement, a: EntryProfile, b: EntryProfile, pair: PairLikeness): number {
  const isSameAct = x.head !== null && x.head === y.head;
  const isOnlyOne = isOnly(x, a) && isOnly(y, b);
  return (
    leastAbout[x.value.fact] +
    (pair.hasOwnWords ? 0.05 : 0) +
    (isSameAct ? 0 : 0.03) +
    (pair.isSpecial && x.value.fact !== 'contact' ? specialCase : 0) -
    (isOnlyOne ? 0.08 : 0)
  );
}

/** The one value of its kind in an answer is what the answer says. */
function isOnly(one: Statement, { values }: EntryProfile): boolean {
  return values.every(({ value }) => value === one.value || value.fact !== one.value.fact);
}

function stanceConflicts(a: EntryProfile, b: EntryProfile, pair: PairLikeness): readonly Contradiction[] {
  const conflicts: Contradiction[] = [];
  for (const x of stancesOf(a)) {
    for (const y of stancesOf(b)) {
      if (x.value.unit !== y.value.unit || x.value.low === y.value.low) continue;
      if (x.value.isConditional || y.value.isConditional) continue;
      const about = stanceAboutness(x, y, a, b, pair);
      if (about >= leastAbout.stance) conflicts.push({ a: x.value, b: y.value, fact: 'stance', certainty: about });
    }
  }
  return conflicts.toSorted((x, y) => y.certainty - x.certainty).slice(0, 1);
}

function stancesOf(profile: EntryProfile): ReadonlyArray<Statement<Stance>> {
  return profile.direct === null ? profile.stances : [profile.direct, ...profile.stances];
}

function stanceAboutness(
  x: Statement<Stance>,
  y: Statement<Stance>,
  a: EntryProfile,
  b: EntryProfile,
  pair: PairLikeness,
): number {
  const isOfCost = x.value.unit === 'free';
  const actsOf = ({ wording }: Statement): readonly string[] =>
    isOfCost ? wording.acts.map((act) => (act === 'return cost' ? 'return' : act)) : wording.acts;
  const shared = actsOf(x).filter((act) => actsOf(y).includes(act));
  if (shared.length === 0 && (x.head !== null || y.head !== null)) return 0;
  if (isApart(x.wording, y.wording, true)) return 0;
  const [denial, other] = x.value.low === -1 ? [x, y] : [y, x];
  const said = joined(other.wording.terms, (other === x ? a : b).question.terms);
  // That returns are free is said of their postage.
  const affirmed = isOfCost && said.has('#return') ? new Map([...said, ['#return cost', 1]]) : said;
  const covered = coverage(withoutNames(denial.wording, new Set([...a.names, ...b.names]), pair.rarity), affirmed);
  if (covered < leastCovered) return 0;
  const { dice, containment } = overlapOf(x.wording.terms, y.wording.terms, pair.rarity);
  const likeness = 0.3 * covered + 0.4 * dice + 0.3 * containment;
  return x === a.direct && y === b.direct ? Math.max(likeness, pair.question) : likeness;
}

/** A denial contradicts only what affirms nearly all that it denies: "no accessible parking" leaves parking. */
const leastCovered = 0.62;

/** What is denied, without the names that stand beside it: who denies it matters only where nothing else is said. */
function withoutNames({ terms }: Wording, names: ReadonlySet<string>, rarity: Rarity): Wording['terms'] {
  const telling = new Map(
    [...terms]
      .filter(([term]) => (!names.has(term) || rarity(term) > 0.5) && !generic.has(term))
      // What is denied second is denied as well.
      .map(([term, weight]) => [
        term,
        deniedWeights.get(term) ?? (weight === 0.5 && term.startsWith('#') ? 0.8 : weight),
      ]),
  );
  if (telling.size > 0) return telling;
  // The name that all neighbours bear is that of the shop.
  const named = new Map([...terms].filter(([term]) => names.has(term) && rarity(term) > 0.3));
  return named.size > 0 ? named : terms;
}

const deniedWeights: ReadonlyMap<string, number> = new Map([
  ['#order', 0.5],
  ['#pay', 0.35],
]);

/** Matters that stand beside nearly everything that is denied. */
const generic: ReadonlySet<string> = new Set(['#goods', '#shop', '#price', '#free', '#support']);

/** "Returns are free" beside "return shipping costs 3.95". */
function freeConflicts(a: EntryProfile, b: EntryProfile, pair: PairLikeness): readonly Contradiction[] {
  for (const x of stancesOf(a)) {
    if (x.value.unit !== 'free' || x.value.low !== 1 || x.value.isConditional) continue;
    for (const y of b.values) {
      const isPrice = y.value.fact === 'money' && y.value.bound !== 'least' && y.value.low > 0;
      if (!isPrice || x.head !== y.head || x.head === null) continue;
      // A sum from which it is free, or a case in which it is, agrees with the price.
      if (stancesOf(b).some((own) => own.value.unit === 'free' && own.value.low === 1 && own.head === x.head)) continue;
      if (a.values.some((own) => own.value.fact === 'money' && own.head === x.head)) continue;
      const about = aboutness(x, y, pair);
      if (about >= leastAbout.money + 0.05) return [{ a: x.value, b: y.value, fact: 'stance', certainty: about }];
    }
  }
  return [];
}
