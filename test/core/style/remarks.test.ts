import { expect, test } from 'vitest';
import { checkStyle } from '#core/style/check-style.ts';
import { type RemarkInput, styleRemarks } from '#core/style/remarks.ts';
import { setHouseStyle } from '#core/stores/save-settings.ts';
import { type HouseStyle, type StoreSettings, noHouseStyle } from '#shared/model/store.ts';
import { coreDesk, deskSettings, incoming, take } from '#test/support/core-desk.ts';

const wordings: HouseStyle['wordings'] = [
  { language: 'en', avoid: 'parcel', use: 'package' },
  { language: 'en', avoid: 'unfortunately', use: '' },
  { language: 'zh', avoid: '快递', use: '包裹' },
];

function settingsWith(house: Partial<HouseStyle>, over: Partial<StoreSettings> = {}): StoreSettings {
  return { ...deskSettings, ...over, house: { ...noHouseStyle, wordings, ...house } };
}

function remarks(text: string, over: Partial<RemarkInput> = {}) {
  return styleRemarks({
    text,
    settings: settingsWith({}),
    language: 'en',
    place: 'mail',
    customerName: 'Nora Okafor',
    isAnswered: false,
    ...over,
  });
}

const said = (text: string, over?: Partial<RemarkInput>) =>
  remarks(text, over).marks.map(({ start, end, use }) => [text.slice(start, end), use]);

test('bug: a word to avoid is not marked, or marked in a link, a name, a longer word, a gap or what the customer wrote', () => {
  expect(said('Hi Nora,\n\nUnfortunately your parcel is late.\nParcel 7 follows.')).toEqual([
    ['Unfortunately', ''],
    ['parcel', 'package'],
    ['Parcel', 'Package'],
  ]);
  expect(said('Parcels: https://x.example/parcel, parcel@x.example and the Parcel Bag.')).toEqual([]);
  expect(said('Hi.\n> my parcel?\n[✎ no answer found for “my parcel”]')).toEqual([]);
  expect(said('Yes.\n\nOn 3 May 2026, Nora wrote:\nWhere is my parcel?')).toEqual([]);
  expect(said('快递已发出。', { language: 'zh' })).toEqual([['快递', '包裹']]);
  expect(said('快递 parcel', { language: 'zh' })).toEqual([['快递', '包裹']]);
});

test('bug: two words to avoid in one place are both marked, and replacing one tears the other', () => {
  const house = {
    wordings: [
      { language: 'en', avoid: 'mail', use: 'post' } as const,
      { language: 'en', avoid: 'by mail', use: 'by letter' } as const,
    ],
  };
  expect(said('It comes by mail.', { settings: settingsWith(house) })).toEqual([['by mail', 'by letter']]);
});

test('bug: a form of address other than the chosen one is not seen, or 你们 is', () => {
  const zh = settingsWith({}, { address: { zh: 'nin' } });
  expect(said('你们的店很好，你的包裹到了。', { language: 'zh', settings: zh })).toEqual([['你', '您']]);
  const chat = settingsWith({}, { address: { zh: 'nin' }, styles: { chat: { address: { zh: 'ni' } } } });
  expect(said('您好，你的包裹到了。', { language: 'zh', settings: chat, place: 'chat' })).toEqual([['您', '你']]);
  const ja = settingsWith({}, { address: { ja: 'sama' } });
  const asked = { language: 'ja', settings: ja, customerName: '高橋 蓮' } as const;
  expect(said('高橋さん、山田さんが発送しました。', asked)).toEqual([['さん', '様']]);
  expect(said('高橋 蓮 さん\n\nお待ちください。', asked)).toEqual([['さん', '様']]);
});

test('bug: several things are advised at once, or one that is not on the sheet', () => {
  const habits: HouseStyle['habits'] = [
    { language: 'en', place: 'mail', emoji: 'never', length: { from: 20, to: 80 } },
  ];
  const settings = settingsWith({ habits });
  const long = 'The lid fits every pan of ours and holds in the oven. '.repeat(5);
  expect(remarks(`${long} 😊`, { settings }).advice?.kind).toBe('emojiNever');
  expect(remarks(long, { settings }).advice).toEqual({ kind: 'greeting', greeting: 'Hello Nora,' });
  expect(remarks(`Hi Nora,\n\n${long}`, { settings }).advice).toMatchObject({ kind: 'length', to: 80 });
  expect(remarks('Hi Nora,\n\nYes, it fits.', { settings }).advice).toBeNull();
  expect(remarks(`Hi Nora,\n\n${long} 😊`).advice).toBeNull();
  expect(remarks(`${long} 😊`, { settings: settingsWith({ habits, isAdvising: false }) }).advice).toBeNull();
  const often = settingsWith({ habits: [{ language: 'en', place: 'mail', emoji: 'often' }] });
  expect(remarks('Hi Nora,\n\nYes, it fits.', { settings: often }).advice).toEqual({ kind: 'emojiOften' });
  expect(remarks('Hi Nora,\n\nThe Kettle™ fits, ©2026, size 3.', { settings }).advice).toBeNull();
});

test('bug: who begins to type is told that the greeting is missing, and so is every line of a chat', () => {
  expect(remarks('').advice).toBeNull();
  expect(remarks('Yes, it').advice).toBeNull();
  expect(remarks('Yes, it is.').advice?.kind).toBe('greeting');
  expect(remarks('Yes, it is.', { place: 'chat' }).advice?.kind).toBe('greeting');
  expect(remarks('Yes, it is.', { place: 'chat', isAnswered: true }).advice).toBeNull();
  expect(remarks('Nora, good news: it is here.').advice).toBeNull();
  expect(remarks('是的，可以。', { language: 'zh', customerName: '林小雨' }).advice?.kind).toBe('greeting');
  expect(remarks('林小雨您好，可以的。', { language: 'zh', customerName: '林小雨' }).advice).toBeNull();
});

test('bug: the sheet of another channel is held against a reply', () => {
  const desk = coreDesk();
  const habits: HouseStyle['habits'] = [{ language: 'en', place: 'mail', emoji: 'never' }];
  setHouseStyle(desk.deps, desk.storeId, { house: { ...noHouseStyle, wordings, habits } });
  const mail = take(desk, incoming());
  const chat = take(desk, incoming({ channel: 'chat', customerAddress: 'other@example.com' }));
  const text = 'Hi Marta! Your parcel is there 😊';
  expect(checkStyle(desk.deps, { conversationId: mail.id, text }).advice?.kind).toBe('emojiNever');
  expect(checkStyle(desk.deps, { conversationId: chat.id, text })).toMatchObject({
    advice: null,
    marks: [{ said: 'parcel', use: 'package', kind: 'wording' }],
  });
});
