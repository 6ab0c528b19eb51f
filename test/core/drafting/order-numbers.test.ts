import { expect, test } from 'vitest';
import { namedNumbersIn } from '#core/drafting/order-numbers.ts';

const marked = (text: string) => namedNumbersIn(text).flatMap((one) => (one.isMarked ? [one.text] : []));

test.each([
  ['Where is my order #4711?', ['#4711']],
  ['订单４７１１到哪了？', ['4711']],
  ['Order #12 please', ['#12']],
  ['Where is KETTLES-1001?', ['KETTLES-1001']],
  ['ks1001eu, SO_1001 and #1001-B', ['ks1001eu', 'SO_1001', '#1001-B']],
  ['order no. 1001', ['1001']],
  ['My order number is 77', ['77']],
  ['单号：10423 什么时候到', ['10423']],
  ['注文番号は10401です', ['10401']],
  ['ご注文 No.10401', ['10401']],
  ['orders 1001 1002 1003', ['1001']],
])('bug: “%s” names no order that can be missed', (text, numbers) => {
  expect(marked(text)).toEqual(numbers);
});

test.each([
  'I paid 129 EUR on 2026-03-01, call me on 070 123 4567',
  'My number is +46 70 123 45 67, I am at marta500@example.com',
  'See https://track.example/PN4200000 of 12/03/2026',
  '我的手机号 13812345678，3月1日付了 129 元',
  '電話番号は 090-1234-5678、2026年3月に 12800円 でした',
  'Is the 500ml one ready in 120min?',
])('bug: “%s” is searched for orders', (text) => {
  expect(namedNumbersIn(text)).toEqual([]);
});

test('bug: a bare number is taken for certain to be an order, or is not looked up at all', () => {
  expect(namedNumbersIn('I wrote 1001 on the box')).toEqual([{ text: '1001', isMarked: false }]);
  expect(marked('Can I order 2 lids?')).toEqual([]);
});
