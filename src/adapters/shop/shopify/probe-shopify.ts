import { AppError, problemOf } from '#shared/errors.ts';
import type { ShopProbeCheck, ShopProbeReport } from '#shared/model/shop.ts';
import type { ShopifyClient } from './shopify-client.ts';
import { ordersOperation, productsOperation, shopOperation } from './shopify-queries.ts';

/** Without these nothing can be read. */
const neededRights = ['read_orders', 'read_products'];
/** What a shop may keep back by these: customers, warehouses' parcels, stock by place. */
const wishedRights = ['read_customers', 'read_fulfillments', 'read_inventory'];

type Look = () => Promise<{ readonly note: string | null; readonly missing?: readonly string[] }>;

/** Looks at the shop, the token's rights, an order and a product; changes nothing, throws nothing. */
export async function probeShopify(client: ShopifyClient, signal: AbortSignal): Promise<ShopProbeReport> {
  let rights: ReadonlySet<string> = new Set();
  const looks: readonly (readonly [ShopProbeCheck['name'], Look])[] = [
    [
      'shop',
      async () => {
        const { shop, currentAppInstallation } = await client.ask(shopOperation, {}, signal);
        rights = new Set(currentAppInstallation?.accessScopes.map(({ handle }) => handle));
        return { note: shop.name };
      },
    ],
    ['rights', async () => ({ note: null, missing: lackingRights(rights) })],
    ['orders', () => seen(client.ask(ordersOperation, { query: 'status:any', first: 1, after: null }, signal))],
    ['products', () => seen(client.ask(productsOperation, { query: 'status:active', first: 1 }, signal))],
  ];
  const checks: ShopProbeCheck[] = [];
  for (const [name, look] of looks) {
    const check = await checked(name, look);
    checks.push(check);
    // Without the one the next cannot work: the first reason is the clear one.
    if (!check.isOk) break;
  }
  return { isOk: checks.every((check) => check.isOk), checks };
}

async function checked(name: ShopProbeCheck['name'], look: Look): Promise<ShopProbeCheck> {
  try {
    const { note, missing = [] } = await look();
    return { name, isOk: true, problem: null, missing: [...missing], note };
  } catch (error) {
    const problem = problemOf(error);
    const missing = String(problem.detail['missing'] ?? '');
    return { name, isOk: false, problem, missing: missing === '' ? [] : missing.split(', '), note: null };
  }
}

/** Those that lack. Throws `refused_permission` where one of them is needed. */
function lackingRights(rights: ReadonlySet<string>): readonly string[] {
  // The right to write holds the right to read.
  const lacks = (right: string): boolean => !rights.has(right) && !rights.has(right.replace('read_', 'write_'));
  const missing = [...neededRights, ...wishedRights].filter(lacks);
  if (!neededRights.some(lacks)) return missing;
  throw new AppError('refused_permission', `The token lacks ${missing.join(', ')}`, {
    detail: { missing: missing.join(', ') },
  });
}

async function seen(answer: Promise<unknown>): Promise<{ readonly note: null }> {
  await answer;
  return { note: null };
}
