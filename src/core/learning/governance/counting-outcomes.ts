import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { Database } from '../../ports/repositories/index.ts';

type CountingDeps = Pick<Database, 'lessons' | 'learned'> & { readonly profileId: () => string | null };

/** Whether an item counts for the person for whom is learned. */
export function reaches(item: LearnedItem, profileId: string | null): boolean {
  if (item.state !== 'active') return false;
  if (item.reach !== 'author') return item.reach === 'everyone';
  return (
    profileId !== null && ((item.authorId === profileId && !item.isForeign) || item.confirmedBy.includes(profileId))
  );
}

/**
 * Whether what became of a reply may teach confidence: not where what it taught counts for somebody else alone, or was
 * rejected, reverted or withdrawn. A reply that taught nothing counts for everybody.
 */
export function countsAsOutcome(deps: CountingDeps, outcomeId: string): boolean {
  const touched = deps.lessons.touchedBy(outcomeId);
  const profileId = deps.profileId();
  return touched.every((item) => reaches(item, profileId) || isPartOfAnother(deps, item, profileId));
}

/** Whether an item went into an entry, or into a lesson that reaches this person. */
function isPartOfAnother({ lessons, learned }: CountingDeps, item: LearnedItem, profileId: string | null): boolean {
  if (item.state !== 'forgotten') return false;
  const { items } = lessons.decisions({ storeId: item.storeId, itemId: item.id, offset: 0, limit: 1 });
  const [last] = items;
  const act = last?.again ?? last?.act;
  if (last === undefined || (act !== 'approve' && act !== 'merge')) return false;
  if (last.items.find(({ itemId }) => itemId === item.id)?.versionAfter !== item.versionId) return false;
  const others = last.items.filter(({ itemId, after }) => itemId !== item.id && after === 'shared');
  return last.entries.length > 0 || others.some(({ itemId }) => reaches(learned.get(itemId), profileId));
}
