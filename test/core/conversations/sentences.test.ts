import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentencesOf } from '#core/conversations/sentences.ts';

const textsOf = (text: string): readonly string[] => sentencesOf(text).map((sentence) => sentence.text);

const cases: readonly (readonly [bug: string, text: string, sentences: readonly string[]])[] = [
  ['two sentences stay one', 'It is late. Where is it?', ['It is late.', 'Where is it?']],
  ['Chinese is split only at spaces', '包装破了。怎么办？谢谢！', ['包装破了。', '怎么办？', '谢谢！']],
  ['Japanese is split only at spaces', '届きました。ありがとう。', ['届きました。', 'ありがとう。']],
  ['a price is cut in two', 'It costs 12.50 euro. Fine.', ['It costs 12.50 euro.', 'Fine.']],
  ['an abbreviation ends a sentence', 'Ask Dr. Lee about it. Now.', ['Ask Dr. Lee about it.', 'Now.']],
  ['a web address is cut in two', 'See https://a.example/x?y=1 please.', ['See https://a.example/x?y=1 please.']],
  ['a quotation loses its closing mark', 'She said “no.” Then she left.', ['She said “no.”', 'Then she left.']],
  ['several marks make several sentences', 'Really?!! Yes…', ['Really?!!', 'Yes…']],
  ['a forgotten space hides a question', 'Where is it?I paid.', ['Where is it?', 'I paid.']],
  ['a line end is no sentence end', 'Hello Ann\nWhere is it', ['Hello Ann', 'Where is it']],
  ['white space alone is a sentence', ' \n\t ', []],
];

test.each(cases)('bug: %s', (_bug, text, sentences) => {
  expect(textsOf(text)).toEqual(sentences);
});

const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '. ',
    '? ',
    '。',
    '！',
    '\n',
    '\r\n',
    ' \n ',
    '”',
    ')',
    'Dr. ',
    'e.g. ',
    'https://a.b/c?d',
    '1.5',
    '…',
    '\u2028',
  ),
);

/** Texts with their sentences parted by a stroke. */
const abbreviated: readonly string[] = [
  'Kiln No. 4 reaches us on Friday.|It is heavy.',
  'Is it in stock?|No.|We are sold out.',
  'My answer is no.|Thank you.',
  'Order no. 1001 and nos. 5 and 6 are late.|Where are they?',
  'It weighs approx. 5 kg.|It fits a car.',
  'Use a soft cloth, e.g. Microfibre, and no acid, i.e. no vinegar.|Rinse it.',
  'We carry 50 vs. 60 Hz models.|Both work.',
  'Our shop is at 12 Mill St.|Please ring twice.',
  'We deliver to St. Ives and to Mt. Pleasant.|It takes a day.',
  'Ask Dr. Lee, Mr. Kim or Mrs. Ito.|They know.',
  'It is made by Hall & Sons Inc. in Leeds.|It lasts.',
  'It is made by Acme Ltd.|Spare lids are with Acme Co.|They are free.',
  'Bring cups, plates, etc. and a towel.|We bring the rest.',
  'We sell cups, plates, etc.|Shipping is free.',
  'We open at 9 a.m. and close at 5 p.m. on Fridays.|Come by.',
  'We close at 5 p.m.|Orders go out the next day.',
  'We close at 5 p.m. Friday and 3 p.m. CET in winter.|Come by.',
  'The glaze is by J. K. Tanaka.|It is food-safe.',
  'I took size M.|It is small.',
  'I want option B.|Please change it.',
  'We ship to the U.S. and the U.K. by air.|It is fast.',
  'We ship to the U.S.|It takes a week.',
  'Soak it for 5 min. in water.|Dry it.',
  'It takes 5 min.|Dry it.',
  'Open Mon. to Fri. from Jan. 5.|Closed on Sun.|Ring first.',
  '1. Unpack the kettle.|2. Fill it.',
  'I ordered 3.|where are they?',
  'Die Lieferung kommt am 3. Mai.|Danke.',
  'See fig. 2 and p. 14.|Then write.',
  'where is it.|i paid on monday.',
  '4号窑（No. 4）周五到货。|请稍等。',
  '这款由 Acme Inc. 制造。|保修两年。',
  '请联系 Dr. 李。|他在。',
  '约重 approx. 5 kg。|可以放心。',
  '营业时间为 9 a.m. 到 5 p.m. 周末休息。|谢谢。',
  '窯 No. 4 は金曜日に届きます。|お待ちください。',
  '製造元は Acme Ltd. です。|保証は2年です。',
  'J. K. 田中の作品です。|食洗機は使えません。',
  'Dr. 佐藤にお尋ねください。|在室です。',
];

test.each(abbreviated)(
  'bug: a stop within a sentence cuts it, or one after an abbreviation ends nothing: %s',
  (text) => {
    expect(textsOf(text.replace(/(?<![。！？])\|/g, ' ').replaceAll('|', ''))).toEqual(text.split('|'));
  },
);

test('bug: a sentence loses or gains a character', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const joined = sentencesOf(text)
        .map((sentence) => sentence.lead + sentence.text)
        .join('');
      expect(joined).toBe(text.trimEnd());
    }),
  );
});

test('bug: a sentence is empty or begins or ends with white space', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      for (const { lead, text } of sentencesOf(pieces.join(''))) {
        expect(text).toBe(text.trim());
        expect(text).not.toBe('');
        expect(lead.trim()).toBe('');
      }
    }),
  );
});
