import { unlimited } from '#shared/model/knowledge.ts';
import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { forgetLearnedItem, saveLearnedItem } from '#core/learning/learn-from-edit.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import { addShop } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, coreDesk, incoming, lastMessageId, take, teach } from '#test/support/core-desk.ts';

const delivery = 'How long does delivery to Norway take?';
const answer = 'Delivery to Norway takes three days.';
let customers = 0;

async function draftFor(desk: CoreDesk, text = delivery): Promise<Draft> {
  const { id } = take(desk, incoming({ subject: '', text, customerAddress: `${customers++}@example.com` }));
  return draftReply(desk.deps, { conversationId: id });
}

async function send(desk: CoreDesk, draft: Draft, text: string): Promise<readonly LearnedItem[]> {
  const { conversationId } = draft;
  const input = { conversationId, draftId: draft.id, lastMessageId: lastMessageId(desk, conversationId), text };
  return (await acceptDraft(desk.deps, { confirmed: 'all', ...input })).learned;
}

/** A desk that was corrected once: three days are nine. */
async function corrected() {
  const desk = coreDesk();
  const entry = await teach(desk, delivery, answer, { topic: 'Delivery' });
  const first = await draftFor(desk);
  const [item] = await send(desk, first, first.text.replace('three', 'nine'));
  if (item === undefined) throw new Error('Nothing was learned');
  return { desk, entry, first, item };
}

test('bug: a correction does not name what it corrects, or is of no topic', async () => {
  const { entry, item, first } = await corrected();
  expect(item).toMatchObject({
    kind: 'corrects',
    version: 1,
    state: 'active',
    correctsEntryId: entry.id,
    topic: 'Delivery',
  });
  expect(item).toMatchObject({
    question: delivery,
    before: answer,
    language: 'en',
    conversationId: first.conversationId,
  });
});

test('bug: a lesson that is edited becomes a second lesson beside the first', async () => {
  const { desk, item } = await corrected();
  const second = await draftFor(desk);
  const [next] = await send(desk, second, second.text.replace('nine', 'ten'));
  expect(next).toMatchObject({ id: item.id, version: 2, answer: 'Delivery to Norway takes ten days.' });
  expect(desk.db.learned.list({ storeId: desk.storeId, state: 'active', offset: 0, limit: 9 }).total).toBe(1);
  const third = await draftFor(desk);
  expect(third.text).toContain('ten days');
  expect(third.text).not.toContain('nine');
});

test('bug: a lesson that is forgotten is still drafted from', async () => {
  const { desk, item, first } = await corrected();
  forgetLearnedItem(desk.deps, item.id);
  const after = await draftFor(desk);
  expect(after.text).toBe(first.text);
  expect(after.learnedItemIds).toEqual([]);
  expect(after.evidence.map((one) => one.id)).not.toContain(item.id);
});

test('bug: a draft that says a forgotten or reworded lesson stays open', async () => {
  for (const change of [
    (desk: CoreDesk, itemId: string) => forgetLearnedItem(desk.deps, itemId),
    (desk: CoreDesk, itemId: string) => saveLearnedItem(desk.deps, { itemId, question: delivery, answer: 'No.' }),
  ]) {
    const { desk, item } = await corrected();
    const open = await draftFor(desk);
    change(desk, item.id);
    expect(desk.db.drafts.get(open.id).state).toBe('stale');
  }
});

test('bug: a lesson that a person rewords is drafted in its old words', async () => {
  const { desk, item } = await corrected();
  saveLearnedItem(desk.deps, { itemId: item.id, question: delivery, answer: 'Delivery to Norway takes a fortnight.' });
  expect((await draftFor(desk)).text).toContain('a fortnight');
});

test('bug: a lesson of one store is told by another', async () => {
  const { desk } = await corrected();
  const { storeId, inboxId } = addShop(desk.db);
  const draft = await draftFor({ ...desk, storeId, inbox: desk.db.inboxes.get(inboxId) });
  expect(draft).toMatchObject({ text: '', evidence: [] });
});

test('bug: what was learned is lost when the entry it corrects gets a new version', async () => {
  const { desk, entry, item } = await corrected();
  const content = {
    kind: entry.kind,
    question: delivery,
    answer: 'Delivery to Norway takes four days.',
    topic: null,
    scope: [],
    language: entry.language,
    ...unlimited,
  };
  await saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: entry.id, content });
  const after = await draftFor(desk);
  expect(after.evidence.slice(0, 2).map((one) => one.id)).toEqual([item.id, entry.id]);
});

test('bug: the same reply teaches the same thing again and again', async () => {
  const { desk } = await corrected();
  const second = await draftFor(desk);
  expect(await send(desk, second, second.text)).toEqual([]);
});

test('bug: what was answered by hand about one product is offered for the next', async () => {
  const desk = coreDesk();
  const asked = 'Does it work with a gas hob?';
  for (const [name, colour] of [
    ['Kettle One', 'red'],
    ['Kettle Two', 'blue'],
  ] as const)
    await teach(desk, `Which colour is the ${name}?`, `The ${name} is ${colour}.`, { scope: [name] });
  const about = async (name: string): Promise<Draft> => {
    const { id } = take(desk, incoming({ subject: '', text: asked, customerAddress: `${customers++}@example.com` }));
    return draftReply(desk.deps, { conversationId: id, about: [name] });
  };
  const [item] = await send(desk, await about('Kettle One'), 'Gas and induction hobs both heat it evenly.');
  expect(item).toMatchObject({ kind: 'adds', scope: ['Kettle One'] });
  expect((await about('Kettle One')).evidence.map(({ id }) => id)).toContain(item?.id);
  expect((await about('Kettle Two')).evidence.map(({ id }) => id)).not.toContain(item?.id);
  const [other] = await send(desk, await about('Kettle Two'), 'Gas and induction hobs both heat it evenly.');
  expect(other).toMatchObject({ scope: ['Kettle Two'] });
  expect(other?.id).not.toBe(item?.id);
});
