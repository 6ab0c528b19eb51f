import { afterEach, expect, test } from 'vitest';
import { restingShop } from '#backend/resting-shop.ts';
import { AppError, problemOf } from '#shared/errors.ts';
import { type ShopFault, type ShopifyDouble, startShopifyDouble } from '#test/support/doubles/shopify-double.ts';

const never = new AbortController().signal;
const open: ShopifyDouble[] = [];
afterEach(async () => {
  for (const double of open.splice(0)) await double.stop();
});

async function started() {
  const time = { now: Date.UTC(2026, 2, 10, 12) };
  const double = await startShopifyDouble(time);
  open.push(double);
  const resting = restingShop(double.connector(), { now: () => time.now });
  const codeOf = async (signal = never): Promise<string | null> => {
    const failure = await resting.shop.orderByNumber('1001', signal).catch((error: unknown) => error);
    return failure === null ? null : problemOf(failure).code;
  };
  return { time, double, resting, codeOf };
}

test.each<[ShopFault, string]>([
  ['reset', 'unreachable'],
  ['time_out', 'timed_out'],
  ['throttled_429', 'rate_limited'],
])('bug: a shop with %s makes every draft wait for it anew', async (fault, code) => {
  const { time, double, resting, codeOf } = await started();
  double.setFault(fault);
  expect(await codeOf()).toBe(code);
  const asked = double.requests.length;
  expect(await codeOf()).toBe(code);
  expect(double.requests).toHaveLength(asked);
  double.setFault(null);
  // A person who asks again is not told to wait, and neither is anybody after a while.
  resting.rouse();
  expect(await codeOf()).toBeNull();
  double.setFault(fault);
  await codeOf();
  double.setFault(null);
  expect(await codeOf()).toBe(code);
  time.now += 20_000;
  expect(await codeOf()).toBeNull();
});

test('bug: a shop is not asked again at once after an owner has mended its token, or somebody merely looked elsewhere', async () => {
  const { double, codeOf } = await started();
  double.setFault('revoked', 1);
  expect(await codeOf()).toBe('refused_credentials');
  expect(await codeOf(AbortSignal.abort())).toBe('cancelled');
  expect(await codeOf()).toBeNull();
});

const tooLong = new DOMException('Too long', 'TimeoutError');

test('bug: a shop that was too slow for one draft is waited for by the next', async () => {
  const { time, double } = await started();
  let asked = 0;
  const slow = restingShop(
    {
      ...double.connector(),
      async orderByNumber() {
        asked += 1;
        throw new AppError('cancelled', 'Cancelled');
      },
    },
    { now: () => time.now },
  );
  const codeOf = (signal: AbortSignal): Promise<string> =>
    slow.shop.orderByNumber('1001', signal).then(
      () => '',
      (error: unknown) => problemOf(error).code,
    );
  expect(await codeOf(AbortSignal.abort(tooLong))).toBe('cancelled');
  expect(await codeOf(never)).toBe('timed_out');
  expect(asked).toBe(1);
});

test('bug: a draft that gave up in the queue leaves the shop in peace that answered everybody', async () => {
  const { double, codeOf } = await started();
  const limit = new AbortController();
  const first = codeOf();
  const queued = codeOf(limit.signal);
  limit.abort(tooLong);
  expect(await queued).toBe('cancelled');
  expect(await first).toBeNull();
  expect(await codeOf(AbortSignal.abort(tooLong))).toBe('cancelled');
  expect(await codeOf()).toBeNull();
  expect(double.requests).toHaveLength(2);
});
