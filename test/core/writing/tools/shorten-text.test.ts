import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectLanguage } from '#core/conversations/detect-language.ts';
import { sentencesOf } from '#core/conversations/sentences.ts';
import { factsOf, hasFacts } from '#core/writing/tools/facts-of.ts';
import { negationsIn } from '#core/writing/tools/negations.ts';
import { shortenedText } from '#core/writing/tools/shorten-text.ts';

/** Sentences of replies: those that pad, and those that have to stay. */
const pads = [
  'Thank you for reaching out to us.',
  'Thanks for your message.',
  'We really appreciate your patience.',
  'Please do not hesitate to contact us if you need anything else.',
  'If you have any further questions, please let us know.',
  'Let us know if you have any other questions.',
  'I hope this helps.',
  'Have a lovely day!',
  'We are always happy to help.',
  'Feel free to reach out at any time.',
  '感谢您的耐心等待。',
  '如有其他问题，请随时联系我们。',
  '希望以上信息对您有帮助。',
  '非常感谢您的理解与支持。',
  '欢迎随时与我们联系。',
  'いつもご利用いただきありがとうございます。',
  'ご不明な点がございましたら、お気軽にお問い合わせください。',
  'この度はお問い合わせいただき、誠にありがとうございます。',
  '何卒よろしくお願い申し上げます。',
  'お気軽にお問い合わせください。',
];
const tells = [
  'Your parcel ships on Monday.',
  'We cannot refund the delivery fee.',
  'Please send us a photo of the broken lid.',
  'Thank you for your message of 3 May, which reached us after the refund.',
  'If you have any questions about the €20 refund, write to help@north.example.',
  'The kettle is made of steel.',
  'Use the side door, the bell is broken.',
  'Please descale it with vinegar first.',
  'We have asked the carrier where your parcel is.',
  'Thank you for your patience, the parcel was not found.',
  '您的包裹周三送达。',
  '我们无法退还运费。',
  '请您拍一张盖子的照片发给我们。',
  '感谢您的耐心等待，包裹将于5月3日送达。',
  '这款水壶是不锈钢的。',
  '请先用白醋除垢。',
  '商品は月曜日に発送いたします。',
  '送料の返金はできません。',
  '割れた蓋のお写真をお送りください。',
  '本体はステンレス製です。',
  'まず酢で水垢を落としてください。',
  'この度は3日の遅延により、ご迷惑をおかけしました。',
];

function shortened(sentence: string, beside = sentence): string {
  const language = detectLanguage(beside);
  return shortenedText(sentence, language === 'und' ? 'en' : language);
}

test('bug: what pads a reply stays, or what it says goes', () => {
  const frame = { en: 'It ships in a blue box. ', zh: '包裹是蓝色的。', ja: '箱は青色です。', und: '' };
  const left = (sentence: string): boolean =>
    shortened(`${frame[detectLanguage(sentence)]}${sentence}`, sentence).includes(sentence);
  const stayed = pads.filter(left);
  const lost = tells.filter((sentence) => !left(sentence));
  console.info(
    `shortened by the desk: of ${pads.length} sentences that pad ${pads.length - stayed.length} left out; ` +
      `of ${tells.length} that tell ${lost.length} lost`,
  );
  expect(lost).toEqual([]);
  expect(stayed).toEqual([]);
});

test('bug: greeting, closing, paragraphs or gaps of a reply are lost', () => {
  const reply =
    'Hello Marta,\n\nThank you for reaching out to us. Your parcel ships on Monday. We really appreciate your patience.\n\nIn order to return it, use the label. [✎ no answer found for “gift note”] The label is in the box.\n\nPlease do not hesitate to contact us.\n\nHappy brewing!\nThe Kettle Shop of Leeds';
  expect(shortened(reply)).toBe(
    'Hello Marta,\n\nYour parcel ships on Monday.\n\nTo return it, use the label. [✎ no answer found for “gift note”] The label is in the box.\n\nHappy brewing!\nThe Kettle Shop of Leeds',
  );
});

test('bug: a bare yes, an apology or the store’s own greeting is taken for padding', () => {
  for (const text of [
    'Hi!\n\nYes. It is made of steel.\n\nKind regards,\nNorth',
    'Sorry about that! A new lid is on its way.',
    '佐藤 様\n\nお問い合わせありがとうございます。\n\nはい。食洗機で洗えます。\n\n今後ともよろしくお願いいたします。\nやかん店',
    '您好，\n\n可以。非常抱歉。盖子会补寄给您。\n\n祝您喝茶愉快！\n水壶店',
  ])
    expect(shortened(text)).toBe(text);
});

test('bug: what is said twice stays twice, or two things that differ in one word are taken for one', () => {
  expect(
    shortened(
      'Please clean the steel kettle with vinegar. It ships today. Please clean the steel kettle with vinegar.',
    ),
  ).toBe('Please clean the steel kettle with vinegar. It ships today.');
  const two = 'The red kettle costs €20. The red kettle costs €30. You can return the pot. You cannot return the pot.';
  expect(shortened(two)).toBe(two);
});

test('bug: shortening leaves nothing, changes what it leaves, or drops a fact or a no', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pads, ...tells), { minLength: 1, maxLength: 8 }), (all) => {
      const text = all.join('\n');
      const left = sentencesOf(shortened(text)).map((sentence) => sentence.text);
      expect(all).toEqual(expect.arrayContaining(left));
      for (const sentence of all)
        if (hasFacts(factsOf(sentence, 'en')) || negationsIn(sentence) > 0) expect(left).toContain(sentence);
    }),
    { numRuns: 500 },
  );
});
