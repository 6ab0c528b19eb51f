import { AppError } from '#shared/errors.ts';
import type { KnowledgeContent, KnowledgeEntry, KnowledgePlace } from '#shared/model/knowledge.ts';
import type { Database } from '../ports/repositories/index.ts';

/** 0 the base, 1 a store's own, 2 a set: the higher one's words stand in the place of the lower one's. */
export function layerOf({ storeId, setId }: KnowledgePlace): 0 | 1 | 2 {
  if (setId !== null) return 2;
  return storeId === null ? 0 : 1;
}

/** Refuses an overlay over what is not below. Errors: `not_found`, `invalid_input`. */
export function checkOverlay(
  deps: Pick<Database, 'knowledge'>,
  place: KnowledgePlace,
  { overlaysEntryId }: KnowledgeContent,
): void {
  if (overlaysEntryId === null) return;
  const below = deps.knowledge.get(overlaysEntryId);
  if (layerOf(below) < layerOf(place) && reaches(place, below)) return;
  throw new AppError('invalid_input', 'An entry can stand only over one of a lower layer.', {
    detail: { field: 'overlaysEntryId' },
  });
}

/** A store's entry stands over the base or its own; a set's over any store's, for it may be on for that store. */
function reaches(place: KnowledgePlace, below: KnowledgeEntry): boolean {
  return below.storeId === null || place.storeId === null || below.storeId === place.storeId;
}
