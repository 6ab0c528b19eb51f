import fc from 'fast-check';
import { expect, test } from 'vitest';
import { restoreKnowledge, retireKnowledge } from '#core/knowledge/save-knowledge.ts';
import { forgetLearnedItem, learnFromEdit } from '#core/learning/learn-from-edit.ts';
import { embedPassages } from '#core/retrieval/index-passage.ts';
import { learnModel } from '#core/retrieval/learn-model.ts';
import { pickedEvidence, retrieveEvidence } from '#core/retrieval/retrieve-evidence.ts';
import type { Language } from '#shared/model/basics.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import { addShop, anOutcome, errorFrom, newId } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, coreDesk, noon, teach } from '#test/support/core-desk.ts';
import { anyType } from '#test/support/lessons.ts';

const delivery = 'How long does delivery to Norway take?';

function find(
  desk: CoreDesk,
  question: string,
  over: { readonly storeId?: string; readonly about?: readonly string[]; readonly language?: Language } = {},
) {
  const { storeId = desk.storeId, about = null, language = null } = over;
  return retrieveEvidence(desk.deps, {
    storeId,
    question,
    context: question,
    about,
    language,
    channel: null,
    at: noon,
  });
}

/** An agent's correction of an entry, for a question in other words. */
async function correct(desk: CoreDesk, entry: KnowledgeEntry, question: string, answer: string): Promise<LearnedItem> {
  const outcome = anOutcome(desk.storeId);
  desk.db.outcomes.append(outcome);
  const changed = pickedEvidence(desk.db, entry.id);
  const lessons = [{ question, answer, before: entry.answer, changed, ...anyType }];
  const ids = { storeId: desk.storeId, conversationId: newId(), outcomeId: outcome.id };
  const [item] = desk.db.transaction(() => learnFromEdit(desk.deps, { ...ids, lessons }));
  await embedPassages(desk.deps);
  if (item === undefined) throw new Error('Nothing was learned');
  return item;
}

test('bug: a correction stands behind the entry that it corrects', async () => {
  const desk = coreDesk();
  const entry = await teach(desk, delivery, 'Three days.');
  const item = await correct(desk, entry, 'How long does the delivery to Norway take now?', 'Nine days.');
  const { evidence, silence } = await find(desk, delivery);
  expect(evidence.slice(0, 2).map((one) => one.id)).toEqual([item.id, entry.id]);
  expect(silence).toBeNull();
});

test('bug: a correction answers a question that has nothing to do with it', async () => {
  const desk = coreDesk();
  const entry = await teach(desk, delivery, 'Three days.');
  await correct(desk, entry, delivery, 'Nine days.');
  const pouch = await teach(desk, 'Is the tea pouch compostable?', 'Yes.');
  expect((await find(desk, 'Is the tea pouch compostable?')).evidence[0]?.id).toBe(pouch.id);
});

test('bug: what was retired or forgotten is found by words, by meaning or as a neighbour', async () => {
  const desk = coreDesk();
  const entry = await teach(desk, delivery, 'Three days.');
  const item = await correct(desk, entry, delivery, 'Nine days.');
  const nothing = { evidence: [], silence: 'no_evidence', confidence: 0, judged: null };
  // A correction goes out of use with its entry, and comes back with it.
  retireKnowledge(desk.deps, entry.id);
  expect(await find(desk, delivery)).toEqual(nothing);
  restoreKnowledge(desk.deps, entry.id);
  expect((await find(desk, delivery)).evidence.map((one) => one.id)).toEqual([item.id, entry.id]);
  forgetLearnedItem(desk.deps, item.id);
  retireKnowledge(desk.deps, entry.id);
  expect(await find(desk, delivery)).toEqual(nothing);
});

test('bug: the knowledge of one store answers in another', async () => {
  const desk = coreDesk();
  await teach(desk, delivery, 'Three days.');
  const { storeId } = addShop(desk.db);
  expect((await find(desk, delivery, { storeId })).evidence).toEqual([]);
});

test('bug: what is said of one product answers for another', async () => {
  const desk = coreDesk();
  const kettle = await teach(desk, 'Is there a warranty?', 'Three years.', { scope: ['kettle'] });
  const mug = await teach(desk, 'Is there a warranty?', 'None.', { scope: ['mug'] });
  const shop = await teach(desk, 'Is there a warranty on returns?', 'No.');
  const about = async (product: string) =>
    (await find(desk, 'Is there a warranty?', { about: [product] })).evidence.map((one) => one.id);
  expect(await about('kettle')).toEqual([kettle.id, shop.id]);
  expect(await about('mug')).toEqual([mug.id, shop.id]);
  expect((await find(desk, 'Is there a warranty?')).evidence).toHaveLength(3);
});

test('bug: an answer that the customer cannot read is offered, or one that she can stands behind it', async () => {
  const desk = coreDesk();
  await teach(desk, delivery, 'Three days.');
  expect((await find(desk, delivery, { language: 'ja' })).silence).toBe('other_language');
  const own = await teach(desk, `${delivery} 配送`, '三日かかります。', { language: 'ja' });
  expect((await find(desk, delivery, { language: 'ja' })).evidence[0]?.id).toBe(own.id);
  const any = await teach(desk, `${delivery} ?`, '3–5', { language: 'und' });
  expect((await find(desk, delivery, { language: 'zh' })).evidence[0]?.id).toBe(any.id);
});

test('bug: the desk falls silent when its embedder is not there', async () => {
  const desk = coreDesk();
  const entry = await teach(desk, delivery, 'Three days.');
  const words = { ...desk.deps, embedder: () => null };
  const asked = { question: delivery, context: delivery, about: null, language: null };
  const input = { storeId: desk.storeId, ...asked, channel: null, at: noon };
  const found = await retrieveEvidence(words, input);
  expect(found).toMatchObject({ silence: null, evidence: [{ id: entry.id, cosine: null }] });
});

test('bug: a passage that nobody has is picked', () => {
  const desk = coreDesk();
  expect(errorFrom(() => pickedEvidence(desk.db, newId())).code).toBe('not_found');
});

test('bug: some question breaks the search, or a share of its evidence is none', async () => {
  const desk = coreDesk();
  await teach(desk, delivery, 'Three days.');
  await teach(desk, '退款多久到账？', '三天。', { language: 'zh' });
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom(
      '" OR 1=1 --',
      'NEAR(a b)',
      'a* AND NOT b',
      '\0',
      '(((',
      'question:x',
      "'; DROP TABLE passage;",
      '退款'.repeat(2_000),
      'kettle '.repeat(2_000),
    ),
  );
  await fc.assert(
    fc.asyncProperty(hostile, async (question) => {
      const { evidence, confidence } = await find(desk, question);
      for (const one of evidence) {
        expect(one.confidence >= 0 && one.confidence <= 1).toBe(true);
        expect(one.overlap >= 0 && one.overlap <= 1 + 1e-9).toBe(true);
      }
      expect(confidence).toBe(evidence[0]?.confidence ?? 0);
    }),
    { numRuns: 60 },
  );
});

test('bug: the same knowledge makes another calibration, or one that is no number', async () => {
  const desk = coreDesk();
  for (let i = 0; i < 12; i++) {
    await teach(desk, `How long does delivery to place ${i} take?`, `About ${i % 4} days.`);
    await teach(desk, `配送到第${i}个地方需要多久？`, `大约${i % 3}天。`, { language: 'zh' });
  }
  const first = await learnModel(desk.deps, desk.storeId);
  expect(await learnModel(desk.deps, desk.storeId)).toEqual(first);
  for (const weights of Object.values(first.calibration))
    for (const weight of weights) expect(Number.isFinite(weight)).toBe(true);
});

test('bug: a store without knowledge cannot be calibrated', async () => {
  const desk = coreDesk();
  expect((await learnModel(desk.deps, desk.storeId)).calibration).toEqual(desk.deps.modelOf().calibration);
});
