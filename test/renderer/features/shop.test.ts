import { expect, test } from 'vitest';
import { isOldReading } from '../../../src/renderer/src/features/evidence/old-reading.ts';
import { stockKey } from '../../../src/renderer/src/features/evidence/stock.ts';
import { shopAddress } from '../../../src/renderer/src/features/settings/shop-address.ts';
import { readText, shopProblemText, sourceText } from '../../../src/renderer/src/i18n/fact-text.ts';
import { formatsIn } from '../../../src/renderer/src/i18n/formats.ts';
import { translateIn, uiLanguages } from '../../../src/renderer/src/i18n/translate.ts';

test.each([
  ['kettles', 'https://kettles.myshopify.com'],
  ['Kettles.myshopify.com', 'https://kettles.myshopify.com'],
  ['https://kettles.myshopify.com/admin/orders', 'https://kettles.myshopify.com'],
  ['https://admin.shopify.com/store/kettles/apps', 'https://kettles.myshopify.com'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['https://kettles.example', 'https://kettles.example'],
  ['https://kettles.myshopify.com.evil.example', 'https://kettles.myshopify.com.evil.example'],
])('bug: an owner who types %s is told that it is no shop, or their token goes elsewhere', (typed, address) => {
  expect(shopAddress(typed)).toBe(address);
});

test('bug: a fact of two minutes ago looks like one of now', () => {
  const read = (ms: number) => uiLanguages.map((one) => readText(translateIn(one), formatsIn(one), 0, ms));
  expect(read(59_000)).toEqual(['read just now', '刚刚读取', 'たった今取得']);
  expect(read(130_000)).toEqual(['read 2 min ago', '2 分钟前读取', '2分前に取得']);
  // The machine's clock was set back.
  expect(read(-5_000)[0]).toBe('read just now');
  expect(sourceText(translateIn('en'), { kind: 'shopify', name: 'kettles.myshopify.com' })).toBe(
    'Shopify, kettles.myshopify.com',
  );
});

test('bug: a fact grows old in a window that is left open, and nobody is told', () => {
  const reading = { source: { kind: 'shopify' as const, name: 'k' }, readAt: 0, isOld: false, isClaimed: false };
  expect(isOldReading(reading, 60_000)).toBe(false);
  expect(isOldReading(reading, 130_000)).toBe(true);
  expect(isOldReading({ ...reading, source: { kind: 'sample', name: '' } }, 1e12)).toBe(false);
});

test('bug: a token without a right is called a refusal, and nobody learns which right it is', () => {
  const t = translateIn('en');
  const told = (detail: Readonly<Record<string, string>>) =>
    shopProblemText(t, { code: 'refused_permission', message: '', detail }).what;
  expect(told({ missing: 'read_orders' })).toContain('read_orders');
  expect(told({ reason: 'protected_data' })).toContain('customer data');
});

test('bug: what can be ordered ahead is shown as sold out, or what is not counted as none', () => {
  const variant = { title: '', sku: '', price: null, stock: 0, isForSale: true };
  expect(stockKey(variant)).toBe('orderable');
  expect(stockKey({ ...variant, stock: null })).toBe('notCounted');
  expect(stockKey({ ...variant, stock: 3 })).toBe('stock');
  expect(stockKey({ ...variant, stock: 3, isForSale: false })).toBe('soldOut');
});
