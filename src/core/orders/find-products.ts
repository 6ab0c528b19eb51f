import type { Problem } from '#shared/errors.ts';
import type { Product } from '#shared/model/shop.ts';
import type { Database } from '../ports/repositories/index.ts';
import type { ShopAccess } from '../ports/shop.ts';
import { shopProblem, sourceOf } from './read-orders.ts';
import { isSameSource } from './shop-source.ts';

export type ProductDeps = Pick<Database, 'shops'> & ShopAccess;

export type FoundProducts = { readonly products: readonly Product[]; readonly problem: Problem | null };

/**
 * Products whose title holds all, or any, of the words of a text, or whose SKU it is: as the shop has them now, or where
 * it cannot be asked, as they were last read. Throws nothing that the shop says.
 */
export async function findProducts(
  deps: ProductDeps,
  input: { readonly storeId: string; readonly text: string; readonly by: 'all' | 'any' },
  signal: AbortSignal,
): Promise<FoundProducts> {
  const { storeId, text, by } = input;
  const source = sourceOf(deps, storeId);
  if (source === null) return { products: [], problem: null };
  try {
    const shop = await deps.shopOf(storeId);
    const products = (await shop?.productsMatching(text, by, signal)) ?? [];
    // The owner may have connected another shop while this one answered.
    const now = sourceOf(deps, storeId);
    if (now !== null && isSameSource(now, source)) deps.shops.saveProducts(storeId, products);
    return { products, problem: null };
  } catch (error) {
    const problem = shopProblem(error, source, signal);
    return { products: deps.shops.products(storeId).filter((one) => matches(one, text, by)), problem };
  }
}

function matches(product: Product, text: string, by: 'all' | 'any'): boolean {
  const title = folded(product.title);
  const words = folded(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (product.variants.some(({ sku }) => sku !== '' && folded(sku) === folded(text))) return true;
  if (words.length === 0) return false;
  return by === 'all' ? words.every((word) => title.includes(word)) : words.some((word) => title.includes(word));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
