import type { FactSource } from '#shared/model/order.ts';
import type { Product } from '#shared/model/shop.ts';
import { lineOf, linkOf } from './read-order.ts';
import type { ShopifyProduct } from './shopify-shapes.ts';

/** What Shopify calls the variant of a product that has no others. */
const onlyVariant = 'Default Title';

/** A product of Shopify as typed facts. `readAt`: when it was asked for, ms UTC. */
export function productOf(product: ShopifyProduct, currency: string, source: FactSource, readAt: number): Product {
  return {
    id: product.id,
    title: lineOf(product.title) ?? '',
    variants: product.variants.nodes.map((variant) => ({
      title: variant.title === onlyVariant ? '' : (lineOf(variant.title) ?? ''),
      sku: lineOf(variant.sku) ?? '',
      price: typeof variant.price === 'number' ? { value: variant.price, currency } : null,
      stock: product.tracksInventory === false ? null : (variant.inventoryQuantity ?? null),
      isForSale: variant.availableForSale ?? false,
    })),
    url: linkOf(product.onlineStoreUrl),
    source,
    readAt,
  };
}
