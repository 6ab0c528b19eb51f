import type { EntryProfile, Statement } from './entry-profile.ts';
import { areDisjoint } from './identity.ts';
import { type Rarity, dice, heaviestMissing, heaviestShared, held } from './likeness.ts';
import { qualifierGroups } from './qualifiers.ts';
import { isComparable, isSameValue } from './same-value.ts';
import type { Wording } from './wording.ts';
import { dotProduct } from '../retrieval/dot-product.ts';

/** Unit vectors of an entry's texts: its question, and its answer or, of an article, each of its sentences. */
export type EntryVectors = { readonly question: Float32Array | null; readonly answers: readonly Float32Array[] };

/** Two entries as they are compared. `vectors` is null where no embedder knows the language. */
export type PairContext = {
  readonly a: EntryProfile;
  readonly b: EntryProfile;
  readonly rarity: Rarity;
  readonly vectors: { readonly a: EntryVectors; readonly b: EntryVectors } | null;
};

export type Features = Readonly<Record<string, number>>;

/** What tells whether two statements that differ are about the same; overlaps weigh rare terms more. All 0…1. */
export function contradictionFeatures(x: Statement, y: Statement, context: PairContext): Features {
  const { a, b, rarity } = context;
  const asked = [held(a.question.terms, b.all, rarity), held(b.question.terms, a.all, rarity)];
  const said = [held(x.wording.terms, y.whole, rarity), held(y.wording.terms, x.whole, rarity)];
  const missing = [missingOf(a, b, rarity), missingOf(b, a, rarity)];
  const cosine = statementCosine(x, y, context);
  return {
    whole: dice(x.whole, y.whole, rarity),
    clause: dice(x.wording.terms, y.wording.terms, rarity),
    near: dice(x.near, y.near, rarity),
    askedLess: Math.min(...asked),
    askedMore: Math.max(...asked),
    saidLess: Math.min(...said),
    saidMore: Math.max(...said),
    heaviest: heaviestShared(x.whole, y.whole, rarity),
    missingLess: Math.min(...missing),
    missingMore: Math.max(...missing),
    otherAct: Number(x.head !== y.head && x.head !== null && y.head !== null),
    narrowedOnce: Number(isNarrowedOnce(x.wording, y.wording)),
    placedOnce: Number(x.wording.places.size > 0 !== y.wording.places.size > 0),
    conditional: Number(isConditional(x) || isConditional(y)),
    ratio: ratioOf(x.value, y.value),
    hasVectors: Number(cosine !== null),
    cosine: cosine ?? 0,
  };
}

/** What tells whether two entries say the same. All 0…1. */
export function duplicateFeatures(context: PairContext): Features {
  const { a, b, rarity } = context;
  const answered = [held(a.answer.terms, b.all, rarity), held(b.answer.terms, a.all, rarity)];
  const cosines = entryCosines(context);
  const sameValues = valuesInCommon(a, b);
  const lengths = [a.answerKey.length + 1, b.answerKey.length + 1];
  return {
    answer: dice(a.answer.terms, b.answer.terms, rarity),
    all: dice(a.all, b.all, rarity),
    marks: marksInCommon(a.marks, b.marks),
    askedMore: Math.max(held(a.question.terms, b.all, rarity), held(b.question.terms, a.all, rarity)),
    answeredLess: Math.min(...answered),
    answeredMore: Math.max(...answered),
    heaviest: heaviestShared(a.all, b.all, rarity),
    sameValues,
    otherValues: a.values.length + b.values.length === 0 ? 0 : 1 - sameValues,
    opposed: Number(isOpposed(a, b, rarity)),
    lengths: Math.min(...lengths) / Math.max(...lengths),
    hasVectors: Number(cosines !== null),
    cosineQuestion: cosines?.question ?? 0,
    cosineAnswer: cosines?.answer ?? 0,
  };
}

/** How far two amounts lie apart, 0 (nearly the same) … 1 (a hundredfold): what is meant to be the same seldom does. */
function ratioOf(x: Statement['value'], y: Statement['value']): number {
  if (x.fact !== y.fact || !/^(?:duration|money|measure|count|percent)$/.test(x.fact)) return usualRatio;
  const [low, high] = [Math.min(x.high, y.high), Math.max(x.high, y.high)];
  if (low <= 0) return low === high ? usualRatio : 1;
  return low === high ? usualRatio : Math.min(1, Math.log10(high / low) / 2);
}

const usualRatio = 0.15;

/** The most telling thing a question names that the other never does; a heading names what stands around it. */
function missingOf({ entry, question }: EntryProfile, other: EntryProfile, rarity: Rarity): number {
  const isTouched = entry.kind === 'article' && [...question.terms.keys()].some((term) => other.all.has(term));
  return isTouched ? 0 : heaviestMissing(question.terms, other.all, rarity);
}

function isConditional({ value }: Statement): boolean {
  return 'isConditional' in value && value.isConditional === true;
}

function vectorOf({ entry }: EntryProfile, { sentence }: Statement, { answers }: EntryVectors): Float32Array | null {
  return answers[entry.kind === 'article' ? sentence : 0] ?? null;
}

/** How near the nearest of question and sentence lie, −1…1; null where nothing was embedded. */
function statementCosine(x: Statement, y: Statement, { a, b, vectors }: PairContext): number | null {
  if (vectors === null) return null;
  const textsOf = (entry: EntryProfile, one: Statement, own: EntryVectors): readonly Float32Array[] =>
    [own.question, vectorOf(entry, one, own)].filter((vector) => vector !== null);
  const others = textsOf(b, y, vectors.b);
  const cosines = textsOf(a, x, vectors.a).flatMap((p) => others.map((q) => dotProduct(p, q)));
  return cosines.length === 0 ? null : Math.max(...cosines);
}

function entryCosines({ vectors }: PairContext): { readonly question: number; readonly answer: number } | null {
  if (vectors === null) return null;
  const { a, b } = vectors;
  const answers = a.answers.map((p) => Math.max(...b.answers.map((q) => dotProduct(p, q)), -1));
  const others = b.answers.map((p) => Math.max(...a.answers.map((q) => dotProduct(p, q)), -1));
  if (answers.length === 0 || others.length === 0) return null;
  const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;
  const answer = Math.min(mean(answers), mean(others));
  return { question: a.question === null || b.question === null ? answer : dotProduct(a.question, b.question), answer };
}

export function isNarrowedApart(a: Wording, b: Wording): boolean {
  return qualifierGroups.some(({ name }) => {
    const [left, right] = [a.qualifiers.get(name), b.qualifiers.get(name)];
    return left !== undefined && right !== undefined && areDisjoint(left, right);
  });
}

/** One is narrowed to a case that is not what is usual. */
export function isNarrowedOnce(a: Wording, b: Wording): boolean {
  return qualifierGroups.some(({ name, usual }) => {
    const [left, right] = [a.qualifiers.get(name), b.qualifiers.get(name)];
    if ((left === undefined) === (right === undefined) || usual === '*') return false;
    const marked = left ?? right ?? new Set<string>();
    return usual === null || !marked.has(usual);
  });
}

function valuesInCommon(a: EntryProfile, b: EntryProfile): number {
  const total = a.values.length + b.values.length;
  if (total === 0) return 0;
  const said = (own: EntryProfile, other: EntryProfile): number =>
    own.values.filter((x) => other.values.some((y) => isComparable(x.value, y.value) && isSameValue(x.value, y.value)))
      .length;
  return (said(a, b) + said(b, a)) / total;
}

/** Whether one says yes where the other says no, about nearly the same. */
function isOpposed(a: EntryProfile, b: EntryProfile, rarity: Rarity): boolean {
  return a.claims.some((x) =>
    b.claims.some(
      (y) =>
        x.value.unit === y.value.unit &&
        x.value.low !== y.value.low &&
        dice(x.wording.terms, y.wording.terms, rarity) > 0.3,
    ),
  );
}

/** Share of the signs that two texts have in common (Dice). */
function marksInCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const total = a.size + b.size;
  if (total === 0) return 0;
  let shared = 0;
  for (const mark of a) if (b.has(mark)) shared += 1;
  return (2 * shared) / total;
}
