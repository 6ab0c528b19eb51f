import type { Host } from '#core/ports/host.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import { type ConnectorOptions, openConnector } from './connectors.ts';

/** The open connectors, one an inbox; its settings and secret are read when it is first needed. */
export type ConnectorPool = {
  get(inboxId: string): Promise<InboxConnector>;
  /** Keeps a secret until Deskside is closed, where the system has no keychain to keep it longer. Null forgets it. */
  rememberSecret(inboxId: string, secret: string | null): Promise<void>;
  /** The inbox's secret, from this session or unsealed; null where there is none. Errors: `no_keychain`. */
  secret(inboxId: string): Promise<string | null>;
  /** Closes an inbox's connector; the next `get` opens it with the settings as they are then. */
  drop(inboxId: string): Promise<void>;
  close(): Promise<void>;
};

export function createConnectorPool(database: Database, host: Host, options: ConnectorOptions): ConnectorPool {
  const open = new Map<string, Promise<InboxConnector>>();
  const nameOf = (inboxId: string): string => `inbox ${inboxId}`;

  async function secret(inboxId: string): Promise<string | null> {
    const sealed = database.inboxes.sealedSecret(inboxId);
    return sealed === null ? host.sessionSecrets.recall(nameOf(inboxId)) : host.unseal(sealed);
  }

  async function opened(inboxId: string): Promise<InboxConnector> {
    const { settings } = database.inboxes.get(inboxId);
    return openConnector(options, settings, await secret(inboxId));
  }

  async function drop(inboxId: string): Promise<void> {
    const connector = open.get(inboxId);
    open.delete(inboxId);
    // One that failed to open has nothing to close.
    await connector?.then((one) => one.close()).catch(() => undefined);
  }

  return {
    get(inboxId) {
      const known = open.get(inboxId);
      if (known !== undefined) return known;
      const connector = opened(inboxId);
      open.set(inboxId, connector);
      connector.catch(() => open.delete(inboxId));
      return connector;
    },
    secret,
    rememberSecret: (inboxId, remembered) => host.sessionSecrets.remember(nameOf(inboxId), remembered),
    drop,
    async close() {
      await Promise.all([...open.keys()].map(drop));
    },
  };
}
