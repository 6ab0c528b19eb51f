import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '#adapters/sqlite/migrate.ts';
import { migrations } from '#adapters/sqlite/migrations/index.ts';
import type { FactSource, Order } from '#shared/model/order.ts';
import type { Product } from '#shared/model/shop.ts';
import { addShop, inFolder, openDesk } from './desk.ts';

const kettles: FactSource = { kind: 'shopify', name: 'kettles.myshopify.com' };
const sample: FactSource = { kind: 'sample', name: '' };

const order: Order = {
  number: '#1001',
  customerAddress: 'ann@example.com',
  status: 'part_shipped',
  placedAt: 1,
  amount: { value: 9.95, currency: 'EUR' },
  items: [],
  parcels: 2,
  carrier: null,
  trackingNumber: null,
  trackingUrl: null,
  promisedAt: null,
  source: kettles,
  readAt: 50,
};

test('bug: an order is not found by its number as customers write it, or an order of no address is everybody’s', () => {
  const db = openDesk();
  const { storeId } = addShop(db);
  db.orders.save(storeId, [order, { ...order, number: 'HL-7', customerAddress: '' }]);
  for (const written of ['#1001', '1001', '＃1001']) expect(db.orders.byNumber(storeId, written)).toEqual(order);
  for (const written of ['HL-7', 'hl7', '#HL 7']) expect(db.orders.byNumber(storeId, written)?.number).toBe('HL-7');
  expect(db.orders.byNumber(storeId, '100')).toBeNull();
  expect(db.orders.forCustomer(storeId, '')).toEqual([]);
  db.close();
});

test('bug: the order of one source stands over that of another, or is forgotten with it', () => {
  const db = openDesk();
  const { storeId } = addShop(db);
  db.orders.save(storeId, [{ ...order, source: sample, readAt: 90 }, order]);
  expect(db.orders.forCustomer(storeId, 'ANN@example.com')).toHaveLength(2);
  const product: Product = { id: 'p', title: 'Kettle', variants: [], url: null, source: kettles, readAt: 5 };
  db.shops.saveProducts(storeId, [product, { ...product, source: sample }]);
  db.shops.saveProducts(storeId, [{ ...product, title: 'Earlier', readAt: 4 }]);
  expect(db.shops.products(storeId)).toEqual([{ ...product, source: sample }, product]);
  db.orders.setCustomerReadAt(storeId, 'ann@example.com', 7);
  db.orders.setCustomerReadAt(storeId, 'ann@example.com', 6);
  expect(db.orders.customerReadAt(storeId, 'Ann@Example.com')).toBe(7);
  db.shops.saveCustomer(storeId, 'ann@example.com', { customer: null, readAt: 3 });
  db.shops.forgetFacts(storeId, kettles);
  expect(db.orders.forCustomer(storeId, 'ann@example.com').map(({ source }) => source)).toEqual([sample]);
  expect(db.shops.products(storeId).map(({ source }) => source)).toEqual([sample]);
  expect(db.orders.customerReadAt(storeId, 'ann@example.com')).toBeNull();
  expect(db.shops.customer(storeId, 'ann@example.com')).toBeNull();
  db.close();
});

test('bug: changing how a shop is connected loses its secret, or removing it leaves the secret behind', () => {
  inFolder((folder) => {
    const db = openDesk(join(folder, 'desk.db'));
    const { storeId } = addShop(db);
    const settings = { kind: 'shopify', host: 'https://kettles.myshopify.com', clientId: null } as const;
    db.shops.save({ storeId, settings: { ...settings, apiVersion: '2025-10' }, connectedAt: 1 });
    db.shops.setSealedSecret(storeId, Buffer.from('sealed'));
    const changed = { storeId, settings: { ...settings, apiVersion: '2026-01' }, connectedAt: 2 };
    db.shops.save(changed);
    expect(db.shops.find(storeId)).toEqual(changed);
    expect(Buffer.from(db.shops.sealedSecret(storeId) ?? []).toString()).toBe('sealed');
    db.shops.remove(storeId);
    expect(db.shops.find(storeId)).toBeNull();
    expect(db.shops.sealedSecret(storeId)).toBeNull();
    db.close();
  });
});

test('bug: mail of before channels were kept is taken for a comment that everybody reads', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    const raw = new BetterSqlite(path);
    migrate(raw, path, migrations.slice(0, 8));
    const kinds = ['imap', 'sample', 'gorgias'];
    raw.transaction(() => {
      raw.exec(`
        INSERT INTO desk VALUES (1, 'desk-of-old', 1);
        INSERT INTO store (id, origin_desk, current_version_id, created_at) VALUES ('s', 'desk-of-old', 'v', 1);
        INSERT INTO store_version VALUES ('v', 's', 1, 'desk-of-old', '{}', 1)`);
      for (const kind of kinds) {
        raw.exec(`
          INSERT INTO inbox (id, store_id, name, settings, phase, created_at)
            VALUES ('${kind}', 's', 'Mail', '{"kind":"${kind}"}', 'idle', 1);
          INSERT INTO conversation (id, store_id, inbox_id, subject, bare_subject, customer_name, customer_address,
            language, status, last_message_at, message_count, preview, search_text)
            VALUES ('${kind}', 's', '${kind}', '', '', '', '', 'en', 'answered', 1, 0, '', '')`);
      }
    })();
    raw.close();
    const db = openDesk(path);
    expect(kinds.map((kind) => db.conversations.get(kind).channel)).toEqual(['email', 'email', null]);
    db.close();
  });
});

test('bug: an order that version 8 kept is lost, or not found by its number, after the update', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    const raw = new BetterSqlite(path);
    migrate(raw, path, migrations.slice(0, 8));
    raw.transaction(() =>
      raw.exec(`
        INSERT INTO desk VALUES (1, 'desk-of-old', 1);
        INSERT INTO store (id, origin_desk, current_version_id, created_at) VALUES ('s', 'desk-of-old', 'v', 1);
        INSERT INTO store_version VALUES ('v', 's', 1, 'desk-of-old', '{}', 1);
        INSERT INTO shop_order VALUES
          ('s', 'HL-1001', 'ann@example.com', 'shipped', 1, 39.5, 'GBP', '[]', 'DPD', '77', NULL, 9, 5),
          ('s', 'HL-1002', 'ann@example.com', 'processing', 2, 12, 'GBP', '[]', NULL, NULL, NULL, NULL, 5)`),
    )();
    raw.close();
    const db = openDesk(path);
    expect(db.orders.byNumber('s', '#hl1001')).toEqual({
      ...order,
      number: 'HL-1001',
      status: 'shipped',
      amount: { value: 39.5, currency: 'GBP' },
      parcels: 1,
      carrier: 'DPD',
      trackingNumber: '77',
      promisedAt: 9,
      source: sample,
      readAt: 5,
    });
    expect(db.orders.forCustomer('s', 'ann@example.com').map(({ parcels }) => parcels)).toEqual([0, 1]);
    db.close();
  });
});
