import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { deliverReply } from '#core/outbox/deliver-reply.ts';
import { cancelReply, retryReply } from '#core/outbox/manage-outbox.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { addOutboxItem, errorFrom } from '#test/adapters/sqlite/desk.ts';
import {
  type CoreDesk,
  conversationOf,
  coreDesk,
  incoming,
  lastMessageId,
  noon,
  take,
  teach,
} from '#test/support/core-desk.ts';
import { scriptedConnector } from '#test/support/scripted-connector.ts';

const question = 'How long does delivery to Norway take?';
const mail = incoming({ remoteId: 'question', text: question });

/** Drafts and sends the reply to a question, edited; returns what was accepted. */
async function answer(desk: CoreDesk, remoteId: string, edit: (text: string) => string) {
  const { id } = conversationOf(desk, remoteId);
  const draft = await draftReply(desk.deps, { conversationId: id });
  const input = {
    conversationId: id,
    draftId: draft.id,
    lastMessageId: lastMessageId(desk, id),
    text: edit(draft.text),
  };
  return { draft, ...(await acceptDraft(desk.deps, { confirmed: 'all', ...input })) };
}

test('bug: a reply taken back stays answered, learned, or its draft is gone', async () => {
  const desk = coreDesk();
  await teach(desk, question, 'Delivery to Norway takes three days.');
  take(desk, mail);
  const { draft, outbox, learned, outcome } = await answer(desk, 'question', (text) => text.replace('three', 'nine'));
  expect(learned).toHaveLength(1);
  desk.time.now = noon + 5_000;
  cancelReply(desk.deps, outbox.id);
  expect(conversationOf(desk, 'question').status).toBe('unanswered');
  expect(desk.db.drafts.get(draft.id).state).toBe('open');
  expect(desk.db.learned.get(learned[0]?.id ?? '').state).toBe('forgotten');
  const acts = desk.db.outcomes.list({ storeId: desk.storeId, from: 0, to: noon * 2 }, 10).map((one) => one.act);
  expect(acts).toEqual(['withdrawn', outcome.act]);
  expect((await draftReply(desk.deps, { conversationId: draft.conversationId })).text).toBe(draft.text);
});

test('bug: a reply cannot be sent again after it was taken back, nor a second one after the first', async () => {
  const desk = coreDesk();
  await teach(desk, question, 'Delivery to Norway takes three days.');
  take(desk, mail);
  const first = await answer(desk, 'question', (text) => text);
  cancelReply(desk.deps, first.outbox.id);
  const second = await answer(desk, 'question', (text) => text);
  await deliverReply(desk.deps, scriptedConnector().connector, second.outbox.id, new AbortController().signal);
  take(desk, incoming({ references: ['question'], text: question, sentAt: noon + 60_000 }));
  desk.time.now = noon + 120_000;
  expect((await answer(desk, 'question', (text) => text)).outbox.state).toBe('waiting');
});

test('bug: an old lesson keeps the words of a reply that was taken back', async () => {
  const desk = coreDesk();
  await teach(desk, question, 'Delivery to Norway takes three days.');
  take(desk, mail);
  const first = await answer(desk, 'question', (text) => text.replace('three', 'nine'));
  take(desk, incoming({ remoteId: 'other', text: question, customerAddress: 'b@example.com' }));
  const second = await answer(desk, 'other', (text) => text.replace('nine', 'ninety'));
  expect(second.learned[0]).toMatchObject({
    id: first.learned[0]?.id,
    version: 2,
    answer: 'Delivery to Norway takes ninety days.',
  });
  cancelReply(desk.deps, second.outbox.id);
  expect(desk.db.learned.get(first.learned[0]?.id ?? '')).toMatchObject({
    state: 'active',
    answer: 'Delivery to Norway takes nine days.',
  });
});

test('bug: taking back one reply of many thousand misses its outcome', async () => {
  const desk = coreDesk();
  await teach(desk, question, 'Delivery to Norway takes three days.');
  const answers: Array<Awaited<ReturnType<typeof answer>>> = [];
  for (let i = 0; i < 30; i++) {
    take(desk, incoming({ remoteId: `q${i}`, text: question, customerAddress: `${i}@example.com` }));
    answers.push(await answer(desk, `q${i}`, (text) => text.replace(/takes \w+ days/, `takes ${i + 20} days`)));
  }
  const [first] = answers;
  if (first !== undefined) cancelReply(desk.deps, first.outbox.id);
  const withdrawn = desk.db.outcomes.list({ storeId: desk.storeId, from: 0, to: noon * 2, act: 'withdrawn' }, 10);
  expect(withdrawn).toMatchObject([
    { conversationId: first?.outcome.conversationId, sentText: first?.outcome.sentText },
  ]);
});

test('bug: a draft for an older message opens again when the customer has written since', async () => {
  const desk = coreDesk();
  await teach(desk, question, 'Delivery to Norway takes three days.');
  take(desk, mail);
  const { draft, outbox } = await answer(desk, 'question', (text) => text);
  take(desk, incoming({ references: ['question'], sentAt: noon + 60_000 }));
  cancelReply(desk.deps, outbox.id);
  expect(desk.db.drafts.get(draft.id).state).toBe('stale');
});

test('bug: a reply written without the draft leaves the conversation without one when it is taken back', async () => {
  const desk = coreDesk();
  await teach(desk, question, 'Delivery to Norway takes three days.');
  const { id } = take(desk, mail);
  await draftReply(desk.deps, { conversationId: id });
  const input = { conversationId: id, draftId: null, lastMessageId: lastMessageId(desk, id), text: 'Nine days.' };
  const { outbox } = await acceptDraft(desk.deps, { confirmed: 'all', ...input });
  expect(desk.db.drafts.conversationsToDraft(9)).toEqual([]);
  cancelReply(desk.deps, outbox.id);
  expect(desk.db.drafts.conversationsToDraft(9)).toEqual([id]);
});

test('bug: giving up a failed reply makes a conversation wait whose second reply is on its way', async () => {
  const desk = coreDesk();
  const conversation = take(desk, mail);
  const failed = addOutboxItem(desk.db, conversation, { state: 'failed', createdAt: noon });
  const { id } = conversation;
  await acceptDraft(desk.deps, {
    confirmed: 'all',
    conversationId: id,
    draftId: null,
    lastMessageId: lastMessageId(desk, id),
    text: 'Nine days.',
  });
  cancelReply(desk.deps, failed.id);
  expect(conversationOf(desk, 'question').status).toBe('answered');
});

const states: readonly OutboxItem['state'][] = ['waiting', 'sending', 'uncertain', 'sent', 'failed', 'cancelled'];

test.each(states)('bug: a reply that is %s is taken back or tried again where it must not be', (state) => {
  const isMovable = state === 'waiting' || state === 'failed';
  for (const act of [cancelReply, retryReply]) {
    const desk = coreDesk();
    const item = addOutboxItem(desk.db, take(desk, mail), { state });
    const done = (): OutboxItem => act(desk.deps, item.id);
    if (isMovable) expect(done().state).toBe(act === cancelReply ? 'cancelled' : 'waiting');
    else expect(errorFrom(done).code).toBe('conflict');
    expect(desk.db.outbox.get(item.id).state === state).toBe(!isMovable || (act === retryReply && state === 'waiting'));
  }
});
