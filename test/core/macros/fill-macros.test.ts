import { expect, test } from 'vitest';
import { holdsGap } from '#core/drafting/compose-text.ts';
import { fillMacros, offeredMacros } from '#core/macros/fill-macros.ts';
import { saveMacro, setMacroState } from '#core/macros/save-macro.ts';
import { type CoreDesk, coreDesk, incoming, noon, take } from '#test/support/core-desk.ts';
import { macroContent } from '#test/support/macro-content.ts';
import type { Order } from '#shared/model/order.ts';

const order: Order = {
  number: '#1001',
  customerAddress: 'marta@example.com',
  status: 'shipped',
  placedAt: noon - 3 * 86_400_000,
  amount: { value: 49.5, currency: 'EUR' },
  items: [
    { title: 'Kettle', quantity: 1, sku: 'K1' },
    { title: 'Filter', quantity: 2, sku: 'F1' },
  ],
  parcels: 1,
  carrier: 'DHL',
  trackingNumber: 'JD0146',
  trackingUrl: 'https://track.example/JD0146',
  promisedAt: noon + 2 * 86_400_000,
  source: { kind: 'sample', name: '' },
  readAt: noon - 1000,
};

function macro(desk: CoreDesk, body: string, over: Parameters<typeof macroContent>[0] = {}) {
  return saveMacro(desk.deps, { macroId: null, content: macroContent({ body, ...over }) });
}

async function filled(desk: CoreDesk, bodies: readonly string[], over: Partial<Parameters<typeof fillMacros>[1]> = {}) {
  const macroIds = bodies.map((body) => macro(desk, body).id);
  const conversationId = over.conversationId ?? take(desk, incoming()).id;
  return fillMacros(desk.deps, {
    conversationId,
    macroIds,
    orderNumber: null,
    answers: {},
    asksShop: true,
    before: '',
    after: '',
    ...over,
  });
}

test('bug: facts of the order are written otherwise than the customer’s language writes them', async () => {
  const desk = coreDesk();
  desk.deps.orders.save(desk.storeId, [order]);
  const body =
    '{{order.number}} {{order.status}} {{order.total}} {{order.date}} {{order.items}} {{fulfilment.carrier}} {{fulfilment.tracking_number}} {{fulfilment.tracking_link}} {{fulfilment.expected_date}}';
  const { text, missing } = await filled(desk, [body]);
  expect(missing).toEqual([]);
  expect(text).toBe(
    '#1001 on its way €49.50 7 March 2026 Kettle, Filter × 2 DHL JD0146 https://track.example/JD0146 12 March 2026',
  );
  const ja = saveMacro(desk.deps, {
    macroId: null,
    content: macroContent({ body: '{{order.date}} {{order.status}}', language: 'ja' }),
  });
  const again = await filled(desk, [], { macroIds: [ja.id] });
  expect(again.text).toBe('2026年3月7日 発送済み');
});

test('bug: what a customer calls themselves is read as a variable', async () => {
  const desk = coreDesk();
  desk.deps.orders.save(desk.storeId, [{ ...order, items: [{ title: '{{order.total}}', quantity: 1, sku: '' }] }]);
  const conversationId = take(desk, incoming({ customerName: '{{order.total}}', authorName: '{{order.total}}' })).id;
  const { text } = await filled(desk, ['{{order.items}} / {{ask: Why?}}'], {
    conversationId,
    answers: { 'Why?': '{{customer.email}}' },
  });
  expect(text).toBe('{{order.total}} / {{customer.email}}');
  const named = await filled(desk, ['Hi {{customer.name}}'], { conversationId });
  expect(named.text).not.toContain('49.50');
});

test('bug: a variable without a value, or a prompt without an answer, is left out in silence', async () => {
  const desk = coreDesk();
  const { text, missing, asks } = await filled(desk, [
    '{{fulfilment.carrier}} in {{ask: How many days? | number}} days',
  ]);
  expect(missing).toEqual(['fulfilment.carrier']);
  expect(asks).toEqual([{ label: 'How many days?', type: 'number', choices: [] }]);
  expect(text).toBe('[✎ carrier] in [✎ How many days?] days');
  expect(holdsGap(text)).toBe(true);
  const wrong = await filled(desk, ['{{ask: How many days? | number}}'], { answers: { 'How many days?': 'soon' } });
  expect(holdsGap(wrong.text)).toBe(true);
});

test('bug: an order of another customer is told of, or one of several is guessed', async () => {
  const desk = coreDesk();
  desk.deps.orders.save(desk.storeId, [{ ...order, customerAddress: 'other@example.com' }]);
  const foreign = await filled(desk, ['{{order.total}}'], {
    conversationId: take(desk, incoming({ text: 'Where is my order #1001?' })).id,
  });
  expect(foreign.order).toMatchObject({ number: null, own: [] });
  expect(foreign.text).toBe('[✎ order total]');

  const second = { ...order, number: '#1002', placedAt: noon - 86_400_000 };
  desk.deps.orders.save(desk.storeId, [order, second]);
  const several = await filled(desk, ['{{order.number}}']);
  expect(several.order?.own.map(({ number }) => number).toSorted()).toEqual(['#1001', '#1002']);
  expect(several.order?.number).toBeNull();
  const named = await filled(desk, ['{{order.number}}'], {
    conversationId: take(desk, incoming({ text: 'Where is order 1002?' })).id,
  });
  expect(named.text).toBe('#1002');
  const chosen = await filled(desk, ['{{order.number}}'], { orderNumber: '#1001' });
  expect(chosen.text).toBe('#1001');
  await expect(filled(desk, ['{{order.number}}'], { orderNumber: '#9' })).rejects.toMatchObject({
    code: 'invalid_input',
  });
});

test('bug: an order is told of where others read along', async () => {
  const desk = coreDesk();
  desk.deps.orders.save(desk.storeId, [order]);
  const conversationId = take(desk, incoming({ channel: 'twitter' })).id;
  const { text, order: told } = await filled(desk, ['{{order.number}}'], { conversationId });
  expect(text).toBe('[✎ order number]');
  expect(told).toMatchObject({ isPublic: true, own: [] });
});

test('bug: a day that has passed is still expected, and of a held order its state is said', async () => {
  const desk = coreDesk();
  desk.deps.orders.save(desk.storeId, [{ ...order, promisedAt: noon - 3 * 86_400_000, status: 'held' }]);
  const { missing } = await filled(desk, ['{{fulfilment.expected_date}} {{order.status}}']);
  expect(missing).toEqual(['fulfilment.expected_date', 'order.status']);
});

test('bug: several macros greet and close several times, or lose their order', async () => {
  const desk = coreDesk();
  const first = 'Hi {{customer.first_name}},\n\nThe label is on its way.\n\nKind regards,\n{{agent.name}}';
  const second = 'Hello,\n\nThe refund takes 5 days.\n\nBest wishes,\n{{agent.name}}';
  const both = await filled(desk, [first, second]);
  expect(both.text).toBe('Hi Marta,\n\nThe label is on its way.\n\nThe refund takes 5 days.\n\nBest wishes,\nAda');
  const within = await filled(desk, [first], { before: 'Hello Marta,\n\n', after: '\n\nHappy brewing!' });
  expect(within.text).toBe('The label is on its way.');
  const small = await filled(desk, ['Hi {{customer.first_name}},\n\nyour label is on its way.'], { before: 'Yes.\n' });
  expect(small.text).toBe('Your label is on its way.');
  const ahead = await filled(desk, [first], { after: 'Hello Marta,\n\nHappy brewing!\nThe Kettle Shop of Leeds' });
  expect(ahead.text).toBe('The label is on its way.');
  const after = await filled(desk, [first], { before: 'Yes.\n\nHappy brewing!\nThe Kettle Shop of Leeds' });
  expect(after.text.trim()).toBe('The label is on its way.');
  const behind = await filled(desk, [second], { before: 'Hello Marta,\n\nYes.\n\nKind regards,\nAda\n' });
  expect(behind.text).toBe('The refund takes 5 days.');
});

test('bug: a macro that is only words is glued to what stands before it', async () => {
  const desk = coreDesk();
  expect((await filled(desk, ['it takes 5 days.'], { before: 'Yes,' })).text).toBe(' it takes 5 days.');
});

test('bug: a macro of another store, channel or language is offered, or one that is out of use', () => {
  const desk = coreDesk();
  const other = desk.deps.stores.add({
    id: desk.deps.ids.newId(),
    versionId: desk.deps.ids.newId(),
    settings: desk.deps.stores.get(desk.storeId).settings,
    at: 1,
  });
  const conversationId = take(desk, incoming()).id;
  const here = macro(desk, 'A', { storeIds: [desk.storeId], channels: ['email'], language: 'en' });
  macro(desk, 'B', { storeIds: [other.id] });
  macro(desk, 'C', { channels: ['chat'] });
  macro(desk, 'D', { language: 'ja' });
  const retired = macro(desk, 'E');
  setMacroState(desk.deps, { macroId: retired.id, state: 'retired' });
  expect(offeredMacros(desk.deps, conversationId).map(({ id }) => id)).toEqual([here.id]);
  expect(desk.deps.macros.versions(retired.id)).toHaveLength(2);
});

test('bug: a macro is saved that nobody could send', () => {
  const desk = coreDesk();
  expect(() => macro(desk, 'Hi {{customer.nam}}')).toThrow(
    expect.objectContaining({
      code: 'macro_unreadable',
      detail: expect.objectContaining({ nearest: 'customer.name' }),
    }),
  );
  expect(desk.deps.macros.list()).toEqual([]);
});
