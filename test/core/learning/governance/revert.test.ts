import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { approveLesson } from '#core/learning/governance/approve-lesson.ts';
import { revertLesson } from '#core/learning/governance/take-back.ts';
import { learnModel } from '#core/retrieval/learn-model.ts';
import { type StoreModel, priorModel } from '#core/retrieval/store-model.ts';
import { lastMessageId, teach } from '#test/support/core-desk.ts';
import { asked, draftText, lessonDesk, present } from './lesson-desk.ts';

const things = ['kettle', 'teapot', 'strainer', 'caddy', 'tray', 'cup', 'saucer', 'whisk', 'scale', 'timer'];
const matters = [
  ['How long is the warranty of the %?', 'The warranty of the % is two years.'],
  ['Can the % go into the dishwasher?', 'The % may go into the dishwasher.'],
  ['How heavy is the %?', 'The % weighs three pounds.'],
  ['Is the % made in Leeds?', 'The % is made in Leeds.'],
  ['Do you repair a broken %?', 'A broken % is repaired in our workshop.'],
] as const;
const about = things.flatMap((thing) =>
  matters.map(([question, answer]) => [question.replaceAll('%', thing), answer.replaceAll('%', thing)] as const),
);

test('bug: drafts, or the confidence behind them, are others after 50 lessons were reverted than before them', async () => {
  const desk = lessonDesk();
  const [ben, cleo] = [desk.person('Ben'), desk.person('Cleo')];
  for (const [question, answer] of about) await teach(desk, question, answer);
  const conversations = Array.from({ length: 200 }, (_, i) =>
    asked(desk, `${about[i % about.length]?.[0] ?? ''} ${['Thanks', 'Please tell me', 'Hello', 'Zephyrine?'][i % 4]}`),
  );
  const items: string[] = [];
  for (const [i, [question]] of about.entries()) {
    present(desk, ben);
    const draft = await draftReply(desk.deps, { conversationId: asked(desk, question) });
    desk.time.now += 1_000;
    const { learned } = await acceptDraft(desk.deps, {
      conversationId: draft.conversationId,
      draftId: draft.id,
      lastMessageId: lastMessageId(desk, draft.conversationId),
      text: draft.text.replace(/\.(?=\s|$)/, ` Zephyrine edition ${i}, as we now say.`),
      confirmed: 'all',
    });
    items.push(...learned.map(({ id }) => id));
  }
  expect(items).toHaveLength(50);

  const look = async (profileId: string) => {
    present(desk, profileId);
    const learned = await learnModel(desk.deps, desk.storeId);
    const model: StoreModel = { ...priorModel, ...learned };
    const changed = { ...desk, deps: { ...desk.deps, modelOf: () => model } };
    const drafts = await Promise.all(conversations.map((id) => draftText(changed, profileId, id)));
    return { drafts, model: JSON.stringify(learned) };
  };
  const before = await look(cleo);
  present(desk, desk.ada);
  for (const itemId of items) {
    desk.time.now += 1_000;
    await approveLesson(desk.deps, { itemId });
  }
  const after = await look(cleo);
  present(desk, desk.ada);
  for (const itemId of items) await revertLesson(desk.deps, { itemId, why: 'Not so' });
  const again = await look(cleo);
  const changed = after.drafts.filter((draft, i) => draft !== before.drafts[i]).length;
  const otherwise = again.drafts.filter((draft, i) => draft !== before.drafts[i]).length;
  console.log(`revert of 50 lessons on 200 conversations: ${changed} drafts changed by them, ${otherwise} other after`);
  expect(changed).toBeGreaterThan(100);
  expect(after.model).not.toBe(before.model);
  expect(again).toEqual(before);
}, 240_000);
