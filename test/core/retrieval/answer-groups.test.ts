import { expect, test } from 'vitest';
import { retireKnowledge } from '#core/knowledge/save-knowledge.ts';
import { saveSet, switchSets } from '#core/knowledge/switch-sets.ts';
import { learnFromEdit } from '#core/learning/learn-from-edit.ts';
import { type GroupedQuestion, answerClasses, groupKeyOf, groupedQuestions } from '#core/retrieval/answer-groups.ts';
import { rankCandidates } from '#core/retrieval/rank-candidates.ts';
import { addShop, anOutcome } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, coreDesk, noon, teach } from '#test/support/core-desk.ts';
import { anyType } from '#test/support/lessons.ts';
import { base, correct, ownOf, postage, write } from './written-desk.ts';

const questionsOf = async (desk: CoreDesk): Promise<readonly string[]> =>
  (await groupedQuestions(desk.deps, desk.storeId)).map(({ text }) => text).toSorted();

/** So many questions of each of so many answers. */
function grouped(answers: number, ofEach: number, over: Partial<GroupedQuestion> = {}): readonly GroupedQuestion[] {
  return Array.from({ length: answers * ofEach }, (_, i) => ({
    ownerId: `entry-${i}`,
    text: `Question ${i}?`,
    groupKey: `${over.groupKey ?? 'Answer'} ${i % answers}`,
    topic: null,
    isLearned: false,
    isUnanswered: false,
    ...(over.isLearned === undefined ? {} : { isLearned: over.isLearned }),
  }));
}

/** An agent answers what nothing answered. */
function precedent(desk: CoreDesk, question: string, answer: string): void {
  const outcome = anOutcome(desk.storeId);
  desk.db.transaction(() => {
    desk.db.outcomes.append(outcome);
    const lessons = [{ question, answer, before: '', changed: null, ...anyType }];
    const { conversationId, id: outcomeId } = outcome;
    learnFromEdit(desk.deps, { storeId: desk.storeId, conversationId, outcomeId, lessons });
  });
}

test('bug: “Yes.” of one product is the answer of another', async () => {
  const desk = coreDesk();
  for (const scope of [[], ['Reed Kettle'], ['Fern Kettle'], ['Fern Kettle', 'Reed Kettle']])
    await teach(desk, `Is the lid safe? ${scope.join()}`, 'Yes.', { scope });
  const turned = await teach(desk, 'Is the spout safe?', ' Ｙｅｓ. \n', { scope: ['Reed Kettle', 'Fern Kettle'] });
  const questions = await groupedQuestions(desk.deps, desk.storeId);
  expect(new Set(questions.map(({ groupKey }) => groupKey)).size).toBe(4);
  expect(questions.filter(({ groupKey }) => groupKey === groupKeyOf(turned))).toHaveLength(2);
});

test('bug: a correction is an answer beside the one that it corrects', async () => {
  const desk = coreDesk();
  const entry = await teach(desk, postage, 'Postage is 9 EUR.', { scope: ['Reed Kettle'] });
  correct(desk, entry, 'What does the post cost?', 'Postage is 7 EUR.');
  precedent(desk, 'Is there a museum?', 'There is one.');
  const questions = await groupedQuestions(desk.deps, desk.storeId);
  const learned = questions.filter(({ isLearned }) => isLearned);
  expect(learned.map(({ groupKey }) => groupKey).toSorted()).toEqual([groupKeyOf(entry), 'There is one.'].toSorted());

  const question = { text: postage, vector: null, embedderId: null };
  const profileId = desk.deps.profileId();
  const scope = { storeId: desk.storeId, profileId, about: null, channel: null, at: noon };
  const { candidates } = rankCandidates(desk.deps, question, scope, null);
  expect(candidates).toHaveLength(2);
  for (const candidate of candidates) expect(candidate.groupKey).toBe(groupKeyOf(entry));
});

test('bug: what may not answer teaches which answer is meant', async () => {
  const desk = coreDesk();
  const winter = saveSet(desk.deps, { setId: null, name: 'Winter' });
  const past = { validity: { from: null, until: '2026-01-01T00:00', zone: 'UTC' } };
  await write(desk, 'Is it open?', 'Yes.', ownOf(desk));
  await write(desk, 'Is it open at Christmas?', 'Yes.', { storeId: null, setId: winter.id });
  await write(desk, 'Was it open?', 'Yes.', ownOf(desk), past);
  await write(desk, postage, 'Postage is 9 EUR.', base);
  await write(desk, postage, 'Postage is 4 EUR.', ownOf(desk));
  const retired = await write(desk, 'Do you gift-wrap?', 'Yes.', ownOf(desk));
  retireKnowledge(desk.deps, retired.id);
  const other = addShop(desk.db).storeId;
  await write(desk, 'Is the other shop open?', 'Yes.', { storeId: other, setId: null });
  await write(desk, 'An article', 'It is long.', ownOf(desk), { kind: 'article' });
  expect(await questionsOf(desk)).toEqual([postage, 'Is it open?']);
  expect((await groupedQuestions(desk.deps, desk.storeId)).map(({ groupKey }) => groupKey)).not.toContain(
    'Postage is 9 EUR.',
  );
  switchSets(desk.deps, { storeId: desk.storeId, on: [winter.id], off: [] });
  expect(await questionsOf(desk)).toContain('Is it open at Christmas?');
});

test('bug: a plain list of questions, each with its own answer, is taken for groups', () => {
  expect(answerClasses([])).toBeNull();
  expect(answerClasses(grouped(200, 1))).toBeNull();
  // Too few, one answer alone, and groups that are the smaller part.
  expect(answerClasses(grouped(7, 4))).toBeNull();
  expect(answerClasses(grouped(1, 60))).toBeNull();
  expect(answerClasses([...grouped(20, 2), ...grouped(41, 1, { groupKey: 'Own' })])).toBeNull();
  expect(answerClasses([...grouped(20, 2), ...grouped(40, 1, { groupKey: 'Own' })])?.size).toBe(20);
});

test('bug: thousands of answers make a model that no desk can hold', () => {
  const classes = answerClasses([...grouped(500, 2), ...grouped(10, 5, { groupKey: 'Often' })]);
  expect(classes?.size).toBe(400);
  expect([...(classes?.keys() ?? [])].slice(0, 10).every((key) => key.startsWith('Often'))).toBe(true);
  expect([...(classes?.values() ?? [])]).toEqual(Array.from({ length: 400 }, (_, i) => i));
});

test('bug: the same answers in another order are other classes', () => {
  const questions = grouped(20, 3);
  expect(answerClasses(questions.toReversed())).toEqual(answerClasses(questions));
});

test('bug: what agents have answered makes answers of its own', () => {
  const learned = grouped(30, 4, { groupKey: 'Learned', isLearned: true });
  expect(answerClasses(learned)).toBeNull();
  const classes = answerClasses([...grouped(10, 4), ...learned]);
  expect(classes?.size).toBe(10);
  expect([...(classes?.keys() ?? [])].some((key) => key.startsWith('Learned'))).toBe(false);
});

test('bug: a store of many pages of questions is read in part', async () => {
  const desk = coreDesk();
  for (let i = 0; i < 1_100; i++) precedent(desk, `Is number ${i} there?`, 'It is.');
  await teach(desk, 'Is the last there?', 'It is.');
  expect(await groupedQuestions(desk.deps, desk.storeId)).toHaveLength(1_101);
});
