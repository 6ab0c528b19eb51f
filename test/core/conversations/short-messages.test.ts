import { expect, test } from 'vitest';
import { roleAfter } from '#core/conversations/answer-to-agent.ts';
import { asksOf } from '#core/conversations/asks.ts';
import { leansOnEarlier } from '#core/conversations/leaning.ts';

const askNothing: readonly string[] = [
  'Thank you for your prompt help with the return.',
  'Thanks for the quick refund, very kind of you.',
  'Thank you for sorting out my order so quickly!',
  'I really appreciate your help with this.',
  'Thanks so much for all your help today, have a great weekend!',
  'Many thanks for the replacement lid – it fits perfectly.',
  'Hello??',
  'hello? anyone there?',
  'Are you there?',
  'is anybody there',
  '?',
  '??',
  '...',
  'ok',
  'Okay, thank you!',
  'k',
  '👍',
  '🙏🙏',
  'Perfect, that works.',
  "That's all, thanks.",
  'That is it, thank you.',
  'No thanks, that will be all.',
  'You too!',
  'Great to hear, thanks!',
  '12345',
  '#100-2231',
  '+47 22 22 22 22',
  'ann@mail.example',
  'https://north.example/p/1',
  'My order number is 100-2231.',
  'my number is 07700 900123',
  'My name is Marta Lindqvist.',
  "Hi, I'm Marta.",
  'Thanks!\n\nKind regards,\nMarta Lindqvist\nHead of Operations\nDahl & Berg AS | www.dahl.example\n+47 22 22 22 22',
  'lol',
  'haha thanks',
  'Awesome, thank you so much, you have been very helpful.',
  'Thanks for letting me know.',
  'Thank you for that information.',
  '谢谢',
  '好的，谢谢您的帮助',
  '在吗？',
  '在不在',
  '有人吗？？',
  '嗯嗯',
  '没事了，谢谢',
  '100-2231',
  '我的订单号是100-2231',
  '13800000000',
  '谢谢客服，已经解决了',
  '👌',
  '好的收到',
  '哈哈',
  'ありがとうございます。助かりました。',
  '大丈夫です、ありがとうございます',
  '注文番号は100-2231です。',
  'もしもし？',
  '了解です！',
  '090-1234-5678',
  'いいえ、以上です。',
  '迅速なご対応ありがとうございました。',
  'お世話になっております。\nよろしくお願いいたします。\n\n株式会社ハーバー\n佐藤花子\nTEL 03-1234-5678',
  '非常感谢你们的帮助！\n\n此致\n敬礼\n王敏\n13800000000',
];

test.each(askNothing)('bug: “%s” is answered, though it asks nothing', (text) => {
  expect(asksOf(text)).toEqual([]);
});

const asking: ReadonlyArray<readonly [text: string, asks: readonly string[]]> = [
  ['Thanks – still waiting for my refund', ['Thanks – still waiting for my refund']],
  ['Dear North team, Is the lid dishwasher safe?', ['Is the lid dishwasher safe?']],
  ['Dear North team, the lid leaks.', ['the lid leaks.']],
  ['Thank you for the kettle, but the lid leaks.', ['but the lid leaks.']],
  ['Thanks for the refund. Do you ship to Norway?', ['Do you ship to Norway?']],
  ['refund', ['refund']],
  ['cancel', ['cancel']],
  ['物流', ['物流']],
  ['返品', ['返品']],
  ['退款', ['退款']],
  ['talk to a human', ['talk to a human']],
  ['转人工', ['转人工']],
  ['オペレーターと話したい', ['オペレーターと話したい']],
  ['Is it ok to wash it?', ['Is it ok to wash it?']],
  ['Is that all?', ['Is that all?']],
  [
    'Could you tell me how I can return it?\n\nKind regards,\nMarta Lindqvist\nDahl & Berg AS\n+47 22 22 22 22',
    ['Could you tell me how I can return it?'],
  ],
  ['Where is my order?\nMy order number is 100-2231', ['Where is my order?']],
  [
    'Name: Ann Lee\nEmail: ann@mail.example\nMessage: I would like to return the pendant.',
    ['I would like to return the pendant.'],
  ],
  ['What about breakfast?', ['What about breakfast?']],
  ['Thanks! One more thing: do you sell bulbs?', ['One more thing: do you sell bulbs?']],
  [
    'I would appreciate your help with returning this lamp.',
    ['I would appreciate your help with returning this lamp.'],
  ],
  ['谢谢，我想退货', ['我想退货']],
  ['好的，那什么时候发货？', ['那什么时候发货？']],
  ['ありがとうございます。返品の送料はいくらですか？', ['返品の送料はいくらですか？']],
  [
    'お世話になっております。\n返品できますか。\nよろしくお願いいたします。\n株式会社ハーバー\n佐藤花子',
    ['返品できますか。'],
  ],
  ['Hi, is this available in blue? Thanks, Tom', ['is this available in blue?']],
  ['Do you have any news?\nThanks\nTom Baker', ['Do you have any news?']],
  ['Best regards,\nTom\nP.S. Do you ship to Norway?', ['Do you ship to Norway?']],
  ['ok so how do I return it', ['ok so how do I return it']],
  ['Great, and when will it arrive?', ['and when will it arrive?']],
  ['no refund yet', ['no refund yet']],
  ['still nothing', ['still nothing']],
  ['any update?', ['any update?']],
  ["It doesn't work", ["It doesn't work"]],
  ['not working', ['not working']],
  ['price?', ['price?']],
  ['多少钱', ['多少钱']],
  ['在吗？想问下这款有货吗', ['想问下这款有货吗']],
  ['まだ届かない', ['まだ届かない']],
  ['在庫ありますか', ['在庫ありますか']],
  ['This is wrong', ['This is wrong']],
  ['thanks for nothing, my parcel is lost', ['my parcel is lost']],
];

test.each(asking)('bug: what “%s” asks is missed, or more is taken for it', (text, asks) => {
  expect(asksOf(text).map((ask) => ask.text)).toEqual(asks);
});

const answers: ReadonlyArray<readonly [agent: string, customer: string, role: string]> = [
  ['Would Thursday suit you?', 'Yes', 'answer'],
  ['When should we deliver?', 'tomorrow 7pm', 'answer'],
  ['Could you share your phone number?', 'My number is 07700 900123.', 'answer'],
  ['Which colour did you buy?', 'The blue one', 'detail'],
  ['How can I help you today?', 'kettle lid', 'matter'],
  ['What is the problem?', 'it leaks', 'matter'],
  ['Your refund was issued.', 'ok but where', 'matter'],
  ['Is it for 2 people?', 'Yes please, 7 people.', 'answer'],
  ['Would you like me to book it?', 'No thanks, but do they have parking?', 'matter'],
  ['May I have your name?', 'Marta Lindqvist', 'answer'],
  ['请问您的订单号是多少？', '100-2231', 'answer'],
  ['请问是哪个颜色？', '蓝色的', 'detail'],
  ['请问有什么可以帮您？', '退款', 'matter'],
  ['ご注文番号をお知らせください。', '100-2231です', 'answer'],
  ['どちらの色でしょうか？', '青です', 'detail'],
  ['ご用件をお聞かせください。', '返品', 'matter'],
  ['Anything else?', 'refund', 'matter'],
  ['Do you still have the receipt?', 'No, I threw it away, can I still return it?', 'matter'],
  ['Can you try another bulb?', 'I did, it still flickers and smells burnt', 'matter'],
  ['Shall I cancel it?', 'yes cancel', 'matter'],
];

test.each(answers)('bug: after “%s” the words “%s” are not taken for a %s', (agent, customer, role) => {
  expect(roleAfter(agent, customer)).toBe(role);
});

const leaning: ReadonlyArray<readonly [text: string, leans: boolean]> = [
  ['What about breakfast?', true],
  ['Do they have parking?', true],
  ['And for the blue one?', true],
  ['Is it dishwasher safe?', true],
  ['Is there parking?', false],
  ['I heard that you ship to Norway, is it true?', false],
  ['Do you ship to Norway?', false],
  ['Is it possible to return a kettle?', false],
  ['How much is that?', true],
  ['Do you have the same in red?', true],
  ['Are there any smaller ones?', true],
  ['Can you let me know if you sell bulbs?', false],
  ['How long does it take to get a refund?', false],
  ['そちらは？', true],
  ['それは洗えますか？', true],
  ['送料はいくらですか？', false],
  ['青いのは？', true],
  ['那个呢', true],
  ['那运费呢？', true],
  ['可以开发票吗？', false],
  ['它防水吗', true],
  ['这款有蓝色吗？', true],
  ['where are you located?', false],
  ['Why not?', true],
  ['How far is the station from there?', true],
];

test.each(leaning)('bug: “%s” leans on what was said before, or does not: %s', (text, leans) => {
  expect(leansOnEarlier(text)).toBe(leans);
});

test('bug: a fragment is searched for without the statement that it asks about', () => {
  expect(asksOf('Drowning in tea here, I need a break for two months. How?').map(({ text }) => text)).toEqual([
    'Drowning in tea here, I need a break for two months. How?',
  ]);
});
