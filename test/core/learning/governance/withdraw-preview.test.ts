import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { approveLesson } from '#core/learning/governance/approve-lesson.ts';
import { contradictionMemory } from '#core/learning/governance/lesson-contradictions.ts';
import { setLessonAside } from '#core/learning/governance/lesson-acts.ts';
import { mergeLessons } from '#core/learning/governance/merge-lessons.ts';
import { saveLessonRules } from '#core/learning/governance/share-by-rules.ts';
import { undoDecision } from '#core/learning/governance/take-back.ts';
import { withdrawOf, withdrawPreview } from '#core/learning/governance/withdraw-of.ts';
import { teach } from '#test/support/core-desk.ts';
import { asked, evidenceOf, lessonDesk, present, taught } from './lesson-desk.ts';

const dayMs = 86_400_000;
const norway = 'How long does delivery to Norway take?';
const facts = { type: 'fact', relation: 'adds', sure: 1 } as const;

/** Ben has taught in every way there is; Cat and Dan have taught beside him. */
async function busyDesk() {
  const desk = lessonDesk();
  const [ben, cat, dan] = [desk.person('Ben'), desk.person('Cat'), desk.person('Dan')];
  const rules = [{ topics: [], agentIds: [], replies: 3, trustedIds: [] }];
  saveLessonRules(desk.deps, contradictionMemory(), { storeId: desk.storeId, fromVersion: 0, rules });
  const entry = await teach(desk, norway, 'Delivery to Norway takes three days.');
  const correction = { question: norway, answer: 'Delivery to Norway takes nine days.', before: entry.answer };
  const intoEntry = await taught(desk, ben, { ...correction, changed: evidenceOf(entry) });
  const museum = await taught(desk, ben, { question: 'Is there a museum in Hull?', answer: 'There is one.' });
  const harbour = await taught(desk, cat, { question: 'Where is the museum of Hull?', answer: 'At the harbour.' });
  const waiting = await taught(desk, ben, { question: 'Do you sell whisks?', answer: 'Yes, of bamboo.' });
  const aside = await taught(desk, ben, { question: 'Can you gild my cup?', answer: 'Yes, just this once.' });
  const shared = await taught(desk, ben, { question: 'Do you price-match?', answer: 'Yes, within 14 days.' });
  const parking = { question: 'Is there parking in Hull?', answer: 'Behind the shop.', ...facts };
  await taught(desk, cat, parking);
  await taught(desk, dan, parking);
  const byRule = await taught(desk, ben, parking);
  present(desk, desk.ada);
  desk.time.now += 1_000;
  await approveLesson(desk.deps, { itemId: intoEntry.id, intoEntry: true });
  const words = { question: museum.question, answer: 'There is one, at the harbour.' };
  mergeLessons(desk.deps, { itemIds: [museum.id, harbour.id], ...words });
  await approveLesson(desk.deps, { itemId: shared.id });
  setLessonAside(desk.deps, { itemId: aside.id });
  desk.time.now += 1_000;
  return { desk, ben, cat, entry, waiting, shared, byRule };
}

test('bug: a lead is told of other lessons than are withdrawn then, or the look itself changes something', async () => {
  const { desk, ben, byRule, entry } = await busyDesk();
  expect(desk.db.lessons.standingOf(byRule.id)).toBe('shared');
  const input = { profileId: ben, since: 0, storeId: desk.storeId };
  const preview = withdrawPreview(desk.deps, input);
  expect(withdrawPreview(desk.deps, input)).toEqual(preview);
  expect(desk.db.knowledge.get(entry.id).answer).toContain('nine');
  const decision = await withdrawOf(desk.deps, { ...input, why: 'Left' });
  const done = decision.items.map(({ itemId, question, before, after }) => ({ itemId, question, before, after }));
  expect(preview.first).toEqual(done);
  expect(preview).toMatchObject({
    lessons: decision.items.length,
    entries: decision.entries.length,
    confirmations: decision.confirmationIds.length,
    // The shared one and the merged one.
    going: { shared: 2, waiting: 1, setAside: 1 },
  });
  expect([decision.entries.length, decision.confirmationIds.length]).toEqual([1, 1]);
  // What a rule shared because of Ben's reply waits again.
  expect(preview.first).toContainEqual({
    itemId: byRule.id,
    question: byRule.question,
    before: 'shared',
    after: 'waiting',
  });
  expect(withdrawPreview(desk.deps, input)).toMatchObject({ lessons: 0, entries: 0, confirmations: 0, first: [] });
  await undoDecision(desk.deps, decision.id);
  expect(new Set(withdrawPreview(desk.deps, input).first)).toEqual(new Set(preview.first));
});

test('bug: drafts are counted twice, or those of long ago and of others’ lessons with them', async () => {
  const { desk, ben, cat, shared, waiting } = await busyDesk();
  const input = { profileId: ben, since: 0, storeId: desk.storeId };
  const drafted = async (text: string): Promise<void> => {
    const draft = await draftReply(desk.deps, { conversationId: asked(desk, text) });
    expect(draft.asks.some(({ evidence }) => evidence !== null)).toBe(true);
  };
  expect(withdrawPreview(desk.deps, input).drafts).toBe(0);
  await drafted(shared.question);
  desk.time.now += 31 * dayMs;
  expect(withdrawPreview(desk.deps, input).drafts).toBe(0);
  // Two of his lessons in one draft, his words in an entry, and one that counts for him alone.
  await drafted(`${shared.question}\n\nIs there a museum in Hull?`);
  await drafted(norway);
  present(desk, ben);
  await drafted(waiting.question);
  present(desk, desk.ada);
  expect(withdrawPreview(desk.deps, input).drafts).toBe(3);
  expect(withdrawPreview(desk.deps, { ...input, profileId: cat, since: desk.time.now }).drafts).toBe(0);
});

test('bug: more than twenty are named, or fewer are counted than go', async () => {
  const desk = lessonDesk();
  const ben = desk.person('Ben');
  for (let i = 0; i < 23; i++)
    await taught(desk, ben, { question: `What is on shelf ${i} of row ${i * 7}?`, answer: `Caddy ${1000 + i * 13}.` });
  const since = desk.time.now - 21_500;
  const preview = withdrawPreview(desk.deps, { profileId: ben, since });
  expect([preview.lessons, preview.first.length, preview.going.waiting]).toEqual([22, 20, 22]);
});
