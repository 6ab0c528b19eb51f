import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { TaughtLesson } from '#shared/model/lesson-fate.ts';
import type { LessonAct, LessonDecision } from '#shared/model/lesson-review.ts';
import type { Database } from '../../ports/repositories/index.ts';
import { isAsDecided, takenInto } from './take-back.ts';

type OwnDeps = Pick<Database, 'lessons' | 'learned' | 'knowledge'>;

export type OwnQuery = {
  readonly profileId: string;
  readonly storeId: string;
  readonly offset: number;
  readonly limit: number;
};

/** What a person taught in a store and what became of it, newest change first. */
export function ownLessons(
  deps: OwnDeps,
  query: OwnQuery,
): { readonly items: readonly TaughtLesson[]; readonly total: number } {
  const { items, total } = deps.lessons.ofAuthor(query);
  return { items: items.map((item) => taughtLesson(deps, item)), total };
}

function taughtLesson(deps: OwnDeps, item: LearnedItem): TaughtLesson {
  const taught = asTaught(deps, item);
  const { now, entry, decision } = whereNow(deps, item);
  const own = { item, taught: wordsOf(taught), decision: decision === null ? null : told(decision) };
  if (entry !== null)
    return { ...own, standing: 'shared', said: wordsOf(entry), partOf: 'entry', ...limitedTo(taught, entry) };
  const standing = deps.lessons.standingOf(now.id);
  const isPart = now.id !== item.id && standing === 'shared';
  return {
    ...own,
    standing,
    said: wordsOf(standing === 'shared' ? now : item),
    partOf: isPart ? 'lesson' : null,
    ...limitedTo(taught, standing === 'shared' ? now : item),
  };
}

/** Its words and limits before a lead or a rule shared it. */
function asTaught(deps: OwnDeps, item: LearnedItem): LearnedItem {
  const versions = deps.lessons.history(item.id);
  return versions.find(({ state, reach }) => state === 'active' && reach !== 'everyone') ?? versions.at(-1) ?? item;
}

type Now = {
  /** The lesson that it is by now: itself, or the one that it is part of. */
  readonly now: LearnedItem;
  /** The entry that it is part of. */
  readonly entry: KnowledgeEntry | null;
  readonly decision: LessonDecision | null;
};

function whereNow(deps: OwnDeps, item: LearnedItem): Now {
  const made = takenInto(deps, item);
  const other = made?.items.find(({ itemId, after }) => itemId !== item.id && after === 'shared');
  if (other !== undefined) return whereNow(deps, deps.learned.get(other.itemId));
  if (made === null) return { now: item, entry: null, decision: standingDecision(deps, item) };
  const entry = entryWithIt(deps, made);
  return { now: item, entry, decision: entry === null ? null : made };
}

/** The entry that says since then what a lesson says; null where it says again what it said before, or is out of use. */
function entryWithIt({ knowledge }: OwnDeps, { entries: [change] }: LessonDecision): KnowledgeEntry | null {
  const entry = change === undefined ? null : knowledge.find(change.entryId);
  const before = change === undefined ? null : knowledge.findVersion(change.versionBefore);
  return entry === null || entry.state !== 'active' || before?.answer === entry.answer ? null : entry;
}

/** The newest decision on an item, where it stands as that left it; one that is shared may have other words since. */
function standingDecision(deps: OwnDeps, item: LearnedItem): LessonDecision | null {
  const { items } = deps.lessons.decisions({ storeId: item.storeId, itemId: item.id, offset: 0, limit: 1 });
  const [last] = items;
  const own = last?.items.find(({ itemId }) => itemId === item.id);
  if (last === undefined || own === undefined) return null;
  const isStillShared = own.after === 'shared' && item.state === 'active' && item.reach === 'everyone';
  return isStillShared || isAsDecided(deps, item, own.versionAfter) ? last : null;
}

/** Asked for these, a lead is told that whoever taught the lesson reads why; any other reason stays among leads. */
const toldWhy: ReadonlySet<LessonAct> = new Set(['reject', 'revert']);

function told({ act, profileId, who, role, why, at, rulesVersionId }: LessonDecision): TaughtLesson['decision'] {
  return { act, profileId, who, role, why: toldWhy.has(act) ? why : '', at, rulesVersionId };
}

type Limited = Pick<LearnedItem, 'scope' | 'channels'> & { readonly customerGroup?: string };

function limitedTo(taught: Limited, now: Limited): Pick<TaughtLesson, 'limits' | 'isNarrowed'> {
  const { scope, channels, customerGroup = '' } = now;
  return {
    limits: { scope: [...scope], channels: [...channels], customerGroup },
    isNarrowed:
      isNarrower(taught.scope, scope) ||
      isNarrower(taught.channels, channels) ||
      (customerGroup !== '' && customerGroup !== taught.customerGroup),
  };
}

/** Of names where none means any. */
function isNarrower(before: readonly string[], now: readonly string[]): boolean {
  return now.length > 0 && (before.length === 0 || before.some((name) => !now.includes(name)));
}

function wordsOf({ question, answer }: Pick<LearnedItem, 'question' | 'answer'>): TaughtLesson['taught'] {
  return { question, answer };
}
