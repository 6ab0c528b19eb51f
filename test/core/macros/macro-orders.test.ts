import { expect, test } from 'vitest';
import { fillMacros } from '#core/macros/fill-macros.ts';
import { saveMacro } from '#core/macros/save-macro.ts';
import { macroContent } from '#test/support/macro-content.ts';
import { rawFulfillment } from '#test/support/doubles/shopify-goods.ts';
import { type ShopDesk, asks, shopDesk, where } from '../orders/shop-desk.ts';

const body = '{{order.status}}, {{fulfilment.carrier}}';

function filling(desk: ShopDesk, conversationId: string) {
  const macro = saveMacro(desk.deps, { macroId: null, content: macroContent({ body }) });
  return (asksShop = true) =>
    fillMacros(desk.deps, {
      conversationId,
      macroIds: [macro.id],
      orderNumber: null,
      answers: {},
      asksShop,
      before: '',
      after: '',
    });
}

test('bug: a macro tells of an order as it was an hour ago', async () => {
  const desk = await shopDesk();
  const order = desk.double.addOrder({ displayFulfillmentStatus: 'UNFULFILLED', fulfillments: [] });
  const fill = filling(desk, asks(desk, where));
  expect(await fill()).toMatchObject({ text: 'being prepared, [✎ carrier]', order: { isOld: false } });
  order.displayFulfillmentStatus = 'FULFILLED';
  order.fulfillments = [rawFulfillment()];
  desk.time.now += 3_600_000;
  expect(await fill(false)).toMatchObject({ text: 'being prepared, [✎ carrier]', order: { isOld: true } });
  expect(await fill()).toMatchObject({ text: 'on its way, PostNord', order: { isOld: false, readAt: desk.time.now } });
});

test('bug: where the shop does not answer, what is old passes for new or no macro can be used', async () => {
  const desk = await shopDesk();
  desk.double.addOrder({});
  const fill = filling(desk, asks(desk, where));
  await fill();
  desk.time.now += 3_600_000;
  desk.double.setFault('server_error');
  expect(await fill()).toMatchObject({ text: 'on its way, PostNord', order: { isOld: true } });
});

test('bug: in a chat an order is told to whoever typed the address, and nobody is told so', async () => {
  const desk = await shopDesk();
  desk.double.addOrder({});
  const fill = filling(desk, asks(desk, where, { channel: 'chat' }));
  expect((await fill()).order).toMatchObject({ isClaimed: true });
});
