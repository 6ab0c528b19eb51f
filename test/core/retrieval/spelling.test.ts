import fc from 'fast-check';
import { expect, test } from 'vitest';
import { misspellingCost } from '#core/retrieval/misspelling.ts';
import { correctedQuestion } from '#core/retrieval/spelling.ts';
import { type WordIndex, wordIndex, wordsOf } from '#core/retrieval/word-index.ts';

const common =
  'a there blue the of and in to was is on for with that it his by at from you my your not i do does how can what where when have will ' +
  'please want need order house mouse horse phone house party parity fluoride florida lamp clamp cash delivery are we if';

const knowledge = [
  'Cancel an order',
  'You can cancel an order until it is sent. A refund takes three days; we refund the card you paid with.',
  'Cash on delivery',
  'Cash on delivery is possible in Norway. Delivery takes three days.',
  'Return a kettle',
  'A kettle can be returned within 14 days. Return shipping is free. The warranty holds for two years.',
  'Gift cards',
  'Gift cards are sent by mail. A gift card holds for three years. The kettle has a lid.',
];

function vocabulary(): WordIndex {
  const index = wordIndex(common.split(' '));
  for (const text of knowledge) index.add(wordsOf(text));
  return index;
}

test.each([
  ['a letter left out', 'where is my ordr', 'where is my order'],
  ['two letters swapped', 'how do i retrun it', 'how do i return it'],
  ['a letter doubled', 'my kettlle', 'my kettle'],
  ['a double letter once', 'my ketle', 'my kettle'],
  ['the key beside it', 'my kertle', 'my kettle'],
  ['vowels left out', 'pls cncl my ordr', 'please cancel my order'],
  ['words run together', 'cashondelivery', 'cash on delivery'],
  ['a word split in two', 'i want a re fund', 'i want a refund'],
  ['a telephone’s shorthand', 'can u cancel', 'can you cancel'],
  ['capitals throughout', 'CANCLE MY ORDER', 'cancel MY ORDER'],
  ['a slip at the beginning', 'Waranty?', 'warranty?'],
])('bug: %s is not read as what it means', (_slip, typed, meant) => {
  expect(correctedQuestion(vocabulary(), typed)).toBe(meant);
});

test.each([
  ['what is right', 'Where is my order? I want to return the kettle.'],
  ['a word of English that the knowledge has not', 'is there fluoride in it, and parity?'],
  ['a form of a known word', 'are kettles refunded?'],
  ['a name within a sentence', 'is the Ketle in Norwya a Kettel?'],
  ['an order number', 'order KETL-10423 and ordr7'],
  ['an address or a link', 'ketle@ordr.example https://ordr.example/retrun #ordr'],
  ['a word that lies between two', 'my xouse'],
  ['a strange word that is near to nothing', 'the zwxqpt is blue'],
  ['a short word', 'the ldi'],
  ['another language', 'Wo ist meine Bestellung und wann kommt sie bitte?'],
  ['Chinese', '我的 ordr 在哪里'],
  ['two right words that also make one', 'gift card and refund'],
  ['nothing', ''],
])('bug: %s is changed', (_kind, text) => {
  expect(correctedQuestion(vocabulary(), text)).toBe(text);
});

test('bug: a word only English knows is read where the knowledge holds one as near, or one that is plainly meant', () => {
  const english = 'coup the of is there a do you have in stock '.split(' ').filter((one) => one !== '');
  const rare = Array.from({ length: 12_000 }, (_, i) => `q${i}`);
  const index = wordIndex([...english, ...rare, 'coupon', 'sconce']);
  expect(correctedQuestion(index, 'is there a coupn')).toBe('is there a coupn');
  index.add(['coupon']);
  expect(correctedQuestion(index, 'is there a coupn')).toBe('is there a coupon');

  const lamps = wordIndex([...english, 'shade', 'shape']);
  expect(correctedQuestion(lamps, 'do you have the shawe')).toBe('do you have the shawe');
  lamps.add(['shade']);
  expect(correctedQuestion(lamps, 'do you have the shawe')).toBe('do you have the shade');
});

test('bug: the asks of one message look the same misspelt words up again and again', () => {
  const index = vocabulary();
  let looked = 0;
  const counting = { ...index, near: (word: string, edits: number) => (looked++, index.near(word, edits)) };
  for (let ask = 0; ask < 6; ask++)
    expect(correctedQuestion(counting, `where is my ordr ${ask}, and the ketle, and the ordr`)).toContain('my order');
  expect(looked).toBe(2);
});

test('bug: a reading outlives the words it was made from', () => {
  const index = vocabulary();
  for (let i = 0; i < 5_000; i++)
    correctedQuestion(index, `where is my ordr ${'abcdefghij'.charAt(i % 10)}zq${letters(i)}`);
  expect(correctedQuestion(index, 'a blue samovr')).toBe('a blue samovr');
  index.add(['samovar', 'samovar']);
  expect(correctedQuestion(index, 'a blue samovr')).toBe('a blue samovar');
});

/** A number in letters, as digits are never read. */
function letters(number: number): string {
  return [...String(number)].map((digit) => 'bcdfghklmn'.charAt(Number(digit))).join('');
}

test.each(['’', '。', '\u200b', 'a。', 'a-', 'ab/', '@', 'a@', '#', '1', "'", 'é\u0301'])(
  'bug: a question of "%s" without white space takes time with its square',
  (unit) => {
    const index = vocabulary();
    const text = `where is the my order please ${unit.repeat(4_000)}`.slice(0, 3_990);
    const start = performance.now();
    for (let i = 0; i < 20; i++) correctedQuestion(index, text);
    expect(performance.now() - start).toBeLessThan(1_000);
  },
);

test('bug: words of an entry that has gone are still read into questions, or one that came is not', () => {
  const index = vocabulary();
  expect(correctedQuestion(index, 'a new teapto')).toBe('a new teapto');
  index.add(wordsOf('teapot teapot'));
  expect(correctedQuestion(index, 'a new teapto')).toBe('a new teapot');
  index.remove(wordsOf('teapot teapot'));
  expect(correctedQuestion(index, 'a new teapto')).toBe('a new teapto');
});

test('bug: one slip of a hand counts as two, or another word as a slip', () => {
  for (const slip of ['ordre', 'oder', 'orrder', 'ordwr', 'ordr'])
    expect(misspellingCost(slip, 'order', 1)).toBeLessThan(1);
  expect(misspellingCost('order', 'order', 1)).toBe(0);
  expect(misspellingCost('garden', 'order', 1.5)).toBe(Infinity);
  expect(misspellingCost('a'.repeat(40), 'order', 9)).toBe(Infinity);
});

test('bug: a number, a link or white space is lost, or a hostile text stops the desk', () => {
  const index = vocabulary();
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      'ordr',
      ' ',
      '42',
      'https://a.example/ordr',
      're fund',
      'Ketle',
      'u',
      "'",
      '\n',
      'cashondelivery',
      'a'.repeat(60),
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join(' ');
      const corrected = correctedQuestion(index, text);
      expect(corrected.match(/\d+/g)).toEqual(text.match(/\d+/g));
      expect(corrected.split('\n').length).toBe(text.split('\n').length);
    }),
  );
  for (const hostile of ['ab'.repeat(100_000), 'x '.repeat(2_000), 'ordr'.repeat(900)])
    correctedQuestion(index, hostile);
});
