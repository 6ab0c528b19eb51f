import type { Host } from '#core/ports/host.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import { type ConnectorOptions, openConnector } from './connectors.ts';

/** The open connectors, one an inbox; its settings and secret are read when it is first needed. */
export type ConnectorPool = {
  get(inboxId: string): Promise<InboxConnector>;
  /** Closes an inbox's connector; the next `get` opens it with the settings as they are then. */
  drop(inboxId: string): Promise<void>;
  close(): Promise<void>;
};

export function createConnectorPool(database: Database, host: Host, options: ConnectorOptions): ConnectorPool {
  const open = new Map<string, Promise<InboxConnector>>();

  async function opened(inboxId: string): Promise<InboxConnector> {
    const inbox = database.inboxes.get(inboxId);
    const sealed = database.inboxes.sealedSecret(inboxId);
    return openConnector(options, inbox.settings, sealed === null ? null : await host.unseal(sealed));
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
    drop,
    async close() {
      await Promise.all([...open.keys()].map(drop));
    },
  };
}
