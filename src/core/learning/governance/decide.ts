import type { EmitEvent } from '#shared/contract/events.ts';
import { AppError } from '#shared/errors.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { LessonAct, LessonDecision, LessonStanding } from '#shared/model/lesson-review.ts';
import { staleUsing } from '../../drafting/stale-drafts.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Database } from '../../ports/repositories/index.ts';
import { indexLearned } from '../../retrieval/index-passage.ts';

export type DecideDeps = Pick<Database, 'transaction' | 'learned' | 'lessons' | 'passages' | 'drafts'> & {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly emit: EmitEvent;
  /** Who decides; null: not known. */
  readonly profileId: () => string | null;
  readonly person: () => string;
};

/** Other words, limits or reach of an item, and where it stands with them. */
export type ItemChange = {
  readonly item: LearnedItem;
  readonly next: Partial<
    Pick<LearnedItem, 'state' | 'question' | 'answer' | 'reach' | 'scope' | 'channels' | 'customerGroup'>
  >;
  readonly after: LessonStanding;
  /** The decision made it: it has its version already. */
  readonly isNew?: boolean;
};

export type Deciding = {
  readonly act: LessonAct;
  readonly storeId: string | null;
  readonly why: string;
  readonly changes: readonly ItemChange[];
  readonly entries?: LessonDecision['entries'];
  readonly confirmationIds?: readonly string[];
  readonly undoesId?: string;
  /** The rules that decide, in nobody's name. */
  readonly rulesVersionId?: string | null;
};

/** What takes an item out of use, or puts it there. */
export const outOfUse = { state: 'forgotten' } as const;
export const shared = { state: 'active', reach: 'everyone' } as const;

/** Writes a decision with all it changes, inside the caller's transaction. Drafts that use one of the items are stale. */
export function decide(deps: DecideDeps, { changes, ...made }: Deciding): LessonDecision {
  const at = deps.clock.now();
  const isByRule = made.rulesVersionId !== undefined && made.rulesVersionId !== null;
  const items = changes.map(({ item, next, after, isNew }) => {
    const before = isNew === true ? null : deps.lessons.standingOf(item.id);
    const version = { ...item, ...next, versionId: deps.ids.newId(), updatedAt: at };
    const now = isNew === true ? item : deps.learned.append(item.id, version);
    return {
      itemId: item.id,
      question: now.question,
      before,
      after,
      versionBefore: isNew === true ? null : item.versionId,
      versionAfter: now.versionId,
    };
  });
  deps.lessons.takeBack(made.confirmationIds ?? [], at);
  const decision = deps.lessons.decide({
    id: deps.ids.newId(),
    storeId: made.storeId,
    act: made.act,
    profileId: isByRule ? null : deps.profileId(),
    who: isByRule ? '' : deps.person(),
    why: made.why,
    at,
    rulesVersionId: made.rulesVersionId ?? null,
    undoesId: made.undoesId ?? null,
    items,
    entries: [...(made.entries ?? [])],
    confirmationIds: [...(made.confirmationIds ?? [])],
  });
  reindex(deps, [
    ...new Set([...changes.map(({ item }) => item.id), ...confirmedItems(deps, decision.confirmationIds)]),
  ]);
  return decision;
}

/** The items that these confirmations bear out, whether they stand or not. */
export function confirmedItems(
  { lessons }: Pick<DecideDeps, 'lessons'>,
  confirmationIds: readonly string[],
): readonly string[] {
  if (confirmationIds.length === 0) return [];
  return [...new Set(lessons.confirmationsAmong(confirmationIds).map(({ itemId }) => itemId))];
}

/** Puts items where those find them for whom they count now, inside the caller's transaction. */
export function reindex(deps: Pick<DecideDeps, 'learned' | 'passages' | 'drafts'>, itemIds: readonly string[]): void {
  const items = itemIds.map((id) => deps.learned.get(id));
  for (const item of items) indexLearned(deps.passages, item);
  staleUsing(deps, [...itemIds, ...items.map(({ supersedesId }) => supersedesId)]);
}

/** Tells which lessons are others. */
export function tellDecided(deps: Pick<DecideDeps, 'learned' | 'emit'>, decision: LessonDecision): LessonDecision {
  const items = decision.items.map(({ itemId }) => deps.learned.get(itemId));
  for (const [storeId, those] of Map.groupBy(items, (item) => item.storeId))
    deps.emit('learned.changed', { storeId, itemIds: those.map(({ id }) => id) });
  return decision;
}

/** The item as the lead saw it. Errors: `not_found`; `conflict` where it is another by now. */
export function unchangedItem(deps: DecideDeps, itemId: string, fromVersionId: string | undefined): LearnedItem {
  const item = deps.learned.get(itemId);
  if (fromVersionId === undefined || item.versionId === fromVersionId) return item;
  throw decidedMeanwhile();
}

export function decidedMeanwhile(): AppError {
  return new AppError('conflict', 'Somebody has decided about this lesson meanwhile.', { detail: { what: 'lesson' } });
}
