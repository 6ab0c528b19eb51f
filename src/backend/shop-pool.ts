import type { Clock } from '#core/ports/clock.ts';
import type { Host } from '#core/ports/host.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import type { ShopConnector } from '#core/ports/shop.ts';
import { restingShop } from './resting-shop.ts';
import { openShop } from './shop-connectors.ts';

/** The open shops, one a store; settings and secret are read when a shop is first needed. */
export type ShopPool = {
  /** Null where the store has none. */
  get(storeId: string): Promise<ShopConnector | null>;
  /** Asks a shop again that was left in peace after a failure. */
  rouse(storeId: string): void;
  /** Keeps a secret until Deskside is closed, where the system has no keychain to keep it longer. Null forgets it. */
  rememberSecret(storeId: string, secret: string | null): Promise<void>;
  /** The shop's secret, from this session or unsealed; null where there is none. Errors: `no_keychain`. */
  secret(storeId: string): Promise<string | null>;
  /** Closes a store's shop; the next `get` opens it with the settings as they are then. */
  drop(storeId: string): Promise<void>;
  close(): Promise<void>;
};

type OpenShop = ReturnType<typeof restingShop> | null;

export function createShopPool(database: Database, host: Host, clock: Clock): ShopPool {
  const open = new Map<string, Promise<OpenShop>>();
  const nameOf = (storeId: string): string => `shop ${storeId}`;

  async function secret(storeId: string): Promise<string | null> {
    const sealed = database.shops.sealedSecret(storeId);
    return sealed === null ? host.sessionSecrets.recall(nameOf(storeId)) : host.unseal(sealed);
  }

  async function opened(storeId: string): Promise<OpenShop> {
    const connection = database.shops.find(storeId);
    if (connection === null) return null;
    return restingShop(openShop(connection.settings, await secret(storeId), clock), clock);
  }

  async function drop(storeId: string): Promise<void> {
    const shop = open.get(storeId);
    open.delete(storeId);
    // One that failed to open has nothing to close.
    await shop?.then((one) => one?.shop.close()).catch(() => undefined);
  }

  return {
    async get(storeId) {
      const known = open.get(storeId) ?? opened(storeId);
      open.set(storeId, known);
      try {
        const found = await known;
        if (found === null) open.delete(storeId);
        return found?.shop ?? null;
      } catch (error) {
        open.delete(storeId);
        throw error;
      }
    },
    rouse(storeId) {
      void open
        .get(storeId)
        ?.then((one) => one?.rouse())
        .catch(() => undefined);
    },
    secret,
    rememberSecret: (storeId, remembered) => host.sessionSecrets.remember(nameOf(storeId), remembered),
    drop,
    async close() {
      await Promise.all([...open.keys()].map(drop));
    },
  };
}
