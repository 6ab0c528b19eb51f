import type { KnowledgePlace } from '#shared/model/knowledge.ts';
import type { Source, SourceSettings } from '#shared/model/source.ts';
import { type KnowledgeDeps, appendVersion, tellChanged } from '../knowledge/save-knowledge.ts';
import type { Database } from '../ports/repositories/index.ts';

export type SourceDeps = KnowledgeDeps &
  Pick<Database, 'sources'> & {
    /** Lets other work run between slices. */
    readonly passTurn: () => Promise<void>;
  };

/** Adds a source, or returns the one that is there already: the same settings, and for given files the same name. */
export function addSource(
  deps: SourceDeps,
  input: { readonly place: KnowledgePlace; readonly name: string; readonly settings: SourceSettings },
): Source {
  const { place, name, settings } = input;
  const isGiven = settings.kind === 'file' && settings.path === null;
  const known = deps.sources
    .list()
    .find(
      (source) =>
        source.storeId === place.storeId &&
        source.setId === place.setId &&
        JSON.stringify(source.settings) === JSON.stringify(settings) &&
        (!isGiven || source.name === name),
    );
  if (known !== undefined) return known;
  const source = deps.sources.add({ id: deps.ids.newId(), place, name, settings, at: deps.clock.now() });
  deps.emit('source.changed', { sourceId: source.id });
  return source;
}

const sliceSize = 200;

/**
 * Forgets a source. Its entries stay in use, or go out of use first, but for those a person has changed; in slices of one
 * transaction each. Errors: `not_found`.
 */
export async function removeSource(
  deps: SourceDeps,
  input: { readonly sourceId: string; readonly entries: 'keep' | 'retire'; readonly why: string },
): Promise<void> {
  const source = deps.sources.get(input.sourceId);
  const change = { who: deps.person(), why: input.why };
  const own = input.entries === 'keep' ? [] : deps.knowledge.ofSource(source.id);
  const toRetire = own.filter((entry) => entry.source.origin !== 'person');
  for (let start = 0; start < toRetire.length; start += sliceSize) {
    const slice = toRetire.slice(start, start + sliceSize);
    const retired = deps.transaction(() =>
      slice
        .filter((entry) => deps.knowledge.find(entry.id)?.versionId === entry.versionId)
        .map((entry) => appendVersion(deps, entry, { state: 'retired', change })),
    );
    tellChanged(deps, retired);
    await deps.passTurn();
  }
  deps.sources.remove(source.id, deps.clock.now());
  deps.emit('source.changed', { sourceId: source.id });
}
