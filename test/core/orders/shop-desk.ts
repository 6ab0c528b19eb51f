import { afterEach } from 'vitest';
import type { ShopConnector } from '#core/ports/shop.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { type CoreDesk, coreDesk, incoming, take } from '#test/support/core-desk.ts';
import { type ShopifyDouble, startShopifyDouble } from '#test/support/doubles/shopify-double.ts';

export const never = new AbortController().signal;
export const where = 'Where is my order?';

const open: ShopifyDouble[] = [];
afterEach(async () => {
  for (const double of open.splice(0)) await double.stop();
});

export type ShopDesk = CoreDesk & { readonly double: ShopifyDouble; readonly shop: ShopConnector };

/** A desk whose store is at Shopify, on one clock. */
export async function shopDesk(): Promise<ShopDesk> {
  const desk = coreDesk();
  const double = await startShopifyDouble(desk.time);
  open.push(double);
  const shop = double.connector();
  const settings = { kind: 'shopify' as const, host: double.origin, clientId: null, apiVersion: '2026-01' };
  desk.db.shops.save({ storeId: desk.storeId, settings, connectedAt: 1 });
  return { ...desk, deps: { ...desk.deps, shopOf: async () => shop }, double, shop };
}

/** Marta's mail; returns its conversation. */
export function asks(desk: CoreDesk, text: string, over: Parameters<typeof incoming>[0] = {}): string {
  return take(desk, incoming({ subject: '', text, ...over })).id;
}

/** The fact of the shop in a draft. */
export function fact(draft: Draft | null): Evidence | undefined {
  return draft?.evidence.find((one) => one.kind === 'order' || one.kind === 'product');
}
