import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { Clock } from '../ports/clock.ts';
import type { Database } from '../ports/repositories/index.ts';
import { stableId } from './stable-id.ts';
import type { Supposition } from './supposed-entries.ts';
import { isForEverybody } from './supposed-passages.ts';

/** The desk with these lessons in place of those of the same ids. */
export function supposedLessons(
  deps: Pick<Database, 'sets'> & { readonly clock: Clock },
  storeId: string,
  items: readonly LearnedItem[],
): Supposition {
  const sets = deps.sets
    .list()
    .flatMap((set) => (set.state === 'active' && set.storeIds.includes(storeId) ? [set.id] : []))
    .toSorted();
  const now = deps.clock.now();
  // What was read of a version once is remembered by its name: other words must not bear the same.
  const named = items.map((item, ordinal): readonly [string, LearnedItem] => {
    const { versionId: _, ...content } = item;
    return [item.id, { ...item, versionId: stableId(ordinal, JSON.stringify(content)), updatedAt: now }];
  });
  return { storeId, entries: new Map(), items: new Map(named), setsOn: sets, setsBefore: sets };
}

/** The lessons of the desk as they would be, also where they are listed: what confidence is learned from. */
export function supposedLearned(learned: Database['learned'], { items, storeId }: Supposition): Database['learned'] {
  if (items.size === 0) return learned;
  return {
    ...learned,
    get: (itemId) => items.get(itemId) ?? learned.get(itemId),
    list: (query) => {
      if (query.storeId !== storeId || query.state !== 'active') return learned.list(query);
      const { items: all } = learned.list({ ...query, offset: 0, limit: Number.MAX_SAFE_INTEGER });
      const known = [...all.filter(({ id }) => !items.has(id)), ...[...items.values()].filter(isForEverybody)].toSorted(
        (a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1),
      );
      return { items: known.slice(query.offset, query.offset + query.limit), total: known.length };
    },
  };
}
