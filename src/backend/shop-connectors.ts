import { openShopifyConnector } from '#adapters/shop/shopify/shopify-connector.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { ShopConnector } from '#core/ports/shop.ts';
import { AppError, assertNever } from '#shared/errors.ts';
import type { ShopSettings } from '#shared/model/shop.ts';

/** The connector for a shop's settings: the one place where kinds of shop systems are registered. */
export function openShop(settings: ShopSettings, secret: string | null, clock: Clock): ShopConnector {
  const { kind, host } = settings;
  if (secret === null) {
    throw new AppError('refused_credentials', 'The shop has no access token', {
      detail: { host, reason: 'missing' },
    });
  }
  switch (kind) {
    case 'shopify':
      return openShopifyConnector({ settings, secret, now: () => clock.now() });
    default:
      return assertNever(kind);
  }
}
