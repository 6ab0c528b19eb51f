import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asksOf } from '#core/conversations/asks.ts';

const asked = (text: string): readonly string[] => asksOf(text).map((ask) => ask.text);

const cases: readonly (readonly [bug: string, text: string, asks: readonly string[]])[] = [
  ['a greeting is asked back', 'Hello!', []],
  ['thanks are asked back', 'Thank you so much for your help!', []],
  ['an emoji is asked back', '👍', []],
  ['nothing is asked back', '', []],
  ['a greeting hides the question on its line', 'Hi Marta, where is my order?', ['where is my order?']],
  ['a question without its mark is missed', 'hi where is my order', ['hi where is my order']],
  ['one word is passed over', 'Refund', ['Refund']],
  [
    'an angry statement is passed over',
    'This is a DISGRACE!!! I want my money back NOW.',
    ['I want my money back NOW.'],
  ],
  [
    'a complaint without a question is passed over',
    'My kettle arrived with a dent.',
    ['My kettle arrived with a dent.'],
  ],
  [
    'two questions become one',
    'How long is delivery? Do you ship to Norway?',
    ['How long is delivery?', 'Do you ship to Norway?'],
  ],
  ['a fragment stands alone', 'Do you ship to Norway? And Sweden?', ['Do you ship to Norway? And Sweden?']],
  [
    'a line that a mail program broke becomes two asks',
    'Could you please tell me whether the small blue kettle is\navailable with a British plug and in which colours it comes?\nThanks',
    [
      'Could you please tell me whether the small blue kettle is available with a British plug and in which colours it comes?',
    ],
  ],
  [
    'two short lines become one ask',
    'Where is my order?\nwill it come today?',
    ['Where is my order?', 'will it come today?'],
  ],
  ['a Chinese greeting is asked back', '您好！谢谢！', []],
  ['a Chinese question after a greeting is missed', '你好，请问多久发货？', ['请问多久发货？']],
  ['two Chinese questions become one', '多久发货？可以开发票吗？', ['多久发货？', '可以开发票吗？']],
  ['a Chinese complaint is passed over', '壶嘴漏水，很生气', ['壶嘴漏水，很生气']],
  ['a Japanese courtesy is asked back', 'お世話になっております。よろしくお願いいたします。', []],
  [
    'a Japanese question is missed',
    'お世話になっております。返品はできますか。よろしくお願いします。',
    ['返品はできますか。'],
  ],
  [
    'two Japanese questions become one',
    'いつ届きますか？領収書は発行できますか？',
    ['いつ届きますか？', '領収書は発行できますか？'],
  ],
];

test.each(cases)('bug: %s', (_bug, text, asks) => {
  expect(asked(text)).toEqual(asks);
});

test('bug: the statement a question rests on is not searched with it', () => {
  const [ask] = asksOf('I bought the blue kettle in May. Can I return it?');
  expect(ask?.text).toBe('Can I return it?');
  expect(ask?.withContext).toContain('blue kettle');
});

test('bug: an ask is empty, has no words, says what the customer did not, or is longer than a lesson may be', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      'Where is it? ',
      'Hi, ',
      'Thanks. ',
      '你好，',
      '多久？',
      'いつですか。',
      '\n',
      'It broke. ',
      '🙏',
      'why ',
      'x'.repeat(1_500),
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      const bare = (one: string): string => one.replace(/\s+/g, '');
      for (const ask of asksOf(text)) {
        expect(/[\p{L}\p{N}]/u.test(ask.text)).toBe(true);
        expect(ask.text.length).toBeLessThanOrEqual(2_000);
        expect(bare(ask.withContext).length).toBeGreaterThanOrEqual(bare(ask.text).length);
        for (const word of ask.text.split(/\s+/)) expect(text).toContain(word);
      }
    }),
  );
});
