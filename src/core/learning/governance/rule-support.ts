import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { LessonDecision } from '#shared/model/lesson-review.ts';
import type { Database } from '../../ports/repositories/index.ts';
import { type DecideDeps, type ItemChange, decide } from './decide.ts';
import { independentReplies, sourcesOf } from './lesson-sources.ts';
import { isAsDecided } from './take-back.ts';

export type SupportDeps = Pick<Database, 'learned' | 'lessons' | 'conversations'>;

/**
 * Of these items those that a rule has shared and that have too few replies behind them without the confirmations that are
 * taken out: they wait again. With the decision that shared each.
 */
export function noLongerShared(
  deps: SupportDeps,
  itemIds: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): ReadonlyArray<{ readonly change: ItemChange; readonly sharedBy: LessonDecision }> {
  return [...itemIds].flatMap((itemId) => {
    const item = deps.learned.get(itemId);
    const sharedBy = standingDecision(deps, item);
    const own = sharedBy?.items.find((one) => one.itemId === itemId);
    if (sharedBy?.rulesVersionId == null || own?.after !== 'shared' || !isAsDecided(deps, item, own.versionAfter))
      return [];
    const left = sourcesOf(deps, item).filter(({ id }) => !taken.has(id));
    const isEnough = deps.lessons
      .rules(item.storeId)
      .rules.some((rule) => independentReplies(left, rule) >= rule.replies);
    if (isEnough) return [];
    return [{ change: { item, next: { reach: 'author' }, after: 'waiting' } as const, sharedBy }];
  });
}

/** The newest decision on an item that nobody has undone; what a lead has done again is the lead's. */
function standingDecision({ lessons }: SupportDeps, { id, storeId }: LearnedItem): LessonDecision | undefined {
  const { items } = lessons.decisions({ storeId, itemId: id, offset: 0, limit: Number.MAX_SAFE_INTEGER });
  return items.find(({ act, again, undoneById }) => undoneById === null && (act !== 'undo' || again !== null));
}

/** Undoes what a rule has shared, where a reply was taken back that it counted; inside the caller's transaction. */
export function retractUnsupported(deps: DecideDeps & SupportDeps, itemIds: ReadonlySet<string>): void {
  for (const { change, sharedBy } of noLongerShared(deps, itemIds, new Set()))
    decide(deps, {
      act: 'undo',
      storeId: change.item.storeId,
      why: '',
      changes: [change],
      undoesId: sharedBy.id,
      rulesVersionId: sharedBy.rulesVersionId,
    });
}
