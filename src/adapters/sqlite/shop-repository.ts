import type { ShopRepository } from '#core/ports/repositories/shops.ts';
import { Product, ShopCustomer, ShopSettings } from '#shared/model/shop.ts';
import type { FactSource } from '#shared/model/order.ts';
import type { Connection } from './connection.ts';
import { checkedJson, jsonOrNull } from './stored-json.ts';

type ShopRow = { store_id: string; settings: string; sealed_secret: Uint8Array | null; connected_at: number };

type ProductRow = {
  source_kind: FactSource['kind'];
  source_name: string;
  product_id: string;
  title: string;
  variants: string;
  url: string | null;
  read_at: number;
};

const upsertProduct = `
  INSERT INTO shop_product (store_id, source_kind, source_name, product_id, title, variants, url, read_at)
  VALUES (@storeId, @sourceKind, @sourceName, @id, @title, @variants, @url, @readAt)
  ON CONFLICT (store_id, source_kind, source_name, product_id) DO UPDATE SET
    title = excluded.title, variants = excluded.variants, url = excluded.url, read_at = excluded.read_at
  WHERE excluded.read_at >= shop_product.read_at`;

/** The shop systems of one database. */
export function shopRepository(connection: Connection): ShopRepository {
  const one = connection.prepare<ShopRow>('SELECT * FROM shop WHERE store_id = ?');
  const upsert = connection.prepare(`
    INSERT INTO shop (store_id, settings, connected_at) VALUES (@storeId, @settings, @connectedAt)
    ON CONFLICT (store_id) DO UPDATE SET settings = excluded.settings, connected_at = excluded.connected_at`);
  const remove = connection.prepare('DELETE FROM shop WHERE store_id = ?');
  const setSecret = connection.prepare('UPDATE shop SET sealed_secret = ? WHERE store_id = ?');
  const saveProduct = connection.prepare(upsertProduct);
  const products = connection.prepare<ProductRow>(
    'SELECT * FROM shop_product WHERE store_id = ? ORDER BY title, source_kind, source_name, product_id',
  );
  const forget = ['shop_order', 'shop_product'].map((table) =>
    connection.prepare(`DELETE FROM ${table} WHERE store_id = ? AND source_kind = ? AND source_name = ?`),
  );
  const forgetReadings = ['shop_reading', 'shop_customer'].map((table) =>
    connection.prepare(`DELETE FROM ${table} WHERE store_id = ?`),
  );
  const upsertCustomer = connection.prepare(`
    INSERT INTO shop_customer (store_id, customer_address, facts, read_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (store_id, customer_address) DO UPDATE SET facts = excluded.facts, read_at = excluded.read_at`);
  const customer = connection.prepare<{ facts: string | null; read_at: number }>(
    'SELECT facts, read_at FROM shop_customer WHERE store_id = ? AND customer_address = ?',
  );

  return {
    find: (storeId) => {
      const row = one.get(storeId);
      if (row === undefined) return null;
      const settings = checkedJson(ShopSettings, row.settings, 'shop.settings');
      return { storeId: row.store_id, settings, connectedAt: row.connected_at };
    },
    save: ({ storeId, settings, connectedAt }) => {
      upsert.run({ storeId, settings: JSON.stringify(settings), connectedAt });
    },
    remove: (storeId) => {
      remove.run(storeId);
    },
    sealedSecret: (storeId) => one.get(storeId)?.sealed_secret ?? null,
    setSealedSecret: (storeId, sealed) => {
      setSecret.run(sealed, storeId);
    },
    saveCustomer: (storeId, address, reading) => {
      upsertCustomer.run(storeId, address, jsonOrNull(reading.customer), reading.readAt);
    },
    customer: (storeId, address) => {
      const row = customer.get(storeId, address);
      if (row === undefined) return null;
      const facts = row.facts === null ? null : checkedJson(ShopCustomer, row.facts, 'shop_customer.facts');
      return { customer: facts, readAt: row.read_at };
    },
    saveProducts: (storeId, read) => {
      connection.transaction(() => {
        for (const { source, variants, ...product } of read) {
          const { kind: sourceKind, name: sourceName } = source;
          saveProduct.run({ ...product, storeId, sourceKind, sourceName, variants: JSON.stringify(variants) });
        }
      });
    },
    products: (storeId) => products.all(storeId).map(productOf),
    forgetFacts: (storeId, { kind, name }) => {
      connection.transaction(() => {
        for (const statement of forget) statement.run(storeId, kind, name);
        for (const statement of forgetReadings) statement.run(storeId);
      });
    },
  };
}

function productOf(row: ProductRow): Product {
  return {
    id: row.product_id,
    title: row.title,
    variants: checkedJson(Product.shape.variants, row.variants, 'shop_product.variants'),
    url: row.url,
    source: { kind: row.source_kind, name: row.source_name },
    readAt: row.read_at,
  };
}
