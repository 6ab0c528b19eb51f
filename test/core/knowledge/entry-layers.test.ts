import { expect, test } from 'vitest';
import { entryLayers, setOverlays } from '#core/knowledge/entry-layers.ts';
import { retireKnowledge, saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { saveSet } from '#core/knowledge/switch-sets.ts';
import { type KnowledgeContent, type KnowledgePlace, unlimited } from '#shared/model/knowledge.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, coreDesk, deskSettings } from '#test/support/core-desk.ts';

const base = { storeId: null, setId: null };

function write(desk: CoreDesk, question: string, place: KnowledgePlace, over: Partial<KnowledgeContent> = {}) {
  const said = { kind: 'pair' as const, question, answer: `${question} Yes.`, topic: null, scope: [] };
  const content: KnowledgeContent = { ...said, language: 'en', ...unlimited, ...over };
  return saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: null, content, place });
}

function layersOf(desk: CoreDesk, entry: Parameters<typeof entryLayers>[1]) {
  const { below, above } = entryLayers(desk.deps, entry);
  const told = (layers: typeof below) => layers.map(({ entry: one, isNamed }) => [one.id, isNamed]);
  return { below: told(below), above: told(above) };
}

const ask = 'Is the post free?';

test('bug: who edits a shared answer is not told that stores and sets answer otherwise', async () => {
  const desk = coreDesk();
  const elsewhere = desk.db.stores.add({ id: newId(), versionId: newId(), settings: deskSettings, at: 1 }).id;
  const { id: setId } = saveSet(desk.deps, { setId: null, name: '11.11' });
  const shared = await write(desk, ask, base);
  const own = await write(desk, 'IS the post  free?', { storeId: elsewhere, setId: null });
  const sale = await write(desk, 'Is it free in the sale?', { storeId: null, setId }, { overlaysEntryId: shared.id });
  await write(desk, 'Is the parcel free?', { storeId: elsewhere, setId: null });

  expect(layersOf(desk, shared)).toEqual({
    below: [],
    above: [
      [sale.id, true],
      [own.id, false],
    ],
  });
  expect(layersOf(desk, own)).toEqual({ below: [[shared.id, false]], above: [] });
  expect(layersOf(desk, sale)).toEqual({ below: [[shared.id, true]], above: [] });
  retireKnowledge(desk.deps, own.id);
  expect(layersOf(desk, shared).above).toEqual([[sale.id, true]]);
});

test('bug: one is told of an overlay where search would know none', async () => {
  const desk = coreDesk();
  const elsewhere = desk.db.stores.add({ id: newId(), versionId: newId(), settings: deskSettings, at: 1 }).id;
  const own = { storeId: desk.storeId, setId: null };
  await write(desk, ask, { storeId: elsewhere, setId: null });
  await write(desk, ask, base, { scope: ['Kettle'] });
  await write(desk, ask, base, { language: 'ja' });
  await write(desk, ask, base, { kind: 'article' });
  const asked = { kind: 'pair' as const, question: ask, language: 'en' as const, scope: [], overlaysEntryId: null };
  expect(layersOf(desk, { id: null, ...own, ...asked })).toEqual({ below: [], above: [] });
  const shared = await write(desk, ask, base);
  expect(layersOf(desk, { id: null, ...own, ...asked }).below).toEqual([[shared.id, false]]);
});

test('bug: a set tells of answers it takes from another store, or not of those it takes here', async () => {
  const desk = coreDesk();
  const elsewhere = desk.db.stores.add({ id: newId(), versionId: newId(), settings: deskSettings, at: 1 }).id;
  const { id: setId } = saveSet(desk.deps, { setId: null, name: '11.11' });
  const here = await write(desk, ask, { storeId: desk.storeId, setId: null });
  const there = await write(desk, 'Is it wrapped?', { storeId: elsewhere, setId: null });
  const sale = await write(desk, ask, { storeId: null, setId });
  await write(desk, 'Is it wrapped?', { storeId: null, setId });
  await write(desk, 'What is 11.11?', { storeId: null, setId });

  const told = (storeId: string) =>
    setOverlays(desk.deps, { storeId, setId, limit: 100 }).map(({ entry, below }) => [
      entry.id,
      below.map((one) => one.entry.id),
    ]);
  expect(told(desk.storeId)).toEqual([[sale.id, [here.id]]]);
  expect(told(elsewhere).flatMap(([, below]) => below)).toEqual([there.id]);
});

test('bug: a list of one layer, or of what holds now, leaks what is of another or of another time', async () => {
  const desk = coreDesk();
  const { id: setId } = saveSet(desk.deps, { setId: null, name: '11.11' });
  const own = { storeId: desk.storeId, setId: null };
  const spring = { from: null, until: '2026-03-10T13:00', zone: 'Europe/London' };
  const summer = { from: '2026-06-01T00:00', until: null, zone: 'Europe/London' };
  const shared = await write(desk, 'shared', base);
  const ending = await write(desk, 'ending', own, { validity: spring });
  const coming = await write(desk, 'coming', own, { validity: summer });
  const sale = await write(desk, 'sale', { storeId: null, setId }, { validity: summer });
  const listed = (query: Partial<Parameters<typeof desk.db.knowledge.list>[0]>) =>
    desk.db.knowledge
      .list({ storeId: desk.storeId, state: 'active', offset: 0, limit: 9, ...query })
      .items.map((one) => one.id)
      .toSorted();
  const at = Date.UTC(2026, 2, 10, 12);

  expect(listed({ layer: 'base' })).toEqual([shared.id]);
  expect(listed({ layer: 'store' })).toEqual([ending.id, coming.id]);
  expect(listed({ time: { at, holds: true } })).toEqual([shared.id, ending.id]);
  expect(listed({ time: { at, holds: false } })).toEqual([coming.id]);
  expect(listed({ time: { at: at + 3_600_000, holds: true } })).toEqual([shared.id]);
  expect(listed({ setId, time: { at, holds: true } })).toEqual([]);
  expect(listed({ setId, time: { at, holds: false } })).toEqual([sale.id]);
  expect(
    desk.db.knowledge.list({ storeId: desk.storeId, state: 'active', layer: 'store', offset: 0, limit: 1 }),
  ).toMatchObject({
    total: 2,
  });
});
