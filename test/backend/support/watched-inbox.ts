import { onTestFinished } from 'vitest';
import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import { composeDesk } from '#backend/compose.ts';
import type { Desk } from '#backend/desk.ts';
import { createHandlers } from '#backend/handlers.ts';
import { createSession } from '#backend/session.ts';
import { createWritings } from '#backend/writings.ts';
import { createInboxLoops } from '#backend/loops/inbox-loop.ts';
import type { PulledPage } from '#core/ports/inbox-connector.ts';
import type { InboxState } from '#shared/model/inbox.ts';
import { plainSettings } from '#shared/model/store.ts';
import { resourcesFolder } from '#test/support/sample-resources.ts';
import { type ScriptedInbox, poolOf, scriptedInbox } from './scripted-connector.ts';

/** A desk whose one inbox does as the test says, and its loops; the clock goes by vitest's timers. */
export function watchedInbox() {
  const far = scriptedInbox();
  const pool = poolOf(far);
  const errors: unknown[] = [];
  const options = { version: '', dataFolder: ':memory:', resourcesFolder, modelsFolder: 'none' };
  const composed = composeDesk({ ...options, host: noKeychainHost(), emit: () => undefined });
  const desk: Desk = { ...composed, pool };
  const { deps } = desk;
  const settings = { name: 'North', ...plainSettings };
  const store = deps.stores.add({ id: deps.ids.newId(), versionId: deps.ids.newId(), settings, at: 1 });
  const inbox = { id: deps.ids.newId(), storeId: store.id, name: 'Post', settings: { kind: 'sample' } as const };
  deps.inboxes.add({ ...inbox, createdAt: 1 });
  const linesBack: string[] = [];
  const inboxes = createInboxLoops(
    deps,
    pool,
    (error) => errors.push(error),
    (inboxId) => linesBack.push(inboxId),
  );
  const unused = {
    add: () => undefined,
    wake: () => undefined,
    lineIsBack: () => undefined,
    redraft: () => undefined,
    redraftTouched: () => undefined,
    relearn: () => undefined,
    judge: () => undefined,
    refresh: () => undefined,
    settled: async () => undefined,
    stop: async () => undefined,
  };
  const loops = { inboxes, drafts: unused, index: unused, outbox: unused, clock: unused, health: unused };
  const handlers = createHandlers(desk, createSession(desk), { ...loops, wording: unused }, createWritings(deps));
  onTestFinished(async () => {
    await inboxes.stop();
    composed.database.close();
  });
  return {
    far,
    pool,
    errors,
    inboxes,
    inboxId: inbox.id,
    linesBack,
    pause: () => handlers['inbox.pause']({ inboxId: inbox.id }, { signal: new AbortController().signal }),
    resume: () => handlers['inbox.resume']({ inboxId: inbox.id }, { signal: new AbortController().signal }),
    restarted: () => createInboxLoops(deps, pool, (error) => errors.push(error)),
    state: (): InboxState => deps.inboxes.get(inbox.id).state,
    save: () =>
      handlers['inbox.save'](
        { inboxId: inbox.id, name: 'Post', settings: { kind: 'sample' }, secret: null },
        { signal: new AbortController().signal },
      ),
    remove: () => handlers['inbox.remove']({ inboxId: inbox.id }, { signal: new AbortController().signal }),
  };
}

/** Holds the next pull until it is let go. */
export function heldPage(far: ScriptedInbox, over: Partial<PulledPage> = {}): { readonly release: () => void } {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  far.answer(async () => {
    await held;
    return { messages: [], orders: [], cursor: '2', hasMore: false, progress: null, undelivered: [], ...over };
  });
  return { release: () => release() };
}
