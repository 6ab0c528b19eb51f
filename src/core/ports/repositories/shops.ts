import type { FactSource } from '#shared/model/order.ts';
import type { Product, ShopConnection, ShopCustomer } from '#shared/model/shop.ts';

/** What a shop said of a customer: null where it knows nobody, or must not tell. */
export type CustomerReading = { readonly customer: ShopCustomer | null; readonly readAt: number };

/** The shop systems of the stores, with their sealed secret and the products that were read. */
export type ShopRepository = {
  /** Null where the store has none. */
  find(storeId: string): ShopConnection | null;
  /** In place of the one before, whose secret stays. */
  save(connection: ShopConnection): void;
  /** With its secret. */
  remove(storeId: string): void;
  /** What `Host.seal` made of the secret; null where there is none. */
  sealedSecret(storeId: string): Uint8Array | null;
  setSealedSecret(storeId: string, sealed: Uint8Array | null): void;
  saveCustomer(storeId: string, address: string, reading: CustomerReading): void;
  /** Null where nobody has asked yet. */
  customer(storeId: string, address: string): CustomerReading | null;
  saveProducts(storeId: string, products: readonly Product[]): void;
  /** By title. */
  products(storeId: string): readonly Product[];
  /** Forgets the orders and products of a source, and what was read of customers. */
  forgetFacts(storeId: string, source: FactSource): void;
};
