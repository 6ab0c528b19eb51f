import { expect, test } from 'vitest';
import { addEntry, retireKnowledge, saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { writtenHere } from '#shared/model/knowledge.ts';
import { answered, base, contentWith, ownOf, postage, write } from '#test/core/retrieval/written-desk.ts';
import { type CoreDesk, coreDesk } from '#test/support/core-desk.ts';

const lid = 'Is the lid dishwasher safe?';
const until = (day: string) => ({ from: null, until: `${day}T00:00`, zone: 'UTC' });
const subjectsOf = ({ db, storeId, time }: CoreDesk): readonly string[] =>
  db.passages.subjects({ storeId, about: null, channel: null, at: time.now });

test('bug: a time that no entry has any more still rouses the clock, and stays for good', async () => {
  const desk = coreDesk();
  const { id } = await write(desk, postage, '9 EUR.', ownOf(desk), { validity: until('2026-03-20') });
  expect(desk.db.passages.nextChange(desk.time.now)).toBe(Date.UTC(2026, 2, 20));
  await saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: id, content: contentWith(postage, '9 EUR.') });
  expect(desk.db.passages.nextChange(desk.time.now)).toBeNull();
});

test('bug: a scope name written wrongly once, then mended, hides the answer for good', async () => {
  const desk = coreDesk();
  const { id } = await write(desk, lid, 'Wash it by hand.', ownOf(desk), { scope: ['lid'] });
  const content = contentWith(lid, 'Wash it by hand.', { scope: ['Reed Kettle'] });
  await saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: id, content });
  expect(subjectsOf(desk)).toEqual(['Reed Kettle']);
  expect((await answered(desk, lid)).text).toContain('by hand');
});

test('bug: a retired entry’s product hides the others’ answers', async () => {
  const desk = coreDesk();
  const asked = 'Is the lid of the Tea Set dishwasher safe?';
  await write(desk, asked, 'Wash it by hand.', ownOf(desk), { scope: ['Reed Kettle'] });
  const { id } = await write(desk, 'What is in it?', 'Two cups.', ownOf(desk), { scope: ['Tea Set'] });
  retireKnowledge(desk.deps, id);
  expect((await answered(desk, asked)).text).toContain('by hand');
});

test('bug: an audience that goes with its last passage lets its id speak for another one', async () => {
  const desk = coreDesk();
  const { id } = await write(desk, lid, 'By hand.', ownOf(desk), { scope: ['Fern Kettle'] });
  const scope = { storeId: desk.storeId, about: ['Fern Kettle'], channel: null, at: desk.time.now };
  expect(desk.db.passages.searchTerms(['lid'], scope, 9)).toHaveLength(1);
  retireKnowledge(desk.deps, id);
  await write(desk, lid, 'In the rack.', ownOf(desk), { scope: ['Reed Kettle'] });
  expect(desk.db.passages.searchTerms(['lid'], scope, 9)).toEqual([]);
  const [vector = new Float32Array()] = await desk.embedder.embed([lid]);
  expect(desk.db.passages.searchVector(desk.embedder.id, vector, scope, 9)).toEqual([]);
});

test('bug: an audience of a part that was undone is remembered', () => {
  const desk = coreDesk();
  const change = { who: '', why: '' };
  const add = (place: typeof base, over: Parameters<typeof contentWith>[2]) =>
    addEntry(desk.deps, place, contentWith(postage, '9 EUR.', over), writtenHere, change);
  desk.db.transaction(() => {
    const undone = (): void => {
      add(base, { scope: ['A'] });
      expect(subjectsOf(desk)).toEqual(['A']);
      throw new Error('undone');
    };
    expect(() => desk.db.transaction(undone)).toThrow();
    expect(subjectsOf(desk)).toEqual([]);
    add(ownOf(desk), { scope: ['B'], validity: until('2026-03-01') });
    expect(subjectsOf(desk)).toEqual([]);
  });
  expect(desk.db.passages.nextChange(0)).toBe(Date.UTC(2026, 2, 1));
});

test('bug: the subjects are a new list at every search, so that nothing about them can be remembered', async () => {
  const desk = coreDesk();
  await write(desk, lid, 'By hand.', ownOf(desk), { scope: ['Fern Kettle'], validity: until('2026-03-20') });
  const before = subjectsOf(desk);
  desk.time.now += 60_000;
  expect(subjectsOf(desk)).toBe(before);
  desk.time.now = Date.UTC(2026, 2, 20);
  expect(subjectsOf(desk)).toEqual([]);
});
