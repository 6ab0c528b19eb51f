import { expect, test } from 'vitest';
import { closeConversation } from '#core/conversations/close-conversation.ts';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { joinedText } from '#core/drafting/compose-text.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { retireKnowledge } from '#core/knowledge/save-knowledge.ts';
import { pickedEvidence } from '#core/retrieval/retrieve-evidence.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { Order } from '#shared/model/order.ts';
import { addOutboxItem } from '#test/adapters/sqlite/desk.ts';
import {
  type CoreDesk,
  coreDesk,
  deskSettings,
  incoming,
  lastMessageId,
  noon,
  take,
  teach,
} from '#test/support/core-desk.ts';

const delivery = 'How long does delivery to Norway take?';
const pouch = 'Is the tea pouch compostable?';

async function taught(): Promise<CoreDesk> {
  const desk = coreDesk();
  await teach(desk, delivery, 'Delivery to Norway takes three days. You get a tracking link.');
  await teach(desk, pouch, 'Yes, the tea pouch is compostable.');
  await teach(desk, 'Can I return an opened kettle?', 'An opened kettle can be returned within 14 days.');
  await teach(desk, '配送到挪威需要多久？', '配送到挪威需要三天。', { language: 'zh' });
  await teach(desk, 'ノルウェーへの配送は何日かかりますか？', 'ノルウェーへの配送は三日かかります。', {
    language: 'ja',
  });
  return desk;
}

async function draftFor(desk: CoreDesk, text: string, over: Parameters<typeof incoming>[0] = {}): Promise<Draft> {
  return draftReply(desk.deps, { conversationId: take(desk, incoming({ subject: '', text, ...over })).id });
}

/** Every index of a draft points at something, and its text is its sentences. */
function expectWhole(draft: Draft): void {
  expect(joinedText(draft.sentences)).toBe(draft.text);
  for (const sentence of draft.sentences) {
    if (sentence.part === 'answer') expect(draft.evidence[sentence.evidence ?? -1]?.answer).toContain(sentence.text);
    if (sentence.ask !== null) expect(draft.asks[sentence.ask]).toBeDefined();
  }
  for (const ask of draft.asks) expect(ask.evidence === null).toBe(ask.silence !== null);
  expect(draft.silence === null).toBe(draft.text !== '');
  expect(draft.confidence > 0).toBe(draft.silence === null);
}

test('bug: a sentence of the draft cannot be traced to the passage it came from', async () => {
  const draft = await draftFor(await taught(), `Hello! ${delivery} And ${pouch.toLowerCase()}`);
  expectWhole(draft);
  expect(draft.asks.map((ask) => ask.evidence)).toEqual([0, 1]);
  expect(draft.text).toContain('three days');
  expect(draft.text).toContain('compostable');
});

test('bug: what has no answer is left out without a word', async () => {
  const draft = await draftFor(await taught(), `${delivery} Do your giraffes wear umbrellas on Tuesdays?`);
  expectWhole(draft);
  expect(draft.sentences.find((sentence) => sentence.part === 'gap')?.text).toContain('giraffes');
});

test.each([
  ['thanks', 'Thank you very much!', {}, 'nothing_asked'],
  ['a question that nothing answers', 'Do your giraffes wear umbrellas on Tuesdays?', {}, 'no_evidence'],
  ['a machine', delivery, { automatic: 'auto_reply' as const }, 'automatic'],
])('bug: the desk answers %s, or does not say why it is silent', async (_case, text, over, silence) => {
  const draft = await draftFor(await taught(), text, over);
  expect(draft).toMatchObject({ silence, text: '', confidence: 0 });
});

test('bug: an answer is offered in a language that the customer did not write', async () => {
  const desk = coreDesk({ ...deskSettings, otherLanguage: 'show' });
  await teach(desk, 'Delivery Norway Oslo Bergen 挪威', 'Three days.');
  const draft = await draftFor(desk, '请问 Delivery Norway Oslo Bergen 挪威 需要多久？我想知道。');
  expect(draft).toMatchObject({ language: 'zh', text: '' });
});

test.each([
  ['zh', '您好，请问配送到挪威需要多久？', '三天', '您好，'],
  ['ja', 'ノルウェーへの配送は何日かかりますか？', '三日', ' 様'],
  ['en', delivery, 'three days', 'Hello Marta,'],
])('bug: a question in %s is answered in another language', async (language, text, answer, greeting) => {
  const draft = await draftFor(await taught(), text);
  expectWhole(draft);
  expect(draft.language).toBe(language);
  expect(draft.text).toContain(answer);
  expect(draft.text).toContain(greeting);
});

test('bug: a customer who writes a language of neither is answered in something at random', async () => {
  expect((await draftFor(await taught(), 'Где мой заказ?')).language).toBe('en');
});

test('bug: a text of 200 kB has no draft', async () => {
  const desk = await taught();
  expectWhole(await draftFor(desk, `${delivery} ${'I paid on Monday and wait since then. '.repeat(5_000)}`));
  expectWhole(await draftFor(desk, 'Is it late? '.repeat(16_000)));
});

const order: Order = {
  number: 'HL-10423',
  customerAddress: 'Marta@Example.com',
  status: 'shipped',
  placedAt: noon,
  amount: { value: 20, currency: 'EUR' },
  items: [],
  parcels: 1,
  carrier: 'PostNord $&',
  trackingNumber: 'PN1',
  trackingUrl: null,
  promisedAt: null,
  source: { kind: 'sample', name: '' },
  readAt: noon,
};

test.each([
  ['the order it names', 'Where is my order HL-10423?', [order], true],
  ['the only order under way', 'Where is my order?', [order], true],
  ['one of two orders under way', 'Where is my order?', [order, { ...order, number: 'HL-2' }], false],
  [
    'the order of somebody else',
    'Where is my order HL-10423?',
    [{ ...order, customerAddress: 'bob@example.com' }],
    false,
  ],
  [
    'an own order where another’s was named',
    'Where is order HL-9999?',
    [order, { ...order, number: 'HL-9999', customerAddress: 'bob@example.com' }],
    false,
  ],
  ['an order to be cancelled', 'Please cancel my order HL-10423.', [order], false],
])('bug: the desk tells, or does not tell, of %s', async (_case, text, orders, tells) => {
  const desk = await taught();
  desk.db.orders.save(desk.storeId, orders);
  const draft = await draftFor(desk, text);
  expect(draft.evidence.some((one) => one.kind === 'order')).toBe(tells);
  if (tells) expect(draft.text).toContain('has been shipped with PostNord $&.');
});

test('bug: drafting again disturbs who reads the same draft', async () => {
  const desk = await taught();
  const first = await draftFor(desk, delivery);
  desk.events.length = 0;
  expect((await draftReply(desk.deps, { conversationId: first.conversationId })).id).toBe(first.id);
  expect(desk.events).toEqual([]);
});

test('bug: while the embedder fails there is no draft at all, though words find the answer', async () => {
  const desk = await taught();
  desk.embedder.breakDown();
  const draft = await draftFor(desk, delivery);
  expect(draft).toMatchObject({ silence: null, embedderId: null });
});

test('bug: after the clock was set back the draft for the next message is never shown', async () => {
  const desk = await taught();
  const first = await draftFor(desk, delivery);
  const { conversationId } = first;
  desk.db.drafts.setState(first.id, 'accepted');
  desk.time.now -= 3_600_000;
  const next = await draftReply(desk.deps, { conversationId });
  expect(next.state).toBe('open');
  expect(desk.db.drafts.current(conversationId)?.id).toBe(next.id);
});

test('bug: the passage a person picked is not used, or one for a question that is not there is passed over', async () => {
  const desk = await taught();
  const { conversationId } = await draftFor(desk, 'Do your giraffes wear umbrellas on Tuesdays?');
  const entry = await teach(desk, 'Giraffes', 'Only on Mondays.');
  const evidence = {
    ...entry,
    kind: 'knowledge' as const,
    correctsEntryId: null,
    confidence: 1,
    cosine: null,
    overlap: 0,
  };
  const draft = await draftReply(desk.deps, { conversationId, picked: [{ ask: 0, evidence }] });
  expect(draft).toMatchObject({ silence: null, confidence: 1 });
  expect(draft.text).toContain('Only on Mondays.');
  await expect(draftReply(desk.deps, { conversationId, picked: [{ ask: 1, evidence }] })).rejects.toMatchObject({
    code: 'invalid_input',
  });
});

test('bug: what a person picked is lost when the draft is made again or they pick for another ask', async () => {
  const desk = await taught();
  const { conversationId } = await draftFor(desk, 'Do your giraffes wear umbrellas? Who feeds the walrus on Sundays?');
  const giraffes = await teach(desk, 'Giraffes', 'Only on Mondays.');
  const walrus = await teach(desk, 'Walrus', 'The night porter does.');
  const pick = (ask: number, id: string) =>
    draftReply(desk.deps, {
      conversationId,
      picked: [{ ask, evidence: pickedEvidence(desk.db, id) }],
      keepsPicks: true,
    });
  await pick(0, giraffes.id);
  expect((await pick(1, walrus.id)).text).toContain('Only on Mondays.');
  await teach(desk, 'A third thing', 'Which has nothing to do with it.');
  const again = await draftReply(desk.deps, { conversationId, keepsPicks: true });
  expect(again.text).toContain('Only on Mondays.');
  expect(again.text).toContain('The night porter does.');
  retireKnowledge(desk.deps, walrus.id);
  const last = await draftReply(desk.deps, { conversationId, keepsPicks: true });
  expect(last.asks.map(({ isPicked }) => isPicked)).toEqual([true, false]);
});

test('bug: a message that comes while its draft is made leaves an open draft for the older one', async () => {
  const desk = await taught();
  const { id } = take(desk, incoming({ remoteId: 'question', text: delivery }));
  const drafting = draftReply(desk.deps, { conversationId: id });
  take(desk, incoming({ references: ['question'], text: pouch, sentAt: noon }));
  expect((await drafting).state).toBe('stale');
});

test.each(['sent', 'closed'])(
  'bug: a conversation that was %s while its draft was made gets an open draft',
  async (what) => {
    const desk = await taught();
    const { id } = take(desk, incoming({ text: delivery }));
    const drafting = draftReply(desk.deps, { conversationId: id });
    if (what === 'closed') closeConversation(desk.deps, id);
    else
      await acceptDraft(desk.deps, {
        confirmed: 'all',
        conversationId: id,
        draftId: null,
        lastMessageId: lastMessageId(desk, id),
        text: 'Soon.',
      });
    const made = await drafting;
    expect(desk.db.drafts.find(made.id)?.state ?? made.state).toBe('stale');
  },
);

test('bug: a conversation whose reply is on its way is drafted again', async () => {
  const desk = await taught();
  const conversation = take(desk, incoming({ text: delivery }));
  await acceptDraft(desk.deps, {
    confirmed: 'all',
    conversationId: conversation.id,
    draftId: null,
    lastMessageId: lastMessageId(desk, conversation.id),
    text: 'Soon.',
  });
  await expect(draftReply(desk.deps, { conversationId: conversation.id })).rejects.toMatchObject({ code: 'conflict' });
});

test('bug: an answered thread is drafted', async () => {
  const desk = await taught();
  take(desk, incoming({ remoteId: 'question', text: delivery }));
  const { id } = take(desk, incoming({ role: 'agent', references: ['question'], sentAt: noon }));
  addOutboxItem(desk.db, desk.db.conversations.get(id), { state: 'cancelled' });
  await expect(draftReply(desk.deps, { conversationId: id })).rejects.toMatchObject({ code: 'conflict' });
});
