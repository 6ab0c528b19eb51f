import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { Clock } from '../ports/clock.ts';
import type { Database } from '../ports/repositories/index.ts';
import { answerKeyOf } from './candidate.ts';
import { standingAmong } from './standing.ts';

/** A question of the knowledge and the group of questions that share its answer. */
export type GroupedQuestion = {
  readonly ownerId: string;
  readonly text: string;
  readonly groupKey: string;
  readonly topic: string | null;
  readonly isLearned: boolean;
  /** Answered by hand in too few conversations to be an answer of the store. */
  readonly isUnanswered: boolean;
};

type GroupDeps = Pick<Database, 'knowledge' | 'learned' | 'passages'> & {
  readonly clock: Clock;
  readonly profileId: () => string | null;
  readonly passTurn: () => Promise<void>;
};

const pageSize = 100;
/** More are not needed to tell the answers of a shop apart. */
const mostQuestions = 20_000;

/** Passages that answer the same about the same thing: "Yes." of two products are two answers. */
export function groupKeyOf(owner: KnowledgeEntry | LearnedItem): string {
  const scope = 'scope' in owner ? owner.scope : [];
  const key = answerKeyOf(owner.answer);
  return scope.length === 0 ? key : `${key}\n${JSON.stringify(scope.toSorted())}`;
}

/** The class of a correction is that of the entry it corrects: it answers the same question. */
export function matterKeyOf(deps: Pick<Database, 'knowledge'>, owner: KnowledgeEntry | LearnedItem): string {
  if (!('correctsEntryId' in owner)) return groupKeyOf(owner);
  if (owner.correctsEntryId !== null) return groupKeyOf(deps.knowledge.get(owner.correctsEntryId));
  const keys = new Set(deps.knowledge.withAnswer(owner.storeId, owner.answer).map(groupKeyOf));
  const [key] = keys;
  // "Yes." of two products: which of them it was said of is not known any more.
  return key === undefined || keys.size > 1 ? groupKeyOf(owner) : key;
}

/** Whether an agent wrote it anew: it neither corrects an entry nor repeats one. */
function isHandAnswer(deps: Pick<Database, 'knowledge'>, item: LearnedItem): boolean {
  return item.correctsEntryId === null && deps.knowledge.withAnswer(item.storeId, item.answer).length === 0;
}

/** The questions that a store can answer, newest change first, and those that agents have answered. */
export async function groupedQuestions(
  deps: GroupDeps,
  storeId: string,
  confirmed: ReadonlySet<string> = new Set(),
): Promise<readonly GroupedQuestion[]> {
  const questions: GroupedQuestion[] = [];
  const take = (owner: KnowledgeEntry | LearnedItem, isLearned: boolean): void => {
    if (owner.question.trim() === '') return;
    const isByHand = 'correctsEntryId' in owner && isHandAnswer(deps, owner);
    questions.push({
      ownerId: owner.id,
      text: owner.question,
      groupKey: matterKeyOf(deps, owner),
      topic: owner.topic,
      isLearned,
      isUnanswered: isByHand && !confirmed.has(answerKeyOf(owner.answer)),
    });
  };
  const scope = { storeId, profileId: deps.profileId(), about: null, channel: null, at: deps.clock.now() };
  for (let offset = 0; questions.length < mostQuestions; offset += pageSize) {
    const { items } = deps.learned.list({
      storeId,
      state: 'active',
      reaching: { profileId: deps.profileId() },
      offset,
      limit: pageSize,
    });
    for (const item of items) take(item, true);
    if (items.length < pageSize) break;
    await deps.passTurn();
  }
  for (let after: { readonly id: string; readonly updatedAt: number } | null = null; ;) {
    const page: ReturnType<typeof deps.knowledge.pairIds> = deps.knowledge.pairIds(storeId, after, pageSize);
    for (const id of standingAmong(
      deps,
      page.map((one) => one.id),
      scope,
    ))
      take(deps.knowledge.get(id), false);
    after = page.at(-1) ?? null;
    if (page.length < pageSize || questions.length >= mostQuestions) break;
    await deps.passTurn();
  }
  return questions;
}

/** Fewer questions teach no more than their neighbours tell. */
const leastGrouped = 30;
const leastGroups = 2;
/** Answers told apart; of more, those with the most questions. */
const mostGroups = 400;

/**
 * The answers worth telling apart, key → class: those under several questions, where most of the store's questions
 * belong to one. Null where they do not: then each question stands for itself.
 */
export function answerClasses(questions: readonly GroupedQuestion[]): ReadonlyMap<string, number> | null {
  const own = questions.filter(({ isLearned }) => !isLearned);
  const sizes = new Map<string, number>();
  for (const { groupKey } of own) sizes.set(groupKey, (sizes.get(groupKey) ?? 0) + 1);
  const groups = [...sizes].filter(([, size]) => size > 1).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const grouped = groups.reduce((sum, [, size]) => sum + size, 0);
  if (groups.length < leastGroups || grouped < leastGrouped || grouped * 2 < own.length) return null;
  return new Map(groups.slice(0, mostGroups).map(([key], i) => [key, i]));
}
