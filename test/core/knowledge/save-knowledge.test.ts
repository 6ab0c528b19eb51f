import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { restoreKnowledge, retireKnowledge, revertKnowledge, saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { unlimited } from '#shared/model/knowledge.ts';
import { coreDesk, incoming, take, teach } from '#test/support/core-desk.ts';

const delivery = 'How long does delivery to Norway take?';

async function drafted() {
  const desk = coreDesk();
  const entry = await teach(desk, delivery, 'Delivery to Norway takes three days.');
  const { id } = take(desk, incoming({ subject: '', text: delivery }));
  const draft = await draftReply(desk.deps, { conversationId: id });
  const again = () => draftReply(desk.deps, { conversationId: id });
  return { desk, entry, draft, again };
}

const limits = { kind: 'pair' as const, topic: null, scope: [], language: 'en' as const, ...unlimited };

test('bug: the next draft says what the entry said before', async () => {
  const { desk, entry, draft, again } = await drafted();
  const content = { ...limits, question: delivery, answer: 'Delivery to Norway takes nine days.' };
  const next = await saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: entry.id, content });
  expect(next).toMatchObject({ id: entry.id, version: 2 });
  expect(desk.db.drafts.get(draft.id)).toMatchObject({ state: 'stale', text: draft.text });
  expect((await again()).text).toContain('nine days');
});

test('bug: a retired entry is drafted from, or its draft stays open', async () => {
  const { desk, entry, draft, again } = await drafted();
  retireKnowledge(desk.deps, entry.id);
  expect(desk.db.drafts.get(draft.id).state).toBe('stale');
  expect(desk.db.drafts.conversationsToDraft(9)).toEqual([draft.conversationId]);
  expect(await again()).toMatchObject({ text: '', evidence: [] });
});

test('bug: a restored entry is not found, or has lost its words', async () => {
  const { desk, entry, draft, again } = await drafted();
  retireKnowledge(desk.deps, entry.id);
  expect(await restoreKnowledge(desk.deps, entry.id)).toMatchObject({
    state: 'active',
    version: 3,
    answer: entry.answer,
    source: entry.source,
  });
  expect((await again()).text).toBe(draft.text);
});

test('bug: editing a retired entry brings it back', async () => {
  const { desk, entry, again } = await drafted();
  retireKnowledge(desk.deps, entry.id);
  const content = { ...limits, question: delivery, answer: 'Nine days.' };
  const saved = await saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: entry.id, content });
  expect(saved.state).toBe('retired');
  expect((await again()).text).toBe('');
});

test('bug: a draft from other knowledge goes stale', async () => {
  const { desk, draft } = await drafted();
  await teach(desk, 'Is the pouch compostable?', 'Yes.');
  expect(desk.db.drafts.get(draft.id).state).toBe('open');
});

test('bug: a form that was open for an hour undoes what a colleague wrote meanwhile', async () => {
  const { desk, entry } = await drafted();
  const write = (answer: string, fromVersionId: string) =>
    saveKnowledge(desk.deps, {
      storeId: desk.storeId,
      entryId: entry.id,
      content: { ...limits, question: delivery, answer },
      fromVersionId,
    });
  await write('Nine days.', entry.versionId);
  await expect(write('Two days.', entry.versionId)).rejects.toMatchObject({ code: 'conflict' });
  expect(desk.db.knowledge.get(entry.id).answer).toBe('Nine days.');
});

test('bug: going back to a version loses who and why, or what the entry was between', async () => {
  const { desk, entry, again } = await drafted();
  const content = { ...limits, question: delivery, answer: 'Delivery to Norway takes nine days.' };
  await saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: entry.id, content, why: 'The carrier is slower.' });
  await revertKnowledge(desk.deps, { entryId: entry.id, versionId: entry.versionId, why: 'It was a rumour.' });
  const history = desk.db.knowledge.history(entry.id);
  expect(history.map(({ version, answer, change }) => [version, answer, change.who, change.why])).toEqual([
    [3, entry.answer, 'Ada', 'It was a rumour.'],
    [2, content.answer, 'Ada', 'The carrier is slower.'],
    [1, entry.answer, 'Ada', ''],
  ]);
  expect((await again()).text).toContain('three days');
  const other = await teach(desk, 'Is the pouch compostable?', 'Yes.');
  await expect(
    revertKnowledge(desk.deps, { entryId: other.id, versionId: entry.versionId, why: '' }),
  ).rejects.toMatchObject({ code: 'not_found' });
});
