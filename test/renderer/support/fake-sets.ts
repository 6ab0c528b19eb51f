import { AppError } from '#shared/errors.ts';
import type { KnowledgeSet } from '#shared/model/knowledge-set.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import { layersOf } from './fake-layers.ts';
import type { FakeState } from './fake-state.ts';
import { newId } from './sample.ts';

type SetName = Extract<keyof Handlers, `set.${string}`>;

/** The sets of the made-up desk. */
export function fakeSetHandlers({ world, emit }: FakeState): Pick<Handlers, SetName> {
  const listed = () =>
    world.sets.map((set) => ({ ...set, entryCount: world.entries.filter((entry) => entry.setId === set.id).length }));

  function put(set: KnowledgeSet): KnowledgeSet {
    world.sets = world.sets.some((each) => each.id === set.id)
      ? world.sets.map((each) => (each.id === set.id ? set : each))
      : [...world.sets, set];
    emit('set.changed', {});
    return set;
  }

  function known(id: string): KnowledgeSet {
    const set = world.sets.find((each) => each.id === id);
    if (set === undefined) throw new AppError('not_found', 'There is no such set');
    return { ...set, version: set.version + 1, updatedAt: Date.now() };
  }

  return {
    'set.list': listed,
    'set.save': ({ setId, name }) => {
      if (setId !== null) return put({ ...known(setId), name });
      const now = Date.now();
      return put({ id: newId(), name, state: 'active', storeIds: [], version: 1, createdAt: now, updatedAt: now });
    },
    'set.switch': ({ storeId, on, off }) => {
      for (const id of off) put({ ...known(id), storeIds: known(id).storeIds.filter((each) => each !== storeId) });
      for (const id of on) put({ ...known(id), storeIds: [...new Set([...known(id).storeIds, storeId])] });
      return listed();
    },
    'set.overlays': ({ setId }) =>
      world.entries
        .filter((entry) => entry.setId === setId && entry.state === 'active')
        .map((entry) => ({ entry, below: layersOf(world, entry).below }))
        .filter(({ below }) => below.length > 0),
    'set.setState': ({ setId, state }) => put({ ...known(setId), state, storeIds: [] }),
  };
}
