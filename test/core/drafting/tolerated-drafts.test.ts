import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { pickedEvidence } from '#core/retrieval/retrieve-evidence.ts';
import { type StoreModel, priorModel } from '#core/retrieval/store-model.ts';
import { type CoreDesk, coreDesk, incoming, take, teach } from '#test/support/core-desk.ts';

const delivery = 'How long does delivery to Norway take?';
const pouch = 'Is the tea pouch compostable?';

async function taught(): Promise<CoreDesk> {
  const desk = coreDesk();
  await teach(desk, delivery, 'Delivery to Norway takes three days.', { topic: 'shipping' });
  await teach(desk, 'Does delivery to Norway cost extra?', 'Delivery to Norway costs nine euros.', {
    topic: 'shipping',
  });
  await teach(desk, pouch, 'Yes, the tea pouch is compostable.', { topic: 'tea' });
  await teach(desk, 'Is the tea fresh?', 'The tea is packed every week.', { topic: 'tea' });
  return desk;
}

/** The same desk, drafting only from that confidence on. */
function offering(desk: CoreDesk, offeredFrom: StoreModel['offeredFrom']) {
  return { ...desk.deps, modelOf: (): StoreModel => ({ ...priorModel, offeredFrom }) };
}

test('bug: what the lead does not tolerate is drafted, or its reason and what came near are lost', async () => {
  const desk = await taught();
  const { id: conversationId } = take(desk, incoming({ subject: '', text: delivery }));
  expect((await draftReply(desk.deps, { conversationId })).silence).toBeNull();
  const silent = await draftReply(
    offering(desk, () => 0.9999),
    { conversationId },
  );
  expect([silent.silence, silent.text]).toEqual(['weak_evidence', '']);
  const [ask] = silent.asks;
  expect(ask?.offeredFrom).toBe(0.9999);
  expect(ask?.candidates?.length).toBeGreaterThanOrEqual(2);
  expect(silent.evidence[ask?.candidates?.[0]?.evidence ?? -1]?.answer).toContain('three days');
});

test('bug: a rate that cannot be kept breaks the draft, or a person cannot answer any more', async () => {
  const desk = await taught();
  const deps = offering(desk, () => Number.POSITIVE_INFINITY);
  const { id: conversationId } = take(desk, incoming({ subject: '', text: delivery }));
  const silent = await draftReply(deps, { conversationId });
  expect(desk.db.drafts.get(silent.id).asks[0]?.offeredFrom).toBeNull();
  const second = silent.evidence[silent.asks[0]?.candidates?.[1]?.evidence ?? -1];
  const picked = [{ ask: 0, evidence: pickedEvidence(desk.deps, second?.id ?? '') }];
  const answered = await draftReply(deps, { conversationId, picked, keepsPicks: true });
  expect(answered.text).toContain('nine euros');
  // The keys stay what they were: the first candidate is still the first.
  const questions = (draft: typeof silent) =>
    draft.asks[0]?.candidates?.map(({ evidence }) => draft.evidence[evidence]?.question);
  expect(questions(answered)).toEqual(questions(silent));
});

test('bug: a topic’s rate silences another topic, and the candidates of one question stand under the other', async () => {
  const desk = await taught();
  const deps = offering(desk, (topic) => (topic === 'tea' ? 0.9999 : 0.5));
  const { id: conversationId } = take(desk, incoming({ subject: '', text: `${delivery} ${pouch}` }));
  const draft = await draftReply(deps, { conversationId });
  expect(draft.asks.map((ask) => ask.silence)).toEqual([null, 'weak_evidence']);
  const nearest = draft.asks.map((ask) => draft.evidence[ask.candidates?.[0]?.evidence ?? -1]?.question);
  expect(nearest).toEqual([delivery, pouch]);
  for (const ask of draft.asks) {
    const shares = ask.candidates?.map(({ confidence }) => confidence) ?? [];
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  }
});

test('bug: the reason of a silence names the threshold of yesterday, or a draft is made again for nothing', async () => {
  const desk = await taught();
  const { id: conversationId } = take(desk, incoming({ subject: '', text: 'What about parcels to Norway, and when?' }));
  const at = (threshold: number) =>
    draftReply(
      offering(desk, () => threshold),
      { conversationId },
    );
  const first = await at(0.99);
  expect((await at(0.9897)).id).toBe(first.id);
  const moved = await at(0.97);
  expect([moved.id === first.id, moved.asks[0]?.offeredFrom ?? null]).toEqual([false, 0.97]);
});
