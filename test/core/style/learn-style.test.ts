import { expect, test } from 'vitest';
import { learnedStyle } from '#core/style/learn-style.ts';
import { dismissTrait, saveHouse, takeUpTrait } from '#core/style/manage-style.ts';
import type { LearnedTrait } from '#shared/model/house-style.ts';
import { anOutcome, newId } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, coreDesk, incoming, take } from '#test/support/core-desk.ts';

/** Replies as agents sent them, each to a customer of her own. */
function sent(
  desk: CoreDesk,
  count: number,
  textOf: (i: number) => string,
  over: Parameters<typeof anOutcome>[1] = {},
): void {
  for (let i = 0; i < count; i++) {
    const conversation = take(
      desk,
      incoming({
        customerName: 'Nora Okafor',
        customerAddress: `n${newId()}@example.com`,
        sentAt: desk.time.now - 1_000,
      }),
    );
    desk.db.outcomes.append(
      anOutcome(desk.storeId, {
        conversationId: conversation.id,
        sentText: textOf(i),
        createdAt: desk.time.now - 1_000 + i,
        ...over,
      }),
    );
  }
}

const letter = (i: number): string =>
  `Hi Nora,\n\nModel ${i} is dishwasher-safe in the upper rack. We test every pan by hand.\n\nWarm wishes,\nTom`;

async function traitsOf(desk: CoreDesk): Promise<readonly LearnedTrait[]> {
  return (await learnedStyle(desk.deps, desk.storeId)).parts.flatMap(({ traits }) => traits);
}

test('bug: too few replies, or the way of one among several people, become the house style', async () => {
  const desk = coreDesk();
  sent(desk, 9, letter);
  expect(await traitsOf(desk)).toEqual([]);
  const one = newId();
  sent(desk, 12, letter, { profileId: one });
  sent(desk, 4, () => 'Hello there,\n\nYes, it is.\n\nBye,\nMia', { profileId: newId() });
  expect((await traitsOf(desk)).some(({ trait }) => trait === 'greeting')).toBe(false);
});

test('bug: what most replies share is not seen, or not used by the next draft once it is taken up', async () => {
  const desk = coreDesk();
  sent(desk, 14, letter);
  sent(desk, 3, () => 'Hello Nora,\n\nYes.\n\nBest,\nMia');
  const traits = await traitsOf(desk);
  const greeting = traits.find(({ trait }) => trait === 'greeting');
  expect(greeting).toMatchObject({ value: 'Hi {name},', replies: 14, of: 17, isInUse: false });
  expect(traits.find(({ trait }) => trait === 'closing')?.value).toBe('Warm wishes,');
  expect(traits.find(({ trait }) => trait === 'phrase')?.value).toBe('We test every pan by hand.');
  expect(traits.find(({ trait }) => trait === 'emoji')?.value).toBe('never');
  const store = await takeUpTrait(desk.deps, desk.storeId, greeting?.key ?? '');
  expect(store.settings.styles?.mail?.greeting?.en).toBe('Hi {name},');
  expect((await traitsOf(desk)).find(({ trait }) => trait === 'greeting')?.isInUse).toBe(true);
  // What else the store says stays as it was.
  expect(store.settings.closing).toEqual(desk.db.stores.get(desk.storeId).settings.closing);
});

test('bug: what the owner does not want comes back, or a word gets two wordings', async () => {
  const desk = coreDesk();
  sent(desk, 14, letter);
  const [first] = await traitsOf(desk);
  dismissTrait(desk.deps, desk.storeId, first?.key ?? '');
  expect((await traitsOf(desk)).some(({ key }) => key === first?.key)).toBe(false);
  await expect(takeUpTrait(desk.deps, desk.storeId, first?.key ?? '')).rejects.toMatchObject({ code: 'not_found' });
  const wording = { language: 'en' as const, avoid: 'parcel', use: 'package' };
  const house = { wordings: [wording, { ...wording, use: 'box' }], habits: [], phrases: [], dismissed: [] };
  expect(() => saveHouse(desk.deps, desk.storeId, house)).toThrow('two wordings');
});

test('bug: a word that agents change every time is drafted again', async () => {
  const desk = coreDesk();
  const drafted = (i: number): string => `Hello Nora,\n\nYour parcel number ${i} leaves the house tomorrow.`;
  for (let i = 0; i < 6; i++)
    sent(desk, 1, () => drafted(i).replace('parcel', 'package'), { act: 'edited', draftText: drafted(i) });
  sent(desk, 6, letter);
  const wording = (await traitsOf(desk)).find(({ trait }) => trait === 'wording');
  expect(wording).toMatchObject({ value: 'package', instead: 'parcel', replies: 6, of: 6 });
});
