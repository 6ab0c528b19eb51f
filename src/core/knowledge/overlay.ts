import { AppError } from '#shared/errors.ts';
import type { KnowledgeContent, KnowledgeEntry, KnowledgePlace } from '#shared/model/knowledge.ts';
import type { Database } from '../ports/repositories/index.ts';
import { foldedLine } from './folded-line.ts';

/** 0 the base, 1 a store's own, 2 a set: the higher one's words stand in the place of the lower one's. */
export function layerOf({ storeId, setId }: KnowledgePlace): 0 | 1 | 2 {
  if (setId !== null) return 2;
  return storeId === null ? 0 : 1;
}

/**
 * What an entry is asked, letter case, width, white space and final punctuation aside: entries of different layers with the
 * same one are about one matter. Null for a section of an article: many stand under one heading.
 */
export function matterOf({ kind, question }: Pick<KnowledgeContent, 'kind' | 'question'>): string | null {
  if (kind === 'article') return null;
  return foldedLine(question).replace(/[ .,!?;:。、]+$/u, '') || null;
}

/** Refuses a place that cannot be written to. Errors: `invalid_input`, `not_found`, `conflict` for a set out of use. */
export function checkPlace({ sets }: Pick<Database, 'sets'>, { storeId, setId }: KnowledgePlace): void {
  if (setId === null) return;
  if (storeId !== null)
    throw new AppError('invalid_input', 'An entry lives in a store or in a set.', { detail: { field: 'setId' } });
  if (sets.get(setId).state === 'retired')
    throw new AppError('conflict', 'The set is out of use.', { detail: { what: 'set' } });
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
