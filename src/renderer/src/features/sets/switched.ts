import type { RequestOutput } from '#shared/contract/index.ts';

export type ListedSet = RequestOutput<'set.list'>[number];

/** The sets as they are once these are on and those off for a store. */
export function switched(
  sets: readonly ListedSet[],
  storeId: string,
  change: { readonly on: readonly string[]; readonly off: readonly string[] },
): ListedSet[] {
  return sets.map((set) => {
    const others = set.storeIds.filter((id) => id !== storeId);
    if (change.off.includes(set.id)) return { ...set, storeIds: others };
    return change.on.includes(set.id) ? { ...set, storeIds: [...others, storeId] } : set;
  });
}
