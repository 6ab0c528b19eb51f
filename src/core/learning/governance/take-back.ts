import { AppError } from '#shared/errors.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { LessonDecision } from '#shared/model/lesson-review.ts';
import { appendVersion, contentOf, tellChanged } from '../../knowledge/save-knowledge.ts';
import { type PassageVectors, learnedContent, passageVectors } from '../../retrieval/index-passage.ts';
import type { ApproveDeps } from './approve-lesson.ts';
import { type ItemChange, confirmedItems, decide, decidedMeanwhile, outOfUse, reindex, tellDecided } from './decide.ts';

/**
 * Takes one decision back: lessons, entries and confirmations are as they were before it. What undid another is taken back
 * alike: that one holds again. Errors: `not_found`; `conflict` where it has been undone, or where one of them was changed
 * since.
 */
export async function undoDecision(deps: ApproveDeps, decisionId: string): Promise<LessonDecision> {
  const vectors = await vectorsBefore(deps, [deps.lessons.decision(decisionId)]);
  const { decision, entries } = deps.transaction(() => {
    const made = deps.lessons.decision(decisionId);
    if (made.undoneById !== null) throw decidedMeanwhile();
    const changes = made.items.map((one): ItemChange => {
      const item = deps.learned.get(one.itemId);
      if (!isAsDecided(deps, item, one.versionAfter)) throw changedSince('lesson');
      return backTo(deps, item, one.versionBefore, one.before ?? 'withdrawn');
    });
    const taken = entriesBack(deps, [made], '');
    const written = decide(deps, {
      act: 'undo',
      storeId: made.storeId,
      why: '',
      changes,
      entries: taken.changes,
      undoesId: made.id,
      confirmationIds: restoredBy(deps, made),
    });
    deps.lessons.takeBack(made.confirmationIds, null);
    reindex(deps, confirmedItems(deps, made.confirmationIds));
    vectors.keep();
    return { decision: written, entries: taken.entries };
  });
  tellChanged(deps, entries);
  return tellDecided(deps, decision);
}

/** The confirmations that an undoing has let stand again, as far as they still do. */
function restoredBy(deps: ApproveDeps, { act, undoesId, confirmationIds }: LessonDecision): readonly string[] {
  if (act !== 'undo' || undoesId === null || confirmationIds.length > 0) return [];
  const { confirmationIds: taken } = deps.lessons.decision(undoesId);
  const standing = deps.lessons
    .confirmationsAmong(taken)
    .flatMap(({ itemId }) => deps.lessons.confirmations(itemId).map(({ id }) => id));
  return taken.filter((id) => standing.includes(id));
}

/**
 * Takes a shared lesson out of use, or one that went into an entry or into another lesson: that says again what it said
 * before. Errors: `not_found`; `conflict` where it is not in use, or what it went into was changed since.
 */
export async function revertLesson(
  deps: ApproveDeps,
  input: { readonly itemId: string; readonly fromVersionId?: string | undefined; readonly why: string },
): Promise<LessonDecision> {
  const taken = takenInto(deps, deps.learned.get(input.itemId));
  const vectors = await vectorsBefore(deps, taken === null ? [] : [taken]);
  const { decision, entries } = deps.transaction(() => {
    const item = deps.learned.get(input.itemId);
    if (input.fromVersionId !== undefined && item.versionId !== input.fromVersionId) throw decidedMeanwhile();
    const isShared = item.state === 'active' && item.reach === 'everyone';
    const into = isShared ? null : takenInto(deps, item);
    if (!isShared && into === null) throw decidedMeanwhile();
    const others = into === null ? [] : restoredOthers(deps, into, new Set([item.id]));
    const back = entriesBack(deps, into === null ? [] : [into], input.why);
    const written = decide(deps, {
      act: 'revert',
      storeId: item.storeId,
      why: input.why,
      changes: [{ item, next: outOfUse, after: 'withdrawn' }, ...others],
      entries: back.changes,
    });
    vectors.keep();
    return { decision: written, entries: back.entries };
  });
  tellChanged(deps, entries);
  return tellDecided(deps, decision);
}

/** The decision by which a lesson became part of an entry or of another lesson; null where it did not. */
export function takenInto({ lessons }: Pick<ApproveDeps, 'lessons'>, item: LearnedItem): LessonDecision | null {
  if (item.state !== 'forgotten') return null;
  const { items } = lessons.decisions({ storeId: item.storeId, itemId: item.id, offset: 0, limit: 1 });
  const [last] = items;
  const own = last?.items.find(({ itemId }) => itemId === item.id);
  if (last === undefined || own?.versionAfter !== item.versionId) return null;
  const act = last.again ?? last.act;
  return act === 'approve' || act === 'merge' ? last : null;
}

/** What else a decision changed, as it was before: of those that nobody has changed since, with the ones that it made. */
export function restoredOthers(
  deps: ApproveDeps,
  made: LessonDecision,
  own: ReadonlySet<string>,
): readonly ItemChange[] {
  return made.items.flatMap((one): readonly ItemChange[] => {
    if (own.has(one.itemId) || one.after !== 'shared') return [];
    const item = deps.learned.get(one.itemId);
    if (!isAsDecided(deps, item, one.versionAfter)) throw changedSince('lesson');
    return [backTo(deps, item, one.versionBefore, one.before ?? 'withdrawn')];
  });
}

/** Whether an item is as a decision left it; one that was only made to count again is. */
export function isAsDecided(deps: Pick<ApproveDeps, 'lessons'>, item: LearnedItem, versionId: string): boolean {
  if (item.versionId === versionId) return true;
  const decided = deps.lessons.history(item.id).find((version) => version.versionId === versionId);
  return decided !== undefined && contentKey(decided) === contentKey(item);
}

function contentKey({ state, question, answer, reach, scope, channels, customerGroup }: LearnedItem): string {
  return JSON.stringify([state, question, answer, reach, scope, channels, customerGroup]);
}

/** An item as it was in an earlier version; out of use where there is none. */
export function backTo(
  deps: ApproveDeps,
  item: LearnedItem,
  versionId: string | null,
  after: ItemChange['after'],
): ItemChange {
  const earlier = deps.lessons.history(item.id).find((version) => version.versionId === versionId);
  if (earlier === undefined) return { item, next: outOfUse, after };
  const { state, question, answer, reach, scope, channels, customerGroup } = earlier;
  return { item, next: { state, question, answer, reach, scope, channels, customerGroup }, after };
}

/** Lets the entries of decisions say what they said before them, inside the caller's transaction. */
export function entriesBack(
  deps: ApproveDeps,
  decisions: readonly LessonDecision[],
  why: string,
): { readonly entries: readonly KnowledgeEntry[]; readonly changes: LessonDecision['entries'] } {
  const entries: KnowledgeEntry[] = [];
  const changes: LessonDecision['entries'] = [];
  for (const { entryId, versionBefore, versionAfter } of decisions.flatMap((made) => made.entries)) {
    const now = deps.knowledge.get(entryId);
    const earlier = deps.knowledge.findVersion(versionBefore);
    if (now.versionId !== versionAfter || earlier === null) throw changedSince('entry');
    const written = appendVersion(deps, now, {
      content: contentOf(earlier),
      source: earlier.source,
      state: earlier.state,
      change: { who: deps.person(), why },
    });
    entries.push(written);
    changes.push({ entryId, versionBefore: versionAfter, versionAfter: written.versionId });
    countAgain(deps, entryId, earlier, now);
  }
  return { entries, changes };
}

/**
 * Corrections that an entry's newer words had outdated correct its former words: they count again as they did. Of what it
 * was then they were written after, and before the words that are taken back.
 */
function countAgain(deps: ApproveDeps, entryId: string, earlier: KnowledgeEntry, now: KnowledgeEntry): void {
  const outdated = deps.lessons
    .correcting(entryId)
    .filter(({ updatedAt }) => updatedAt >= saidFrom(deps, earlier) && updatedAt < now.updatedAt);
  for (const item of outdated)
    deps.learned.append(item.id, { ...item, versionId: deps.ids.newId(), updatedAt: deps.clock.now() });
  reindex(
    deps,
    outdated.map(({ id }) => id),
  );
}

/** Since when an entry had said what it says in this version, ms UTC. */
function saidFrom(deps: ApproveDeps, version: KnowledgeEntry): number {
  const wordsOf = ({ question, answer, attributes }: KnowledgeEntry): string =>
    JSON.stringify([question, answer, attributes]);
  const versions = deps.knowledge.history(version.id).filter((one) => one.version <= version.version);
  const other = versions.findIndex((one) => wordsOf(one) !== wordsOf(version));
  return versions[other < 0 ? versions.length - 1 : other - 1]?.updatedAt ?? version.updatedAt;
}

/** Of what entries and lessons said before these decisions: a draft is made with them at once, not once they are embedded. */
export function vectorsBefore(deps: ApproveDeps, decisions: readonly LessonDecision[]): Promise<PassageVectors> {
  const entries = decisions.flatMap((made) => made.entries).map(({ versionBefore }) => versionBefore);
  const lessons = decisions
    .flatMap((made) => made.items)
    .flatMap(({ itemId, versionBefore }) =>
      deps.lessons.history(itemId).filter(({ versionId }) => versionId === versionBefore),
    );
  return passageVectors(deps, [
    ...entries.flatMap((versionId) => deps.knowledge.findVersion(versionId) ?? []),
    ...lessons.map(learnedContent),
  ]);
}

function changedSince(what: 'lesson' | 'entry'): AppError {
  return new AppError('conflict', `The ${what} has been changed since.`, { detail: { what } });
}
