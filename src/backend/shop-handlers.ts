import { findProducts } from '#core/orders/find-products.ts';
import { refreshConversation } from '#core/orders/refresh-conversation.ts';
import { isSameSource, shopSource } from '#core/orders/shop-source.ts';
import { stockSentence } from '#core/drafting/product-evidence.ts';
import { AppError, problemOf } from '#shared/errors.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { ShopConnection, ShopProbeReport, ShopSettings } from '#shared/model/shop.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';
import { openShop } from './shop-connectors.ts';

type ShopRequest = Extract<keyof Handlers, `shop.${string}`>;

/** How long a window waits for a shop, ms. */
const windowPatienceMs = 15_000;

/** A store's shop system: connecting it, and the facts it knows. */
export function shopHandlers(desk: Desk): Pick<Handlers, ShopRequest> {
  const { deps } = desk;
  const patience = (signal: AbortSignal): AbortSignal =>
    AbortSignal.any([signal, AbortSignal.timeout(windowPatienceMs)]);
  return {
    'shop.get': async ({ storeId }) => {
      const connection = deps.shops.find(storeId);
      if (connection === null) return null;
      const secret = await desk.shopPool.secret(storeId).catch(() => null);
      return { ...connection, hasSecret: secret !== null };
    },
    'shop.connect': ({ storeId, settings, secret }) => connected(desk, storeId, settings, secret),
    'shop.disconnect': async ({ storeId }) => {
      const known = deps.shops.find(storeId);
      deps.transaction(() => {
        deps.shops.remove(storeId);
        if (known !== null) deps.shops.forgetFacts(storeId, shopSource(known.settings));
      });
      await desk.shopPool.rememberSecret(storeId, null);
      await desk.shopPool.drop(storeId);
      deps.emit('shop.changed', { storeId });
      return {};
    },
    'shop.probe': async ({ storeId, settings, secret }, { signal }) =>
      probed(desk, settings, secret ?? (await lentSecret(desk, storeId, settings)), signal),
    'shop.readOrders': ({ conversationId, isForced }, { signal }) => {
      if (isForced) desk.shopPool.rouse(deps.conversations.get(conversationId).storeId);
      return refreshConversation(deps, { conversationId, isForced }, patience(signal));
    },
    'shop.findProducts': async ({ conversationId, text }, { signal }) => {
      const { storeId, language } = deps.conversations.get(conversationId);
      const { products, problem } = await findProducts(deps, { storeId, text, by: 'all' }, patience(signal));
      const reply: ReplyLanguage = language === 'und' ? deps.stores.get(storeId).settings.language : language;
      return { items: products.map((product) => ({ product, answer: stockSentence(product, reply) })), problem };
    },
  };
}

async function connected(
  desk: Desk,
  storeId: string,
  settings: ShopSettings,
  secret: string | null,
): Promise<ShopConnection> {
  const { deps, host } = desk;
  deps.stores.get(storeId);
  const known = deps.shops.find(storeId);
  const isSameShop = known !== null && isSameSource(shopSource(known.settings), shopSource(settings));
  if (secret === null && !isSameShop) {
    throw new AppError('refused_credentials', 'Another shop has another token', { detail: { host: settings.host } });
  }
  const sealed = secret === null || !(await host.hasKeychain()) ? null : await host.seal(secret);
  const connection = { storeId, settings, connectedAt: deps.clock.now() };
  deps.transaction(() => {
    deps.shops.save(connection);
    if (secret !== null) deps.shops.setSealedSecret(storeId, sealed);
    if (known !== null && !isSameShop) deps.shops.forgetFacts(storeId, shopSource(known.settings));
  });
  if (secret !== null) await desk.shopPool.rememberSecret(storeId, sealed === null ? secret : null);
  await desk.shopPool.drop(storeId);
  deps.emit('shop.changed', { storeId });
  return connection;
}

/** The stored secret, for the shop it belongs to alone: settings must not carry it elsewhere. */
async function lentSecret(desk: Desk, storeId: string, settings: ShopSettings): Promise<string | null> {
  const known = desk.deps.shops.find(storeId);
  if (known === null || !isSameSource(shopSource(known.settings), shopSource(settings))) return null;
  return desk.shopPool.secret(storeId);
}

async function probed(
  desk: Desk,
  settings: ShopSettings,
  secret: string | null,
  signal: AbortSignal,
): Promise<ShopProbeReport> {
  try {
    const shop = openShop(settings, secret, desk.deps.clock);
    try {
      return await shop.probe(signal);
    } finally {
      await shop.close();
    }
  } catch (error) {
    const check = { name: 'shop' as const, isOk: false, problem: problemOf(error), missing: [], note: null };
    return { isOk: false, checks: [check] };
  }
}
