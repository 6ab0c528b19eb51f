import type { PassageIndex, PlacedPassage, SearchScope } from '../ports/passage-index.ts';

type PlacedIndex = Pick<PassageIndex, 'placed' | 'akin'>;
type Asked = Pick<SearchScope, 'about' | 'isUnlimited'>;
type Limits = Pick<PlacedPassage, 'language' | 'scope'>;

/** How many may stand over one another by name, and one more that all of them give way to. */
const longestChain = 3;

/**
 * Which of these owners' passages have given their place to another one: owner → that one. Among several that stand over
 * one the highest layer wins, then what was written last; those that lose give way as well, unless both are a store's own.
 */
export function overlaidAmong(
  index: PlacedIndex,
  ownerIds: readonly string[],
  scope: SearchScope,
): ReadonlyMap<string, PlacedPassage> {
  const overlaid = new Map<string, PlacedPassage>();
  const giveWay = (one: PlacedPassage, to: PlacedPassage): void => {
    const known = overlaid.get(one.ownerId);
    if (known === undefined || rankOf(known, to) < 0) overlaid.set(one.ownerId, to);
  };
  const family = familyOf(index, ownerIds, scope);
  const standing = new Set<PlacedPassage>();
  for (const [lower, uppers] of standingOver(family, scope)) {
    const [first, ...others] = uppers.toSorted((a, b) => rankOf(b, a));
    if (first === undefined) continue;
    for (const upper of uppers) standing.add(upper);
    giveWay(lower, first);
    for (const other of others) if (losesTo(other, first) && areMet(first, other, scope)) giveWay(other, first);
  }
  const asked = new Set(ownerIds);
  const newest = newestAlike(family);
  for (const one of family) {
    const like = newest.get(alikeKey(one));
    if (!asked.has(one.ownerId) || like === undefined || like === one || !standing.has(like)) continue;
    const first = overlaid.get(like.ownerId) ?? like;
    if (losesTo(one, first)) giveWay(one, first);
  }
  return new Map([...overlaid].filter(([ownerId]) => asked.has(ownerId)));
}

/** These owners and all that stand in their place or in whose place they stand. */
export function standingWith(index: PlacedIndex, ownerIds: readonly string[], scope: SearchScope): ReadonlySet<string> {
  const related = new Set(ownerIds);
  const groups = [...standingOver(familyOf(index, ownerIds, scope), scope)].map(([lower, uppers]) =>
    [lower, ...uppers].map((one) => one.ownerId),
  );
  for (let round = 0; round < longestChain; round++)
    for (const group of groups) if (group.some((id) => related.has(id))) for (const id of group) related.add(id);
  return related;
}

/** The passages of these owners with all that they may have to do with, by owner. */
function familyOf(index: PlacedIndex, ownerIds: readonly string[], scope: SearchScope): readonly PlacedPassage[] {
  let newest = index.placed(ownerIds, scope);
  const family = new Map(newest.map((one) => [one.ownerId, one]));
  for (let round = 0; round < longestChain && newest.length > 0; round++) {
    newest = index.akin(newest, scope).filter((one) => !family.has(one.ownerId));
    for (const one of newest) family.set(one.ownerId, one);
  }
  return [...family.values()];
}

/** Of those that are asked the same about the same, in one layer and language, the newest: where one stands, all do. */
function newestAlike(family: readonly PlacedPassage[]): ReadonlyMap<string, PlacedPassage> {
  const newest = new Map<string, PlacedPassage>();
  for (const one of family) {
    if (one.matter === null) continue;
    const key = alikeKey(one);
    const known = newest.get(key);
    if (known === undefined || rankOf(known, one) < 0) newest.set(key, one);
  }
  return newest;
}

function alikeKey({ matter, layer, language, scope }: PlacedPassage): string {
  return JSON.stringify([matter, layer, language, scope]);
}

/** What stands over each, by itself or over what stands over it. */
function standingOver(
  family: readonly PlacedPassage[],
  asked: Asked,
): ReadonlyMap<PlacedPassage, readonly PlacedPassage[]> {
  const all = family.toSorted((a, b) => b.layer - a.layer);
  const byMatter = Map.groupBy(newestAlike(family).values(), (one) => one.matter);
  const naming = Map.groupBy(all, (one) => one.overlaysId);
  const standing = new Map<PlacedPassage, readonly PlacedPassage[]>();
  for (const lower of all) {
    const sameMatter = lower.matter === null ? [] : (byMatter.get(lower.matter) ?? []);
    const near = [...(naming.get(lower.ownerId) ?? []), ...sameMatter].filter((one) => standsOver(one, lower, asked));
    const far = near
      .flatMap((one) => standing.get(one) ?? [])
      .filter((one) => isWide(one) || areMet(one, lower, asked));
    if (near.length > 0)
      standing.set(lower, [...new Set([...near, ...far.filter((one) => shareLanguage(one, lower))])]);
  }
  return standing;
}

/** Whether one takes another's place by itself. */
function standsOver(upper: PlacedPassage, lower: PlacedPassage, asked: Asked): boolean {
  if (upper.layer <= lower.layer) return false;
  // What names another one and has no limits answers wherever that could.
  if (upper.overlaysId === lower.ownerId && isWide(upper)) return shareLanguage(upper, lower);
  const isMeant = upper.overlaysId === lower.ownerId || (upper.matter !== null && upper.matter === lower.matter);
  return isMeant && areMet(upper, lower, asked);
}

/** Whether one of a higher layer answers what the lower one is asked: in its language, about what it is about. */
export function areMet(upper: Limits, lower: Limits, { about, isUnlimited }: Asked): boolean {
  if (!shareLanguage(upper, lower)) return false;
  if (isWide(upper)) return isWide(lower);
  // One for some subjects alone leaves the others to what is for all.
  if (isWide(lower))
    return isUnlimited === true || (about !== null && upper.scope.some((name) => about.includes(name)));
  return upper.scope.some((name) => lower.scope.includes(name));
}

function shareLanguage(a: Limits, b: Limits): boolean {
  return a.language === b.language || a.language === 'und' || b.language === 'und';
}

function isWide({ scope }: Pick<Limits, 'scope'>): boolean {
  return scope.length === 0;
}

/** Of sets that are on at once one answers; a store's own entries never stand in each other's place. */
function losesTo(other: PlacedPassage, first: PlacedPassage): boolean {
  return other.layer < first.layer || first.layer === 2;
}

/** Negative where `a` gives way to `b`; ids grow with time. */
function rankOf(a: PlacedPassage, b: PlacedPassage): number {
  return a.layer - b.layer || (a.versionId < b.versionId ? -1 : a.versionId > b.versionId ? 1 : 0);
}

/** Those that may answer now, and in whose place no other one stands. */
export function standingAmong(
  deps: { readonly passages: Pick<PassageIndex, 'answering' | 'overlaidBy'> },
  ids: readonly string[],
  scope: SearchScope,
): readonly string[] {
  const answering = deps.passages.answering(ids, scope);
  const overlaid = deps.passages.overlaidBy([...answering], scope);
  return ids.filter((id) => answering.has(id) && !overlaid.has(id));
}
