import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { findProducts } from '#core/orders/find-products.ts';
import { refreshConversation } from '#core/orders/refresh-conversation.ts';
import type { ShopConnector } from '#core/ports/shop.ts';
import { noon, teach } from '#test/support/core-desk.ts';
import { rawFulfillment } from '#test/support/doubles/shopify-goods.ts';
import { asks, fact, never, shopDesk, where } from './shop-desk.ts';

test('bug: an order in a draft does not say where and when it was read', async () => {
  const desk = await shopDesk();
  desk.double.addOrder({ name: '#1001' });
  const draft = await draftReply(desk.deps, { conversationId: asks(desk, where) });
  expect(draft.text).toContain('Your order #1001 has been shipped with PostNord.');
  expect(draft.text).toContain('https://tracking.example/PN42');
  expect(draft.text).toContain('12 March 2026');
  expect(fact(draft)).toMatchObject({
    kind: 'order',
    id: '#1001',
    confidence: 0.9,
    reading: {
      source: { kind: 'shopify', name: new URL(desk.double.origin).host },
      readAt: noon,
      isOld: false,
      isClaimed: false,
    },
  });
  const [sentence] = draft.sentences.filter(({ part }) => part === 'answer');
  expect(draft.evidence[sentence?.evidence ?? -1]).toBe(fact(draft));
  // As it rests in the database.
  expect(desk.db.drafts.get(draft.id)).toEqual(draft);
});

test('bug: a fact of an hour ago is told as it was, or one of a minute ago is asked for again', async () => {
  const desk = await shopDesk();
  const order = desk.double.addOrder({ displayFulfillmentStatus: 'UNFULFILLED', fulfillments: [] });
  const conversationId = asks(desk, where);
  expect((await draftReply(desk.deps, { conversationId })).text).toContain('being prepared');
  const before = desk.double.requests.length;
  order.displayFulfillmentStatus = 'FULFILLED';
  order.fulfillments = [rawFulfillment()];
  desk.time.now += 60_000;
  expect((await draftReply(desk.deps, { conversationId })).text).toContain('being prepared');
  expect(desk.double.requests).toHaveLength(before);
  desk.time.now += 3_600_000;
  const draft = await draftReply(desk.deps, { conversationId });
  expect(draft.text).toContain('has been shipped');
  expect(fact(draft)?.reading?.readAt).toBe(desk.time.now);
});

test('bug: a fact that was read again keeps the time of an hour ago because the words are the same', async () => {
  const desk = await shopDesk();
  desk.double.addOrder({});
  const conversationId = asks(desk, where);
  const first = await draftReply(desk.deps, { conversationId });
  desk.time.now += 3_600_000;
  const second = await draftReply(desk.deps, { conversationId });
  expect(second.text).toBe(first.text);
  expect(fact(second)?.reading?.readAt).toBe(desk.time.now);
});

test.each(['time_out', 'revoked', 'throttled_429', 'access_denied'] as const)(
  'bug: with %s there is no draft, or an old fact passes for a fresh one',
  async (fault) => {
    const desk = await shopDesk();
    desk.double.addOrder({});
    const conversationId = asks(desk, where);
    await draftReply(desk.deps, { conversationId });
    desk.time.now += 3_600_000;
    desk.double.setFault(fault);
    const draft = await draftReply(desk.deps, { conversationId });
    expect(draft.text).toContain('has been shipped');
    expect(fact(draft)).toMatchObject({ confidence: 0.5, reading: { readAt: noon, isOld: true } });
    expect(draft.confidence).toBe(0.5);
    desk.double.setFault(null);
    const again = await draftReply(desk.deps, { conversationId });
    expect(fact(again)).toMatchObject({ confidence: 0.9, reading: { isOld: false } });
  },
);

test.each(['throttled', 'throttled_429', 'throttled_429_bare'] as const)(
  'bug: a shop that is %s for a moment leaves a draft without its facts',
  async (fault) => {
    const desk = await shopDesk();
    desk.double.addOrder({});
    desk.double.setFault(fault, 1);
    const draft = await draftReply(desk.deps, { conversationId: asks(desk, where) });
    const { now } = desk.time;
    expect(now - noon).toBeGreaterThanOrEqual(2_000);
    expect(desk.double.pauses.reduce((sum, ms) => sum + ms, 0)).toBe(now - noon);
    expect(fact(draft)).toMatchObject({ confidence: 0.9, reading: { isOld: false, source: desk.shop.source } });
  },
);

test('bug: a shop that does not answer holds a draft up', async () => {
  const desk = await shopDesk();
  const limit = new AbortController();
  const limits: number[] = [];
  const deps = {
    ...desk.deps,
    shopOf: async (): Promise<ShopConnector> => ({
      ...desk.shop,
      ordersOfCustomer: (_address, signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
          limit.abort(new DOMException('Too long', 'TimeoutError'));
        }),
    }),
    timeLimit: (ms: number) => {
      limits.push(ms);
      return limit.signal;
    },
  };
  await teach(desk, where, 'You find it in the link we sent you.');
  // What is not an AppError is a fault of ours, and is not hidden.
  await expect(draftReply(deps, { conversationId: asks(desk, where) })).rejects.toThrow('Too long');
  expect(limits).toEqual([4_000]);
});

test('bug: an order of somebody else is told to who knows its number', async () => {
  const desk = await shopDesk();
  desk.double.addOrder({ name: '#1001', email: 'bob@example.com' });
  desk.double.addOrder({ name: '#1002' });
  for (const text of [
    'Where is my order #1001?',
    'Where is order 1001? And order 1002?',
    'Has order no. 1001 shipped?',
  ]) {
    const draft = await draftReply(desk.deps, { conversationId: asks(desk, text) });
    expect(JSON.stringify(draft.evidence.filter((one) => one.id === '#1001'))).toBe('[]');
    expect(draft.text).not.toContain('#1001');
  }
  // The desk has read it: it knows that it is another's, and does not answer with #1002 in its place.
  expect(desk.db.orders.byNumber(desk.storeId, '1001')?.customerAddress).toBe('bob@example.com');
  const draft = await draftReply(desk.deps, { conversationId: asks(desk, 'Where is my order 1001?') });
  expect(fact(draft)).toBeUndefined();
});

test.each([
  ['no address', { customerAddress: '', authorAddress: '' }],
  ['a telephone', { customerAddress: '+4670000000', authorAddress: '+4670000000' }],
])('bug: an order without an address belongs to a customer with %s', async (_case, over) => {
  const desk = await shopDesk();
  desk.double.addOrder({ name: '#1001', email: null });
  const draft = await draftReply(desk.deps, { conversationId: asks(desk, 'Where is my order #1001?', over) });
  expect(fact(draft)).toBeUndefined();
});

test('bug: who types another’s address into a chat is told of their order as if it were certain', async () => {
  const desk = await shopDesk();
  desk.double.addOrder({});
  const chat = await draftReply(desk.deps, { conversationId: asks(desk, where, { channel: 'chat' }) });
  expect(fact(chat)).toMatchObject({ confidence: 0.5, reading: { isClaimed: true } });
  const mail = await draftReply(desk.deps, { conversationId: asks(desk, where, { channel: 'email' }) });
  expect(fact(mail)).toMatchObject({ confidence: 0.9, reading: { isClaimed: false } });
});

test.each(['KS1001EU', '#1001-B', 'ks1001eu'.toUpperCase()])(
  'bug: who asks for %s is told of the only other order',
  async (number) => {
    const desk = await shopDesk();
    desk.double.addOrder({ name: '#1002' });
    desk.double.addOrder({ name: number, email: 'bob@example.com' });
    const draft = await draftReply(desk.deps, { conversationId: asks(desk, `Where is my order ${number}?`) });
    expect(fact(draft)).toBeUndefined();
  },
);

test('bug: while the shop is away, an order under another number answers for the one that was asked for', async () => {
  const desk = await shopDesk();
  desk.double.addOrder({ name: '#1001' });
  await draftReply(desk.deps, { conversationId: asks(desk, where) });
  desk.double.addOrder({ name: '#1002' });
  desk.double.setFault('reset');
  const draft = await draftReply(desk.deps, { conversationId: asks(desk, 'Where is my order #1002?') });
  expect(fact(draft)).toBeUndefined();
});

test('bug: an order that stands still is called on its way', async () => {
  const desk = await shopDesk();
  desk.double.addOrder({ displayFulfillmentStatus: 'ON_HOLD', fulfillments: [] });
  const draft = await draftReply(desk.deps, { conversationId: asks(desk, where) });
  expect(fact(draft)).toBeUndefined();
});

test('bug: an order the shop has deleted is told, and one that is new is not', async () => {
  const desk = await shopDesk();
  desk.double.addOrder({ name: '#1001' });
  const conversationId = asks(desk, where);
  await draftReply(desk.deps, { conversationId });
  desk.double.orders.length = 0;
  desk.double.addOrder({ name: '#1002' });
  desk.time.now += 3_600_000;
  expect(fact(await draftReply(desk.deps, { conversationId }))?.id).toBe('#1002');
});

test('bug: who opens a conversation sees the orders of an hour ago, and its draft rests on them', async () => {
  const desk = await shopDesk();
  const order = desk.double.addOrder({ displayFulfillmentStatus: 'UNFULFILLED', fulfillments: [] });
  const conversationId = asks(desk, where);
  await draftReply(desk.deps, { conversationId });
  order.displayFulfillmentStatus = 'FULFILLED';
  order.fulfillments = [rawFulfillment()];
  const refresh = (isForced: boolean) => refreshConversation(desk.deps, { conversationId, isForced }, never);
  expect((await refresh(false)).orders[0]?.status).toBe('processing');
  desk.time.now += 3_600_000;
  desk.events.length = 0;
  const { orders, readAt, problem, source } = await refresh(false);
  expect(orders[0]).toMatchObject({ status: 'shipped', readAt: desk.time.now });
  expect({ readAt, problem, source }).toEqual({ readAt: desk.time.now, problem: null, source: desk.shop.source });
  expect(desk.events.map(({ name }) => name)).toEqual(['orders.changed', 'draft.ready']);
  expect(desk.db.drafts.current(conversationId)?.text).toContain('has been shipped');
  const asked = desk.double.requests.length;
  await refresh(false);
  expect(desk.double.requests).toHaveLength(asked);
  await refresh(true);
  expect(desk.double.requests.length).toBeGreaterThan(asked);
  desk.double.setFault('revoked');
  expect(await refresh(true)).toMatchObject({ readAt: desk.time.now, problem: { code: 'refused_credentials' } });
});

test.each<[string, string, boolean, string]>([
  ['en', 'Is the Copper Kettle in stock?', true, 'Copper Kettle is in stock.'],
  ['en', 'Hello, is the copper kettle still available right now?', true, 'Copper Kettle is in stock.'],
  ['en', 'Is the copper kettle in stock in blue?', false, ''],
  ['en', 'Is the kettle in stock?', false, ''],
  ['en', 'When will the copper kettle be back in stock?', false, ''],
  ['zh', '请问铜水壶现在有货吗？', true, '铜水壶 目前有货。'],
  ['ja', '銅のやかんは在庫ありますか？', true, '銅のやかん は在庫がございます。'],
])('bug: in %s, “%s” is answered with the wrong stock, or not at all', async (_language, text, tells, answer) => {
  const desk = await shopDesk();
  for (const title of ['Copper Kettle', 'Copper Pan', '铜水壶', '銅のやかん']) desk.double.addProduct({ title });
  const draft = await draftReply(desk.deps, { conversationId: asks(desk, text) });
  expect(fact(draft)?.kind).toBe(tells ? 'product' : undefined);
  if (!tells) return;
  expect(draft.text).toContain(answer);
  expect(fact(draft)?.reading).toMatchObject({ source: desk.shop.source, readAt: noon });
});

test('bug: products cannot be looked up without the shop, or stock of an hour ago answers a customer', async () => {
  const desk = await shopDesk();
  desk.double.addProduct({});
  const find = (text: string) => findProducts(desk.deps, { storeId: desk.storeId, text, by: 'all' }, never);
  expect((await find('copper')).products).toHaveLength(1);
  desk.time.now += 3_600_000;
  desk.double.setFault('reset');
  const { products, problem } = await find('kettle');
  expect(problem?.code).toBe('unreachable');
  expect(products).toMatchObject([{ title: 'Copper Kettle', readAt: noon }]);
  const draft = await draftReply(desk.deps, { conversationId: asks(desk, 'Is the copper kettle in stock?') });
  expect(fact(draft)).toBeUndefined();
});
