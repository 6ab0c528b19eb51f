import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { restoreKnowledge, retireKnowledge, saveKnowledge } from '#core/knowledge/save-knowledge.ts';
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

const { kind, topic, scope, language } = { kind: 'pair' as const, topic: null, scope: [], language: 'en' as const };

test('bug: the next draft says what the entry said before', async () => {
  const { desk, entry, draft, again } = await drafted();
  const content = { kind, topic, scope, language, question: delivery, answer: 'Delivery to Norway takes nine days.' };
  const next = saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: entry.id, content });
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
  expect(restoreKnowledge(desk.deps, entry.id)).toMatchObject({
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
  const content = { kind, topic, scope, language, question: delivery, answer: 'Nine days.' };
  expect(saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: entry.id, content }).state).toBe('retired');
  expect((await again()).text).toBe('');
});

test('bug: a draft from other knowledge goes stale', async () => {
  const { desk, draft } = await drafted();
  await teach(desk, 'Is the pouch compostable?', 'Yes.');
  expect(desk.db.drafts.get(draft.id).state).toBe('open');
});
