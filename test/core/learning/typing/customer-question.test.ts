import { expect, test } from 'vitest';
import { asksOf } from '#core/conversations/asks.ts';
import { customerQuestion } from '#core/learning/typing/customer-question.ts';
import { withoutOwnData } from '#core/learning/typing/own-data.ts';

function remembered(text: string, name: string): string {
  const context = [...new Set(asksOf(text).map(({ withContext }) => withContext))].join(' ');
  return customerQuestion(context, { name, said: [text] });
}

test.each([
  [
    'Kiln No. 4. I look for it every day. When does it come back?',
    'Kiln No. 4: I look for it every day. When does it come back?',
  ],
  [
    'Refund AB-12345. I sent the kettle back two weeks ago. When do I get my money?',
    'Refund: I sent the kettle back two weeks ago. When do I get my money?',
  ],
  [
    'My order number is 10023456. I would like to change the colour of the lid. Is that possible?',
    'I would like to change the colour of the lid. Is that possible?',
  ],
  [
    'Order #10023456\nHi there, I ordered on Friday (order #10023456). Can I still add a cup?',
    'I ordered on Friday. Can I still add a cup?',
  ],
  ['My name is Marta Lindqvist, my phone is +46 70 123 45 67. Do you ship to Norway?', 'Do you ship to Norway?'],
  ['My order 10023456 arrived broken, what can I do?', 'My order arrived broken, what can I do?'],
  ['Can you cancel order no. 10023456 and refund me?', 'Can you cancel my order and refund me?'],
  [
    'Please send it to 12 High Street, Leeds LS1 4AP instead. Can the address be changed after ordering?',
    'Please send it instead. Can the address be changed after ordering?',
  ],
  [
    'Tracking 1Z999AA10123456784 has not moved since Monday; order 10023456. What happens if a parcel is lost?',
    'My tracking has not moved since Monday. What happens if a parcel is lost?',
  ],
])('bug: a lesson’s question shows where something was cut out: %s', (text, question) => {
  expect(remembered(text, 'Marta Lindqvist')).toBe(question);
});

test.each([
  ['你好，我的订单号是202311230012，手机13812345678。请问可以换成蓝色的吗？', '王小明', '请问可以换成蓝色的吗？'],
  ['订单号：202311230012\n退款什么时候到账？', '王小明', '退款什么时候到账？'],
  ['我是王小明，订单202311230012的杯子碎了，怎么办？', '王小明', '订单的杯子碎了，怎么办？'],
  [
    '麻烦查一下订单202311230012，地址是上海市浦东新区世纪大道100号，什么时候能送到？',
    '王小明',
    '麻烦查一下订单，什么时候能送到？',
  ],
  [
    '返品について 注文番号 12345678\nお世話になっております。田中花子です。注文番号は12345678です。やかんを返品したいのですが、送料はかかりますか。',
    '田中花子',
    '返品について。やかんを返品したいのですが、送料はかかりますか。',
  ],
  [
    '田中花子と申しますが、注文番号12345678の商品を返品できますか？電話は090-1234-5678です。',
    '田中花子',
    '注文の商品を返品できますか？',
  ],
])('bug: … in Chinese and Japanese: %s', (text, name, question) => {
  expect(remembered(text, name)).toBe(question);
});

test('bug: what was asked in one breath is remembered several times over, or cut in the middle of a word', () => {
  const told = 'The lid of the blue kettle does not sit right on it since the very first day. ';
  const asks = 'Can I get a new lid for it? And does it cost anything to send it to you?';
  expect(remembered(told + asks, '')).toBe(`${told}${asks}`);
  const long = Array.from(
    { length: 12 },
    (_, i) => `Number ${i} of my cups has a crack that goes from its rim to its foot.`,
  );
  const context = [...long, 'Can I send them all back at once?'].join(' ');
  const question = customerQuestion(context, { name: '', said: [context] });
  expect(question.length).toBeLessThanOrEqual(600);
  expect(question).toMatch(/foot\. Can I send them all back at once\?$/);
  expect(context).toContain(question);
});

test('bug: a question that is nothing but a number is remembered with it', () => {
  const text = 'Order 10023456?';
  expect(customerQuestion(text, { name: '', said: [text] })).not.toMatch(/\d/);
  expect(withoutOwnData('a\ufffcb', { name: '', said: [] })).toBe('a b');
});
