import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Embedder, TextRole } from '../../ports/embedder.ts';
import type { Database } from '../../ports/repositories/index.ts';
import { differInNegation } from '../../replay/answer-difference.ts';
import { dotProduct } from '../../retrieval/dot-product.ts';
import { saysOtherwise } from '../../retrieval/read-reply.ts';
import { askedTerms } from '../../retrieval/terms.ts';
import { claimsOf } from '../../support/read-text.ts';
import { areComparable, isSameClaim } from '../../support/same-claim.ts';
import { keptShareOf, likeness } from '../kept-share.ts';

/** What a lesson says and what it is about. */
export type Teaching = Pick<
  LearnedItem,
  'storeId' | 'question' | 'answer' | 'language' | 'topic' | 'correctsEntryId' | 'supersedesId' | 'scope'
>;

/** The waiting or shared item that a lesson confirms; null where it says something of its own. */
export type FindSame = (teaching: Teaching) => LearnedItem | null;

/** How near two texts come in meaning, cosine; null where nobody knows. */
type Nearness = (one: string, other: string, role: TextRole) => number | null;

export type SameDeps = Pick<Database, 'learned' | 'lessons' | 'passages'> & {
  readonly clock: Clock;
  readonly embedder: () => Embedder | null;
};

/** Items that are compared with one lesson. */
const mostCompared = 12;

/*
 * Judged, not measured, and on the careful side: two that say the same and are taken for two cost a lead a look; two that do
 * not and are taken for one would bear out what nobody has said.
 */
const sameQuestionFrom = { cosine: 0.75, likeness: 0.6 };
const sameAnswerFrom = { cosine: 0.8, likeness: 0.7, kept: 0.6 };

/** Makes ready what lessons are compared with, before anything is written. Without an embedder words alone tell. */
export async function findingSame(deps: SameDeps, teachings: readonly Teaching[]): Promise<FindSame> {
  const compared = teachings.map((teaching) => ({ teaching, items: comparable(deps, teaching) }));
  const near = await nearnessAmong(deps, compared);
  return (teaching) => {
    const items = comparable(deps, teaching);
    return items.find((item) => isSameTeaching(teaching, item, near)) ?? null;
  };
}

/** Waiting and shared items on the same entry, or to take the place of the same shared one, else those that are asked something near. */
function comparable(deps: SameDeps, teaching: Teaching): readonly LearnedItem[] {
  const { storeId, correctsEntryId } = teaching;
  const items = correctsEntryId === null ? nearQuestion(deps, teaching) : deps.lessons.correcting(correctsEntryId);
  return items
    .filter((item) => item.storeId === storeId && item.state === 'active' && item.reach !== 'nobody')
    .filter((item) => item.supersedesId === teaching.supersedesId && item.correctsEntryId === correctsEntryId)
    .filter((item) => item.language === teaching.language && isOfSameSubjects(item, teaching))
    .slice(0, mostCompared);
}

/** "Yes, it fits." of two products are two lessons. */
function isOfSameSubjects(one: Pick<Teaching, 'scope'>, other: Pick<Teaching, 'scope'>): boolean {
  return one.scope.length === other.scope.length && one.scope.every((name) => other.scope.includes(name));
}

function nearQuestion(deps: SameDeps, { storeId, question }: Teaching): readonly LearnedItem[] {
  const scope = { storeId, about: null, channel: null, at: deps.clock.now(), isOfAnyone: true };
  return deps.passages
    .searchTerms(askedTerms(question), scope, 4 * mostCompared)
    .flatMap(({ kind, ownerId }) => (kind === 'learned' ? [deps.learned.get(ownerId)] : []));
}

async function nearnessAmong(
  deps: SameDeps,
  compared: ReadonlyArray<{ readonly teaching: Teaching; readonly items: readonly LearnedItem[] }>,
): Promise<Nearness> {
  const embedder = deps.embedder();
  const met = compared.filter(({ items }) => items.length > 0).flatMap(({ teaching, items }) => [teaching, ...items]);
  if (embedder === null || met.length === 0) return () => null;
  const texts = { question: met.map(({ question }) => question), answer: met.map(({ answer }) => answer) };
  const vectors = new Map<string, Float32Array>();
  for (const role of ['question', 'answer'] as const) {
    const unique = [...new Set(texts[role])];
    // Words tell where it cannot be embedded.
    const made = await embedder.embed(unique, undefined, role).catch(() => []);
    made.forEach((vector, i) => vectors.set(`${role} ${unique[i]}`, vector));
  }
  return (one, other, role) => {
    const [a, b] = [vectors.get(`${role} ${one}`), vectors.get(`${role} ${other}`)];
    return a === undefined || b === undefined ? null : dotProduct(a, b);
  };
}

/** Whether two lessons teach the same: about the same, and the same of it. */
export function isSameTeaching(one: Teaching, other: Teaching, near: Nearness): boolean {
  const isOnOne = one.correctsEntryId !== null && one.correctsEntryId === other.correctsEntryId;
  return (isOnOne || isSameQuestion(one.question, other.question, near)) && isSameAnswer(one, other, near);
}

function isSameQuestion(one: string, other: string, near: Nearness): boolean {
  if (likeness(one, other) >= sameQuestionFrom.likeness) return true;
  return (near(one, other, 'question') ?? 0) >= sameQuestionFrom.cosine;
}

/** Every value of the one stands in the other, neither says no where the other does not, and they come near. */
function isSameAnswer(one: Teaching, other: Teaching, near: Nearness): boolean {
  const [a, b] = [one.answer, other.answer];
  if (!holdsValuesOf(one, other) || !holdsValuesOf(other, one)) return false;
  if (saysOtherwise(a, other) || differInNegation(a, b)) return false;
  if (Math.min(keptShareOf(a, b), keptShareOf(b, a)) >= sameAnswerFrom.kept) return true;
  if (likeness(a, b) >= sameAnswerFrom.likeness) return true;
  return (near(a, b, 'answer') ?? 0) >= sameAnswerFrom.cosine;
}

function holdsValuesOf(one: Teaching, other: Teaching): boolean {
  const said = claimsOf(one.answer, one.language);
  return claimsOf(other.answer, other.language)
    .filter(({ value }) => value !== null)
    .every((claim) => said.some((own) => areComparable(own, claim) && isSameClaim(own, claim)));
}
