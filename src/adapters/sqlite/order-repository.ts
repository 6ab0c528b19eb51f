import type { OrderRepository } from '#core/ports/repositories/stores.ts';
import { Order } from '#shared/model/order.ts';
import type { Connection } from './connection.ts';
import { checkedJson } from './stored-json.ts';

type OrderRow = {
  number: string;
  customer_address: string;
  status: Order['status'];
  placed_at: number;
  amount_value: number;
  amount_currency: string;
  items: string;
  carrier: string | null;
  tracking_number: string | null;
  tracking_url: string | null;
  promised_at: number | null;
  read_at: number;
};

// Facts read earlier never stand over facts read later.
const upsert = `
  INSERT INTO shop_order (store_id, number, customer_address, status, placed_at, amount_value, amount_currency, items,
    carrier, tracking_number, tracking_url, promised_at, read_at)
  VALUES (@storeId, @number, @customerAddress, @status, @placedAt, @amountValue, @amountCurrency, @items,
    @carrier, @trackingNumber, @trackingUrl, @promisedAt, @readAt)
  ON CONFLICT (store_id, number) DO UPDATE SET
    customer_address = excluded.customer_address, status = excluded.status, placed_at = excluded.placed_at,
    amount_value = excluded.amount_value, amount_currency = excluded.amount_currency, items = excluded.items,
    carrier = excluded.carrier, tracking_number = excluded.tracking_number, tracking_url = excluded.tracking_url,
    promised_at = excluded.promised_at, read_at = excluded.read_at
  WHERE excluded.read_at >= shop_order.read_at`;

/** The orders of one database. */
export function orderRepository(connection: Connection): OrderRepository {
  const save = connection.prepare(upsert);
  const forCustomer = connection.prepare<OrderRow>(`
    SELECT * FROM shop_order WHERE store_id = ? AND customer_address = ? ORDER BY placed_at DESC, number DESC`);
  const byNumber = connection.prepare<OrderRow>('SELECT * FROM shop_order WHERE store_id = ? AND number = ?');

  return {
    save: (storeId, orders) => {
      connection.transaction(() => {
        for (const order of orders) {
          const { value: amountValue, currency: amountCurrency } = order.amount;
          save.run({ ...order, storeId, amountValue, amountCurrency, items: JSON.stringify(order.items) });
        }
      });
    },
    forCustomer: (storeId, customerAddress) => forCustomer.all(storeId, customerAddress).map(orderOf),
    byNumber: (storeId, number) => {
      const row = byNumber.get(storeId, number);
      return row === undefined ? null : orderOf(row);
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
    carrier: row.carrier,
    trackingNumber: row.tracking_number,
    trackingUrl: row.tracking_url,
    promisedAt: row.promised_at,
    readAt: row.read_at,
  };
}
