import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { LessonDecision } from '#shared/model/lesson-review.ts';
import { tellChanged } from '../../knowledge/save-knowledge.ts';
import { passageVectors } from '../../retrieval/index-passage.ts';
import type { ApproveDeps } from './approve-lesson.ts';
import { type ItemChange, decide, outOfUse, tellDecided } from './decide.ts';
import { backTo, entriesBack, isAsDecided, takenInto } from './take-back.ts';
import { independentReplies, sourcesOf } from './lesson-sources.ts';

export type WithdrawInput = {
  readonly profileId: string;
  /** ms UTC. */
  readonly since: number;
  readonly why: string;
  /** Left out: in every store. */
  readonly storeId?: string | undefined;
};

type WithdrawDeps = ApproveDeps & Parameters<typeof sourcesOf>[0];

/**
 * Takes out of use all that a person has taught since then, in one act: waiting and shared lessons, what went into other
 * lessons or into entries that nobody has changed since, and their confirmations, with what a rule has shared because of
 * them. Undone, all of it is as it was.
 */
export async function withdrawOf(deps: WithdrawDeps, input: WithdrawInput): Promise<LessonDecision> {
  const storeId = input.storeId ?? null;
  const parts = absorbing(deps, input);
  const versions = parts.flatMap(({ entries }) => entries.map(({ versionBefore }) => versionBefore));
  const vectors = await passageVectors(
    deps,
    versions.flatMap((id) => deps.knowledge.findVersion(id) ?? []),
  );
  const { decision, entries } = deps.transaction(() => {
    const confirmations = deps.lessons.confirmationsBy(input.profileId, input.since, storeId);
    const changes = new Map<string, ItemChange>();
    const add = (change: ItemChange): void => {
      if (!changes.has(change.item.id)) changes.set(change.item.id, change);
    };
    for (const item of deps.lessons.taughtBy(input.profileId, input.since, storeId))
      if (item.state === 'active') add(withdrawn(deps, item, input.since));
    const into = absorbing(deps, input);
    for (const made of into) for (const change of restored(deps, made)) add(change);
    const taken = new Set(confirmations.map(({ id }) => id));
    for (const change of noLongerShared(deps, new Set(confirmations.map(({ itemId }) => itemId)), taken)) add(change);
    const back = entriesBack(
      deps,
      into.map((made) => ({ ...made, entries: made.entries.filter((one) => isNewest(deps, one)) })),
      input.why,
    );
    vectors.keep();
    const written = decide(deps, {
      act: 'withdraw',
      storeId,
      why: input.why,
      changes: [...changes.values()],
      entries: back.changes,
      confirmationIds: [...taken],
    });
    return { decision: written, entries: back.entries };
  });
  tellChanged(deps, entries);
  return tellDecided(deps, decision);
}

/** What was taught before that time and only reworded since says again what it said. */
function withdrawn(deps: ApproveDeps, item: LearnedItem, since: number): ItemChange {
  if (item.createdAt >= since) return { item, next: outOfUse, after: 'withdrawn' };
  const earlier = deps.lessons.history(item.id).find(({ updatedAt }) => updatedAt < since);
  const change = backTo(deps, item, earlier?.versionId ?? null, 'withdrawn');
  return { ...change, after: earlier?.state === 'active' ? standingIn(earlier) : 'withdrawn' };
}

function standingIn({ reach }: LearnedItem): ItemChange['after'] {
  return reach === 'everyone' ? 'shared' : reach === 'author' ? 'waiting' : 'setAside';
}

/** The decisions by which this person's lessons became part of others or of entries. */
function absorbing(deps: ApproveDeps, { profileId, since, storeId }: WithdrawInput): readonly LessonDecision[] {
  const found = deps.lessons.taughtBy(profileId, since, storeId ?? null).flatMap((item) => takenInto(deps, item) ?? []);
  return [...new Map(found.map((made) => [made.id, made])).values()];
}

/** The lessons that such a decision shared, as they were before it; where somebody has reworded one since, those words stay. */
function restored(deps: ApproveDeps, made: LessonDecision): readonly ItemChange[] {
  return made.items.flatMap((one) => {
    const item = deps.learned.get(one.itemId);
    const isStill = one.after === 'shared' && item.state === 'active' && isAsDecided(deps, item, one.versionAfter);
    return isStill ? [backTo(deps, item, one.versionBefore, one.before ?? 'withdrawn')] : [];
  });
}

function isNewest(deps: ApproveDeps, { entryId, versionAfter }: LessonDecision['entries'][number]): boolean {
  return deps.knowledge.get(entryId).versionId === versionAfter;
}

/** What a rule has shared and has too few replies behind it without the confirmations that are taken out: it waits again. */
function noLongerShared(
  deps: WithdrawDeps,
  itemIds: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): readonly ItemChange[] {
  return [...itemIds].flatMap((itemId): readonly ItemChange[] => {
    const item = deps.learned.get(itemId);
    const { items } = deps.lessons.decisions({ storeId: item.storeId, itemId, offset: 0, limit: 1 });
    const [last] = items;
    const own = last?.items.find((one) => one.itemId === itemId);
    if (last?.rulesVersionId == null || own?.versionAfter !== item.versionId || own.after !== 'shared') return [];
    const left = sourcesOf(deps, item).filter(({ id }) => !taken.has(id));
    const isEnough = deps.lessons
      .rules(item.storeId)
      .rules.some((rule) => independentReplies(left, rule) >= rule.replies);
    return isEnough ? [] : [{ item, next: { reach: 'author' }, after: 'waiting' }];
  });
}
