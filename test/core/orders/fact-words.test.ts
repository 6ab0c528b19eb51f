import { expect, test } from 'vitest';
import { orderEvidence } from '#core/drafting/order-evidence.ts';
import { asksStock, productAskedFor, stockSentence } from '#core/drafting/product-evidence.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Order } from '#shared/model/order.ts';
import type { Product, ProductVariant } from '#shared/model/shop.ts';
import { noon } from '#test/support/core-desk.ts';

const order: Order = {
  number: '#1001',
  customerAddress: 'ann@example.com',
  status: 'part_shipped',
  placedAt: noon,
  amount: { value: 9.95, currency: 'EUR' },
  items: [],
  parcels: 2,
  carrier: 'DHL',
  trackingNumber: 'D2',
  trackingUrl: null,
  promisedAt: noon,
  source: { kind: 'shopify', name: 'kettles.myshopify.com' },
  readAt: noon,
};
const words = (over: Partial<Order>, language: ReplyLanguage = 'en') =>
  orderEvidence({ order: { ...order, ...over }, now: noon, isOld: false, isClaimed: false }, language, '').answer;

test('bug: an order in parts is told as a whole, or one parcel’s number and date as those of all', () => {
  expect(words({})).toBe(
    'A part of your order #1001 has been shipped with DHL; the rest will follow. The tracking number of the latest parcel is D2.',
  );
  expect(words({ status: 'shipped' })).toBe(
    'Your order #1001 has been shipped with DHL. The tracking number of the latest parcel is D2.',
  );
  expect(words({ status: 'shipped', parcels: 1 })).toContain('The tracking number is D2. The estimated delivery date');
  expect(words({}, 'zh')).toBe('您的订单 #1001 已部分发货，承运商为 DHL，其余商品随后发出。最近一个包裹的运单号：D2。');
  expect(words({}, 'ja')).toContain('一部を発送済み');
});

test('bug: an estimate passes for a promise, is told when it is over, or is of another day than the shop’s', () => {
  const midnight = Date.UTC(2026, 2, 11, 16);
  const one = { status: 'shipped', parcels: 1, timeZone: 'Asia/Shanghai' } as const;
  expect(words({ ...one, promisedAt: midnight }, 'zh')).toContain('预计送达日期为 2026年3月12日');
  expect(words({ ...one, promisedAt: midnight })).toContain('The estimated delivery date is 12 March 2026.');
  expect(words({ ...one, promisedAt: midnight, timeZone: 'UTC' })).toContain('11 March 2026');
  // Still today there.
  expect(words({ ...one, promisedAt: noon - 3_600_000 })).toContain('10 March 2026');
  expect(words({ ...one, promisedAt: noon - 86_400_000 })).not.toContain('date');
});

const variant: ProductVariant = { title: '1 l', sku: '', price: null, stock: 3, isForSale: true };
const product = (title: string, ...variants: readonly ProductVariant[]): Product => ({
  id: title,
  title,
  variants: [...variants],
  url: null,
  source: order.source,
  readAt: noon,
});

test('bug: stock is told for all variants where one is sold out, or where the shop counts none', () => {
  const gone = { ...variant, title: '2 l', stock: 0, isForSale: false };
  const ahead = { ...variant, title: '3 l', stock: -2 };
  expect(stockSentence(product('Kettle', variant, gone, ahead), 'en')).toBe(
    'Kettle is in stock in: 1 l. It can be ordered in: 3 l. Sold out at the moment: 2 l.',
  );
  expect(stockSentence(product('Kettle', gone, ahead), 'en')).toBe(
    'Kettle: It can be ordered in: 3 l. Sold out at the moment: 2 l.',
  );
  expect(stockSentence(product('Kettle', { ...variant, stock: null }), 'en')).toBe('Kettle can be ordered now.');
  expect(stockSentence(product('Kettle', gone), 'ja')).toBe('Kettle はただいま品切れでございます。');
  expect(stockSentence(product('水壶', variant, gone), 'zh')).toBe('水壶 目前有货的款式：1 l。目前缺货的款式：2 l。');
  expect(stockSentence(product('Kettle $& {names}', variant), 'en')).toBe('Kettle $& {names} is in stock.');
  expect(stockSentence(product('Kettle'), 'en')).toBe('');
});

const shelf = ['Kettle', 'Copper Kettle', 'Copper Kettle', 'Tea towel', '茶壶'].map((title, i) => ({
  ...product(title),
  id: String(i),
}));

test.each<[string, string | null]>([
  ['Is the kettle in stock?', '0'],
  ['Is the tea towel available?', '3'],
  ['茶壶有货吗？', '4'],
  // Two of the same name.
  ['Is the copper kettle in stock?', null],
  // Names something that no title holds.
  ['Is the small kettle in stock?', null],
  ['Is the kettle in stock in Norway?', null],
  ['Is it in stock?', null],
  ['Is the kettle and the tea towel in stock?', null],
])('bug: “%s” is taken to be about the wrong product', (question, id) => {
  expect(asksStock(question)).toBe(true);
  expect(productAskedFor(question, shelf)?.id ?? null).toBe(id);
});

test.each([
  'When is the kettle back in stock?',
  'How many kettles are in stock?',
  'Can I order a kettle that is in stock for delivery on Friday?',
  'My order is not available to track.',
  '什么时候有货？',
  'いつ入荷しますか？',
])('bug: “%s” is answered with what is on the shelf', (question) => {
  expect(asksStock(question)).toBe(false);
});
