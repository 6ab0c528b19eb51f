import { unconfirmed } from '#core/support/check-reply.ts';
import { AppError } from '#shared/errors.ts';
import type { Thread } from '#shared/contract/conversation.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import { fakeMarks } from './fake-marks.ts';
import { fakeDraft } from './fake-drafts.ts';
import { type FakeState, holds, page } from './fake-state.ts';
import { draftStateOf, evidenceOf } from './fake-world.ts';
import { newId } from './sample.ts';

type ConversationName = Exclude<
  Extract<keyof Handlers, `conversation.${string}` | `draft.${string}` | `outbox.${string}`>,
  'draft.history' | 'draft.write' | 'draft.translated'
>;

/** The customer writes once more: the draft goes stale. */
export function customerWrites(state: FakeState, conversationId: string, text: string): void {
  const thread = state.threadOf(conversationId);
  const first = thread.messages[0];
  if (first === undefined) return;
  const message = {
    ...first,
    id: newId(),
    remoteId: newId(),
    text,
    question: text,
    attachments: [],
    sentAt: Date.now(),
  };
  state.changed({
    ...thread,
    messages: [...thread.messages, message],
    draft: thread.draft === null ? null : { ...thread.draft, state: 'stale' },
  });
}

/** Conversations, drafts and outbox of the made-up desk. */
export function fakeConversationHandlers(state: FakeState): Pick<Handlers, ConversationName> {
  const { world, emit, choices, threadOf, changed, pendingItems } = state;

  function withDraft(thread: Thread, draft: Draft): Draft {
    changed({ ...thread, draft });
    emit('draft.ready', { conversationId: thread.conversation.id, draftId: draft.id });
    return draft;
  }

  function redrafted(thread: Thread, asks: Draft['asks'], evidence: Draft['evidence']): Draft {
    const before = thread.draft;
    const store = world.stores[0];
    if (before === null || store === undefined)
      throw new AppError('conflict', 'No customer message waits for an answer');
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
    const [first, ...others] = unconfirmed(fakeMarks(input.text, thread), input.confirmed);
    if (first !== undefined) {
      const detail = { count: others.length + 1, said: first.said, says: first.says ?? '' };
      throw new AppError('reply_unsupported', 'No source says it', { detail });
    }
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
      files: [],
      sentAs: null,
    };
    const outcome: Outcome = {
      id: newId(),
      storeId: thread.conversation.storeId,
      profileId: null,
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
              reach: 'author',
              type: 'fact',
              scope: [],
              channels: [],
              customerGroup: '',
              isForeign: false,
              supersedesId: null,
              authorId: null,
              confirmedBy: [],
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
    if (learned.length > 0) emit('learned.changed', { storeId: thread.conversation.storeId, itemIds: [] });
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

  return {
    'conversation.list': ({ storeId, status: wanted, text, offset, limit }) => {
      const rows = [...world.threads.values()]
        .map((thread) => ({ ...thread.conversation, draft: draftStateOf(thread) }))
        .filter((row) => storeId === undefined || row.storeId === storeId)
        .filter((row) => wanted === undefined || row.status === wanted)
        .filter((row) => holds(text, row.subject, row.customerName, row.customerAddress));
      rows.sort((a, b) =>
        wanted === 'unanswered' ? (a.waitingSince ?? 0) - (b.waitingSince ?? 0) : b.lastMessageAt - a.lastMessageAt,
      );
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
      changed({
        ...thread,
        conversation: { ...thread.conversation, status: 'unanswered', waitingSince: thread.conversation.lastMessageAt },
      });
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
      const asks = draft.asks.map((each, index) =>
        index === ask ? { ...each, evidence: at, silence: null, confidence: 0.9 } : each,
      );
      return redrafted(thread, asks, draft.evidence);
    },
    'draft.check': ({ text, conversationId }) => fakeMarks(text, threadOf(conversationId)),
    'draft.accept': accept,
    'draft.discard': ({ draftId }) => {
      const thread = [...world.threads.values()].find((each) => each.draft?.id === draftId);
      if (thread?.draft) changed({ ...thread, draft: { ...thread.draft, state: 'discarded' } });
      return {};
    },

    'outbox.list': () =>
      pendingItems().map((item) => {
        const { customerName, status } = threadOf(item.conversationId).conversation;
        return { ...item, customer: customerName, status };
      }),
    'outbox.retry': ({ outboxId }) =>
      outboxChange(outboxId, (item, thread) => {
        setTimeout(() => deliver(outboxId), 800);
        return { ...thread, outbox: [{ ...item, state: 'waiting', problem: null }] };
      }),
    'outbox.stopLooking': ({ outboxId }) =>
      outboxChange(outboxId, (item, thread) => ({ ...thread, outbox: [{ ...item, state: 'failed' }] })),
    'outbox.cancel': ({ outboxId }) =>
      outboxChange(outboxId, (_item, thread) => ({
        ...thread,
        conversation: {
          ...thread.conversation,
          status: 'unanswered',
          waitingSince: thread.messages.at(-1)?.sentAt ?? null,
        },
        draft: thread.draft === null ? null : { ...thread.draft, state: 'open' },
        outbox: [],
      })),
  };
}
