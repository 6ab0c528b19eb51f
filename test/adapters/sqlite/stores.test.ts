import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Order } from '#shared/model/order.ts';
import { addShop, errorFrom, inFolder, newId, openDesk } from './desk.ts';

test('bug: a removed inbox still syncs or keeps its secret, or a restart loses cursor, state or pause', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    const db = openDesk(path);
    const { storeId, inboxId } = addShop(db);
    const state = {
      phase: 'waiting',
      problem: { code: 'unreachable', message: 'm', detail: { host: 'h' } },
      syncedAt: 1_700_000_000_000,
      nextTryAt: 5,
      progress: { done: 1, total: null },
    } as const;
    expect(db.inboxes.get(inboxId).state).toEqual({
      phase: 'idle',
      problem: null,
      syncedAt: null,
      nextTryAt: null,
      progress: null,
    });
    db.inboxes.setState(inboxId, state);
    db.inboxes.setPausedAt(inboxId, 7);
    db.inboxes.setCursor(inboxId, 'c');
    db.inboxes.setSealedSecret(inboxId, Uint8Array.from([0, 255, 7]));
    db.close();

    const again = openDesk(path);
    expect(again.inboxes.get(inboxId).state).toEqual(state);
    expect(again.inboxes.get(inboxId).pausedAt).toBe(7);
    expect([again.inboxes.cursor(inboxId), [...(again.inboxes.sealedSecret(inboxId) ?? [])]]).toEqual([
      'c',
      [0, 255, 7],
    ]);
    expect(again.inboxes.list(storeId)).toHaveLength(1);
    expect(again.inboxes.list(newId())).toEqual([]);
    again.inboxes.remove(inboxId, 9);
    expect(again.inboxes.list()).toEqual([]);
    expect(errorFrom(() => again.inboxes.get(inboxId)).code).toBe('not_found');
    expect(errorFrom(() => again.inboxes.sealedSecret(inboxId)).code).toBe('not_found');
    again.close();
  });
});

test('bug: older facts about an order stand over newer ones', () => {
  const db = openDesk();
  const { storeId } = addShop(db);
  const order: Order = {
    number: '#1',
    customerAddress: 'ann@example.com',
    status: 'shipped',
    placedAt: 1,
    amount: { value: 9.95, currency: 'EUR' },
    items: [{ title: 'Lamp', quantity: 1, sku: 'L' }],
    parcels: 1,
    carrier: null,
    trackingNumber: null,
    trackingUrl: null,
    promisedAt: null,
    source: { kind: 'sample', name: '' },
    readAt: 50,
  };
  db.orders.save(storeId, [order, { ...order, number: '#2', placedAt: 2 }]);
  db.orders.save(storeId, [{ ...order, status: 'processing', readAt: 40 }]);
  expect(db.orders.byNumber(storeId, '#1')).toEqual(order);
  db.orders.save(storeId, [{ ...order, status: 'delivered', readAt: 60 }]);
  expect(db.orders.forCustomer(storeId, 'Ann@Example.com').map((one) => [one.number, one.status])).toEqual([
    ['#2', 'shipped'],
    ['#1', 'delivered'],
  ]);
  expect(db.orders.byNumber(addShop(db).storeId, '#1')).toBeNull();
  db.close();
});
