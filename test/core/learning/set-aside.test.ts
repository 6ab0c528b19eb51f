import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import { type CoreDesk, coreDesk, incoming, lastMessageId, take, teach } from '#test/support/core-desk.ts';

const question = 'How long can I return a kettle?';
const answer = 'You can return a kettle within 30 days.';
let customers = 0;

async function draftFor(desk: CoreDesk): Promise<Draft> {
  const customerAddress = `r${customers++}@example.com`;
  return draftReply(desk.deps, {
    conversationId: take(desk, incoming({ subject: '', text: question, customerAddress })).id,
  });
}

async function send(desk: CoreDesk, draft: Draft, text: string): Promise<readonly LearnedItem[]> {
  const { conversationId } = draft;
  const input = { conversationId, draftId: draft.id, lastMessageId: lastMessageId(desk, conversationId), text };
  return (await acceptDraft(desk.deps, { confirmed: 'all', ...input })).learned;
}

test('bug: what was granted to one customer answers the next, or a lead never sees it', async () => {
  const desk = coreDesk();
  await teach(desk, question, answer);
  const first = await draftFor(desk);
  const granted = 'As a one-time exception for you, we will take it back after 60 days.';
  const learned = await send(desk, first, first.text.replace(answer, granted));
  expect(learned.map(({ reach, type }) => [reach, type])).toEqual([['nobody', 'exception']]);
  const next = await draftFor(desk);
  expect(next.text).toContain(answer);
  expect(next.text).not.toContain('60');
});

test('bug: the wording of one reply becomes an answer', async () => {
  const desk = coreDesk();
  await teach(desk, question, answer);
  const first = await draftFor(desk);
  expect(
    await send(desk, first, first.text.replace(answer, 'A kettle can be returned by you within 30 days.')),
  ).toEqual([]);
});
