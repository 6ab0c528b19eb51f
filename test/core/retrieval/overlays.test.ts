import { describe, expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { addEntry, retireKnowledge } from '#core/knowledge/save-knowledge.ts';
import { writtenHere } from '#shared/model/knowledge.ts';
import { coreDesk } from '#test/support/core-desk.ts';
import { answered, ask, base, contentWith, ownOf, postage, setOn, write } from './written-desk.ts';

describe('of several that stand over one the highest layer answers', () => {
  test('bug: a store’s entry that names the base stands before the season’s that is asked the same', async () => {
    const desk = coreDesk();
    const below = await write(desk, postage, 'Postage is 9 EUR.', base);
    const over = { overlaysEntryId: below.id };
    await write(desk, 'Shipping fees of parcels abroad', 'Postage is 4 EUR.', ownOf(desk), over);
    await write(desk, postage, 'Postage is free in winter.', setOn(desk, 'Winter').place);
    const draft = await answered(desk);
    expect(draft.text).toContain('free in winter');
    expect(JSON.stringify(draft.evidence)).not.toMatch(/9 EUR|4 EUR/);
  });

  test('bug: a store’s entry asked the same stands before the season’s that names the base', async () => {
    const desk = coreDesk();
    const below = await write(desk, postage, 'Postage is 9 EUR.', base);
    await write(desk, postage, 'Postage is 4 EUR.', ownOf(desk));
    const winter = setOn(desk, 'Winter');
    const over = { overlaysEntryId: below.id };
    await write(desk, 'Shipping fees of parcels abroad', 'Postage is free in winter.', winter.place, over);
    expect((await answered(desk)).text).toContain('free in winter');
  });

  test('bug: of two seasons that are on the older entry answers, or none', async () => {
    const desk = coreDesk();
    await write(desk, postage, 'Postage is 9 EUR.', base);
    await write(desk, postage, 'Postage is 5 EUR in winter.', setOn(desk, 'Winter').place);
    await write(desk, postage, 'Postage is free in the sale.', setOn(desk, 'Sale').place);
    const draft = await answered(desk);
    expect(draft.text).toContain('free in the sale');
    expect(draft.evidence).toHaveLength(1);
  });

  test('bug: an entry over one that is out of use stands over what that one stood over, unasked', async () => {
    const desk = coreDesk();
    const below = await write(desk, postage, 'Postage is 9 EUR.', base);
    const middle = await write(desk, 'Parcel fees', 'It is 4 EUR.', ownOf(desk), { overlaysEntryId: below.id });
    const winter = setOn(desk, 'Winter');
    await write(desk, 'Freight in snow', 'Free in winter.', winter.place, { overlaysEntryId: middle.id });
    expect((await answered(desk)).text).toContain('Free in winter');
    retireKnowledge(desk.deps, middle.id);
    expect((await answered(desk)).text).toContain('9 EUR');
    await write(desk, postage, 'Free in snow.', winter.place);
    expect((await answered(desk)).text).toContain('Free in snow');
  });
});

describe('what stands over an entry is asked the same, in its language, about its subject', () => {
  test.each(['words', 'vectors'])(
    'bug: words of the base’s answer alone let it through past the store’s own (%s)',
    async (leg) => {
      const desk = coreDesk();
      await write(desk, postage, 'Nine euros with the courier Heron, who rings twice.', base);
      await write(desk, postage, 'We deliver ourselves, free of charge.', ownOf(desk));
      for (let i = 0; i < 120; i++)
        await write(desk, `Does a courier number ${i} come?`, `Number ${i} rings once.`, base);
      const deps = leg === 'words' ? { ...desk.deps, embedder: () => null } : desk.deps;
      const draft = await draftReply(deps, { conversationId: ask(desk, 'Does the courier Heron ring twice?') });
      expect(JSON.stringify(draft.evidence)).not.toContain('Heron, who');
    },
  );

  test.each([
    ['the question mark', 'how much is the postage to Norway', {}, {}],
    ['the width of letters', 'Ｈow  much is the postage to Norway？', {}, {}],
    ['the language tag', postage, { language: 'und' as const }, {}],
    ['the kind', postage, { kind: 'product' as const }, {}],
    ['a second product', postage, { scope: ['Fern Kettle'] }, { scope: ['Fern Kettle', 'Reed Kettle'] }],
    ['the product', postage, {}, { scope: ['Fern Kettle'] }],
  ])('bug: %s decides whether a store’s words stand over the base', async (_, question, lower, upper) => {
    const desk = coreDesk();
    await write(desk, postage, 'Postage is 9 EUR.', base, lower);
    await write(desk, question, 'Postage is 4 EUR.', ownOf(desk), upper);
    const draft = await answered(desk, `For the Fern Kettle: ${postage}`);
    expect(JSON.stringify(draft.evidence)).toContain('4 EUR');
    expect(JSON.stringify(draft.evidence)).not.toContain('9 EUR');
  });

  test('bug: an overlay for one product takes the base’s place for everybody', async () => {
    const desk = coreDesk();
    const below = await write(desk, postage, 'Postage is 9 EUR.', base);
    const over = { overlaysEntryId: below.id, scope: ['Fern Kettle'] };
    await write(desk, 'Postage of the Fern Kettle', 'Postage is free.', ownOf(desk), over);
    expect((await answered(desk)).text).toContain('9 EUR');
    expect((await answered(desk, `${postage} For the Fern Kettle.`)).text).toContain('free');
    await write(desk, 'Reed Kettle?', 'A kettle.', base, { scope: ['Reed Kettle'] });
    expect((await answered(desk, `${postage} For the Reed Kettle.`)).text).toContain('9 EUR');
  });

  test('bug: an entry that names one for a product is none for that product, for it is for all', async () => {
    const desk = coreDesk();
    const below = await write(desk, postage, 'Postage is 9 EUR.', base, { scope: ['Fern Kettle'] });
    await write(desk, 'Parcel fees', 'It is 4 EUR.', ownOf(desk), { overlaysEntryId: below.id });
    expect((await answered(desk)).text).toContain('4 EUR');
  });

  test('bug: an overlay in another language silences the base in the customer’s own', async () => {
    const desk = coreDesk();
    const below = await write(desk, postage, 'Postage is 9 EUR.', base);
    await write(desk, '挪威邮费多少？', '邮费四欧元。', ownOf(desk), { overlaysEntryId: below.id, language: 'zh' });
    expect((await answered(desk)).text).toContain('9 EUR');
  });

  test('bug: two products with one question are two answers of the base, and the store’s for one takes both', async () => {
    const desk = coreDesk();
    const lid = 'Is the lid dishwasher safe?';
    await write(desk, lid, 'Yes, in the upper rack.', base, { scope: ['Fern Kettle'] });
    await write(desk, lid, 'No, wash it by hand.', base, { scope: ['Reed Kettle'] });
    await write(desk, lid, 'Never.', ownOf(desk), { scope: ['Reed Kettle'] });
    expect((await answered(desk, `I have the Fern Kettle. ${lid}`)).text).toContain('upper rack');
    expect((await answered(desk, `I have the Reed Kettle. ${lid}`)).text).toContain('Never');
  });
});

test('bug: among a thousand entries with one question some of the base answer beside the store’s', () => {
  const desk = coreDesk();
  const change = { who: '', why: '' };
  desk.db.transaction(() => {
    for (let i = 0; i < 1_000; i++)
      for (const place of [base, ownOf(desk)])
        addEntry(desk.deps, place, contentWith(postage, `It is ${i} EUR.`), writtenHere, change);
  });
  const scope = { storeId: desk.storeId, about: null, channel: null, at: desk.time.now };
  const found = desk.db.passages.searchTerms(['postag'], scope, 100).map(({ ownerId }) => ownerId);
  const overlaid = desk.db.passages.overlaidBy(found, scope);
  const isBase = (id: string): boolean => desk.db.knowledge.get(id).storeId === null;
  expect([...overlaid.keys()].toSorted()).toEqual(found.filter(isBase).toSorted());
});
