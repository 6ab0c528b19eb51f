import type { FactSource } from '#shared/model/order.ts';
import type { ShopSettings } from '#shared/model/shop.ts';

/** The source that a shop's facts name: its host without the scheme. */
export function shopSource({ kind, host }: ShopSettings): FactSource {
  return {
    kind,
    name: host
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/+$/, ''),
  };
}

export function isSameSource(a: FactSource, b: FactSource): boolean {
  return a.kind === b.kind && a.name === b.name;
}
