import { AppError } from '#shared/errors.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import { fakeImport } from './fake-import.ts';
import { fakeInsights } from './fake-insights.ts';
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
    emit('knowledge.changed', { storeId: entry.storeId });
    return entry;
  }

  function entryOf(id: string): KnowledgeEntry {
    const entry = world.entries.find((each) => each.id === id);
    if (entry === undefined) throw new AppError('not_found', 'There is no such entry');
    return entry;
  }

  return {
    'knowledge.list': ({ state, text, offset, limit }) =>
      page(
        world.entries.filter((entry) => entry.state === state && holds(text, entry.question, entry.answer)),
        offset,
        limit,
      ),
    'knowledge.history': ({ entryId }) => world.history.get(entryId) ?? [],
    'knowledge.save': ({ storeId, entryId, content }) => {
      const before = entryId === null ? null : entryOf(entryId);
      const at = Date.now();
      return setEntry({
        ...content,
        id: before?.id ?? newId(),
        storeId: before === null ? storeId : before.storeId,
        versionId: newId(),
        version: (before?.version ?? 0) + 1,
        state: 'active',
        source: { origin: 'person', file: null, row: null },
        createdAt: before?.createdAt ?? at,
        updatedAt: at,
      });
    },
    'knowledge.retire': ({ entryId }) =>
      setEntry({ ...entryOf(entryId), state: 'retired', versionId: newId(), version: entryOf(entryId).version + 1 }),
    'knowledge.restore': ({ entryId }) =>
      setEntry({ ...entryOf(entryId), state: 'active', versionId: newId(), version: entryOf(entryId).version + 1 }),
    'knowledge.import': ({ file, isDryRun }) => fakeImport(file.name, isDryRun, emit),

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
      emit('learned.changed', { storeId: item.storeId });
      return item;
    },
    'learned.forget': ({ itemId }) => {
      world.learned = world.learned.map((item) => (item.id === itemId ? { ...item, state: 'forgotten' } : item));
      const item = world.learned.find((each) => each.id === itemId);
      if (item === undefined) throw new AppError('not_found', 'There is no such item');
      emit('learned.changed', { storeId: item.storeId });
      return item;
    },

    'insight.summary': ({ from, to }) => fakeInsights(world, from, to),
    'insight.outcomes': ({ from, to, act }) =>
      world.outcomes
        .filter(
          (outcome) =>
            outcome.createdAt >= from && outcome.createdAt < to && (act === undefined || outcome.act === act),
        )
        .sort((a, b) => b.createdAt - a.createdAt)
        .slice(0, 500),
  };
}
