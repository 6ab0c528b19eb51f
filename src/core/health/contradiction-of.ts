import type { EntryProfile, Statement } from './entry-profile.ts';
import type { Value } from './fact.ts';
import { probabilityOf, stanceModel, valueModel } from './finding-model.ts';
import { type Features, type PairContext, contradictionFeatures, isNarrowedApart } from './pair-features.ts';
import { areContrasted } from './identity.ts';
import { isComparable, isSameValue } from './same-value.ts';

/** Two passages that cannot both be true: stretches of the two answers, and how sure it is, 0…1. */
export type Contradiction = {
  readonly a: { readonly start: number; readonly end: number };
  readonly b: { readonly start: number; readonly end: number };
  readonly fact: Value['fact'];
  readonly certainty: number;
};

/** Two statements that say different things, and how far they say them about the same. */
export type Candidate = { readonly x: Statement; readonly y: Statement; readonly features: Features };

/** Where two entries contradict each other, surest first. */
export function contradictionsOf(context: PairContext): readonly Contradiction[] {
  return candidatesOf(context)
    .map(({ x, y, features }) => ({
      a: x.value,
      b: y.value,
      fact: x.value.fact,
      certainty: probabilityOf(isOfStance({ x, y }) ? stanceModel : valueModel, features),
    }))
    .toSorted((p, q) => q.certainty - p.certainty);
}

/** Whether a yes or no is at odds, rather than two values. */
export function isOfStance({ x, y }: Pick<Candidate, 'x' | 'y'>): boolean {
  return x.value.fact === 'stance' || y.value.fact === 'stance';
}

/** Every two statements of two entries whose values or stances differ. */
export function candidatesOf(context: PairContext): readonly Candidate[] {
  const { a, b } = context;
  if (areContrasted(a, b)) return [];
  const candidate = (x: Statement, y: Statement): Candidate => ({
    x,
    y,
    features: contradictionFeatures(x, y, context),
  });
  const values = leftOver(a, b).flatMap((x) =>
    leftOver(b, a).flatMap((y) =>
      isComparable(x.value, y.value) && !isSameValue(x.value, y.value) ? [candidate(x, y)] : [],
    ),
  );
  const claims = a.claims.flatMap((x) => b.claims.flatMap((y) => (isAtOdds(x, y, context) ? [candidate(x, y)] : [])));
  return [...values, ...claims].filter(({ x, y }) => !isNarrowedApart(x.wording, y.wording));
}

/** A yes beside a no; what answers no question by yes or no says so of too many things, but who pays is always told. */
function isAtOdds(x: Statement, y: Statement, { a, b }: PairContext): boolean {
  if (x.value.unit !== y.value.unit || x.value.low === y.value.low) return false;
  return x === a.direct || y === b.direct || x.value.unit === 'free';
}

/** Every two values of two entries that are the same: what would contradict if one of them were another. */
export function agreeingOf(context: PairContext): readonly Candidate[] {
  return context.a.values.flatMap((x) =>
    context.b.values.flatMap((y) =>
      isComparable(x.value, y.value) && isSameValue(x.value, y.value)
        ? [{ x, y, features: contradictionFeatures(x, y, context) }]
        : [],
    ),
  );
}

/** What agrees cannot disagree with something else. */
function leftOver(own: EntryProfile, other: EntryProfile): readonly Statement[] {
  return own.values.filter(
    (x) => !other.values.some((y) => isComparable(x.value, y.value) && isSameValue(x.value, y.value)),
  );
}
