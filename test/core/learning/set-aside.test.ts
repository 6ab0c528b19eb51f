import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { approveLesson } from '#core/learning/governance/approve-lesson.ts';
import { lessonCandidate, lessonMemory } from '#core/learning/governance/lesson-queue.ts';
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

test('bug: a lesson is kept from who asks by a name or a channel that only stands in its words', async () => {
  const desk = coreDesk();
  await teach(desk, 'Is the Ember safe for induction?', 'Yes, it is.', { scope: ['Ember'] });
  const ask = async (text: string): Promise<Draft> => {
    const customerAddress = `s${customers++}@example.com`;
    const { id } = take(desk, incoming({ subject: '', text, customerAddress }));
    return draftReply(desk.deps, { conversationId: id });
  };
  const lid = await ask('Does the lid of the Ember fit the Kiln No. 4 as well?');
  const text = 'Yes, the lid of the Ember fits Kiln No. 4; Palefox sells them on Instagram.';
  const [item] = await send(desk, lid, text);
  expect([item?.scope.filter((name) => name !== 'Ember'), item?.channels]).toEqual([[], []]);
  const post = await ask('Where do you post from, and with whom?');
  const [other] = await send(desk, post, 'We post from Ghent with Palefox, and tell it on Instagram.');
  expect(other).toMatchObject({ scope: [], channels: [] });
});

test('bug: what a lesson seems to be about is told nobody, or as a limit of what nothing else is limited by', async () => {
  const desk = coreDesk();
  await teach(desk, 'Is the Ember safe for induction?', 'Yes, it is.', { scope: ['Ember'] });
  await teach(desk, question, answer);
  const first = await draftFor(desk);
  const said = 'You can return the Ember within 45 days by e-mail only, and Palefox collects it.';
  const [item] = await send(desk, first, first.text.replace(answer, said));
  const seemsOf = async () => (await lessonCandidate(desk.deps, lessonMemory(), item?.id ?? '')).seems;
  expect(item).toMatchObject({ scope: [], channels: [] });
  expect(await seemsOf()).toEqual({ scope: ['Ember'], channels: ['email'], names: ['Palefox'] });
  await approveLesson(desk.deps, { itemId: item?.id ?? '', scope: ['Ember'], channels: ['email'] });
  expect(await seemsOf()).toMatchObject({ scope: [], channels: [] });
});
