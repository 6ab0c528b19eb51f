import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { WithdrawPreview } from '#shared/model/lesson-fate.ts';
import type { LessonDecision, LessonStanding } from '#shared/model/lesson-review.ts';
import { tellChanged } from '../../knowledge/save-knowledge.ts';
import type { ApproveDeps } from './approve-lesson.ts';
import { type ItemChange, decide, outOfUse, tellDecided } from './decide.ts';
import { backTo, entriesBack, isAsDecided, takenInto, vectorsBefore } from './take-back.ts';
import { type SupportDeps, noLongerShared } from './rule-support.ts';

export type WithdrawInput = {
  readonly profileId: string;
  /** ms UTC. */
  readonly since: number;
  readonly why: string;
  /** Left out: in every store. */
  readonly storeId?: string | undefined;
};

type WithdrawDeps = ApproveDeps & SupportDeps;

/** What a withdrawal changes. */
type Withdrawal = {
  readonly changes: readonly ItemChange[];
  /** The decisions whose entries say again what they said before. */
  readonly into: readonly LessonDecision[];
  readonly confirmationIds: readonly string[];
};

/**
 * Takes out of use all that a person has taught since then, in one act: waiting and shared lessons, what went into other
 * lessons or into entries that nobody has changed since, and their confirmations, with what a rule has shared because of
 * them. Undone, all of it is as it was.
 */
export async function withdrawOf(deps: WithdrawDeps, input: WithdrawInput): Promise<LessonDecision> {
  const vectors = await vectorsBefore(deps, absorbing(deps, input));
  const { decision, entries } = deps.transaction(() => {
    const { changes, into, confirmationIds } = withdrawal(deps, input);
    const back = entriesBack(deps, into, input.why);
    const written = decide(deps, {
      act: 'withdraw',
      storeId: input.storeId ?? null,
      why: input.why,
      changes,
      entries: back.changes,
      confirmationIds,
    });
    vectors.keep();
    return { decision: written, entries: back.entries };
  });
  tellChanged(deps, entries);
  return tellDecided(deps, decision);
}

const usedWithinMs = 30 * 24 * 3_600_000;
const mostNamed = 20;

/** What `withdrawOf` would do with the same input at this moment; it changes nothing. */
export function withdrawPreview(deps: WithdrawDeps, input: Omit<WithdrawInput, 'why'>): WithdrawPreview {
  const { changes, into, confirmationIds } = withdrawal(deps, input);
  const named = changes.map(({ item, next, after }) => ({
    itemId: item.id,
    question: next.question ?? item.question,
    before: deps.lessons.standingOf(item.id),
    after,
  }));
  const since = deps.clock.now() - usedWithinMs;
  const entries = into.flatMap((made) => made.entries.map(({ entryId }) => ({ id: entryId, from: made.at })));
  const used = [...changes.map(({ item }) => ({ id: item.id, from: since })), ...entries];
  const drafts = used.flatMap(({ id, from }) => deps.drafts.answeredBy(id, Math.max(from, since)));
  const going = named.filter(({ after }) => after === 'withdrawn');
  const goingFrom = (standing: LessonStanding): number => going.filter(({ before }) => before === standing).length;
  return {
    lessons: named.length,
    going: { shared: goingFrom('shared'), waiting: goingFrom('waiting'), setAside: goingFrom('setAside') },
    confirmations: confirmationIds.length,
    entries: entries.length,
    drafts: new Set(drafts.map(({ id }) => id)).size,
    first: named.slice(0, mostNamed),
  };
}

function withdrawal(deps: WithdrawDeps, input: Omit<WithdrawInput, 'why'>): Withdrawal {
  const { profileId, since } = input;
  const storeId = input.storeId ?? null;
  const confirmations = deps.lessons.confirmationsBy(profileId, since, storeId);
  const taken = new Set(confirmations.map(({ id }) => id));
  const into = absorbing(deps, input);
  const taught = deps.lessons.taughtBy(profileId, since, storeId).filter(({ state }) => state === 'active');
  const changes = new Map<string, ItemChange>();
  for (const change of [
    ...taught.map((item) => withdrawn(deps, item, since)),
    ...into.flatMap((made) => restored(deps, made)),
    ...noLongerShared(deps, new Set(confirmations.map(({ itemId }) => itemId)), taken).map(({ change }) => change),
  ])
    if (!changes.has(change.item.id)) changes.set(change.item.id, change);
  return {
    changes: [...changes.values()],
    into: into.map((made) => ({ ...made, entries: made.entries.filter((one) => isNewest(deps, one)) })),
    confirmationIds: [...taken],
  };
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
function absorbing(
  deps: ApproveDeps,
  { profileId, since, storeId }: Omit<WithdrawInput, 'why'>,
): readonly LessonDecision[] {
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
