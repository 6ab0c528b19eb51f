import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import type { Draft } from '#shared/model/draft.ts';
import { unlimited } from '#shared/model/knowledge.ts';
import { type CoreDesk, coreDesk, incoming, take, teach } from '#test/support/core-desk.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const questions = ['How long does delivery to Norway take?', 'How can I return an unopened tin?'] as const;
const both = `${questions[0]} ${questions[1]} Is delivery to Norway long?`;

/** An answer that says its edition twice, far apart. */
const answerOf = (question: number, edition: number): string =>
  `Edition ${edition} of answer ${question}. ${'It is as we always say. '.repeat(4)}End of edition ${edition}.`;

const limits = { kind: 'pair' as const, topic: null, scope: [], language: 'en' as const, ...unlimited };

/** An embedder that answers when it likes, so that edits come between everything a draft does. */
function dawdling(desk: CoreDesk) {
  const random = seededRandom(11);
  const embedder = {
    ...desk.embedder,
    async embed(texts: readonly string[], signal?: AbortSignal) {
      for (let turns = random.whole(0, 6); turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
      return desk.embedder.embed(texts, signal);
    },
  };
  return { ...desk.deps, embedder: () => embedder };
}

test('bug: among 1,000 edits and drafts at once some draft mixes versions, or finds nothing', async () => {
  const desk = coreDesk();
  const deps = dawdling(desk);
  const entries = await Promise.all(questions.map((question, i) => teach(desk, question, answerOf(i, 0))));
  const conversations = Array.from({ length: 20 }, (_, i) => {
    const author = `c${i}@example.com`;
    const text = i % 2 === 0 ? both : (questions[i % 4 === 1 ? 0 : 1] ?? '');
    return take(desk, incoming({ subject: '', text, authorAddress: author, customerAddress: author })).id;
  });
  const random = seededRandom(7);
  let edits = 0;
  let drafts = 0;
  const isCurrent = ({ asks, evidence }: Draft): boolean =>
    asks.every((ask) => {
      const used = evidence[ask.evidence ?? -1];
      return used !== undefined && deps.knowledge.get(used.id).versionId === used.versionId;
    });
  const check = (draft: Draft): void => {
    drafts++;
    expect(draft.silence).toBeNull();
    expect(draft.asks.every((ask) => ask.evidence !== null)).toBe(true);
    const stored = new Map(
      draft.evidence.map((one) => [one.versionId, deps.knowledge.findVersion(one.versionId ?? '')]),
    );
    for (const one of draft.evidence) expect(one.answer).toBe(stored.get(one.versionId)?.answer);
    expect(new Set(draft.evidence.map((one) => one.id)).size).toBe(draft.evidence.length);
    for (const number of [0, 1]) {
      const said = [...draft.text.matchAll(new RegExp(`dition (\\d+)(?: of answer ${number}|)\\.`, 'g'))];
      expect(said.length).toBeGreaterThan(0);
    }
    // Every edition that the text begins it also ends.
    const begun = [...draft.text.matchAll(/Edition (\d+) of/g)].map((match) => match[1]);
    const ended = [...draft.text.matchAll(/End of edition (\d+)/g)].map((match) => match[1]);
    expect(ended).toEqual(begun);
    // Whatever is open says what the knowledge says at this moment.
    for (const open of deps.drafts.openOfStore(desk.storeId)) expect(isCurrent(open)).toBe(true);
  };
  const edit = async (): Promise<void> => {
    const i = random.whole(0, 1);
    const entry = entries[i];
    const content = { ...limits, question: questions[i] ?? '', answer: answerOf(i, ++edits) };
    await saveKnowledge(deps, { storeId: desk.storeId, entryId: entry?.id ?? null, content });
  };
  const draftOne = async (): Promise<void> => {
    check(await draftReply(deps, { conversationId: conversations[random.whole(0, 19)] ?? '' }));
  };
  const worker = async (work: () => Promise<void>): Promise<void> => {
    for (let round = 0; round < 100; round++) await work();
  };
  await Promise.all([
    ...Array.from({ length: 10 }, () => worker(edit)),
    ...Array.from({ length: 10 }, () => worker(draftOne)),
  ]);

  expect({ edits, drafts }).toEqual({ edits: 1_000, drafts: 1_000 });
  expect(
    deps.knowledge.history(entries[0]?.id ?? '').length + deps.knowledge.history(entries[1]?.id ?? '').length,
  ).toBe(1_002);
});
