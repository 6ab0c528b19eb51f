import type { EntryLayers, LayeredEntry } from '#shared/model/entry-layers.ts';
import type { KnowledgeContent, KnowledgePlace } from '#shared/model/knowledge.ts';
import { validityTime } from '#shared/validity-time.ts';
import type { World } from './fake-world.ts';

const layerOf = ({ storeId, setId }: KnowledgePlace): number => (setId !== null ? 2 : storeId === null ? 0 : 1);

/** Whether an entry's time is at that moment. */
export function holdsAt({ validity }: Pick<KnowledgeContent, 'validity'>, at: number): boolean {
  const { validFrom, validUntil } = validityTime(validity);
  return (validFrom ?? at) <= at && (validUntil ?? at + 1) > at;
}

/** What stands over an entry of the made-up desk, and what it stands over. */
export function layersOf(
  world: World,
  entry: KnowledgePlace & Pick<KnowledgeContent, 'question' | 'overlaysEntryId'> & { readonly id: string | null },
): EntryLayers {
  const found = world.entries
    .filter((one) => one.state === 'active' && one.id !== entry.id)
    .map((one): LayeredEntry | null => {
      if (one.id === entry.overlaysEntryId || (entry.id !== null && one.overlaysEntryId === entry.id))
        return { entry: one, isNamed: true };
      return one.question.trim() !== '' && one.question === entry.question ? { entry: one, isNamed: false } : null;
    })
    .filter((one) => one !== null);
  return {
    below: found.filter((one) => layerOf(one.entry) < layerOf(entry)),
    above: found.filter((one) => layerOf(one.entry) > layerOf(entry)),
  };
}
