import type { EmitEvent } from '#shared/contract/index.ts';
import type { Thread } from '#shared/contract/conversation.ts';
import { AppError } from '#shared/errors.ts';
import type { DeskStatus } from '#shared/model/desk.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { Inbox } from '#shared/model/inbox.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import { fakeDraft } from './fake-drafts.ts';
import { fakeImport } from './fake-import.ts';
import { fakeInsights } from './fake-insights.ts';
import { createWorld, draftStateOf, evidenceOf } from './fake-world.ts';
import { newId } from './sample.ts';

export type FakeChoices = { readonly isEmpty: boolean; readonly hasEmbedder: boolean; readonly copies: number; readonly undoMs: number };

function page<T>(items: readonly T[], offset: number, limit: number): { items: T[]; total: number } {
  return { items: items.slice(offset, offset + limit), total: items.length };
}

function holds(text: string | undefined, ...places: readonly string[]): boolean {
  return text === undefined || places.some((place) => place.toLowerCase().includes(text.toLowerCase()));
}

function fakeInbox(id: string, storeId: string): Inbox {
  return {
    id,
    storeId,
    name: 'Sample mail',
    settings: { kind: 'sample' },
    state: { phase: 'idle', problem: null, syncedAt: Date.now() - 40_000, nextTryAt: null, progress: null },
    createdAt: Date.now(),
  };
}

function troubledInbox(storeId: string): Inbox {
  const server = { host: 'imap.hobandleaf.example', port: 993, security: 'tls' as const, user: 'hello@hobandleaf.example' };
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

/** A backend without a backend: enough of the real one's behaviour to look at and try every screen. */
export function createFakeDesk(emit: EmitEvent, choices: FakeChoices): Handlers {
  const inboxId = newId();
  const world = createWorld(inboxId, choices.copies);
  if (choices.isEmpty) world.stores = [];
  const firstStore = world.stores[0];
  let inboxes: Inbox[] = firstStore === undefined ? [] : [fakeInbox(inboxId, firstStore.id), troubledInbox(firstStore.id)];
  let embedder: DeskStatus['embedder'] = choices.hasEmbedder
    ? { phase: 'ready', id: 'minilm-l6-v2', problem: null }
    : { phase: 'absent', id: null, problem: { code: 'embedder_unavailable', message: 'no model', detail: {} } };

  function threadOf(id: string): Thread {
    const thread = world.threads.get(id);
    if (thread === undefined) throw new AppError('not_found', 'There is no such conversation');
    return thread;
  }

  function changed(thread: Thread): void {
    world.threads.set(thread.conversation.id, thread);
    emit('conversation.changed', { conversationId: thread.conversation.id });
  }

  function pendingItems(): OutboxItem[] {
    return [...world.threads.values()].flatMap((thread) => thread.outbox);
  }

  function status(): DeskStatus {
    const pending = pendingItems();
    return {
      version: '0.1.0',
      deskId: '0195c0de-0000-7000-8000-ffffffffffff',
      databasePath: '/home/noor/.local/share/Deskside/deskside.sqlite',
      embedder,
      index: { passages: world.entries.length + world.learned.length, toEmbed: 0 },
      outbox: { waiting: pending.filter((item) => item.state === 'waiting').length, failed: pending.filter((item) => item.state === 'failed').length },
      hasKeychain: true,
    };
  }

  function withDraft(thread: Thread, draft: Draft): Draft {
    changed({ ...thread, draft });
    emit('draft.ready', { conversationId: thread.conversation.id, draftId: draft.id });
    return draft;
  }

  function redrafted(thread: Thread, asks: Draft['asks'], evidence: Draft['evidence']): Draft {
    const before = thread.draft;
    const store = world.stores[0];
    if (before === null || store === undefined) throw new AppError('conflict', 'No customer message waits for an answer');
    const isAnswered = asks.some((ask) => ask.evidence !== null);
    return withDraft(
      thread,
      fakeDraft({
        conversationId: before.conversationId,
        messageId: before.messageId,
        language: before.language,
        customerName: thread.conversation.customerName,
        settings: store.settings,
        asks,
        evidence,
        silence: isAnswered ? null : (before.silence ?? 'weak_evidence'),
      }),
    );
  }

  function deliver(outboxId: string): void {
    const thread = [...world.threads.values()].find((each) => each.outbox.some((item) => item.id === outboxId));
    const item = thread?.outbox.find((each) => each.id === outboxId);
    if (thread === undefined || item?.state !== 'waiting') return;
    const message = {
      id: newId(),
      conversationId: thread.conversation.id,
      remoteId: item.remoteId,
      role: 'agent' as const,
      authorName: 'Noor',
      authorAddress: 'hello@hobandleaf.example',
      text: item.body,
      question: item.body,
      attachments: [],
      automatic: null,
      sentAt: Date.now(),
    };
    changed({
      ...thread,
      conversation: { ...thread.conversation, lastMessageAt: Date.now(), preview: item.body.slice(0, 140) },
      messages: [...thread.messages, message],
      outbox: thread.outbox.filter((each) => each.id !== outboxId),
    });
    emit('outbox.changed', { conversationId: thread.conversation.id });
  }

  function accept(input: Parameters<Handlers['draft.accept']>[0]) {
    const thread = threadOf(input.conversationId);
    const at = Date.now();
    if (/\[✎[^\]\n]*\]/u.test(input.text)) throw new AppError('reply_incomplete', 'A gap is left');
    if (thread.messages.at(-1)?.id !== input.lastMessageId) throw new AppError('thread_moved_on', 'Moved on');
    const draftText = thread.draft?.text ?? '';
    const isEdited = draftText !== '' && draftText !== input.text;
    const outbox: OutboxItem = {
      id: newId(),
      conversationId: input.conversationId,
      inboxId: thread.conversation.inboxId,
      draftId: input.draftId,
      body: input.text,
      remoteId: `<${newId()}@deskside>`,
      state: 'waiting',
      attempts: 0,
      problem: null,
      nextTryAt: at + choices.undoMs,
      createdAt: at,
      sentAt: null,
    };
    const outcome: Outcome = {
      id: newId(),
      storeId: thread.conversation.storeId,
      conversationId: input.conversationId,
      draftId: input.draftId,
      act: draftText === '' ? 'written' : isEdited ? 'edited' : 'accepted',
      draftText,
      sentText: input.text,
      keptShare: draftText === '' ? null : 0.9,
      confidence: thread.draft?.confidence ?? null,
      reason: null,
      waitedMs: at - (thread.conversation.waitingSince ?? at),
      createdAt: at,
    };
    world.outcomes.push(outcome);
    const ask = thread.draft?.asks[0];
    const learned: LearnedItem[] =
      !isEdited || ask === undefined
        ? []
        : [
            {
              id: newId(),
              storeId: thread.conversation.storeId,
              versionId: newId(),
              version: 1,
              state: 'active',
              kind: 'corrects',
              question: ask.text,
              answer: input.text.split('\n\n')[1] ?? input.text,
              language: thread.conversation.language,
              topic: null,
              correctsEntryId: null,
              before: draftText.split('\n\n')[1] ?? '',
              outcomeId: outcome.id,
              conversationId: input.conversationId,
              createdAt: at,
              updatedAt: at,
            },
          ];
    world.learned.unshift(...learned);
    changed({
      ...thread,
      conversation: { ...thread.conversation, status: 'answered', waitingSince: null },
      draft: thread.draft === null ? null : { ...thread.draft, state: 'accepted' },
      outbox: [outbox],
    });
    emit('outbox.changed', { conversationId: input.conversationId });
    if (learned.length > 0) emit('learned.changed', { storeId: thread.conversation.storeId });
    setTimeout(() => deliver(outbox.id), choices.undoMs);
    return { outbox, outcome, learned };
  }

  function outboxChange(outboxId: string, change: (item: OutboxItem, thread: Thread) => Thread): OutboxItem {
    const thread = [...world.threads.values()].find((each) => each.outbox.some((item) => item.id === outboxId));
    const item = thread?.outbox.find((each) => each.id === outboxId);
    if (thread === undefined || item === undefined) throw new AppError('conflict', 'It has left');
    changed(change(item, thread));
    emit('outbox.changed', { conversationId: thread.conversation.id });
    return item;
  }

  function setEntry(entry: KnowledgeEntry): KnowledgeEntry {
    const has = world.entries.some((each) => each.id === entry.id);
    world.entries = has ? world.entries.map((each) => (each.id === entry.id ? entry : each)) : [entry, ...world.entries];
    world.history.set(entry.id, [entry, ...(world.history.get(entry.id) ?? [])]);
    emit('knowledge.changed', { storeId: entry.storeId });
    return entry;
  }

  function entryOf(id: string): KnowledgeEntry {
    const entry = world.entries.find((each) => each.id === id);
    if (entry === undefined) throw new AppError('not_found', 'There is no such entry');
    return entry;
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
    'store.saveSettings': ({ storeId, settings }) => {
      world.stores = world.stores.map((store) => (store.id === storeId ? { ...store, settings, version: store.version + 1 } : store));
      emit('store.changed', { storeId });
      const store = world.stores.find((each) => each.id === storeId);
      if (store === undefined) throw new AppError('not_found', 'There is no such store');
      return store;
    },

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
          { name: 'send', isOk: false, problem: { code: 'unreachable', message: 'ECONNREFUSED', detail: { host } }, note: null },
        ],
      };
    },
    'inbox.syncNow': ({ inboxId: id }) => {
      emit('inbox.synced', { inboxId: id, added: 0 });
      return {};
    },

    'conversation.list': ({ storeId, status: wanted, text, offset, limit }) => {
      const rows = [...world.threads.values()]
        .map((thread) => ({ ...thread.conversation, draft: draftStateOf(thread) }))
        .filter((row) => storeId === undefined || row.storeId === storeId)
        .filter((row) => wanted === undefined || row.status === wanted)
        .filter((row) => holds(text, row.subject, row.customerName, row.customerAddress));
      rows.sort((a, b) => (wanted === 'unanswered' ? (a.waitingSince ?? 0) - (b.waitingSince ?? 0) : b.lastMessageAt - a.lastMessageAt));
      return page(rows, offset, limit);
    },
    'conversation.get': ({ conversationId }) => threadOf(conversationId),
    'conversation.close': ({ conversationId }) => {
      const thread = threadOf(conversationId);
      changed({ ...thread, conversation: { ...thread.conversation, status: 'closed', waitingSince: null } });
      return {};
    },
    'conversation.reopen': ({ conversationId }) => {
      const thread = threadOf(conversationId);
      changed({ ...thread, conversation: { ...thread.conversation, status: 'unanswered', waitingSince: thread.conversation.lastMessageAt } });
      return {};
    },
    'conversation.findEvidence': ({ text }) =>
      world.entries
        .filter((entry) => text.split(/\s+/).some((word) => holds(word, entry.question, entry.answer)))
        .slice(0, 8)
        .map((entry, index) => evidenceOf(entry, 0.8 - index * 0.08)),

    'draft.make': ({ conversationId }) => {
      const thread = threadOf(conversationId);
      return redrafted(thread, thread.draft?.asks ?? [], thread.draft?.evidence ?? []);
    },
    'draft.useEvidence': ({ conversationId, ask, evidenceId }) => {
      const thread = threadOf(conversationId);
      const { draft } = thread;
      const at = draft?.evidence.findIndex((one) => one.id === evidenceId) ?? -1;
      if (draft === null || at < 0) throw new AppError('not_found', 'There is no such passage');
      const asks = draft.asks.map((each, index) => (index === ask ? { ...each, evidence: at, silence: null, confidence: 0.9 } : each));
      return redrafted(thread, asks, draft.evidence);
    },
    'draft.accept': accept,
    'draft.discard': ({ draftId }) => {
      const thread = [...world.threads.values()].find((each) => each.draft?.id === draftId);
      if (thread?.draft) changed({ ...thread, draft: { ...thread.draft, state: 'discarded' } });
      return {};
    },

    'outbox.list': pendingItems,
    'outbox.retry': ({ outboxId }) =>
      outboxChange(outboxId, (item, thread) => {
        setTimeout(() => deliver(outboxId), 800);
        return { ...thread, outbox: [{ ...item, state: 'waiting', problem: null }] };
      }),
    'outbox.cancel': ({ outboxId }) =>
      outboxChange(outboxId, (_item, thread) => ({
        ...thread,
        conversation: { ...thread.conversation, status: 'unanswered', waitingSince: thread.messages.at(-1)?.sentAt ?? null },
        draft: thread.draft === null ? null : { ...thread.draft, state: 'open' },
        outbox: [],
      })),

    'knowledge.list': ({ state, text, offset, limit }) =>
      page(world.entries.filter((entry) => entry.state === state && holds(text, entry.question, entry.answer)), offset, limit),
    'knowledge.history': ({ entryId }) => world.history.get(entryId) ?? [],
    'knowledge.save': ({ storeId, entryId, content }) => {
      const before = entryId === null ? null : entryOf(entryId);
      const at = Date.now();
      return setEntry({
        ...content,
        id: before?.id ?? newId(),
        storeId: before === null ? storeId : before.storeId,
        versionId: newId(),
        version: (before?.version ?? 0) + 1,
        state: 'active',
        source: { origin: 'person', file: null, row: null },
        createdAt: before?.createdAt ?? at,
        updatedAt: at,
      });
    },
    'knowledge.retire': ({ entryId }) => setEntry({ ...entryOf(entryId), state: 'retired', versionId: newId(), version: entryOf(entryId).version + 1 }),
    'knowledge.restore': ({ entryId }) => setEntry({ ...entryOf(entryId), state: 'active', versionId: newId(), version: entryOf(entryId).version + 1 }),
    'knowledge.import': ({ file, isDryRun }) => fakeImport(file.name, isDryRun, emit),

    'learned.list': ({ state, offset, limit }) => page(world.learned.filter((item) => item.state === state), offset, limit),
    'learned.save': ({ itemId, question, answer }) => {
      world.learned = world.learned.map((item) => (item.id === itemId ? { ...item, question, answer, version: item.version + 1 } : item));
      const item = world.learned.find((each) => each.id === itemId);
      if (item === undefined) throw new AppError('not_found', 'There is no such item');
      emit('learned.changed', { storeId: item.storeId });
      return item;
    },
    'learned.forget': ({ itemId }) => {
      world.learned = world.learned.map((item) => (item.id === itemId ? { ...item, state: 'forgotten' } : item));
      const item = world.learned.find((each) => each.id === itemId);
      if (item === undefined) throw new AppError('not_found', 'There is no such item');
      emit('learned.changed', { storeId: item.storeId });
      return item;
    },

    'insight.summary': ({ from, to }) => fakeInsights(world, from, to),
    'insight.outcomes': ({ from, to, act }) =>
      world.outcomes
        .filter((outcome) => outcome.createdAt >= from && outcome.createdAt < to && (act === undefined || outcome.act === act))
        .sort((a, b) => b.createdAt - a.createdAt)
        .slice(0, 500),
  };
}
