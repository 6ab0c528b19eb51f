import type { PassageHit, SearchScope } from '../ports/passage-index.ts';
import type { Database } from '../ports/repositories/index.ts';
import { meantAmong } from './corrections.ts';

type SupersedingDeps = Pick<Database, 'passages' | 'knowledge' | 'learned'>;

/** One lesson may have taken the place of another that had taken that of a third. */
const longestChain = 3;

/** Which of these owners' lessons another one, that is meant here, has taken the place of: owner → what stands there in the end. */
export function supersededAmong(
  deps: SupersedingDeps,
  ownerIds: readonly string[],
  scope: SearchScope,
): ReadonlyMap<string, PassageHit> {
  const next = new Map<string, PassageHit>();
  let asked = ownerIds;
  for (let round = 0; round < longestChain && asked.length > 0; round++) {
    const found = deps.passages.supersededBy(asked, scope);
    const meant = new Set(meantAmong(deps, [...found.values()], scope).map(({ ownerId }) => ownerId));
    const fresh = [...found].filter(([ownerId, hit]) => meant.has(hit.ownerId) && !next.has(ownerId));
    for (const [ownerId, hit] of fresh) next.set(ownerId, hit);
    asked = fresh.map(([, hit]) => hit.ownerId);
  }
  const lastOf = (hit: PassageHit): PassageHit => {
    let last = hit;
    for (let round = 0; round < longestChain; round++) last = next.get(last.ownerId) ?? last;
    return last;
  };
  return new Map([...next].map(([ownerId, hit]) => [ownerId, lastOf(hit)]));
}
