import { expect, test } from 'vitest';
import { readStyle } from '#core/style/read-style.ts';
import { inOwnWords, rewordedIn } from '#core/style/wordings.ts';

const read = (language: 'en' | 'zh' | 'ja', text: string, customerName: string) =>
  readStyle({ language, text, customerName });

test('bug: a greeting, a closing or the name under it is taken for the matter, or the matter for them', () => {
  const letter = read(
    'en',
    'Hi Nora,\n\nThe lid is oven-safe up to 220 °C. Please let it cool first.\n\nLet us know if you need anything else.\nBest wishes,\nTom',
    'Nora Okafor',
  );
  expect(letter).toMatchObject({
    greeting: 'Hi {name},',
    address: 'first',
    body: 'The lid is oven-safe up to 220 °C. Please let it cool first.',
    closing: 'Let us know if you need anything else.\nBest wishes,',
  });
  expect(read('en', 'Dear Nora Okafor,\n\nYes, it is.\n\nKind regards,\nNorth', 'Nora Okafor')).toMatchObject({
    greeting: 'Dear {name},',
    address: 'full',
    body: 'Yes, it is.',
  });
  expect(read('en', 'Yes. Thanks to the second seal it is watertight.', 'Nora Okafor')).toMatchObject({
    greeting: null,
    closing: null,
    body: 'Yes. Thanks to the second seal it is watertight.',
  });
});

test('bug: a greeting that leads the first sentence in is not seen', () => {
  expect(read('en', 'Hey Nora! Yes, it fits the 24 cm pan.', 'Nora Okafor')).toMatchObject({
    greeting: 'Hey {name}!',
    body: 'Yes, it fits the 24 cm pan.',
  });
  expect(read('zh', '亲，您好！这款可以机洗。', '林小姐')).toMatchObject({ body: '这款可以机洗。', address: 'nin' });
  expect(read('ja', '佐藤様、こちらは食洗機でお使いいただけます。', '佐藤')).toMatchObject({
    greeting: '{name}様、',
    address: 'sama',
    body: 'こちらは食洗機でお使いいただけます。',
  });
});

test('bug: a Chinese or Japanese letter is read as one matter from end to end', () => {
  expect(
    read('zh', '林小姐，您好！\n\n包裹将于两天内送达。\n\n如有其他问题，随时联系我们。\n祝您生活愉快！', '林小姐'),
  ).toMatchObject({ body: '包裹将于两天内送达。', closing: '如有其他问题，随时联系我们。\n祝您生活愉快！' });
  expect(
    read(
      'ja',
      '佐藤 様\n\nお問い合わせありがとうございます。\n\n返品は30日以内にお願いいたします。\n\nご不明な点がございましたらお気軽にご連絡ください。',
      '佐藤',
    ),
  ).toMatchObject({
    greeting: '{name} 様\n\nお問い合わせありがとうございます。',
    body: '返品は30日以内にお願いいたします。',
    closing: 'ご不明な点がございましたらお気軽にご連絡ください。',
  });
});

test('bug: a family name is not known where the given name is one character', () => {
  expect(read('ja', '高橋様\n\nこちらは食洗機で洗えます。', '高橋 蓮')).toMatchObject({
    greeting: '{name}様',
    address: 'sama',
  });
});

test('bug: a changed fact is taken for a wording, or a wording changes a link, a name or a part of a word', () => {
  expect(rewordedIn('Your parcel leaves today.', 'Your package leaves today.', 'en')).toEqual([
    { avoid: 'parcel', use: 'package' },
  ]);
  expect(rewordedIn('It takes 3 days to Norway.', 'It takes 5 days to Norway.', 'en')).toEqual([]);
  expect(rewordedIn('We ship with Posten to Norway.', 'We ship with Bring to Norway.', 'en')).toEqual([]);
  expect(rewordedIn('快递两天内送达。', '包裹两天内送达。', 'zh')).toEqual([{ avoid: '快递', use: '包裹' }]);
  const wordings = [{ language: 'en' as const, avoid: 'parcel', use: 'package' }];
  expect(
    inOwnWords(
      'Parcels wait. Parcel Bag: see https://x.example/parcel. Parcel lost? Your parcel is here.',
      wordings,
      'en',
    ),
  ).toBe('Parcels wait. Parcel Bag: see https://x.example/parcel. Package lost? Your package is here.');
  expect(inOwnWords('快递已发出', wordings, 'zh')).toBe('快递已发出');
});

test('bug: a rule about words changes a number, or takes a word out and leaves a torn sentence', () => {
  const wordings = [
    { language: 'en' as const, avoid: '30 days', use: 'a month' },
    { language: 'en' as const, avoid: 'unfortunately', use: '' },
  ];
  const text = 'It takes 30 days, unfortunately.';
  expect(inOwnWords(text, wordings, 'en')).toBe(text);
});
