import { expect, test } from 'vitest';
import { restoreKnowledge, retireKnowledge } from '#core/knowledge/save-knowledge.ts';
import { saveSet, setSetState } from '#core/knowledge/switch-sets.ts';
import { KnowledgePlace } from '#shared/model/knowledge.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { postage, write } from '#test/core/retrieval/written-desk.ts';
import { coreDesk } from '#test/support/core-desk.ts';

test('bug: an entry lives in a store and in a set at once', async () => {
  const desk = coreDesk();
  const { id: setId } = saveSet(desk.deps, { setId: null, name: 'Winter' });
  const both = { storeId: desk.storeId, setId };
  expect(KnowledgePlace.safeParse(both).success).toBe(false);
  await expect(write(desk, postage, '9 EUR', both)).rejects.toMatchObject({ code: 'invalid_input' });
});

test('bug: an entry is written into a set that does not exist, or one out of use, without a word', async () => {
  const desk = coreDesk();
  const inSet = (setId: string) => write(desk, postage, '9 EUR', { storeId: null, setId });
  await expect(inSet(newId())).rejects.toMatchObject({ code: 'not_found' });
  const { id: setId } = saveSet(desk.deps, { setId: null, name: 'Winter' });
  const entry = await inSet(setId);
  retireKnowledge(desk.deps, entry.id);
  setSetState(desk.deps, { setId, state: 'retired' });
  await expect(inSet(setId)).rejects.toMatchObject({ code: 'conflict' });
  await expect(restoreKnowledge(desk.deps, entry.id)).rejects.toMatchObject({ code: 'conflict' });
});
