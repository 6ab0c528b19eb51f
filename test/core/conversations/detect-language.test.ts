import { expect, test } from 'vitest';
import { detectLanguage } from '#core/conversations/detect-language.ts';
import type { Language } from '#shared/model/basics.ts';

const cases: readonly (readonly [bug: string, text: string, language: Language])[] = [
  ['plain English is missed', 'Where is my order? I paid on Monday.', 'en'],
  ['a heading without function words is und', 'Refund policy', 'en'],
  ['an English greeting alone is und', 'Thanks!', 'en'],
  ['a brand in French makes English und', 'Do you still have La Mer cream or the Le Creuset pot?', 'en'],
  ['one accented word makes a title und', 'Café menu', 'en'],
  ['a Chinese name turns English into Chinese', 'Hello, do you ship with 顺丰 to Beijing?', 'en'],
  ['a quoted Chinese phrase turns English into Chinese', 'Can you translate 什么时候发货 for me please?', 'en'],
  ['simplified Chinese is missed', '请问什么时候发货?', 'zh'],
  ['traditional Chinese is taken for Japanese', '請問什麼時候會出貨?', 'zh'],
  ['a traditional heading is taken for Japanese', '退換貨政策', 'zh'],
  ['English product names turn Chinese into English', '请问Apple Watch Series 9 GPS支持吗', 'zh'],
  ['product names outnumber the Chinese', 'AirPods Pro Max 什么时候发货', 'zh'],
  ['a decorative の turns Chinese into Japanese', '请问优之の良品的包邮条件是什么', 'zh'],
  ['a Japanese product name turns Chinese into Japanese', '请问ハンドクリーム有货吗', 'zh'],
  ['Japanese is missed', '注文した商品が届きません。', 'ja'],
  ['Japanese heavy in kanji is taken for Chinese', '返品期限は商品到着後30日以内', 'ja'],
  ['Japanese of kanji only is taken for Chinese', '領収書発行', 'ja'],
  ['Japanese of shared kanji only is taken for Chinese', '送料無料', 'ja'],
  ['katakana alone is und', 'キャンセル', 'ja'],
  ['half-width katakana is und', 'ｷｬﾝｾﾙ', 'ja'],
  ['English names turn Japanese into English', 'iPhone 15 Pro Max Case は買えますか', 'ja'],
  ['Korean is taken for Chinese', '주문한 상품이 언제 오나요?', 'und'],
  ['Russian is taken for English', 'Где мой заказ Nike Air Max?', 'und'],
  ['Arabic is taken for English', 'أين طلبي؟', 'und'],
  ['Thai is taken for English', 'สินค้าอยู่ที่ไหน', 'und'],
  ['French is taken for English', 'Où est ma commande ? Je ne trouve pas le numéro.', 'und'],
  ['French with elided articles is taken for English', "J'attends l'article depuis lundi", 'und'],
  ['German is taken for English', 'Wo ist mein Paket?', 'und'],
  ['Spanish is taken for English', '¿Dónde está mi pedido?', 'und'],
  ['Vietnamese is taken for English', 'Tôi muốn đổi hàng', 'und'],
  ['nothing is given a language', '', 'und'],
  ['numbers are given a language', '12345 – 67,00 €', 'und'],
  ['an address is taken for English', 'https://example.com/shipping name@example.com', 'und'],
  ['an emoji is given a language', '👍🏽', 'und'],
];

test.each(cases)('not: %s', (_bug, text, language) => {
  expect(detectLanguage(text)).toBe(language);
});
