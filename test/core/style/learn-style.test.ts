import { expect, test } from 'vitest';
import { learnedStyle } from '#core/style/learn-style.ts';
import { setHouseStyle } from '#core/stores/save-settings.ts';
import { dismissTrait, saveHouse, takeUpByItself, takeUpTrait } from '#core/style/manage-style.ts';
import type { LearnedTrait } from '#shared/model/house-style.ts';
import { noHouseStyle } from '#shared/model/store.ts';
import { anOutcome, newId } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, coreDesk, deskSettings, incoming, take } from '#test/support/core-desk.ts';

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

test('bug: one person who writes long, with emoji and in the old words makes it the way of four', async () => {
  const desk = coreDesk();
  const drafted = (i: number): string => `Hello Nora,\n\nYour parcel number ${i} leaves the house tomorrow.`;
  for (const profileId of [newId(), newId(), newId()]) {
    sent(desk, 8, letter, { profileId });
    sent(desk, 3, () => drafted(7).replace('parcel', 'package'), { act: 'edited', draftText: drafted(7), profileId });
  }
  const loud = newId();
  const long = 'It is really very well made indeed, and we are so proud of it. '.repeat(12);
  sent(desk, 9, (i) => `${drafted(i)} ${long}🎉`, { act: 'edited', draftText: drafted(1), profileId: loud });
  sent(desk, 5, () => `${drafted(7)} ${long}🎉`, { act: 'accepted', draftText: drafted(7), profileId: loud });
  const traits = await traitsOf(desk);
  const valueOf = (trait: string) => traits.find((one) => one.trait === trait)?.value;
  expect(valueOf('emoji')).toBe('never');
  expect(Number(valueOf('length')?.split('–')[1])).toBeLessThan(120);
  expect(traits.some(({ value }) => value.includes('proud'))).toBe(false);
});

test('bug: a changed greeting is taken for a word to avoid everywhere', async () => {
  const desk = coreDesk({ ...deskSettings, language: 'zh' });
  sent(desk, 14, (i) => `亲，你好！\n\n型号${i}可以机洗。`, {
    act: 'edited',
    draftText: '亲，您好！\n\n型号3可以机洗。',
  });
  expect((await traitsOf(desk)).some(({ trait }) => trait === 'wording')).toBe(false);
});

const later = (desk: CoreDesk): void => void (desk.time.now += 60_000);

function greet(desk: CoreDesk, greeting: string): void {
  setHouseStyle(desk.deps, desk.storeId, { styles: { mail: { greeting: { en: greeting } } } });
}

test('bug: what replies said before the owner wrote a line is held against it', async () => {
  const desk = coreDesk();
  sent(desk, 40, letter);
  const before = (await traitsOf(desk)).find(({ trait }) => trait === 'greeting');
  expect(before).toMatchObject({ said: 'Hello {name},', editedAt: null, isChange: false });
  later(desk);
  greet(desk, 'Dear {name},');
  const editedAt = desk.time.now;
  later(desk);
  sent(desk, 9, letter);
  const own = (await traitsOf(desk)).find(({ trait }) => trait === 'greeting');
  expect(own).toMatchObject({ said: 'Dear {name},', editedAt, isInUse: false, isChange: false });
  later(desk);
  sent(desk, 8, letter);
  const change = (await traitsOf(desk)).find(({ trait }) => trait === 'greeting');
  expect(change).toMatchObject({ value: 'Hi {name},', replies: 17, of: 17, isChange: true });
  expect(change?.since).toBeGreaterThan(editedAt);
  // Another line's edit is not this one's.
  expect((await traitsOf(desk)).find(({ trait }) => trait === 'closing')?.editedAt).toBeNull();
  const store = await takeUpTrait(desk.deps, desk.storeId, change?.key ?? '');
  expect(store.settings.styles?.mail?.greeting?.en).toBe('Hi {name},');
});

test('bug: a comma or a few characters more count as another way of writing', async () => {
  const desk = coreDesk();
  greet(desk, 'Hi {name}');
  setHouseStyle(desk.deps, desk.storeId, {
    house: { ...noHouseStyle, habits: [{ language: 'en', place: 'mail', length: { from: 60, to: 85 } }] },
  });
  later(desk);
  sent(desk, 20, letter);
  const traits = await traitsOf(desk);
  expect(traits.find(({ trait }) => trait === 'greeting')?.isChange).toBe(false);
  expect(traits.find(({ trait }) => trait === 'length')).toMatchObject({ isChange: false, isInUse: true });
});

test('bug: something is taken up by itself without leave, from few replies, or over what the owner wrote', async () => {
  const desk = coreDesk();
  sent(desk, 35, letter);
  expect(await takeUpByItself(desk.deps, desk.storeId)).toBeNull();
  saveHouse(desk.deps, desk.storeId, { ...noHouseStyle, takesUp: true });
  later(desk);
  greet(desk, 'Dear {name},');
  const store = await takeUpByItself(desk.deps, desk.storeId);
  expect(store?.settings.styles?.mail).toMatchObject({
    greeting: { en: 'Dear {name},' },
    closing: { en: 'Warm wishes,' },
  });
  expect(store?.settings.house).toMatchObject({ takesUp: true, phrases: [], habits: [{ emoji: 'never' }] });
  expect(await takeUpByItself(desk.deps, desk.storeId)).toBeNull();
  const few = coreDesk();
  saveHouse(few.deps, few.storeId, { ...noHouseStyle, takesUp: true });
  sent(few, 20, letter);
  expect(await takeUpByItself(few.deps, few.storeId)).toBeNull();
});

test('bug: agents who put the old word back turn a wording around for ever', async () => {
  const desk = coreDesk();
  saveHouse(desk.deps, desk.storeId, {
    ...noHouseStyle,
    wordings: [{ language: 'en', avoid: 'parcel', use: 'package' }],
  });
  const drafted = (i: number): string => `Hello Nora,\n\nYour package number ${i} leaves the house tomorrow.`;
  for (let i = 0; i < 12; i++)
    sent(desk, 1, () => drafted(i).replace('package', 'parcel'), { act: 'edited', draftText: drafted(i) });
  const wording = (await traitsOf(desk)).find(({ trait }) => trait === 'wording');
  const store = await takeUpTrait(desk.deps, desk.storeId, wording?.key ?? '');
  expect(store.settings.house?.wordings).toEqual([{ language: 'en', avoid: 'package', use: 'parcel' }]);
});
