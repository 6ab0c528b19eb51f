import { expect, test } from 'vitest';
import { readThread } from '#core/conversations/read-thread.ts';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { refreshConversation } from '#core/orders/refresh-conversation.ts';
import type { Channel } from '#shared/model/conversation.ts';
import type { Order } from '#shared/model/order.ts';
import { lastMessageId, noon, teach } from '#test/support/core-desk.ts';
import { rawFulfillment } from '#test/support/doubles/shopify-goods.ts';
import { asks, fact, never, shopDesk, where } from './shop-desk.ts';

test.each([
  'Where are your kettles made?',
  'Do you ship to Norway?',
  'Can I order a second lid?',
  'How long does delivery to Leeds take?',
  '配送到北京要几天？',
  '你们发货到香港吗？',
  'ノルウェーに配送できますか？',
  '注文方法を教えてください。',
])('bug: “%s” is answered with the customer’s order, over the entry that says it', async (text) => {
  const desk = await shopDesk();
  desk.double.addOrder({ name: '#1001' });
  await teach(desk, text, 'That is written in our shop.');
  const draft = await draftReply(desk.deps, { conversationId: asks(desk, text) });
  expect(draft.text).not.toContain('#1001');
});

test.each([
  'Where is my order #4711?',
  '订单４７１１到哪了？',
  'Where is my order #12?',
  'Where is KETTLES-1001?',
  'Where is my parcel, ks1001eu?',
  'Has SO_1001 been shipped yet?',
  'My order number is 77. Where is it?',
  '注文番号4711はもう発送されましたか？',
])('bug: “%s” is answered with another order', async (text) => {
  const desk = await shopDesk();
  desk.double.addOrder({ name: '#1002' });
  const draft = await draftReply(desk.deps, { conversationId: asks(desk, text) });
  expect(fact(draft)).toBeUndefined();
});

test.each([
  ['KETTLES-1001', 'Where is kettles-1001?'],
  ['KS1001EU', 'Where is my parcel, ks1001eu?'],
  ['SO_1001', 'Has SO_1001 been shipped yet?'],
  ['HL-10423', 'Where is order 10423?'],
  ['#1001', 'Where is my parcel PN42000111SE?'],
  ['#1001', 'I paid 129 EUR on 2026-03-01, call me on 070 123 4567. Where is my order?'],
])('bug: order %s is not found in “%s”', async (name, text) => {
  const desk = await shopDesk();
  const parcel = { company: 'PostNord', number: 'PN42000111SE', url: null };
  desk.double.addOrder({ name, fulfillments: [rawFulfillment({ trackingInfo: [parcel] })] });
  const draft = await draftReply(desk.deps, { conversationId: asks(desk, text) });
  expect(fact(draft)).toMatchObject({ id: name, confidence: 0.9 });
});

test('bug: a number that the shop does not know is asked for at every draft', async () => {
  const desk = await shopDesk();
  desk.double.addOrder({ name: '#1001' });
  const conversationId = asks(desk, 'I wrote 5551234 on the slip. Where is my order?');
  await draftReply(desk.deps, { conversationId });
  const asked = desk.double.requests.length;
  expect(fact(await draftReply(desk.deps, { conversationId }))?.id).toBe('#1001');
  expect(desk.double.requests).toHaveLength(asked);
  desk.time.now += 3_600_000;
  await draftReply(desk.deps, { conversationId });
  expect(desk.double.requests.length).toBe(asked + 2);
});

test('bug: an order that the shop keeps back for its age is forgotten, and another answers for it', async () => {
  const desk = await shopDesk();
  desk.double.addOrder({ name: '#1001', createdAt: '2025-12-20T09:00:00Z' });
  const conversationId = asks(desk, 'Where is my order #1001?');
  expect(fact(await draftReply(desk.deps, { conversationId }))?.id).toBe('#1001');
  desk.double.orders.length = 0;
  desk.double.addOrder({ name: '#1002' });
  desk.time.now += 3_600_000;
  const told = { id: '#1001', confidence: 0.5, reading: { readAt: noon, isOld: true } };
  expect(fact(await draftReply(desk.deps, { conversationId }))).toMatchObject(told);
  expect(fact(await draftReply(desk.deps, { conversationId }))).toMatchObject(told);
});

test.each<[Channel | null, boolean]>([
  ['email', true],
  ['whatsapp', true],
  [null, false],
  ['twitter', false],
])('bug: what is said by %s tells everybody of an order, or passes for certain', async (channel, tells) => {
  const desk = await shopDesk();
  desk.double.addOrder({});
  const draft = await draftReply(desk.deps, { conversationId: asks(desk, where, { channel }) });
  expect(fact(draft)?.reading?.isClaimed).toBe(tells ? channel !== 'email' : undefined);
  expect(draft.text.includes('#1001')).toBe(tells);
});

test('bug: a draft of yesterday whose shop is away now is as sure as before', async () => {
  const desk = await shopDesk();
  desk.double.addOrder({});
  const conversationId = asks(desk, where);
  await draftReply(desk.deps, { conversationId });
  desk.time.now += 20 * 3_600_000;
  // As it is shown before the shop has answered.
  expect(readThread(desk.deps, conversationId).draft).toMatchObject({ confidence: 0.5, asks: [{ confidence: 0.5 }] });
  desk.double.setFault('revoked');
  await refreshConversation(desk.deps, { conversationId, isForced: false }, never);
  const draft = desk.db.drafts.current(conversationId);
  expect(fact(draft)).toMatchObject({ confidence: 0.5, reading: { isOld: true } });
  expect(draft?.confidence).toBe(0.5);
});

test('bug: of a customer’s two conversations the second tells what the first has already read anew', async () => {
  const desk = await shopDesk();
  const order = desk.double.addOrder({ displayFulfillmentStatus: 'UNFULFILLED', fulfillments: [] });
  const first = asks(desk, where);
  await draftReply(desk.deps, { conversationId: first });
  const second = asks(desk, 'Has my order left yet?');
  order.displayFulfillmentStatus = 'FULFILLED';
  order.fulfillments = [rawFulfillment()];
  desk.time.now += 3_600_000;
  await refreshConversation(desk.deps, { conversationId: second, isForced: false }, never);
  desk.time.now += 60_000;
  await refreshConversation(desk.deps, { conversationId: first, isForced: false }, never);
  expect(desk.db.drafts.current(first)?.text).toContain('has been shipped');
});

test('bug: a lesson has the shop asked for the orders of every open draft, or throws the drafts away', async () => {
  const desk = await shopDesk();
  desk.double.addOrder({});
  desk.double.addProduct({});
  const conversations = [asks(desk, where), asks(desk, 'Is the copper kettle in stock?')];
  const drafts = [];
  for (const conversationId of conversations) drafts.push(await draftReply(desk.deps, { conversationId }));
  const asked = desk.double.requests.length;
  desk.time.now += 3_600_000;
  for (const [i, conversationId] of conversations.entries())
    expect((await draftReply(desk.deps, { conversationId, asksShop: false })).id).toBe(drafts[i]?.id);
  expect(desk.double.requests).toHaveLength(asked);
});

test('bug: orders of the sample store answer in a store that has a shop', async () => {
  const desk = await shopDesk();
  const sample: Order = {
    number: 'HL-1',
    customerAddress: 'marta@example.com',
    status: 'shipped',
    placedAt: noon,
    amount: { value: 1, currency: 'EUR' },
    items: [],
    parcels: 1,
    carrier: null,
    trackingNumber: null,
    trackingUrl: null,
    promisedAt: null,
    source: { kind: 'sample', name: '' },
    readAt: noon,
  };
  desk.db.orders.save(desk.storeId, [sample]);
  expect(fact(await draftReply(desk.deps, { conversationId: asks(desk, where) }))).toBeUndefined();
  expect(desk.db.orders.byNumber(desk.storeId, 'HL-1')).toBeNull();
  desk.db.shops.remove(desk.storeId);
  expect(desk.db.orders.byNumber(desk.storeId, 'HL-1')).toEqual(sample);
});

test.each([
  ['en', where, 'Your payment needs a check, so we hold your parcel until Friday.'],
  ['zh', '我的订单怎么还没发货？', '您的付款需要核对，包裹周五之前不会寄出。'],
  ['ja', '注文した商品がまだ届きません。', 'お支払いの確認のため、金曜日まで発送を見合わせております。'],
])(
  'bug: in %s what one customer is told of their order becomes the answer to everybody',
  async (_language, text, reply) => {
    const desk = await shopDesk();
    desk.double.setFault('reset');
    const conversationId = asks(desk, text);
    const draft = await draftReply(desk.deps, { conversationId });
    const lastSeen = lastMessageId(desk, conversationId);
    const input = { conversationId, draftId: draft.id, lastMessageId: lastSeen, text: `Hello Marta,\n\n${reply}` };
    expect((await acceptDraft(desk.deps, { confirmed: 'all', ...input })).learned).toEqual([]);
    const other = asks(desk, text, { customerAddress: 'bob@example.com', authorAddress: 'bob@example.com' });
    expect((await draftReply(desk.deps, { conversationId: other })).text).not.toContain(reply.slice(0, 8));
  },
);
