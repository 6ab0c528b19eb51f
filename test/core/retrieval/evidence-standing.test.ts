import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { unlimited } from '#shared/model/knowledge.ts';
import { coreDesk, incoming, take } from '#test/support/core-desk.ts';

test('bug: an agent cannot see that a price is over tomorrow, or in whose place it stands', async () => {
  const desk = coreDesk();
  const question = 'How much is the postage to Norway?';
  const said = { kind: 'pair' as const, question, topic: null, scope: [], language: 'en' as const, ...unlimited };
  const write = (answer: string, storeId: string | null, over = {}) =>
    saveKnowledge(desk.deps, {
      storeId: desk.storeId,
      entryId: null,
      content: { ...said, answer, ...over },
      place: { storeId, setId: null },
    });
  const shared = await write('Postage is 9 EUR.', null);
  const validity = { from: null, until: '2026-03-11T00:00', zone: 'Asia/Shanghai' };
  await write('Postage is 4 EUR.', desk.storeId, { validity });

  const { id } = take(desk, incoming({ subject: '', text: question }));
  const { evidence } = await draftReply(desk.deps, { conversationId: id });
  expect(evidence[0]).toMatchObject({
    answer: 'Postage is 4 EUR.',
    overlaysEntryId: shared.id,
    validUntil: Date.UTC(2026, 2, 10, 16),
  });
});
