import type { EmitEvent } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors.ts';
import type { DeskStatus } from '#shared/model/desk.ts';
import type { Inbox } from '#shared/model/inbox.ts';
import type { Store, StoreSettings } from '#shared/model/store.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import { fakeAskHandlers } from './fake-ask.ts';
import { customerWrites, fakeConversationHandlers } from './fake-conversations.ts';
import { fakeHelpdeskHandlers } from './fake-helpdesk.ts';
import { fakeKnowledgeHandlers } from './fake-knowledge.ts';
import { fakeModelHandlers } from './fake-models.ts';
import { fakeFiles } from './fake-files.ts';
import { fakeHealthHandlers } from './fake-health.ts';
import { fakeLessonHandlers } from './fake-lessons.ts';
import { fakeMacroHandlers } from './fake-macros.ts';
import { fakeSetHandlers } from './fake-sets.ts';
import { fakeShopHandlers } from './fake-shop.ts';
import { fakeStyleHandlers } from './fake-style.ts';
import { fakeSourceHandlers } from './fake-sources.ts';
import { fakeToolHandlers } from './fake-tools.ts';
import { fakeProfileHandlers } from './fake-profiles.ts';
import { fakePanelHandlers } from './fake-panel.ts';
import { fakeWritingHandlers } from './fake-writing.ts';
import { fakePortableHandlers } from './fake-portable.ts';
import { fakeSearchModelHandlers } from './fake-search-model.ts';
import { type FakeChoices, type FakeState, createFakeState } from './fake-state.ts';
import { newId } from './sample.ts';

function fakeInbox(id: string, storeId: string): Inbox {
  return {
    id,
    storeId,
    name: 'Sample mail',
    settings: { kind: 'sample' },
    state: { phase: 'idle', problem: null, syncedAt: Date.now() - 40_000, nextTryAt: null, progress: null },
    pausedAt: null,
    createdAt: Date.now(),
  };
}

function troubledInbox(storeId: string): Inbox {
  const server = {
    host: 'imap.hobandleaf.example',
    port: 993,
    security: 'tls' as const,
    user: 'hello@hobandleaf.example',
  };
  return {
    ...fakeInbox(newId(), storeId),
    name: 'hello@hobandleaf.example',
    settings: {
      kind: 'imap',
      address: 'hello@hobandleaf.example',
      displayName: 'Hob & Leaf',
      imap: server,
      smtp: { ...server, host: 'smtp.hobandleaf.example', port: 465 },
      mailbox: 'INBOX',
      sentMailbox: null,
      serverKeepsSent: false,
      firstSyncDays: 30,
    },
    state: {
      phase: 'stopped',
      problem: { code: 'refused_credentials', message: 'LOGIN failed', detail: { host: server.host } },
      syncedAt: Date.now() - 7_200_000,
      nextTryAt: null,
      progress: null,
    },
  };
}

type DeskName = Extract<keyof Handlers, `desk.${string}` | `store.${string}` | `inbox.${string}`>;

function fakeDeskHandlers(state: FakeState): Pick<Handlers, DeskName> {
  const { world, emit, pendingItems } = state;
  const firstStore = world.stores[0];
  let inboxes: Inbox[] =
    firstStore === undefined ? [] : [fakeInbox(state.inboxId, firstStore.id), troubledInbox(firstStore.id)];
  let embedder: DeskStatus['embedder'] = state.choices.hasEmbedder
    ? { phase: 'ready', id: 'minilm-l6-v2', problem: null }
    : { phase: 'absent', id: null, problem: { code: 'embedder_unavailable', message: 'no model', detail: {} } };

  function status(): DeskStatus {
    const pending = pendingItems();
    return {
      version: '0.1.0',
      deskId: '0195c0de-0000-7000-8000-ffffffffffff',
      databasePath: '/home/noor/.local/share/Deskside/deskside.sqlite',
      embedder,
      index: { passages: world.entries.length + world.learned.length, toEmbed: 0 },
      outbox: {
        waiting: pending.filter((item) => item.state === 'waiting').length,
        failed: pending.filter((item) => item.state === 'failed').length,
      },
      hasKeychain: true,
    };
  }

  function paused(id: string, pausedAt: number | null): Inbox {
    const inbox = inboxes.find((each) => each.id === id);
    if (inbox === undefined) throw new AppError('not_found', 'There is no such inbox');
    const changed = { ...inbox, pausedAt };
    inboxes = inboxes.map((each) => (each.id === id ? changed : each));
    emit('inbox.stateChanged', { inboxId: id });
    return changed;
  }

  function storeOf(storeId: string): Store {
    const store = world.stores.find((each) => each.id === storeId);
    if (store === undefined) throw new AppError('not_found', 'There is no such store');
    return store;
  }

  function savedStore(storeId: string, settings: StoreSettings): Store {
    const saved = { ...storeOf(storeId), settings, version: storeOf(storeId).version + 1 };
    world.stores = world.stores.map((store) => (store.id === storeId ? saved : store));
    emit('store.changed', { storeId });
    return saved;
  }

  return {
    'desk.status': status,
    'desk.repairEmbedder': async () => {
      embedder = { phase: 'repairing', id: null, problem: null };
      emit('desk.statusChanged', {});
      for (let done = 0; done <= 10; done += 1) {
        emit('progress.changed', { task: 'repair', subject: 'minilm-l6-v2', done, total: 10, isFinished: done === 10 });
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      embedder = { phase: 'ready', id: 'minilm-l6-v2', problem: null };
      emit('desk.statusChanged', {});
      return status();
    },

    'store.list': () => world.stores,
    'store.create': ({ settings }) => {
      const store = { id: newId(), settings, version: 1, createdAt: Date.now() };
      world.stores = [...world.stores, store];
      emit('store.changed', { storeId: store.id });
      return store;
    },
    'store.saveSettings': ({ storeId, settings }) => savedStore(storeId, settings),
    'store.setTolerance': ({ storeId, topic, rate, why }) => {
      const settings = storeOf(storeId).settings;
      const topics = (settings.tolerance?.topics ?? []).filter((each) => each.topic !== topic);
      return savedStore(storeId, {
        ...settings,
        tolerance: {
          rate: topic === null ? rate : (settings.tolerance?.rate ?? null),
          topics: topic === null || rate === null ? topics : [...topics, { topic, rate }],
          change: { who: '', why: why ?? '' },
          at: Date.now(),
        },
      });
    },

    'store.setOtherLanguage': ({ storeId, otherLanguage }) =>
      savedStore(storeId, { ...storeOf(storeId).settings, otherLanguage }),

    'inbox.list': ({ storeId }) => inboxes.filter((inbox) => storeId === undefined || inbox.storeId === storeId),
    'inbox.add': ({ storeId, name, settings }) => {
      const inbox = { ...fakeInbox(newId(), storeId), name, settings };
      inboxes = [...inboxes, inbox];
      emit('inbox.stateChanged', { inboxId: inbox.id });
      return inbox;
    },
    'inbox.save': ({ inboxId: id, name, settings }) => {
      const inbox = inboxes.find((each) => each.id === id);
      if (inbox === undefined) throw new AppError('not_found', 'There is no such inbox');
      const saved = { ...fakeInbox(id, inbox.storeId), name, settings };
      inboxes = inboxes.map((each) => (each.id === id ? saved : each));
      emit('inbox.stateChanged', { inboxId: id });
      return saved;
    },
    'inbox.remove': ({ inboxId: id }) => {
      inboxes = inboxes.filter((inbox) => inbox.id !== id);
      emit('inbox.stateChanged', { inboxId: id });
      return {};
    },
    'inbox.probe': async ({ settings }) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      const host = settings.kind === 'imap' ? settings.smtp.host : '';
      return {
        isOk: false,
        checks: [
          { name: 'receive', isOk: true, problem: null, note: null },
          { name: 'mailbox', isOk: true, problem: null, note: '1 204' },
          { name: 'sent_mailbox', isOk: true, problem: null, note: 'Sent' },
          { name: 'idle', isOk: true, problem: null, note: null },
          {
            name: 'send',
            isOk: false,
            problem: { code: 'unreachable', message: 'ECONNREFUSED', detail: { host } },
            note: null,
          },
        ],
      };
    },
    'inbox.pause': ({ inboxId: id }) => paused(id, Date.now()),
    'inbox.resume': ({ inboxId: id }) => paused(id, null),
    'inbox.syncNow': ({ inboxId: id }) => {
      emit('inbox.synced', { inboxId: id, added: 0 });
      return {};
    },
  };
}

/** A backend without a backend: enough of the real one's behaviour to look at and try every screen. */
export function createFakeDesk(emit: EmitEvent, choices: FakeChoices) {
  const state = createFakeState(emit, choices);
  const conversations = fakeConversationHandlers(state);
  const handlers: Handlers = {
    ...fakeDeskHandlers(state),
    ...fakeProfileHandlers(state),
    ...conversations,
    ...fakeModelHandlers(state),
    ...fakeWritingHandlers(state),
    ...fakeToolHandlers(state),
    ...fakeSearchModelHandlers(state),
    ...fakePanelHandlers(state, conversations['draft.accept']),
    ...fakeHelpdeskHandlers(),
    ...fakeKnowledgeHandlers(state),
    ...fakeShopHandlers(state),
    ...fakePortableHandlers(emit),
    ...fakeLessonHandlers(state),
    ...fakeFiles(),
    ...fakeMacroHandlers(state),
    ...fakeSetHandlers(state),
    ...fakeSourceHandlers(state),
    ...fakeStyleHandlers(state),
    ...fakeHealthHandlers(state),
    ...fakeAskHandlers(state),
  };
  return {
    handlers,
    /** Lets every model write for every store. */
    async letWrite(): Promise<void> {
      const context = { signal: new AbortController().signal };
      const chain = (await handlers['model.list']({}, context)).map(({ id }) => id);
      const chains = { draft: chain, rewrite: chain, translate: chain, summarise: chain };
      const writing = { isLocalOnly: false, isAhead: false, chains };
      for (const { id } of state.world.stores) await handlers['writing.save']({ storeId: id, writing }, context);
    },
    /** Another lead words a lesson otherwise, and nothing has been told of it yet. */
    rewordLesson(itemId: string, answer: string): void {
      state.world.learned = state.world.learned.map((item) =>
        item.id === itemId ? { ...item, answer, versionId: newId(), version: item.version + 1 } : item,
      );
    },
    customerWrites: (conversationId: string, text: string) => customerWrites(state, conversationId, text),
  };
}
