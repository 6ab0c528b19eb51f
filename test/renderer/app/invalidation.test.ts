import { QueryClient } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { portPair } from '#shared/rpc/port.ts';
import { createRpcClient } from '#shared/rpc/client.ts';
import { createRpcServer, openGate } from '#shared/rpc/server.ts';
import { invalidateByEvents, isStale, staleBy } from '../../../src/renderer/src/app/invalidation.ts';
import { pagesWithout } from '../../../src/renderer/src/app/list-cache.ts';
import { createFakeDesk } from '../support/fake-desk.ts';
import { newId } from '../support/sample.ts';

it('asks anew only for the conversation that changed', () => {
  const [one, other] = [newId(), newId()];
  const stale = staleBy['conversation.changed']({ conversationId: one });
  const isOld = (key: readonly unknown[]): boolean => stale.some((each) => isStale(key, each));
  expect(isOld(['conversation.get', { conversationId: one }])).toBe(true);
  expect(isOld(['conversation.get', { conversationId: other }])).toBe(false);
  expect(isOld(['conversation.list', { storeId: other, status: 'unanswered' }])).toBe(true);
  // What it has come to be about is read from the shop again; reading it says so by itself, and is not read for that.
  expect(isOld(['shop.readOrders', { conversationId: one }])).toBe(true);
  expect(staleBy['orders.changed']({ conversationId: one }).map(({ name }) => name)).not.toContain('shop.readOrders');
});

it('gathers a burst of events into one round of questions', async () => {
  vi.useFakeTimers();
  const [near, far] = portPair();
  const cache = new QueryClient();
  const server = createRpcServer({} as never, openGate, () => undefined);
  server.serve(far);
  let rounds = 0;
  const invalidate = cache.invalidateQueries.bind(cache);
  cache.invalidateQueries = (...args) => {
    rounds += 1;
    return invalidate(...args);
  };
  const stop = invalidateByEvents(createRpcClient(near), cache);
  for (let count = 0; count < 500; count += 1) server.emit('conversation.changed', { conversationId: newId() });
  await vi.advanceTimersByTimeAsync(1_000);
  stop();
  vi.useRealTimers();
  expect(rounds).toBe(1);
});

it('takes an answered conversation out of the list and its count at once', () => {
  const row = (id: string) => ({ id }) as never;
  const pages = {
    pages: [
      { items: [row('a'), row('b')], total: 3 },
      { items: [row('c')], total: 3 },
    ],
    pageParams: [0, 2],
  };
  const after = pagesWithout(pages, 'b');
  expect(after.pages.flatMap((page) => page.items)).toEqual([{ id: 'a' }, { id: 'c' }]);
  expect(after.pages.map((page) => page.total)).toEqual([2, 2]);
  expect(pagesWithout(pages, 'gone')).toBe(pages);
});

it('keeps the preview’s backend to the contract: an answer that does not fit is refused by the client', async () => {
  const [near, far] = portPair();
  const desk = createFakeDesk(() => undefined, { isEmpty: false, hasEmbedder: true, copies: 1, undoMs: 0 });
  createRpcServer(desk.handlers, openGate, () => undefined).serve(far);
  const client = createRpcClient(near);
  const [store] = await client.call('store.list', {});
  const storeId = store?.id ?? '';
  const list = await client.call('conversation.list', { storeId });
  for (const row of list.items) await client.call('conversation.get', { conversationId: row.id });
  await client.call('knowledge.list', { storeId });
  await client.call('learned.list', { storeId });
  await client.call('inbox.list', {});
  await client.call('insight.report', { storeId, from: 0, to: 86_400_000, utcOffset: 0 });
  expect(list.total).toBeGreaterThan(50);
});
