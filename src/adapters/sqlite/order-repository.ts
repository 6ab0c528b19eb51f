import type { OrderRepository } from '#core/ports/repositories/stores.ts';
import { orderKey } from '#core/orders/order-key.ts';
import { type FactSource, Order } from '#shared/model/order.ts';
import type { Connection } from './connection.ts';
import { checkedJson } from './stored-json.ts';

type OrderRow = {
  source_kind: FactSource['kind'];
  source_name: string;
  number: string;
  customer_address: string;
  status: Order['status'];
  placed_at: number;
  amount_value: number;
  amount_currency: string;
  items: string;
  parcels: number;
  carrier: string | null;
  tracking_number: string | null;
  tracking_url: string | null;
  promised_at: number | null;
  time_zone: string | null;
  read_at: number;
};

// Facts read earlier never stand over facts read later.
const upsert = `
  INSERT INTO shop_order (store_id, source_kind, source_name, number, number_key, customer_address, status, placed_at,
    amount_value, amount_currency, items, parcels, carrier, tracking_number, tracking_url, promised_at, time_zone,
    read_at)
  VALUES (@storeId, @sourceKind, @sourceName, @number, @numberKey, @customerAddress, @status, @placedAt,
    @amountValue, @amountCurrency, @items, @parcels, @carrier, @trackingNumber, @trackingUrl, @promisedAt, @timeZone,
    @readAt)
  ON CONFLICT (store_id, source_kind, source_name, number) DO UPDATE SET
    customer_address = excluded.customer_address, status = excluded.status, placed_at = excluded.placed_at,
    amount_value = excluded.amount_value, amount_currency = excluded.amount_currency, items = excluded.items,
    parcels = excluded.parcels, carrier = excluded.carrier, tracking_number = excluded.tracking_number,
    tracking_url = excluded.tracking_url, promised_at = excluded.promised_at,
    time_zone = excluded.time_zone, read_at = excluded.read_at
  WHERE excluded.read_at >= shop_order.read_at`;

// What the sample store made up is no fact of a store that has a shop.
const ofItsShop = `(source_kind <> 'sample' OR NOT EXISTS (SELECT 1 FROM shop WHERE shop.store_id = shop_order.store_id))`;

/** The orders of one database. */
export function orderRepository(connection: Connection): OrderRepository {
  const save = connection.prepare(upsert);
  const forCustomer = connection.prepare<OrderRow>(`
    SELECT * FROM shop_order WHERE store_id = ? AND customer_address = ? AND ${ofItsShop}
     ORDER BY placed_at DESC, number DESC`);
  const byNumber = connection.prepare<OrderRow>(`
    SELECT * FROM shop_order WHERE store_id = ? AND number_key = ? AND ${ofItsShop}
     ORDER BY number = ? DESC, read_at DESC LIMIT 1`);
  const remove = connection.prepare(
    'DELETE FROM shop_order WHERE store_id = ? AND source_kind = ? AND source_name = ? AND number = ?',
  );
  const readAt = connection.prepare<{ read_at: number }>(
    'SELECT read_at FROM shop_reading WHERE store_id = ? AND asked_for = ?',
  );
  const setReadAt = connection.prepare(`
    INSERT INTO shop_reading (store_id, asked_for, read_at) VALUES (?, ?, ?)
    ON CONFLICT (store_id, asked_for) DO UPDATE SET read_at = max(excluded.read_at, read_at)`);

  return {
    save: (storeId, orders) => {
      connection.transaction(() => {
        for (const { source, amount, items, ...order } of orders) {
          save.run({
            ...order,
            storeId,
            sourceKind: source.kind,
            sourceName: source.name,
            numberKey: orderKey(order.number),
            timeZone: order.timeZone ?? null,
            amountValue: amount.value,
            amountCurrency: amount.currency,
            items: JSON.stringify(items),
          });
        }
      });
    },
    forCustomer: (storeId, customerAddress) =>
      customerAddress === '' ? [] : forCustomer.all(storeId, customerAddress).map(orderOf),
    byNumber: (storeId, number) => {
      const row = byNumber.get(storeId, orderKey(number), number);
      return row === undefined ? null : orderOf(row);
    },
    customerReadAt: (storeId, customerAddress) => readAt.get(storeId, customerAddress)?.read_at ?? null,
    setCustomerReadAt: (storeId, customerAddress, at) => {
      setReadAt.run(storeId, customerAddress, at);
    },
    numberReadAt: (storeId, number) => readAt.get(storeId, orderKey(number))?.read_at ?? null,
    setNumberReadAt: (storeId, number, at) => {
      setReadAt.run(storeId, orderKey(number), at);
    },
    remove: (storeId, { source, number }) => {
      remove.run(storeId, source.kind, source.name, number);
    },
  };
}

function orderOf(row: OrderRow): Order {
  return {
    number: row.number,
    customerAddress: row.customer_address,
    status: row.status,
    placedAt: row.placed_at,
    amount: { value: row.amount_value, currency: row.amount_currency },
    items: checkedJson(Order.shape.items, row.items, 'shop_order.items'),
    parcels: row.parcels,
    carrier: row.carrier,
    trackingNumber: row.tracking_number,
    trackingUrl: row.tracking_url,
    promisedAt: row.promised_at,
    ...(row.time_zone === null ? {} : { timeZone: row.time_zone }),
    source: { kind: row.source_kind, name: row.source_name },
    readAt: row.read_at,
  };
}
