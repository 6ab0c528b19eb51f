import { expect, test } from 'vitest';
import { draftHistory } from '#core/ask/draft-history.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { contentOf, retireKnowledge, saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { coreDesk, incoming, take, teach } from '#test/support/core-desk.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

test('every past draft shows the evidence of its day, bit for bit, after many edits (bug: the history shows what is true now)', async () => {
  const desk = coreDesk();
  const random = seededRandom(5);
  const questions = [
    'How long does delivery to Norway take?',
    'Can I pay by bank transfer?',
    'Are the cups dishwasher safe?',
  ];
  const entries = [];
  for (const question of questions) entries.push(await teach(desk, question, `First words. ${question}`));
  const { id } = take(desk, incoming({ text: questions.join(' ') }));
  const told: string[] = [];
  for (let round = 0; round < 40; round++) {
    desk.time.now += 60_000;
    const entry = random.pick(entries);
    const answer = `Answer ${round}: ${random.whole(1, 99)} days – „${'é'.repeat(random.whole(0, 3))}“ 👍`;
    const known = contentOf(desk.db.knowledge.get(entry.id));
    await saveKnowledge(desk.deps, {
      storeId: desk.storeId,
      entryId: entry.id,
      content: { ...known, answer },
      why: `round ${round}`,
    });
    told.push((await draftReply(desk.deps, { conversationId: id, asksShop: false })).text);
  }
  const [first] = entries;
  retireKnowledge(desk.deps, first?.id ?? '');

  const history = draftHistory(desk.deps, id);
  expect(history.map(({ draft }) => draft.text)).toEqual(told.toReversed());
  let compared = 0;
  for (const { draft, saysNow } of history) {
    for (const evidence of draft.evidence) {
      const version = desk.db.knowledge.findVersion(evidence.versionId ?? '');
      expect([evidence.question, evidence.answer]).toEqual([version?.question, version?.answer]);
      compared++;
    }
    for (const { entryId, used, now } of saysNow) {
      const evidence = draft.evidence.find((one) => one.id === entryId);
      expect(used?.version).toBe(desk.db.knowledge.findVersion(evidence?.versionId ?? '')?.version);
      expect(now === null).toBe(desk.db.knowledge.get(entryId).versionId === evidence?.versionId);
      if (now !== null) expect(now).toEqual(desk.db.knowledge.get(entryId));
    }
  }
  expect(compared).toBeGreaterThan(100);
  expect(history[0]?.saysNow.find(({ entryId }) => entryId === first?.id)?.now?.state).toBe('retired');
  expect(history.at(-1)?.draft.state).toBe('stale');
});
