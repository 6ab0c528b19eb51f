import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { dismissAlarm, listAlarms, restoreAlarm } from '#core/insights/drift/list-alarms.ts';
import { createOutcomeFacts } from '#core/insights/outcome-facts.ts';
import { saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { type Draft } from '#shared/model/draft.ts';
import { KnowledgeContent, type KnowledgeEntry } from '#shared/model/knowledge.ts';
import { addDraft, newId } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, coreDesk, incoming, take, teach } from '#test/support/core-desk.ts';

const lead = { id: newId(), role: 'lead' } as const;

/** A customer asks, the desk drafts from an entry, and the agent sends what `edit` makes of its answer. */
async function answer(desk: CoreDesk, entry: KnowledgeEntry, edit: (text: string) => string): Promise<void> {
  desk.time.now += 60_000;
  const conversation = take(desk, incoming({ sentAt: desk.time.now - 1_000, text: entry.question }));
  const message = desk.db.conversations.messages(conversation.id)[0];
  if (message === undefined) throw new Error('There is no message');
  const said = {
    kind: 'knowledge',
    id: entry.id,
    versionId: entry.versionId,
    question: entry.question,
    answer: entry.answer,
  } as const;
  const asked: Draft['asks'][number] = {
    text: entry.question,
    context: entry.question,
    evidence: 0,
    silence: null,
    confidence: 0.9,
  };
  const draft = addDraft(desk.db, message, {
    asks: [asked],
    evidence: [
      { ...said, topic: entry.topic, language: 'en', correctsEntryId: null, confidence: 0.9, cosine: 0.9, overlap: 1 },
    ],
    sentences: [
      { part: 'greeting', text: 'Hello Marta,', lead: '', evidence: null, ask: null },
      { part: 'answer', text: entry.answer, lead: '\n\n', evidence: 0, ask: 0 },
    ],
    text: `Hello Marta,\n\n${entry.answer}`,
    createdAt: desk.time.now,
  });
  const text = `Hi Marta!\n\n${edit(entry.answer)}`;
  const lastMessageId = message.id;
  await acceptDraft(desk.deps, {
    conversationId: conversation.id,
    draftId: draft.id,
    lastMessageId,
    text,
    confirmed: 'all',
  });
}

test('bug: a policy that changed is not told, names another entry, or what agents write now is not seen', async () => {
  const desk = coreDesk();
  const deps = { ...desk.deps, facts: createOutcomeFacts(desk.deps) };
  const returns = await teach(desk, 'How long can I return it?', 'You can return it within 30 days.', {
    topic: 'returns',
  });
  const parcels = await teach(desk, 'Where do parcels go?', 'Parcels go to every country we know.', {
    topic: 'parcels',
  });
  const same = (text: string): string => text;
  for (let i = 0; i < 20; i++) {
    await answer(desk, returns, same);
    await answer(desk, parcels, i % 4 === 0 ? (text) => `${text} Write again any time.` : same);
  }
  expect(await listAlarms(deps, desk.storeId, lead)).toEqual([]);
  for (let i = 0; i < 10; i++) {
    await answer(desk, returns, (text) => text.replace('30', '45'));
    await answer(desk, parcels, same);
  }
  const [alarm, ...others] = await listAlarms(deps, desk.storeId, lead);
  expect(others).toEqual([]);
  expect(alarm).toMatchObject({
    kind: 'entry',
    entries: [{ id: returns.id, changed: 10, all: 10 }],
    before: { changed: 0, all: 20 },
    edits: [{ from: '30 days', to: '45 days', count: 10 }],
  });
  expect(await listAlarms(deps, desk.storeId, { ...lead, role: 'agent' })).toEqual([]);

  dismissAlarm(deps, alarm?.key ?? '', 'Ada');
  expect(await listAlarms(deps, desk.storeId, lead)).toEqual([]);
  restoreAlarm(deps, alarm?.key ?? '');
  expect(await listAlarms(deps, desk.storeId, lead)).toHaveLength(1);

  desk.time.now += 60_000;
  const { id, answer: old } = returns;
  await saveKnowledge(desk.deps, {
    storeId: desk.storeId,
    entryId: id,
    content: KnowledgeContent.parse({ ...returns, answer: old.replace('30', '45') }),
  });
  expect(await listAlarms(deps, desk.storeId, lead)).toEqual([]);
});
