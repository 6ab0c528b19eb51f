import { expect, test } from 'vitest';
import { openShopifyConnector } from '#adapters/shop/shopify/shopify-connector.ts';
import { problemOf } from '#shared/errors.ts';
import { ShopifySettings } from '#shared/model/shop.ts';
import { type ShopFault, type ShopifyDouble, clientSecret } from '#test/support/doubles/shopify-double.ts';
import { codeOf, never, startedShop } from './started-shop.ts';

test('bug: a throttled answer with HTTP 200 is an error, or is asked again before there are points', async () => {
  const { double, shop } = await startedShop();
  double.addOrder({ name: '#1001' });
  double.setFault('throttled', 1);
  expect((await shop.orderByNumber('1001', never))?.number).toBe('#1001');
  expect(double.requests.map(({ status }) => status)).toEqual([200, 200]);
  // 252 points at 50 a second.
  expect(double.pauses).toEqual([5_040]);
});

test.each<[ShopFault, number[]]>([
  ['throttled_429', [3_000, 3_000]],
  ['throttled_429_bare', [2_000, 2_000]],
])('bug: %s is an error, or is asked again at once', async (fault, pauses) => {
  const { double, shop } = await startedShop();
  double.addOrder({ name: '#1001' });
  double.setFault(fault, 2);
  expect((await shop.orderByNumber('1001', never))?.number).toBe('#1001');
  expect(double.requests.map(({ status }) => status)).toEqual([429, 429, 200]);
  expect(double.pauses).toEqual(pauses);
});

test('bug: a desk that reads much is throttled though the shop says how much is left', async () => {
  const { double, shop } = await startedShop();
  double.addOrder({});
  Object.assign(double.budget, { most: 300, available: 300 });
  for (let i = 0; i < 20; i++) await shop.ordersOfCustomer('marta@example.com', never);
  // Each request had its points: the shop never had to say no.
  expect(double.requests).toHaveLength(20);
  expect(double.pauses.length).toBeGreaterThan(10);
});

test('bug: several questions at once overdraw the budget', async () => {
  const { double, shop } = await startedShop();
  double.addOrder({});
  Object.assign(double.budget, { most: 300, available: 260 });
  await Promise.all(Array.from({ length: 5 }, () => shop.ordersOfCustomer('marta@example.com', never)));
  expect(double.requests).toHaveLength(5);
});

test.each<[ShopFault, string]>([
  ['throttled', 'rate_limited'],
  ['throttled_429', 'rate_limited'],
  ['throttled_429_bare', 'rate_limited'],
  ['revoked', 'refused_credentials'],
  ['no_shop', 'not_found'],
  ['access_denied', 'refused_permission'],
  ['protected_data', 'refused_permission'],
  ['internal', 'remote_failed'],
  ['server_error', 'remote_failed'],
  ['truncated_json', 'remote_failed'],
  ['time_out', 'timed_out'],
  ['reset', 'unreachable'],
])('bug: a shop that goes on with %s is asked without end, or its reason is lost', async (fault, code) => {
  const { double, shop } = await startedShop();
  double.setFault(fault);
  const asked = shop.orderByNumber('1001', never);
  expect(await codeOf(asked)).toBe(code);
  expect(double.requests.length).toBeLessThanOrEqual(5);
  if (code === 'rate_limited') {
    await expect(asked).rejects.toMatchObject({ detail: { retryAfterMs: expect.any(Number) } });
  }
  double.setFault(null);
  double.addOrder({ name: '#1001' });
  expect((await shop.orderByNumber('1001', never))?.number).toBe('#1001');
});

test('bug: a pause of minutes is waited out while somebody waits for an answer', async () => {
  const { double, shop } = await startedShop();
  Object.assign(double.budget, { most: 300, available: 0, rate: 1 });
  expect(await codeOf(shop.orderByNumber('1001', never))).toBe('rate_limited');
  expect(double.requests).toHaveLength(1);
});

test('bug: a question that nobody waits for any more is asked, or holds up the next', async () => {
  const { double, shop } = await startedShop();
  expect(await codeOf(shop.orderByNumber('1001', AbortSignal.abort()))).toBe('cancelled');
  expect(double.requests).toEqual([]);
  expect(await shop.orderByNumber('1001', never)).toBeNull();
  await shop.close();
  expect(await codeOf(shop.orderByNumber('1001', never))).toBe('cancelled');
});

test.each<[string, (double: ShopifyDouble) => void, string, readonly string[], string | null]>([
  ['everything right', () => undefined, 'products', [], null],
  ['a wrong token', (double) => double.setFault('revoked'), 'shop', [], 'refused_credentials'],
  ['a wrong address', (double) => double.setFault('no_shop'), 'shop', [], 'not_found'],
  [
    'a right it needs',
    (double) => double.scopes.delete('read_orders'),
    'rights',
    ['read_orders'],
    'refused_permission',
  ],
  ['a shop that stalls', (double) => double.setFault('time_out'), 'shop', [], 'timed_out'],
])('bug: a connection test with %s does not say so', async (_case, spoil, last, missing, code) => {
  const { double, shop } = await startedShop();
  spoil(double);
  const report = await shop.probe(never);
  expect(report.isOk).toBe(code === null);
  expect(report.checks.at(-1)).toMatchObject({ name: last, missing, problem: code === null ? null : { code } });
  expect(JSON.stringify(report)).not.toContain(double.token);
});

test('bug: a right that is only good to have stops the connection, or goes unsaid', async () => {
  const { double, shop } = await startedShop();
  double.scopes.delete('read_inventory');
  double.scopes.delete('read_orders');
  double.scopes.add('write_orders');
  const report = await shop.probe(never);
  expect(report.isOk).toBe(true);
  expect(report.checks.find((check) => check.name === 'rights')?.missing).toEqual(['read_inventory']);
});

test('bug: Shopify’s approval for customer data lacks, and nobody is told that it is that', async () => {
  const { double, shop } = await startedShop();
  const probing = shop.probe(never);
  double.setFault(null);
  await probing;
  double.setFault('protected_data');
  await expect(shop.orderByNumber('1', never)).rejects.toMatchObject({ detail: { reason: 'protected_data' } });
  double.setFault('access_denied');
  await expect(shop.orderByNumber('1', never)).rejects.toMatchObject({ detail: { missing: 'read_orders' } });
});

test('bug: a token is sent to an address that is not Shopify’s', () => {
  const settings = (host: string) => ShopifySettings.safeParse({ kind: 'shopify', host }).success;
  expect(settings('https://kettles.myshopify.com')).toBe(true);
  expect(settings('http://127.0.0.1:8080')).toBe(true);
  for (const host of [
    'http://kettles.myshopify.com',
    'https://kettles.example',
    'https://kettles.myshopify.com.evil.example',
    'https://evil.example/.myshopify.com',
    'https://user@kettles.myshopify.com',
    'http://localhost.evil.example',
  ]) {
    expect(settings(host)).toBe(false);
  }
  const open = (token: string) => () =>
    openShopifyConnector({
      settings: { kind: 'shopify', host: 'https://kettles.myshopify.com', clientId: null, apiVersion: '2026-01' },
      secret: token,
      now: Date.now,
    });
  expect(open('shpat_1\r\nHost: x')).toThrow('cannot be an access token');
});

test('bug: an app of the Dev Dashboard is not let in, or asks for a token with every question', async () => {
  const { time, double } = await startedShop();
  double.addOrder({ name: '#1001' });
  const shop = double.connector(clientSecret);
  const grants = (): number => double.requests.filter(({ operation }) => operation === 'grant').length;
  await shop.orderByNumber('1001', never);
  await shop.orderByNumber('1001', never);
  expect(grants()).toBe(1);
  time.now += 86_399_000;
  await shop.orderByNumber('1001', never);
  expect(grants()).toBe(2);
  // A token may end before its time.
  double.granted.clear();
  expect((await shop.orderByNumber('1001', never))?.number).toBe('#1001');
  expect(grants()).toBe(3);
  double.setFault('revoked');
  expect(await codeOf(shop.orderByNumber('1001', never))).toBe('refused_credentials');
  expect(grants()).toBe(4);
});

test('bug: a wrong client secret is called a fault of the server, or is read in the error', async () => {
  const { double } = await startedShop();
  const shop = double.connector('shpss_wrong');
  const problem = problemOf(await shop.orderByNumber('1001', never).catch((error: unknown) => error));
  expect(problem.code).toBe('refused_credentials');
  expect(JSON.stringify(problem)).not.toContain('shpss_wrong');
  expect(double.requests).toHaveLength(1);
});
