import { expect, test } from 'vitest';
import { isScrambled } from '#core/writing/word-order.ts';

const source =
  'Delivery to Norway takes five working days and costs 12 euros. You get a tracking link by mail once it has left.';

test.each([
  'euros. 12 costs and days working five takes Norway to Delivery',
  'days working five takes Norway to Delivery',
  'link euros five mail Norway by costs tracking days 12',
])('bug: the words of a source in disorder pass for what it says: %s', (text) => {
  expect(isScrambled(text, source)).toBe(true);
});

test.each([
  'Delivery to Norway costs 12 euros and takes five working days.',
  'To Norway, delivery takes five working days.',
  'It takes five working days and costs 12 euros to Norway.',
  'By mail you get a tracking link.',
  'Norway delivery: 12 euros, five working days.',
  'ノルウェーへの配送は五営業日です。',
])('bug: a source in a model’s own order is no sentence: %s', (text) => {
  expect(isScrambled(text, source)).toBe(false);
});
