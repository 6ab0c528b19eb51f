import type { FactSource } from '#shared/model/order.ts';
import type { Product, ShopConnection, ShopCustomer } from '#shared/model/shop.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { FakeState } from './fake-state.ts';

type ShopName = Extract<keyof Handlers, `shop.${string}`>;

const source: FactSource = { kind: 'shopify', name: 'hob-and-leaf.myshopify.com' };

function kettle(): Product {
  const price = { value: 64, currency: 'GBP' };
  return {
    id: 'gid://shopify/Product/1',
    title: 'Copper Kettle',
    variants: [
      { title: '1 l', sku: 'CK-1', price, stock: 7, isForSale: true },
      { title: '2 l', sku: 'CK-2', price: { ...price, value: 79 }, stock: 0, isForSale: false },
      { title: '3 l, to order', sku: 'CK-3', price: { ...price, value: 98 }, stock: 0, isForSale: true },
    ],
    url: 'https://hobandleaf.example/products/copper-kettle',
    source,
    readAt: Date.now(),
  };
}

function regular(): ShopCustomer {
  return {
    name: 'Marta Lindqvist',
    address: 'marta@example.com',
    orderCount: 12,
    spent: { value: 540.5, currency: 'GBP' },
    since: Date.UTC(2023, 4, 1),
    tags: ['VIP'],
    note: null,
    source,
    readAt: Date.now(),
  };
}

/** A shop system that is connected, and finds a kettle whatever one looks for. */
export function fakeShopHandlers(state: FakeState): Pick<Handlers, ShopName> {
  let connection: ShopConnection | null = {
    storeId: state.world.stores[0]?.id ?? '',
    settings: { kind: 'shopify', host: `https://${source.name}`, clientId: null, apiVersion: '2026-01' },
    connectedAt: Date.now(),
  };
  return {
    'shop.get': () => (connection === null ? null : { ...connection, hasSecret: true }),
    'shop.connect': ({ storeId, settings }) => {
      connection = { storeId, settings, connectedAt: Date.now() };
      state.emit('shop.changed', { storeId });
      return connection;
    },
    'shop.disconnect': ({ storeId }) => {
      connection = null;
      state.emit('shop.changed', { storeId });
      return {};
    },
    'shop.probe': async () => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      const detail = { missing: 'read_products, read_inventory' };
      return {
        isOk: false,
        checks: [
          { name: 'shop', isOk: true, problem: null, missing: [], note: 'Hob & Leaf' },
          {
            name: 'rights',
            isOk: false,
            problem: { code: 'refused_permission', message: 'The token lacks rights', detail },
            missing: ['read_products', 'read_inventory'],
            note: null,
          },
        ],
      };
    },
    'shop.readOrders': async ({ conversationId, isForced }) => {
      if (isForced) await new Promise((resolve) => setTimeout(resolve, 500));
      const { orders } = state.threadOf(conversationId);
      if (connection === null) return { orders, customer: null, source: null, readAt: null, problem: null };
      return { orders, customer: regular(), source, readAt: Date.now() - (isForced ? 0 : 120_000), problem: null };
    },
    'shop.findProducts': () => ({
      items: connection === null ? [] : [{ product: kettle(), answer: 'Copper Kettle is in stock in: 1 l.' }],
      problem: null,
    }),
  };
}
