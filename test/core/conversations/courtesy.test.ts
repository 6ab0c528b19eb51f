import { expect, test } from 'vitest';
import { isCourtesy, withoutCourtesy } from '#core/conversations/courtesy.ts';

const courtesies: readonly string[] = [
  'Hi',
  'Hello there!',
  'Hi Marta,',
  'Dear Sir or Madam,',
  'Dear Kettle Shop of Leeds,',
  'Good morning team',
  'HELLO!!',
  'Thanks!',
  'Thank you so much!',
  'Many thanks in advance',
  'thank you for your quick reply',
  'Thanks for the refund.',
  'Thanks and regards',
  'ok thanks',
  'Great, thanks a lot',
  'Perfect!',
  'No problem',
  'Yes please',
  'Ok great 👍',
  'I hope you are well',
  'Looking forward to your reply',
  'Have a nice day',
  'Awaiting your response',
  'Kind regards,',
  'Best wishes, Marta Lindqvist',
  'Cheers',
  'Yours sincerely',
  'How are you?',
  'Sorry to bother you',
  'Hi Will',
  '👍🏽',
  '❤️❤️',
  '!!!',
  '…',
  '您好',
  '你好，',
  '在吗',
  '谢谢您！',
  '好的谢谢',
  '辛苦了~',
  '收到',
  '再见',
  'こんにちは。',
  'お世話になっております。',
  'ありがとうございました。',
  'よろしくお願いいたします。',
  '了解しました',
  'お手数をおかけしますが、よろしくお願いします',
];

test.each(courtesies)('bug: “%s” is taken for something to answer', (sentence) => {
  expect(isCourtesy(sentence)).toBe(true);
});

const tellings: readonly string[] = [
  'Hi where is my order',
  'Hello my order has not arrived',
  'Hey I need a refund',
  'Hi can you help',
  'HI WHERE IS MY ORDER',
  'Ok where is it',
  'No, it broke',
  'No refund yet',
  'Yes cancel it',
  'Yes, cancel it',
  'Great but the lid leaks',
  'Thanks I need a new lid',
  'Thanks but it still leaks',
  'Thanks and where is my order',
  'Thanks for the kettle but it leaks',
  'best coffee grinder available',
  'Love this product broken',
  'Waiting for my refund',
  'I hope you can replace the lid',
  'Sorry I ordered the wrong size',
  'Dear shop my kettle is still not here',
  'My kettle leaks.',
  '12345',
  '好用吗',
  '你好请问什么时候发货',
  '谢谢我想退货',
  '届きません',
  'ありがとうございますが届きません',
  'はい、交換してください',
];

test.each(tellings)('bug: “%s” is passed over as courtesy', (sentence) => {
  expect(isCourtesy(sentence)).toBe(false);
});

test.each([
  ['Hi, where is my order?', 'where is my order?'],
  ['Hello Marta, thanks, where is it?', 'where is it?'],
  ['您好，请问多久到？', '请问多久到？'],
  ['お世話になっております、返品できますか', '返品できますか'],
  ['Thank you, Marta', ''],
  ['My kettle, a blue one, leaks', 'My kettle, a blue one, leaks'],
])('bug: the courtesy before “%s” stays, or more than it goes', (sentence, rest) => {
  expect(withoutCourtesy(sentence)).toBe(rest);
});
