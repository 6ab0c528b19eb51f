import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { LessonCandidate, LessonContradiction, LessonRow } from '#shared/model/lesson-review.ts';
import type { Database } from '../../ports/repositories/index.ts';
import { type ConcernDeps, type ConcernMemory, concernedAsks, nobodyConcerned } from './concerned-asks.ts';
import {
  type ContradictionDeps,
  type ContradictionMemory,
  contradictionMemory,
  lessonContradictions,
  roughContradictions,
} from './lesson-contradictions.ts';
import { judgedByRules, lessonPriority, lessonRisk } from './lesson-risk.ts';
import { customerOf, personOf, sourcesOf } from './lesson-sources.ts';
import { seemingLimits } from './seeming-limits.ts';
import { isEntryGone } from './share-by-rules.ts';

export type QueueDeps = ContradictionDeps &
  ConcernDeps &
  Pick<Database, 'lessons' | 'conversations' | 'outcomes' | 'profiles'> & {
    /** Lets other work run between slices. */
    readonly passTurn: () => Promise<void>;
  };

/** What is worth keeping from one look to the next. */
export type LessonMemory = { readonly contradictions: ContradictionMemory; readonly concerns: ConcernMemory };

/** An empty memory, for one desk as long as it runs; `contradictions` where others compare lessons as well. */
export function lessonMemory(contradictions = contradictionMemory()): LessonMemory {
  return { contradictions, concerns: new Map() };
}

/** Waiting lessons, what matters most first: customers it concerns, risk, how often it was said. Errors: those of the embedder. */
export async function lessonQueue(
  deps: QueueDeps,
  memory: LessonMemory,
  { storeId, offset, limit }: { readonly storeId: string; readonly offset: number; readonly limit: number },
  signal?: AbortSignal,
): Promise<{ readonly items: readonly LessonCandidate[]; readonly total: number }> {
  const everything = { storeId, standing: 'waiting', offset: 0, limit: Number.MAX_SAFE_INTEGER } as const;
  const { items } = deps.lessons.list(everything);
  const concerned = await concernedAsks(deps, memory.concerns, storeId, items, signal);
  const rated: Array<{ readonly item: LearnedItem; readonly priority: number }> = [];
  for (const item of items) {
    await deps.passTurn();
    const { risk } = lessonRisk(factsOf(deps, item, roughContradictions(deps, memory.contradictions, item)));
    const customers = concerned.get(item.id)?.customers ?? 0;
    rated.push({ item, priority: lessonPriority(customers, risk, sourcesOf(deps, item).length) });
  }
  const first = rated
    .toSorted((a, b) => b.priority - a.priority || (a.item.id < b.item.id ? 1 : -1))
    .slice(offset, offset + limit);
  return {
    items: first.map(({ item }) => candidateOf(deps, memory, item, concerned.get(item.id) ?? nobodyConcerned)),
    total: items.length,
  };
}

/** One lesson with what a lead wants to see before deciding. Errors: `not_found`, those of the embedder. */
export async function lessonCandidate(
  deps: QueueDeps,
  memory: LessonMemory,
  itemId: string,
  signal?: AbortSignal,
): Promise<LessonCandidate> {
  const item = deps.learned.get(itemId);
  const concerned = await concernedAsks(deps, memory.concerns, item.storeId, [item], signal);
  return candidateOf(deps, memory, item, concerned.get(item.id) ?? null);
}

type Concerned = Pick<LessonCandidate, 'customers'> & { readonly cases: readonly LessonCandidate['cases'][number][] };

function candidateOf(
  deps: QueueDeps,
  memory: LessonMemory,
  item: LearnedItem,
  concerned: Concerned | null,
): LessonCandidate {
  const facts = factsOf(deps, item, lessonContradictions(deps, memory.contradictions, item));
  const { risks, risk } = lessonRisk(facts);
  const known = facts.sources.map(({ profileId }) => profileId).filter((id) => id !== null);
  const customers = concerned?.customers ?? null;
  const entry = item.correctsEntryId === null ? null : deps.knowledge.find(item.correctsEntryId);
  const names = facts.sources.map(({ conversationId }) => nameIn(deps, conversationId));
  return {
    item,
    standing: deps.lessons.standingOf(item.id),
    author: personOf(deps, item.authorId, item.isForeign),
    before: facts.before,
    entry,
    supersedes: item.supersedesId === null ? null : deps.learned.get(item.supersedesId),
    sources: facts.sources.map((source) => {
      const outcome = deps.outcomes.find(source.outcomeId);
      return {
        outcomeId: source.outcomeId,
        conversationId: source.conversationId,
        customer: nameIn(deps, source.conversationId),
        person: personOf(deps, source.profileId, source.isElsewhere),
        at: source.at,
        draftText: outcome?.draftText ?? '',
        sentText: outcome?.sentText ?? '',
      };
    }),
    people: new Set(known).size,
    customersBehind: new Set(facts.sources.map((one) => one.customer ?? customerOf(deps, one.conversationId))).size,
    contradicts: [...facts.contradicts],
    risks: [...risks],
    risk,
    customers,
    cases: [...(concerned?.cases ?? [])],
    waitsFor: judgedByRules({ ...facts, isEntryGone: isEntryGone(deps, item) }, deps.lessons.rules(item.storeId))
      .waitsFor,
    seems: seemingLimits(deps, item, entry, names),
    priority: lessonPriority(customers ?? 0, risk, facts.sources.length),
  };
}

function nameIn({ conversations }: Pick<Database, 'conversations'>, conversationId: string): string {
  const conversation = conversations.find(conversationId);
  return conversation === null ? '' : conversation.customerName || conversation.customerAddress;
}

function factsOf(deps: QueueDeps, item: LearnedItem, contradicts: readonly LessonContradiction[]) {
  return {
    item,
    before: item.before || formerAnswer(deps, item),
    contradicts,
    sources: sourcesOf(deps, item),
    confidence: deps.outcomes.find(item.outcomeId)?.confidence ?? null,
  };
}

/** What it corrects or takes the place of says; empty: nothing. */
function formerAnswer({ learned, knowledge }: QueueDeps, { supersedesId, correctsEntryId }: LearnedItem): string {
  if (supersedesId !== null) return learned.get(supersedesId).answer;
  return correctsEntryId === null ? '' : (knowledge.find(correctsEntryId)?.answer ?? '');
}

/** A lesson as a list shows it. */
export function lessonRow(deps: Pick<Database, 'lessons' | 'profiles'>, item: LearnedItem): LessonRow {
  const { items } = deps.lessons.decisions({ storeId: item.storeId, itemId: item.id, offset: 0, limit: 1 });
  return {
    item,
    standing: deps.lessons.standingOf(item.id),
    author: personOf(deps, item.authorId, item.isForeign),
    decision: items[0] ?? null,
  };
}
