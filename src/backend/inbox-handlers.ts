import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Inbox, InboxSettings, ProbeReport } from '#shared/model/inbox.ts';
import type { Host } from '#core/ports/host.ts';
import { removeInbox } from '#core/inbox/remove-inbox.ts';
import { openConnector } from './connectors.ts';
import type { Desk } from './desk.ts';
import { accountOf, mailboxOf, overlaps } from './inbox-identity.ts';
import type { DeskLoops } from './run-desk.ts';
import { addSampleKnowledge } from './seed-sample.ts';

type InboxRequest = Extract<keyof Handlers, `inbox.${string}`>;

/** Adding, changing and testing inboxes: the requests that touch secrets and connections. */
export function inboxHandlers(desk: Desk, loops: DeskLoops): Pick<Handlers, InboxRequest> {
  const { deps, host } = desk;

  function setPaused(inboxId: string, at: number | null): Inbox {
    deps.inboxes.setPausedAt(inboxId, at);
    loops.inboxes.syncNow(inboxId);
    deps.emit('inbox.stateChanged', { inboxId });
    return deps.inboxes.get(inboxId);
  }

  return {
    'inbox.list': ({ storeId }) => [...deps.inboxes.list(storeId)],
    'inbox.add': async ({ storeId, name, settings, secret }) => {
      deps.stores.get(storeId);
      refuseTwice(desk, settings, null);
      const sealed = await sealedOrNull(host, secret);
      const inbox = deps.transaction(() => {
        const added = deps.inboxes.add({ id: deps.ids.newId(), storeId, name, settings, createdAt: deps.clock.now() });
        deps.inboxes.setSealedSecret(added.id, sealed);
        return added;
      });
      if (sealed === null) await desk.pool.rememberSecret(inbox.id, secret);
      if (settings.kind === 'sample') await addSampleKnowledge(desk, storeId);
      loops.inboxes.refresh();
      deps.emit('inbox.stateChanged', { inboxId: inbox.id });
      return inbox;
    },
    'inbox.save': async ({ inboxId, name, settings, secret }) => {
      const known = deps.inboxes.get(inboxId).settings;
      if (known.kind !== settings.kind) throw new AppError('conflict', 'An inbox cannot become one of another kind');
      if (accountOf(known) !== accountOf(settings)) {
        const detail = { reason: 'other_account' };
        throw new AppError('conflict', 'An inbox keeps its account; another one is another inbox', { detail });
      }
      if (mailboxOf(known) !== mailboxOf(settings)) refuseTwice(desk, settings, inboxId);
      const sealed = await sealedOrNull(host, secret);
      if (secret !== null) await desk.pool.rememberSecret(inboxId, sealed === null ? secret : null);
      deps.transaction(() => {
        deps.inboxes.save(inboxId, name, settings);
        if (secret !== null) deps.inboxes.setSealedSecret(inboxId, sealed);
        if (mailboxOf(known) !== mailboxOf(settings)) deps.inboxes.setCursor(inboxId, null);
      });
      await desk.pool.drop(inboxId);
      loops.inboxes.syncNow(inboxId);
      return deps.inboxes.get(inboxId);
    },
    'inbox.remove': async ({ inboxId }) => {
      removeInbox(deps, inboxId);
      await desk.pool.rememberSecret(inboxId, null);
      loops.inboxes.refresh();
      await desk.pool.drop(inboxId);
      deps.emit('inbox.stateChanged', { inboxId });
      deps.emit('inbox.synced', { inboxId, added: 0 });
      return {};
    },
    'inbox.probe': async ({ inboxId, settings, secret }, { signal }) => {
      const known = inboxId === null ? null : deps.inboxes.get(inboxId);
      // A stored key is not lent to another account's server.
      const isOwn = known !== null && accountOf(known.settings) === accountOf(settings);
      const password = secret ?? (isOwn ? await desk.pool.secret(known.id) : null);
      return probed(desk, settings, password, signal);
    },
    'inbox.pause': ({ inboxId }) => setPaused(inboxId, deps.clock.now()),
    'inbox.resume': ({ inboxId }) => setPaused(inboxId, null),
    'inbox.syncNow': ({ inboxId }) => {
      deps.inboxes.get(inboxId);
      loops.inboxes.syncNow(inboxId);
      return {};
    },
  };
}

/** One mailbox in two inboxes, of whatever stores, would be answered twice. */
function refuseTwice({ deps }: Desk, settings: InboxSettings, ownId: string | null): void {
  const twin = deps.inboxes.list().find((inbox) => inbox.id !== ownId && overlaps(inbox.settings, settings));
  if (twin === undefined) return;
  const store = deps.stores.get(twin.storeId).settings.name;
  const detail = { reason: 'already_connected', inbox: twin.name, store };
  throw new AppError('conflict', 'This mailbox is connected already', { detail });
}

/** A secret as the keychain keeps it; null where there is none to keep, or no keychain to keep it. */
async function sealedOrNull(host: Host, secret: string | null): Promise<Uint8Array | null> {
  return secret === null || !(await host.hasKeychain()) ? null : host.seal(secret);
}

async function probed(
  desk: Desk,
  settings: InboxSettings,
  secret: string | null,
  signal: AbortSignal,
): Promise<ProbeReport> {
  const connector = openConnector(desk.connectorOptions, settings, secret);
  try {
    return await connector.probe(signal);
  } finally {
    await connector.close();
  }
}
