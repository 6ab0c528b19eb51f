import type { EntryLayers, LayeredEntry } from '#shared/model/entry-layers.ts';
import type { KnowledgeContent, KnowledgeEntry, KnowledgePlace } from '#shared/model/knowledge.ts';
import type { Database } from '../ports/repositories/index.ts';
import { areMet } from '../retrieval/standing.ts';
import { layerOf, matterOf } from './overlay.ts';

type LayersDeps = Pick<Database, 'knowledge' | 'stores'>;

/** An entry as far as it decides what it stands over; `id` null while it is being written. */
export type PlacedContent = KnowledgePlace &
  Pick<KnowledgeContent, 'kind' | 'question' | 'language' | 'scope' | 'overlaysEntryId'> & {
    readonly id: string | null;
  };

/**
 * Which active entries of other layers stand in an entry's place, and in whose place it stands: those that are named, and
 * those that are asked the same. Of all stores and sets, whether on or off.
 */
export function entryLayers(deps: LayersDeps, entry: PlacedContent): EntryLayers {
  const layer = layerOf(entry);
  const named = entry.overlaysEntryId === null ? null : deps.knowledge.find(entry.overlaysEntryId);
  const naming = entry.id === null ? [] : deps.knowledge.overlaying(entry.id);
  const same = sameMatter(deps, entry).filter((one) => one.id !== named?.id && layersMeet(one, entry));
  return {
    below: [
      ...(named === null ? [] : [layered(named, true)]),
      ...same.filter((one) => layerOf(one) < layer).map((one) => layered(one, false)),
    ],
    above: [
      ...naming.map((one) => layered(one, true)),
      ...same
        .filter((one) => layerOf(one) > layer && !naming.some(({ id }) => id === one.id))
        .map((one) => layered(one, false)),
    ],
  };
}

/** Of the active entries of a set those that stand in another one's place in a store; `limit` of them at most are looked at. */
export function setOverlays(
  deps: LayersDeps,
  input: { readonly storeId: string; readonly setId: string; readonly limit: number },
): ReadonlyArray<{ readonly entry: KnowledgeEntry; readonly below: readonly LayeredEntry[] }> {
  const { storeId, setId, limit } = input;
  const { items } = deps.knowledge.list({ storeId, state: 'active', setId, offset: 0, limit });
  return items
    .map((entry) => ({
      entry,
      below: entryLayers(deps, entry).below.filter(({ entry: one }) => one.storeId === null || one.storeId === storeId),
    }))
    .filter(({ below }) => below.length > 0);
}

function sameMatter(deps: LayersDeps, entry: PlacedContent): readonly KnowledgeEntry[] {
  const matter = matterOf(entry);
  if (matter === null) return [];
  const meets = (one: KnowledgeEntry): boolean => {
    const [upper, lower] = layerOf(one) > layerOf(entry) ? [one, entry] : [entry, one];
    return areMet(upper, lower, { about: null, isUnlimited: true });
  };
  const storeIds = entry.storeId === null ? deps.stores.list().map(({ id }) => id) : [entry.storeId];
  const found = new Map<string, KnowledgeEntry>();
  for (const storeId of storeIds) for (const one of deps.knowledge.ofMatter(storeId, matter)) found.set(one.id, one);
  return [...found.values()].filter((one) => one.id !== entry.id && meets(one));
}

/** A store's own entries never stand over another store's. */
function layersMeet(a: KnowledgePlace, b: KnowledgePlace): boolean {
  return a.storeId === null || b.storeId === null || a.storeId === b.storeId;
}

function layered(entry: KnowledgeEntry, isNamed: boolean): LayeredEntry {
  return { entry, isNamed };
}
