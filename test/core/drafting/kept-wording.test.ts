import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { saveKnowledge, contentOf } from '#core/knowledge/save-knowledge.ts';
import { saveSettings } from '#core/stores/save-settings.ts';
import { writeDraft } from '#core/writing/write-draft.ts';
import { coreDesk, deskSettings, incoming, take, teach } from '#test/support/core-desk.ts';
import { scriptedModel, withModels } from '#test/support/scripted-model.ts';

const question = 'How long does delivery to Norway take?';
const worded = 'Delivery to Norway costs 12 euros and takes five working days.';

async function wordedDesk() {
  const desk = coreDesk();
  const entry = await teach(desk, question, 'Delivery to Norway takes five working days and costs 12 euros.');
  const { id } = take(desk, incoming({ text: question }));
  await draftReply(desk.deps, { conversationId: id });
  const model = scriptedModel(() => ({ sentences: [{ text: worded, sources: ['S1'] }] }));
  const { signal } = new AbortController();
  await writeDraft(withModels(desk, [model]), { conversationId: id, steer: null, signal });
  const again = () => draftReply(desk.deps, { conversationId: id, keepsPicks: true, keepsWording: true });
  return { desk, entry, id, again };
}

test('bug: a look at all drafts throws away what a model worded from the same evidence', async () => {
  const { again } = await wordedDesk();
  expect((await again()).text).toContain(worded);
});

test('bug: what a model worded outlives the evidence it stands on', async () => {
  const { desk, entry, again } = await wordedDesk();
  const content = { ...contentOf(entry), answer: 'Delivery to Norway takes nine working days and costs 12 euros.' };
  await saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: entry.id, content });
  const draft = await again();
  expect(draft.writer ?? null).toBeNull();
  expect(draft.text).toContain('nine');
});

test('bug: what a model worded keeps a closing that the store has changed', async () => {
  const { desk, again } = await wordedDesk();
  const settings = { ...deskSettings, closing: { ...deskSettings.closing, en: 'Yours,' } };
  saveSettings(desk.deps, desk.storeId, settings);
  expect((await again()).text).toContain('Yours,');
});

test('bug: who drafts anew by hand never gets the desk’s own words back', async () => {
  const { desk, id } = await wordedDesk();
  const draft = await draftReply(desk.deps, { conversationId: id });
  expect(draft.text).not.toContain(worded);
});
