import { expect, test } from 'vitest';
import { openClipboardConnector } from '#adapters/inbox/clipboard/clipboard-connector.ts';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { labelCopied } from '#core/inbox/label-copied.ts';
import { type TakeCopiedInput, takeCopied } from '#core/inbox/take-copied.ts';
import { deliverReply } from '#core/outbox/deliver-reply.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, coreDesk, lastMessageId, teach } from '#test/support/core-desk.ts';

const question = 'How long does delivery to Norway take?';
const answer = 'Delivery to Norway takes three days.';
const connector = openClipboardConnector({ ids: { newId } });

function copy(desk: CoreDesk, text: string, over: Partial<TakeCopiedInput> = {}) {
  const deliverNow = (item: { readonly id: string }) =>
    deliverReply(desk.deps, connector, item.id, new AbortController().signal);
  const input = {
    storeId: desk.storeId,
    conversationId: null,
    inAnyLanguage: false,
    text,
    insists: false,
    inboxName: 'Side panel',
    ...over,
  };
  return takeCopied({ ...desk.deps, deliverNow }, input);
}

/** The draft's reply, accepted and waiting out its time for second thoughts. */
async function reply(desk: CoreDesk, conversationId: string, text: string) {
  const lastId = lastMessageId(desk, conversationId);
  return acceptDraft(
    { ...desk.deps, undoMs: 6_000 },
    { confirmed: 'all', conversationId, draftId: null, lastMessageId: lastId, text },
  );
}

const texts = (desk: CoreDesk, conversationId: string): readonly string[] =>
  desk.db.conversations.messages(conversationId).map((message) => message.text);

test('bug: a copied text is no customer message, or every copy makes an inbox of its own', async () => {
  const desk = coreDesk();
  await teach(desk, question, answer);
  const first = await copy(desk, `  ${question}\r\n\u0000`);
  const second = await copy(desk, 'Do you have gift wrapping?');
  expect(first).toMatchObject({ what: 'taken' });
  expect(second.conversationId).not.toBe(first.conversationId);
  expect(texts(desk, first.conversationId)).toEqual([question]);
  expect(desk.db.conversations.get(first.conversationId)).toMatchObject({ status: 'unanswered', channel: 'chat' });
  const inboxes = desk.db.inboxes.list(desk.storeId).filter((inbox) => inbox.settings.kind === 'clipboard');
  expect(inboxes.map((inbox) => inbox.name)).toEqual(['Side panel']);
  expect(desk.events.filter(({ name }) => name === 'conversation.changed')).toHaveLength(2);
  expect((await draftReply(desk.deps, { conversationId: first.conversationId })).text).toContain(answer);
});

test('bug: what is kept together falls apart, or two windows run into one', async () => {
  const desk = coreDesk();
  const norway = await copy(desk, question);
  const other = await copy(desk, 'Where is my parcel?');
  desk.time.now += 1_000;
  const later = await copy(desk, 'And to Sweden?', { conversationId: norway.conversationId });
  expect(later.conversationId).toBe(norway.conversationId);
  expect(texts(desk, norway.conversationId)).toEqual([question, 'And to Sweden?']);
  expect(texts(desk, other.conversationId)).toHaveLength(1);
});

test('bug: the next customer’s words in another language land in the thread that was kept', async () => {
  const desk = coreDesk();
  const { conversationId } = await copy(desk, question);
  desk.time.now += 1_000;
  const chinese = await copy(desk, '你好，寄到上海要几天？', { conversationId });
  expect(chinese.conversationId).not.toBe(conversationId);
  for (const [text, over] of [
    ['OK!', {}],
    ['SF1234567890', {}],
    ['And to Sweden?', {}],
    ['我用中文说吧：我要退款。', { inAnyLanguage: true }],
  ] as const)
    expect((await copy(desk, text, { conversationId, ...over })).conversationId).toBe(conversationId);
  expect(texts(desk, conversationId)).toHaveLength(5);
});

test.each([
  ['at once, into the same conversation', 1_000, true, 'known'],
  ['at once, as a new conversation', 1_000, false, 'known'],
  ['after an hour', 3_600_000, true, 'taken'],
] as const)('bug: the same text copied twice %s counts wrongly', async (_when, laterMs, isKept, what) => {
  const desk = coreDesk();
  const { conversationId } = await copy(desk, question);
  desk.time.now += laterMs;
  const again = await copy(desk, question, { conversationId: isKept ? conversationId : null });
  expect(again).toEqual({ conversationId, what });
  expect(texts(desk, conversationId)).toHaveLength(what === 'known' ? 1 : 2);
});

test('bug: a person who insists that the customer said it twice is not heard', async () => {
  const desk = coreDesk();
  const { conversationId } = await copy(desk, 'Hello?');
  desk.time.now += 1_000;
  expect(await copy(desk, 'Hello?', { conversationId, insists: true })).toEqual({ conversationId, what: 'taken' });
  expect(texts(desk, conversationId)).toEqual(['Hello?', 'Hello?']);
});

test('bug: the reply that the desk left on the clipboard becomes a customer’s message', async () => {
  const desk = coreDesk();
  const { conversationId } = await copy(desk, question);
  await copy(desk, 'Where is my parcel?');
  desk.time.now += 1_000;
  await reply(desk, conversationId, 'Three days.\n\nHappy brewing!');
  // As a chat gives it back: other line ends, other spaces.
  expect(await copy(desk, 'Three days.\r\n Happy brewing!')).toEqual({ conversationId, what: 'own' });
  expect(desk.db.conversations.list({ offset: 0, limit: 9 }).total).toBe(2);
  // It still waits: nothing has cut its time for second thoughts short.
  expect(desk.db.outbox.ofConversation(conversationId)).toMatchObject([{ state: 'waiting' }]);
});

test('bug: after our reply the customer’s “Yes” counts as said before', async () => {
  const desk = coreDesk();
  const { conversationId } = await copy(desk, 'Yes');
  desk.time.now += 1_000;
  await reply(desk, conversationId, 'Shall I send it?');
  desk.time.now += 1_000;
  expect(await copy(desk, 'Yes', { conversationId })).toEqual({ conversationId, what: 'taken' });
});

test('bug: a customer who answers within seconds has our reply held as if it had not left', async () => {
  const desk = coreDesk();
  const { conversationId } = await copy(desk, question);
  desk.time.now += 1_000;
  await reply(desk, conversationId, answer);
  desk.time.now += 1_000;
  await copy(desk, 'And to Sweden?', { conversationId });
  expect(desk.db.outbox.ofConversation(conversationId)).toMatchObject([{ state: 'sent', problem: null }]);
  expect(texts(desk, conversationId)).toEqual([question, answer, 'And to Sweden?']);
  expect(desk.db.conversations.get(conversationId).status).toBe('unanswered');
});

test.each([
  ['no_text', ' \n\t\u0000\uFEFF'],
  ['too_long', 'x'.repeat(20_001)],
])('bug: a clipboard with %s leaves a trace', async (reason, text) => {
  const desk = coreDesk();
  await expect(copy(desk, text)).rejects.toMatchObject({ code: 'invalid_input', detail: { reason } });
  expect(desk.db.inboxes.list(desk.storeId)).toHaveLength(1);
  expect(desk.db.conversations.list({ offset: 0, limit: 9 }).total).toBe(0);
});

test('bug: a copy goes into another inbox’s thread, or is lost with a conversation that is gone', async () => {
  const desk = coreDesk();
  const mail = desk.db.inboxes.list(desk.storeId)[0];
  const { conversationId } = await copy(desk, question, { conversationId: newId() });
  const conversation = desk.db.conversations.get(conversationId);
  desk.db.conversations.save({ ...conversation, id: newId(), inboxId: mail?.id ?? '' }, '');
  const foreign = desk.db.conversations.list({ inboxId: mail?.id, offset: 0, limit: 1 }).items[0]?.id ?? '';
  const taken = await copy(desk, 'Another', { conversationId: foreign });
  expect(taken.conversationId).not.toBe(foreign);
  expect(texts(desk, taken.conversationId)).toEqual(['Another']);
});

test.each([
  ['小王', '小王', 'Side panel'],
  ['Taobao · 小王', '小王', 'Taobao'],
  ['Etsy - Anna', 'Anna', 'Etsy'],
  ['Anna · Anna@Example.com', 'Anna', 'anna@example.com'],
  ['anna@example.com', '', 'anna@example.com'],
  ['', '', 'Side panel'],
])('bug: the label “%s” is read wrongly', async (label, customerName, customerAddress) => {
  const desk = coreDesk();
  const { conversationId } = await copy(desk, question);
  expect(labelCopied(desk.deps, conversationId, label)).toMatchObject({ customerName, customerAddress });
  await copy(desk, 'And to Sweden?', { conversationId });
  expect(desk.db.conversations.get(conversationId)).toMatchObject({ customerName, customerAddress });
});

test('bug: a conversation without an address passes for every customer whose order has none', async () => {
  const desk = coreDesk();
  const { conversationId } = await copy(desk, 'Where is my order HL-10423?');
  expect(desk.db.conversations.get(conversationId).customerAddress).not.toBe('');
});
