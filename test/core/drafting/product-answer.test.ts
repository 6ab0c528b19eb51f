import fc from 'fast-check';
import { expect, test } from 'vitest';
import { productAnswer } from '#core/drafting/product-answer.ts';
import { attributeSentence, priceSentence } from '#core/drafting/product-wording.ts';
import { searchedAnswer } from '#core/knowledge/product-text.ts';
import type { KnowledgeContent } from '#shared/model/knowledge.ts';
import type { AttributeValue } from '#shared/model/product-attribute.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import { products } from './product-questions.ts';

const known = products[0] as KnowledgeContent;
const told = (ask: string): string | null => productAnswer(known, ask, 'en')?.text ?? null;
const text = (value: string): AttributeValue => ({ type: 'text', text: value });

test.each([
  'Is the copper kettle in stock?',
  'When will the copper kettle be back?',
  'Where is my copper kettle? I ordered it last week.',
  'My copper kettle leaks, what now?',
  'Can I get a discount on the copper kettle?',
  'Tell me about the copper kettle',
  'Copper Kettle 1.5 L',
  '',
])('bug: “%s” is answered with a property of the product', (ask) => {
  expect(told(ask)).toBeNull();
});

test('bug: more is told than was asked', () => {
  expect(told('How long is the guarantee on the copper kettle?')).toBe(
    'The Copper Kettle 1.5 L comes with a warranty of 5 years.',
  );
  expect(told('How tall is the copper kettle?')).toBe('The Copper Kettle 1.5 L – height: 24 cm.');
  expect(told('How big is it, and how heavy?')).toBe(
    'The Copper Kettle 1.5 L – height: 24 cm. The Copper Kettle 1.5 L weighs 1.2 kg.',
  );
});

test.each([
  ['en', 'Linen Trousers', 'material', text('linen'), 'The Linen Trousers are made of linen.'],
  ['en', 'The Big Mug', 'material', text('clay.'), 'The Big Mug is made of clay.'],
  ['en', 'Glass', 'Waterproof', { type: 'yesNo', isTrue: false }, 'The Glass is not waterproof.'],
  ['en', 'Mug', 'Gift box', { type: 'yesNo', isTrue: true }, 'The Mug – gift box: yes.'],
  ['zh', '保温杯', 'material', text('不锈钢'), '保温杯的材质是不锈钢。'],
  ['zh', '保温杯', '可机洗', { type: 'yesNo', isTrue: false }, '保温杯不可机洗。'],
  ['ja', '急須', 'material', text('鋳鉄'), '急須の素材は鋳鉄です。'],
  ['ja', '急須', '食洗機対応', { type: 'yesNo', isTrue: true }, '急須は食洗機に対応しています。'],
  ['en', 'Mug', 'weight', { type: 'quantity', amount: 300, unit: 'g' }, 'The Mug weighs 300 g.'],
] as const)('bug: %s: %s, %s is worded as nobody would', (language, title, name, value, sentence) => {
  expect(attributeSentence(title, { name, value }, language)).toBe(sentence);
});

test('bug: a price without a currency is told as money, or a sale without what it was', () => {
  const money = (amount: number): AttributeValue => ({ type: 'money', amount, currency: 'GBP' });
  expect(priceSentence('Mug', [{ name: 'price', value: { type: 'quantity', amount: 9, unit: '' } }], 'en')).toEqual([]);
  const both = [
    { name: 'price', value: money(9) },
    { name: 'sale price', value: money(7.5) },
  ];
  expect(priceSentence('Mug', both, 'en')).toEqual(['The Mug costs £7.50 instead of £9.00.']);
});

test('bug: what a product is searched by leaves out its description, or what it is asked by', () => {
  const searched = searchedAnswer(known);
  expect(searched).toContain(known.answer);
  for (const word of ['guarantee', 'heavy', 'made of', 'Portugal', '1.5 l']) expect(searched).toContain(word);
  expect(searchedAnswer({ ...known, kind: 'pair' })).toBe(known.answer);
});

const value: fc.Arbitrary<AttributeValue> = fc.oneof(
  fc.string({ minLength: 1 }).map(text),
  fc.record({
    type: fc.constant('quantity' as const),
    amount: fc.double({ noNaN: true }),
    unit: fc.string({ maxLength: 10 }),
  }),
  fc.record({
    type: fc.constant('money' as const),
    amount: fc.double({ noNaN: true }),
    currency: fc.constantFrom('EUR', 'xx1', '{v}'),
  }),
  fc.record({ type: fc.constant('yesNo' as const), isTrue: fc.boolean() }),
);

test('bug: a strange product or question makes a draft fail, or says something twice', () => {
  const ask = fc.oneof(
    fc.string(),
    fc.constantFrom('How heavy is it?', 'What colour?', '多少钱？', 'サイズは？', 'price {t} $&'),
  );
  const attributes = fc.array(
    fc.record({
      name: fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('weight', 'color', '价格', 'サイズ', 'price')),
      value,
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(
      ask,
      fc.string(),
      fc.string(),
      attributes,
      fc.constantFrom<ReplyLanguage>('en', 'zh', 'ja'),
      (asked, question, answer, all, language) => {
        const said = productAnswer({ question, answer, attributes: all }, asked, language);
        expect(said === null || said.text !== '').toBe(true);
        searchedAnswer({ kind: 'product', answer, attributes: all, language });
      },
    ),
    { numRuns: 500 },
  );
});

test('bug: a question or a title of a hundred thousand characters holds up the desk', () => {
  const long = 'where is it made and '.repeat(5_000);
  const started = performance.now();
  productAnswer({ ...known, question: long, answer: long }, long, 'en');
  expect(performance.now() - started).toBeLessThan(5_000);
});
