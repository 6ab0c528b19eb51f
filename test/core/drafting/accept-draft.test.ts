import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { pickedEvidence } from '#core/retrieval/retrieve-evidence.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import { askedTerms } from '#core/retrieval/terms.ts';
import type { Draft } from '#shared/model/draft.ts';
import { addOutboxItem } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, coreDesk, incoming, lastMessageId, noon, take, teach } from '#test/support/core-desk.ts';

const delivery = 'How long does delivery to Norway take?';
const answer = 'Delivery to Norway takes three days.';

async function drafted(): Promise<{ readonly desk: CoreDesk; readonly draft: Draft }> {
  const desk = coreDesk();
  await teach(desk, delivery, answer);
  const { id } = take(desk, incoming({ remoteId: 'question', subject: '', text: delivery }));
  return { desk, draft: await draftReply(desk.deps, { conversationId: id }) };
}

function accept(
  desk: CoreDesk,
  draft: Draft,
  over: Partial<Parameters<typeof acceptDraft>[1]> = {},
  deps: Partial<CoreDesk['deps']> = {},
) {
  const { conversationId } = draft;
  const lastId = lastMessageId(desk, conversationId);
  const input = { conversationId, draftId: draft.id, lastMessageId: lastId, text: draft.text, ...over };
  return acceptDraft({ ...desk.deps, ...deps }, { confirmed: 'all', ...input });
}

test('bug: an unchanged draft counts as edited, teaches something or waits on', async () => {
  const { desk, draft } = await drafted();
  desk.time.now = noon + 60_000;
  const { outcome, learned, outbox } = await accept(desk, draft, {
    text: `${draft.text.replaceAll('\n\n', '\n\n\n')} \n`,
  });
  expect(outcome).toMatchObject({ act: 'accepted', keptShare: 1, confidence: draft.confidence, waitedMs: 120_000 });
  expect(learned).toEqual([]);
  expect(outbox).toMatchObject({ state: 'waiting', nextTryAt: null, createdAt: outcome.createdAt });
  expect(desk.db.conversations.get(draft.conversationId).status).toBe('answered');
  expect(desk.db.drafts.get(draft.id).state).toBe('accepted');
});

test('bug: an edit counts as accepted, or its kept share is off', async () => {
  const { desk, draft } = await drafted();
  const { outcome, learned } = await accept(desk, draft, { text: draft.text.replace('three', 'nine') });
  expect(outcome.act).toBe('edited');
  expect(outcome.keptShare).toBeLessThan(1);
  expect(outcome.keptShare).toBeGreaterThan(0.8);
  expect(learned).toMatchObject([{ kind: 'corrects', answer: 'Delivery to Norway takes nine days.', before: answer }]);
});

test('bug: an answer that the agent picked counts as sent as the desk drafted it', async () => {
  const { desk, draft } = await drafted();
  const other = await teach(desk, 'Do parcels to Sweden take long?', 'Parcels to Sweden take two days.');
  const picked = [{ ask: 0, evidence: pickedEvidence(desk.deps, other.id) }];
  const again = await draftReply(desk.deps, { conversationId: draft.conversationId, picked });
  expect(again.text).toContain('Sweden');
  const { outcome, learned } = await accept(desk, again);
  expect(outcome).toMatchObject({ act: 'edited', keptShare: null });
  expect(learned).toEqual([]);
});

test.each([
  ['reply_incomplete', { text: 'Hello [✎ no answer found for “x”]' }],
  ['reply_too_long', { text: 'x'.repeat(25_001) }],
  ['thread_moved_on', { lastMessageId: 'another' }],
] as const)('bug: a reply refused with %s leaves a trace', async (code, over) => {
  const { desk, draft } = await drafted();
  await expect(accept(desk, draft, over)).rejects.toMatchObject({ code });
  expect(desk.db.outbox.ofConversation(draft.conversationId)).toEqual([]);
  expect(desk.db.outcomes.list({ storeId: desk.storeId, from: 0, to: noon * 2 }, 9)).toEqual([]);
  expect(desk.db.drafts.get(draft.id).state).toBe('open');
  expect(desk.db.conversations.get(draft.conversationId).status).toBe('unanswered');
});

test('bug: what the customer has just written is answered without being read', async () => {
  const { desk, draft } = await drafted();
  const seen = lastMessageId(desk, draft.conversationId);
  take(desk, incoming({ references: ['question'], sentAt: noon }));
  await expect(accept(desk, draft, { lastMessageId: seen })).rejects.toMatchObject({ code: 'thread_moved_on' });
  expect((await accept(desk, draft)).outbox.state).toBe('waiting');
});

test('bug: two clicks send two replies', async () => {
  const { desk, draft } = await drafted();
  const both = await Promise.allSettled([accept(desk, draft), accept(desk, draft)]);
  expect(both.map((one) => one.status)).toEqual(['fulfilled', 'rejected']);
  await expect(accept(desk, draft, { draftId: null })).rejects.toMatchObject({ code: 'conflict' });
  expect(desk.db.outbox.ofConversation(draft.conversationId)).toHaveLength(1);
});

test.each([
  ['waiting', false],
  ['sending', false],
  ['uncertain', false],
  ['sent', true],
  ['failed', true],
  ['cancelled', true],
] as const)('bug: an earlier reply that is %s decides wrongly about the next', async (state, isFree) => {
  const { desk, draft } = await drafted();
  addOutboxItem(desk.db, desk.db.conversations.get(draft.conversationId), { state });
  const outcome = await accept(desk, draft).then(
    () => true,
    () => false,
  );
  expect(outcome).toBe(isFree);
});

test('bug: the draft of one conversation is sent in another', async () => {
  const { desk, draft } = await drafted();
  const other = take(desk, incoming({ customerAddress: 'b@example.com' }));
  const over = { conversationId: other.id, lastMessageId: lastMessageId(desk, other.id) };
  await expect(accept(desk, draft, over)).rejects.toMatchObject({ code: 'invalid_input' });
});

test('bug: a reply that was accepted is reported as failed because the embedder broke', async () => {
  const { desk, draft } = await drafted();
  desk.embedder.breakDown();
  const { outbox, learned } = await accept(desk, draft, { text: draft.text.replace('three', 'nine') });
  expect(desk.db.outbox.get(outbox.id).state).toBe('waiting');
  expect(learned).toHaveLength(1);
  expect(desk.events.map((event) => event.name)).toContain('learned.changed');
});

test('bug: a failure half way keeps the reply without its outcome, or tells of what was undone', async () => {
  const { desk, draft } = await drafted();
  desk.events.length = 0;
  const learned = {
    ...desk.db.learned,
    add: () => {
      throw new Error('The disk is full');
    },
  };
  await expect(accept(desk, draft, { text: draft.text.replace('three', 'nine') }, { learned })).rejects.toThrow('disk');
  expect(desk.db.outbox.ofConversation(draft.conversationId)).toEqual([]);
  expect(desk.db.drafts.get(draft.id).state).toBe('open');
  expect(desk.events).toEqual([]);
});

test('bug: the next draft does not know what the last edit taught', async () => {
  const { desk, draft } = await drafted();
  await accept(desk, draft, { text: draft.text.replace('three', 'nine') });
  const { id } = take(desk, incoming({ subject: '', text: delivery, customerAddress: 'b@example.com' }));
  const next = await draftReply(desk.deps, { conversationId: id });
  expect(next.text).toContain('nine days');
  expect(next.text).not.toContain('three days');
  expect(next.learnedItemIds).toHaveLength(1);
});

test.each([
  ['en', 'Do you engrave kettles?', 'Yes, we engrave kettles for five euro.'],
  ['zh', '水壶可以刻字吗？', '可以刻字，需要五欧元。'],
  ['ja', 'やかんに名入れはできますか？', 'はい、やかんの名入れは五ユーロで承ります。'],
])('bug: an answer written by hand in %s is not learned', async (_language, question, written) => {
  const { desk } = await drafted();
  const first = take(desk, incoming({ subject: '', text: question, customerAddress: 'b@example.com' }));
  const silent = await draftReply(desk.deps, { conversationId: first.id });
  expect(silent.text).toBe('');
  const { outcome, learned } = await accept(desk, silent, { text: `Hello Marta,\n\n${written}\n\nKind regards` });
  expect(outcome).toMatchObject({ act: 'written', keptShare: null, confidence: null });
  expect(learned).toMatchObject([{ kind: 'adds', answer: written, before: '' }]);
  const second = take(desk, incoming({ subject: '', text: question, customerAddress: 'c@example.com' }));
  expect((await draftReply(desk.deps, { conversationId: second.id })).text).toContain(written);
});

test('bug: a fact without a source is sent unasked, asked about again once confirmed, or forgotten', async () => {
  const { desk, draft } = await drafted();
  const text = draft.text.replace('three days', 'five days').concat('\n\nWe will refund you €20.');
  await expect(accept(desk, draft, { text, confirmed: [] })).rejects.toMatchObject({
    code: 'reply_unsupported',
    detail: { count: 2, said: 'five days', says: 'three days' },
  });
  expect(desk.db.outbox.ofConversation(draft.conversationId)).toEqual([]);
  const first = [{ kind: 'period' as const, said: 'five days' }];
  await expect(accept(desk, draft, { text, confirmed: first })).rejects.toMatchObject({ detail: { count: 1 } });
  const both = [...first, { kind: 'price' as const, said: '€20' }];
  const { outcome } = await accept(desk, draft, { text, confirmed: both });
  const kept = [
    { kind: 'period', said: 'five days', verdict: 'contradicted', says: 'three days' },
    { kind: 'price', said: '€20', verdict: 'unsupported', says: null },
  ];
  expect(outcome.unsupported).toEqual(kept);
  expect(desk.db.outcomes.find(outcome.id)?.unsupported).toEqual(kept);
});

test('bug: an unedited draft is asked about', async () => {
  const { desk, draft } = await drafted();
  const { outcome } = await accept(desk, draft, { confirmed: [] });
  expect(outcome.unsupported).toBeNull();
});

test('bug: an embedder that never answers keeps a reply from being sent, or its lesson from being found', async () => {
  const { desk, draft } = await drafted();
  const limit = new AbortController();
  let asked = 0;
  const silent: Embedder = {
    ...desk.embedder,
    embed: () => {
      asked++;
      queueMicrotask(() => limit.abort());
      return new Promise(() => undefined);
    },
  };
  const text = draft.text.replace('three', 'nine');
  const { outbox, learned } = await accept(desk, draft, { text }, {
    embedder: () => silent,
    timeLimit: () => limit.signal,
  } as Partial<CoreDesk['deps']>);
  // It is waited for once, not at every question put to it.
  expect([outbox.state, learned.length, asked]).toEqual(['waiting', 1, 1]);
  const scope = { storeId: desk.storeId, profileId: desk.present.profileId, about: null, channel: null, at: noon };
  const hits = desk.db.passages.searchTerms(askedTerms('Delivery to Norway takes nine days'), scope, 5);
  expect(hits.map(({ ownerId }) => ownerId)).toContain(learned[0]?.id);
  expect(desk.db.passages.unembedded(desk.embedder.id, 9).length).toBeGreaterThan(0);
});
