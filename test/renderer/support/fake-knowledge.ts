import { AppError } from '#shared/errors.ts';
import { type KnowledgeEntry, writtenHere } from '#shared/model/knowledge.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import { fakeCoverage } from './fake-coverage.ts';
import { fakeInsights } from './fake-insights.ts';
import { holdsAt, layersOf } from './fake-layers.ts';
import { type FakeState, holds, page } from './fake-state.ts';
import { newId } from './sample.ts';

type KnowledgeName = Extract<keyof Handlers, `knowledge.${string}` | `learned.${string}` | `insight.${string}`>;

/** Knowledge, lessons and insights of the made-up desk. */
export function fakeKnowledgeHandlers(state: FakeState): Pick<Handlers, KnowledgeName> {
  const { world, emit } = state;

  function setEntry(entry: KnowledgeEntry): KnowledgeEntry {
    const has = world.entries.some((each) => each.id === entry.id);
    world.entries = has
      ? world.entries.map((each) => (each.id === entry.id ? entry : each))
      : [entry, ...world.entries];
    world.history.set(entry.id, [entry, ...(world.history.get(entry.id) ?? [])]);
    emit('knowledge.changed', { storeId: entry.storeId, entryIds: [entry.id] });
    return entry;
  }

  function entryOf(id: string): KnowledgeEntry {
    const entry = world.entries.find((each) => each.id === id);
    if (entry === undefined) throw new AppError('not_found', 'There is no such entry');
    return entry;
  }

  const isOn = (setId: string, storeId: string): boolean =>
    world.sets.some((set) => set.id === setId && set.storeIds.includes(storeId));

  return {
    'knowledge.list': ({ storeId, state, text, setId, layer, holds: isNow, offset, limit }) =>
      page(
        world.entries.filter(
          (entry) =>
            entry.state === state &&
            holds(text, entry.question, entry.answer) &&
            (setId === undefined ? entry.setId === null || isOn(entry.setId, storeId) : entry.setId === setId) &&
            (entry.storeId === null || entry.storeId === storeId) &&
            (layer !== 'base' || (entry.storeId === null && entry.setId === null)) &&
            (layer !== 'store' || entry.storeId !== null) &&
            (isNow === undefined || isNow === holdsAt(entry, Date.now())),
        ),
        offset,
        limit,
      ),
    'knowledge.layers': (entry) => layersOf(world, entry),
    'knowledge.history': ({ entryId }) => world.history.get(entryId) ?? [],
    'knowledge.save': ({ storeId, entryId, content, place, why }) => {
      const before = entryId === null ? null : entryOf(entryId);
      const at = Date.now();
      return setEntry({
        ...content,
        id: before?.id ?? newId(),
        storeId: before === null ? (place ?? { storeId }).storeId : before.storeId,
        setId: before === null ? (place?.setId ?? null) : before.setId,
        versionId: newId(),
        version: (before?.version ?? 0) + 1,
        state: 'active',
        source: writtenHere,
        change: { who: 'Noor', why: why ?? '' },
        createdAt: before?.createdAt ?? at,
        updatedAt: at,
      });
    },
    'knowledge.retire': ({ entryId }) =>
      setEntry({ ...entryOf(entryId), state: 'retired', versionId: newId(), version: entryOf(entryId).version + 1 }),
    'knowledge.restore': ({ entryId }) =>
      setEntry({ ...entryOf(entryId), state: 'active', versionId: newId(), version: entryOf(entryId).version + 1 }),
    'knowledge.revert': ({ entryId, versionId, why }) => {
      const earlier = (world.history.get(entryId) ?? []).find((each) => each.versionId === versionId);
      if (earlier === undefined) throw new AppError('not_found', 'There is no such version');
      const next = {
        versionId: newId(),
        version: entryOf(entryId).version + 1,
        change: { who: 'Noor', why: why ?? '' },
      };
      return setEntry({ ...earlier, ...next, state: 'active', updatedAt: Date.now() });
    },

    'learned.list': ({ state, offset, limit }) =>
      page(
        world.learned.filter((item) => item.state === state),
        offset,
        limit,
      ),
    'learned.save': ({ itemId, question, answer }) => {
      world.learned = world.learned.map((item) =>
        item.id === itemId ? { ...item, question, answer, version: item.version + 1 } : item,
      );
      const item = world.learned.find((each) => each.id === itemId);
      if (item === undefined) throw new AppError('not_found', 'There is no such item');
      emit('learned.changed', { storeId: item.storeId, itemIds: [] });
      return item;
    },
    'learned.forget': ({ itemId }) => {
      world.learned = world.learned.map((item) => (item.id === itemId ? { ...item, state: 'forgotten' } : item));
      const item = world.learned.find((each) => each.id === itemId);
      if (item === undefined) throw new AppError('not_found', 'There is no such item');
      emit('learned.changed', { storeId: item.storeId, itemIds: [] });
      return item;
    },

    'insight.coverage': ({ storeId, topic }) => fakeCoverage(state, storeId, topic),
    ...fakeInsights(state, emit),
  };
}
