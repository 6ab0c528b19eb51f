import type { ProductVariant } from '#shared/model/shop.ts';

/** How the stock of a variant is shown: with its number, as not counted, as sold out, or as to be ordered ahead. */
export function stockKey({ stock, isForSale }: ProductVariant): 'stock' | 'notCounted' | 'soldOut' | 'orderable' {
  if (!isForSale) return 'soldOut';
  if (stock === null) return 'notCounted';
  return stock > 0 ? 'stock' : 'orderable';
}
