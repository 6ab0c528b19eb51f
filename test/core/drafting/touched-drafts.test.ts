import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { touchedDrafts } from '#core/drafting/touched-drafts.ts';
import { saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { unlimited } from '#shared/model/knowledge.ts';
import { type CoreDesk, coreDesk, incoming, take, teach } from '#test/support/core-desk.ts';

async function waits(desk: CoreDesk, text: string): Promise<string> {
  const author = `${text.length}-${Math.abs([...text].reduce((sum, one) => sum + one.charCodeAt(0), 0))}@example.com`;
  const { id } = take(desk, incoming({ subject: '', text, authorAddress: author, customerAddress: author }));
  await draftReply(desk.deps, { conversationId: id });
  return id;
}

test('bug: after a correction the twin of the corrected question waits behind everybody', async () => {
  const desk = coreDesk();
  const entry = await teach(desk, 'How long does delivery to Norway take?', 'Three days.');
  await teach(desk, 'Is the pouch compostable?', 'Yes, at home.');
  const strangers: string[] = [];
  for (let i = 0; i < 20; i++) strangers.push(await waits(desk, `Is the pouch number ${i} compostable?`));
  const near = await waits(desk, 'Does delivery cost anything in Norway, and how long is it?');
  const twin = await waits(desk, 'How long does delivery to Norway take, please?');
  const limits = { kind: 'pair' as const, topic: null, scope: [], language: 'en' as const, ...unlimited };
  const content = { ...limits, question: entry.question, answer: 'Nine days.' };
  await saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: entry.id, content });
  // What named the entry is stale, and drafted as new; of the others the near ones come first.
  expect(desk.db.drafts.current(twin)?.state).toBe('stale');

  const other = await teach(desk, 'What does delivery to Norway cost?', 'Nine euros.');
  await draftReply(desk.deps, { conversationId: twin });
  await draftReply(desk.deps, { conversationId: near });
  const touched = await touchedDrafts(desk.deps, desk.storeId, [other.id]);
  expect(touched.slice(0, 2).toSorted()).toEqual([near, twin].toSorted());
  expect(touched.filter((id) => strangers.includes(id))).toEqual([]);
});

test('bug: a new entry never reaches the one whose question nothing answered', async () => {
  const desk = coreDesk();
  const silent = await waits(desk, 'Können Sie den Deckel einzeln liefern? Is the lid sold separately?');
  expect(desk.db.drafts.current(silent)?.text).toBe('');
  const entry = await teach(desk, 'Is the lid sold separately?', 'Yes, for 4 EUR.');
  expect(await touchedDrafts(desk.deps, desk.storeId, [entry.id])).toEqual([silent]);
});

test('bug: Chinese and Japanese questions are never near, for they have no spaces', async () => {
  const desk = coreDesk();
  const chinese = await waits(desk, '请问茶壶可以用洗碗机洗吗？');
  const japanese = await waits(desk, '急須は食洗機で洗えますか？');
  const zh = await teach(desk, '茶壶能放洗碗机吗？', '请手洗。', { language: 'zh' });
  const ja = await teach(desk, '急須を食洗機に入れてもよいですか？', '手洗いでお願いいたします。', { language: 'ja' });
  expect((await touchedDrafts(desk.deps, desk.storeId, [zh.id]))[0]).toBe(chinese);
  expect((await touchedDrafts(desk.deps, desk.storeId, [ja.id]))[0]).toBe(japanese);
});

test('bug: an overlay in other words leaves open drafts that say what it stands over', async () => {
  const desk = coreDesk();
  const below = await teach(desk, 'How much is postage to Norway?', 'Nine euros.', {}, { storeId: null, setId: null });
  const using = await waits(desk, 'How much is postage to Norway?');
  await waits(desk, 'Is the zebra striped?');
  const top = await teach(desk, 'Freight in snow', 'It costs nothing.', { overlaysEntryId: below.id });
  // As it was before the overlay.
  desk.db.drafts.setState(desk.db.drafts.current(using)?.id ?? '', 'open');
  expect((await touchedDrafts(desk.deps, desk.storeId, [top.id]))[0]).toBe(using);
});

test('bug: nothing else runs while a hundred entries are held against 1,000 open drafts', async () => {
  const desk = coreDesk();
  for (let i = 0; i < 1_000; i++) await waits(desk, `Is postage to island ${i} free? And when does parcel ${i} come?`);
  const answer = 'By hand, with care and warm water. '.repeat(10);
  const entries: string[] = [];
  for (let i = 0; i < 100; i++) entries.push((await teach(desk, `Washing ${i} cups of tea`, answer)).id);
  let turns = 0;
  const passTurn = async (): Promise<void> => {
    turns++;
    await new Promise((resolve) => setImmediate(resolve));
  };
  await touchedDrafts({ ...desk.deps, passTurn }, desk.storeId, entries);
  expect(turns).toBeGreaterThan(50);
});
