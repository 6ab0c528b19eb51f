import type { QueryClient } from '@tanstack/react-query';
import { type EventName, type EventPayload, type RequestName, events } from '#shared/contract/index.ts';
import type { RpcClient } from '#shared/rpc/client.ts';

/** Answers that an event makes old: all of a request, or only those whose input holds `where`. */
export type Stale = { readonly name: RequestName; readonly where?: Readonly<Record<string, unknown>> };

type StaleBy = { readonly [N in EventName]: (payload: EventPayload<N>) => readonly Stale[] };

/** Every event of the contract and the answers it makes old. */
export const staleBy: StaleBy = {
  'inbox.synced': () => [{ name: 'inbox.list' }, { name: 'conversation.list' }],
  'inbox.stateChanged': () => [{ name: 'inbox.list' }],
  'conversation.changed': ({ conversationId }) => [
    { name: 'conversation.list' },
    { name: 'conversation.get', where: { conversationId } },
    { name: 'draft.check', where: { conversationId } },
    { name: 'insight.report' },
    { name: 'insight.outcomes' },
    { name: 'insight.drift' },
    { name: 'helpdesk.read', where: { conversationId } },
    { name: 'shop.readOrders', where: { conversationId } },
  ],
  'draft.ready': ({ conversationId }) => [
    { name: 'macro.offer', where: { conversationId } },
    { name: 'conversation.list' },
    { name: 'conversation.get', where: { conversationId } },
    { name: 'draft.check', where: { conversationId } },
    { name: 'draft.history', where: { conversationId } },
  ],
  'outbox.changed': ({ conversationId }) => [
    { name: 'macro.list' },
    { name: 'macro.offer' },
    { name: 'outbox.list' },
    { name: 'insight.report' },
    { name: 'insight.outcomes' },
    { name: 'insight.drift' },
    { name: 'conversation.list' },
    { name: 'conversation.get', where: { conversationId } },
    { name: 'draft.check', where: { conversationId } },
    { name: 'desk.status' },
  ],
  'files.changed': ({ conversationId }) => [{ name: 'file.ofWork', where: { conversationId } }],
  'health.changed': () => [{ name: 'health.list' }, { name: 'health.counts' }, { name: 'health.scanState' }],
  'knowledge.changed': () => [
    { name: 'health.list' },
    { name: 'health.counts' },
    { name: 'knowledge.list' },
    { name: 'knowledge.history' },
    { name: 'knowledge.layers' },
    { name: 'set.overlays' },
    { name: 'set.list' },
    { name: 'source.list' },
    { name: 'ask.ask' },
    { name: 'replay.run' },
    { name: 'gap.list' },
    { name: 'lesson.own' },
    { name: 'draft.history' },
    { name: 'conversation.findEvidence' },
    { name: 'conversation.get' },
    { name: 'draft.check' },
    { name: 'desk.status' },
    { name: 'insight.report' },
    { name: 'insight.drift' },
  ],
  'source.changed': () => [{ name: 'source.list' }],
  'set.changed': () => [
    { name: 'set.list' },
    { name: 'set.overlays' },
    { name: 'knowledge.list' },
    { name: 'ask.ask' },
    { name: 'replay.run' },
    { name: 'gap.list' },
  ],
  'lesson.changed': ({ storeId }) => [
    { name: 'lesson.rules', where: { storeId } },
    { name: 'lesson.queue', where: { storeId } },
    { name: 'lesson.get' },
    { name: 'lesson.reviews', where: { storeId } },
  ],
  'learned.changed': () => [
    { name: 'learned.list' },
    { name: 'lesson.queue' },
    { name: 'lesson.list' },
    { name: 'lesson.own' },
    { name: 'lesson.withdrawPreview' },
    { name: 'lesson.get' },
    { name: 'lesson.effect' },
    { name: 'lesson.decisions' },
    { name: 'lesson.replay' },
    { name: 'ask.ask' },
    { name: 'replay.run' },
    { name: 'conversation.findEvidence' },
    { name: 'conversation.get' },
    { name: 'draft.check' },
    { name: 'insight.report' },
    { name: 'insight.drift' },
  ],
  'macro.changed': () => [
    { name: 'macro.list' },
    { name: 'macro.versions' },
    { name: 'macro.offer' },
    { name: 'macro.fill' },
  ],
  'store.changed': ({ storeId }) => [
    { name: 'store.list' },
    { name: 'conversation.get' },
    { name: 'draft.check' },
    { name: 'insight.coverage', where: { storeId } },
    { name: 'style.sheet', where: { storeId } },
    { name: 'style.check' },
    { name: 'insight.report' },
    { name: 'insight.outcomes' },
  ],
  'confidence.changed': ({ storeId }) => [{ name: 'insight.coverage', where: { storeId } }],
  'ledger.changed': () => [{ name: 'ledger.list' }, { name: 'ledger.uses' }],
  'writing.changed': () => [{ name: 'model.list' }, { name: 'writing.get' }, { name: 'writing.tools' }],
  'writing.progress': () => [],
  'shop.changed': () => [
    { name: 'shop.get' },
    { name: 'conversation.get' },
    { name: 'draft.check' },
    { name: 'shop.readOrders' },
  ],
  'orders.changed': ({ conversationId }) => [
    { name: 'conversation.get', where: { conversationId } },
    { name: 'draft.check', where: { conversationId } },
    { name: 'macro.fill', where: { conversationId } },
  ],
  'panel.summoned': () => [],
  'panel.settingsChanged': () => [{ name: 'panel.settings' }],
  'desk.statusChanged': () => [{ name: 'desk.status' }, { name: 'searchModel.status' }],
  'profile.changed': () => [{ name: 'profile.present' }, { name: 'profile.list' }, { name: 'audit.list' }],
  'progress.changed': () => [],
};

/** Whether a kept answer is one of those. */
export function isStale(queryKey: readonly unknown[], stale: Stale): boolean {
  if (queryKey[0] !== stale.name) return false;
  const input = (queryKey[1] ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(stale.where ?? {}).every(([field, value]) => input[field] === value);
}

/** A first sync tells of thousands of conversations: what is old is asked for anew at most this often, ms. */
const gatherMs = 150;

/** Keeps the cache true to what the backend tells. Returns a function that stops it. */
export function invalidateByEvents(backend: RpcClient, cache: QueryClient): () => void {
  const gathered = new Map<string, Stale>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  function flush(): void {
    timer = null;
    const all = [...gathered.values()];
    gathered.clear();
    void cache.invalidateQueries({ predicate: (query) => all.some((stale) => isStale(query.queryKey, stale)) });
  }

  function listenTo<N extends EventName>(name: N): () => void {
    return backend.on(name, (payload) => {
      for (const stale of staleBy[name](payload)) gathered.set(JSON.stringify(stale), stale);
      if (gathered.size > 0) timer ??= setTimeout(flush, gatherMs);
    });
  }

  const stops = (Object.keys(events) as EventName[]).map((name) => listenTo(name));
  return () => {
    for (const stop of stops) stop();
    if (timer !== null) clearTimeout(timer);
  };
}
