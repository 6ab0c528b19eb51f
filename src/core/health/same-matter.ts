import type { EntryProfile, Statement } from './entry-profile.ts';
import { type Rarity, overlapOf } from './likeness.ts';
import { qualifierGroups } from './qualifiers.ts';
import type { Wording } from './wording.ts';

/** Aspects of a thing that are measured in the same units. */
const aspects = [
  '#height',
  '#width',
  '#length',
  '#depth',
  '#capacity',
  '#weight',
  '#size',
  '#battery',
  '#charge up',
  '#shelf life',
  '#earning',
  '#redeeming',
];

/** What two entries have in common, computed once a pair. */
export type PairLikeness = {
  readonly question: number;
  /** Whether each question names something telling that the other lacks. */
  readonly hasOwnWords: boolean;
  readonly answer: number;
  readonly rarity: Rarity;
  /** Whether one of them is about a special case of the other. */
  readonly isSpecial: boolean;
};

/** `cosine` of the questions by the embedder; null where there is none or it is weak in the language. */
export function pairLikeness(a: EntryProfile, b: EntryProfile, rarity: Rarity, cosine: number | null): PairLikeness {
  // A character that stands alone between words is seldom a subject.
  const ofWords: Rarity = (term) => (term.length === 1 ? 0 : rarity(term));
  const asked = overlapOf(a.question.terms, b.question.terms, rarity);
  const isSame = a.questionKey !== '' && a.questionKey === b.questionKey;
  const byMeaning = cosine === null ? 0 : Math.max(0, Math.min(1, (cosine - 0.45) / 0.45));
  return {
    question: isSame ? 1 : Math.max(asked.dice, 0.5 * asked.dice + 0.5 * byMeaning),
    hasOwnWords: Math.min(asked.ownA, asked.ownB) > ownWordWeight,
    answer: overlapOf(a.answer.terms, b.answer.terms, rarity).dice,
    rarity,
    isSpecial: hasOwnSubject(a, b, ofWords) || hasOwnSubject(b, a, ofWords),
  };
}

const ownWordWeight = 0.42;

/** Whether two statements are narrowed to different cases: express and standard, Norway and Japan, this model and that. */
export function isApart(a: Wording, b: Wording, isStrict: boolean): boolean {
  return (
    isQualifiedApart(a, b) || isPlacedApart(a, b, isStrict) || areDisjoint(a.names, b.names) || isOtherAspect(a, b)
  );
}

function isQualifiedApart(a: Wording, b: Wording): boolean {
  return qualifierGroups.some(({ name, usual }) => {
    const left = a.qualifiers.get(name);
    const right = b.qualifiers.get(name);
    if (left === undefined && right === undefined) return false;
    if (left !== undefined && right !== undefined) return areDisjoint(left, right);
    // One is narrowed and the other is not: a special case, unless it is what is usual anyway.
    const marked = left ?? right ?? new Set<string>();
    return usual !== '*' && (usual === null || !marked.has(usual));
  });
}

function isPlacedApart(a: Wording, b: Wording, isStrict: boolean): boolean {
  if (a.places.size > 0 && b.places.size > 0) return areDisjoint(a.places, b.places);
  const marked = a.places.size > 0 ? a.places : b.places;
  return isStrict && marked.size > 0 && !marked.has('home');
}

function isOtherAspect(a: Wording, b: Wording): boolean {
  const of = (wording: Wording): ReadonlySet<string> => new Set(aspects.filter((aspect) => wording.terms.has(aspect)));
  return areDisjoint(of(a), of(b));
}

/** Both name something, and nothing in common. */
function areDisjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((one) => b.has(one));
}

/** How far two statements are about the same, 0…1: 0 where their acts differ or they are narrowed apart. */
export function aboutness(a: Statement, b: Statement, pair: PairLikeness): number {
  if (isApart(a.wording, b.wording, pair.question <= 0.75)) return 0;
  const clause = overlapOf(a.wording.terms, b.wording.terms, pair.rarity);
  const isSameAct = a.head !== null && a.head === b.head;
  // Two acts are two matters, unless the same question is answered in nearly the same words.
  const isOtherAct = !isSameAct && a.head !== null && b.head !== null;
  if (isOtherAct && (pair.question < 0.6 || clause.dice < 0.5)) return 0;
  const whole = overlapOf(a.whole, b.whole, pair.rarity);
  const likeness = Math.max(whole.dice, 0.6 * pair.question + 0.4 * clause.dice);
  const isBoundAlike = a.value.bound !== null && a.value.bound === b.value.bound;
  return Math.min(1, (isSameAct ? 0.3 + 0.7 * likeness : likeness) + (isBoundAlike ? 0.06 : 0));
}

/** Whether each entry asks for something, a name or a subject of its answer as well, that the other never names. */
export function areContrasted(a: EntryProfile, b: EntryProfile, rarity: Rarity): boolean {
  return (hasOwnName(a, b) && hasOwnName(b, a)) || (hasOwnSubject(a, b, rarity) && hasOwnSubject(b, a, rarity));
}

/** Whether one asks for a name or a place that the other never names: a case of its own. */
export function isCaseOfItsOwn(own: EntryProfile, other: EntryProfile): boolean {
  const isUnnamed = (place: string): boolean => !other.question.places.has(place) && !other.answer.places.has(place);
  return hasOwnName(own, other) || [...own.question.places].some((place) => !near.has(place) && isUnnamed(place));
}

/** Places that are meant where none is named, or that stand for any other. */
const near: ReadonlySet<string> = new Set(['home', 'abroad']);

function hasOwnName(own: EntryProfile, other: EntryProfile): boolean {
  return [...own.question.names].some((name) => !other.question.terms.has(name) && !other.answer.terms.has(name));
}

export function hasOwnSubject(own: EntryProfile, other: EntryProfile, rarity: Rarity): boolean {
  for (const [term, weight] of own.question.terms) {
    if (other.question.terms.has(term) || other.answer.terms.has(term)) continue;
    const isTold = own.answer.terms.has(term) || own.answer.terms.size === 0;
    if (isTold && weight * (/^[#@]/.test(term) ? 1 : 0.1 + 0.9 * rarity(term)) > 0.3) return true;
  }
  return false;
}
