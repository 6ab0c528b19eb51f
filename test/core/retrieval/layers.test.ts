import { describe, expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { retireKnowledge, saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { saveSet, setSetState, switchSets } from '#core/knowledge/switch-sets.ts';
import { learnFromEdit } from '#core/learning/learn-from-edit.ts';
import type { KnowledgeContent, KnowledgePlace } from '#shared/model/knowledge.ts';
import { unlimited } from '#shared/model/knowledge.ts';
import { anOutcome, errorFrom, newId } from '#test/adapters/sqlite/desk.ts';
import { anyType } from '#test/support/lessons.ts';
import { type CoreDesk, coreDesk, deskSettings, incoming, take } from '#test/support/core-desk.ts';

const postage = 'How much is the postage to Norway?';

function write(desk: CoreDesk, answer: string, place: KnowledgePlace, over: Partial<KnowledgeContent> = {}) {
  const content: KnowledgeContent = {
    kind: 'pair',
    question: postage,
    answer,
    topic: null,
    scope: [],
    language: 'en',
    ...unlimited,
    ...over,
  };
  return saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: null, content, place });
}

const base = { storeId: null, setId: null };

/** What a new customer who asks is answered. */
async function answered(desk: CoreDesk, text = postage, over = {}) {
  const author = `${newId()}@example.com`;
  const { id } = take(desk, incoming({ subject: '', text, authorAddress: author, customerAddress: author, ...over }));
  return draftReply(desk.deps, { conversationId: id });
}

describe('an entry over one of a lower layer', () => {
  test('bug: a store whose own entry stands over the base is told what the base says', async () => {
    const desk = coreDesk();
    const other = desk.db.stores.add({ id: newId(), versionId: newId(), settings: deskSettings, at: 1 }).id;
    const below = await write(desk, 'Postage is 9 EUR.', base);
    const own = await write(desk, 'Postage is 4 EUR.', { storeId: desk.storeId, setId: null });
    expect(own.overlaysEntryId).toBeNull();

    const draft = await answered(desk);
    expect(draft.text).toContain('4 EUR');
    expect(draft.evidence.map((one) => one.id)).toEqual([own.id]);
    expect(draft.evidence[0]?.overlaysEntryId).toBe(below.id);
    const elsewhere = take(
      { ...desk, inbox: { ...desk.inbox, storeId: other } },
      incoming({ subject: '', text: postage }),
    );
    expect((await draftReply(desk.deps, { conversationId: elsewhere.id })).text).toContain('9 EUR');
  });

  test('bug: a question that only the entry below is near to is answered by it all the same', async () => {
    const desk = coreDesk();
    const below = await write(desk, 'Postage is 9 EUR.', base);
    await write(
      desk,
      'Free of charge this year.',
      { storeId: desk.storeId, setId: null },
      {
        question: 'Shipping fees of parcels abroad',
        overlaysEntryId: below.id,
      },
    );
    const draft = await answered(desk);
    expect(draft.text).toContain('Free of charge');
    expect(draft.text).not.toContain('9 EUR');
  });

  test('bug: what was once corrected in the base still stands before the store’s own words', async () => {
    const desk = coreDesk();
    const below = await write(desk, 'Postage is 9 EUR.', base);
    const outcome = anOutcome(desk.storeId);
    desk.db.transaction(() => {
      desk.db.outcomes.append(outcome);
      learnFromEdit(desk.deps, {
        storeId: desk.storeId,
        conversationId: outcome.conversationId,
        outcomeId: outcome.id,
        lessons: [
          {
            question: postage,
            answer: 'Postage is 7 EUR.',
            before: '',
            changed: { ...below, kind: 'knowledge' },
            ...anyType,
          },
        ] as never,
      });
    });
    expect((await answered(desk)).text).toContain('7 EUR');
    await write(desk, 'Postage is 4 EUR.', { storeId: desk.storeId, setId: null });
    const draft = await answered(desk);
    expect(draft.text).toContain('4 EUR');
    expect(JSON.stringify(draft.evidence)).not.toContain('7 EUR');
  });

  test('bug: once the upper one is retired nothing answers', async () => {
    const desk = coreDesk();
    await write(desk, 'Postage is 9 EUR.', base);
    const own = await write(desk, 'Postage is 4 EUR.', { storeId: desk.storeId, setId: null });
    retireKnowledge(desk.deps, own.id);
    expect((await answered(desk)).text).toContain('9 EUR');
  });

  test('bug: an entry stands over itself, or over one above it', async () => {
    const desk = coreDesk();
    const below = await write(desk, 'Postage is 9 EUR.', base);
    const own = await write(desk, 'Postage is 4 EUR.', { storeId: desk.storeId, setId: null });
    const content = { ...below, overlaysEntryId: own.id };
    await expect(saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: below.id, content })).rejects.toMatchObject(
      { code: 'invalid_input' },
    );
    await expect(
      saveKnowledge(desk.deps, {
        storeId: desk.storeId,
        entryId: own.id,
        content: { ...own, overlaysEntryId: own.id },
      }),
    ).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

describe('sets that are switched', () => {
  test('bug: a season answers before it is switched on, or after', async () => {
    const desk = coreDesk();
    await write(desk, 'Postage is 9 EUR.', { storeId: desk.storeId, setId: null });
    const winter = saveSet(desk.deps, { setId: null, name: 'Winter' });
    const sale = saveSet(desk.deps, { setId: null, name: 'Sale' });
    await write(desk, 'Postage is 5 EUR in winter.', { storeId: null, setId: winter.id });
    await write(desk, 'Postage is free in the sale.', { storeId: null, setId: sale.id });
    expect((await answered(desk)).text).toContain('9 EUR');

    switchSets(desk.deps, { storeId: desk.storeId, on: [winter.id], off: [] });
    const open = await answered(desk);
    expect(open.text).toContain('5 EUR');

    switchSets(desk.deps, { storeId: desk.storeId, on: [sale.id], off: [winter.id] });
    expect(desk.db.drafts.get(open.id).state).toBe('stale');
    const draft = await answered(desk);
    expect(draft.text).toContain('free in the sale');
    expect(JSON.stringify(draft.evidence)).not.toMatch(/5 EUR|9 EUR/);

    setSetState(desk.deps, { setId: sale.id, state: 'retired' });
    expect((await answered(desk)).text).toContain('9 EUR');
  });

  test('bug: half of a switch is kept where the other half fails', () => {
    const desk = coreDesk();
    const winter = saveSet(desk.deps, { setId: null, name: 'Winter' });
    switchSets(desk.deps, { storeId: desk.storeId, on: [winter.id], off: [] });
    const switched = () => switchSets(desk.deps, { storeId: desk.storeId, on: [newId()], off: [winter.id] });
    expect(errorFrom(switched).code).toBe('not_found');
    expect(desk.db.sets.get(winter.id).storeIds).toEqual([desk.storeId]);
  });

  test('bug: two sets bear one name', () => {
    const desk = coreDesk();
    saveSet(desk.deps, { setId: null, name: 'Winter' });
    expect(errorFrom(() => saveSet(desk.deps, { setId: null, name: 'Winter' })).code).toBe('invalid_input');
  });
});

test('bug: what may be said in a chat alone is said by mail', async () => {
  const desk = coreDesk();
  const own = { storeId: desk.storeId, setId: null };
  await write(desk, 'Press the button below to see the postage.', own, { channels: ['chat'] });
  expect((await answered(desk)).text).toBe('');
  expect((await answered(desk, postage, { channel: 'chat' })).text).toContain('Press the button');
});

test('bug: an answer about one product is given for another that the customer names', async () => {
  const desk = coreDesk();
  const own = { storeId: desk.storeId, setId: null };
  const question = 'Is the lid dishwasher safe?';
  await write(desk, 'Yes, in the upper rack.', own, { question, scope: ['Fern Kettle'] });
  await write(desk, 'No, wash it by hand.', own, { question, scope: ['Reed Kettle'] });
  const asked = (name: string) => answered(desk, `I have the ${name}. Is the lid dishwasher safe?`);
  expect((await asked('reed kettle')).text).toContain('by hand');
  expect((await asked('Fern Kettle')).text).toContain('upper rack');
});
