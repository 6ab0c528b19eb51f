import { expect, test } from 'vitest';
import { approveLesson } from '#core/learning/governance/approve-lesson.ts';
import { rejectLesson, setLessonAside } from '#core/learning/governance/lesson-acts.ts';
import { mergeLessons } from '#core/learning/governance/merge-lessons.ts';
import { ownLessons } from '#core/learning/governance/own-lessons.ts';
import { revertLesson, undoDecision } from '#core/learning/governance/take-back.ts';
import { withdrawOf } from '#core/learning/governance/withdraw-of.ts';
import { forgetLearnedItem } from '#core/learning/learn-from-edit.ts';
import type { TaughtLesson } from '#shared/model/lesson-fate.ts';
import { teach } from '#test/support/core-desk.ts';
import { evidenceOf, lessonDesk, present, taught } from './lesson-desk.ts';

const question = 'How long does delivery to Norway take?';
const answer = 'Delivery to Norway takes three days.';
const lesson = 'Delivery to Norway takes nine days.';

async function taughtDesk() {
  const desk = lessonDesk();
  const ben = desk.person('Ben');
  const entry = await teach(desk, question, answer);
  const item = await taught(desk, ben, { question, answer: lesson, before: answer, changed: evidenceOf(entry) });
  const other = await taught(desk, ben, { question: 'Is there a museum in Hull?', answer: 'There is one.' });
  present(desk, desk.ada);
  desk.time.now += 1_000;
  const listed = (profileId = ben, page = { offset: 0, limit: 9 }) =>
    ownLessons(desk.deps, { profileId, storeId: desk.storeId, ...page });
  const one = (itemId = item.id): TaughtLesson => {
    const found = listed().items.find((each) => each.item.id === itemId);
    if (found === undefined) throw new Error('It is not listed');
    return found;
  };
  return { desk, ben, entry, item, other, listed, one };
}

test('bug: what was decided last does not come first, or a page holds another’s lessons', async () => {
  const { desk, ben, item, other, listed } = await taughtDesk();
  const cat = desk.person('Cat');
  await taught(desk, cat, { question: 'Is there parking in Hull?', answer: 'Behind the shop.' });
  const ids = (page?: { offset: number; limit: number }) => listed(ben, page).items.map((each) => each.item.id);
  expect([listed().total, ids()]).toEqual([2, [other.id, item.id]]);
  present(desk, desk.ada);
  desk.time.now += 1_000;
  rejectLesson(desk.deps, { itemId: item.id, reason: 'Three days it is' });
  expect(ids()).toEqual([item.id, other.id]);
  expect(ids({ offset: 1, limit: 1 })).toEqual([other.id]);
});

test('bug: whoever taught a lesson does not read why it was refused', async () => {
  const { desk, item, one } = await taughtDesk();
  expect(one()).toMatchObject({ standing: 'waiting', decision: null, partOf: null });
  rejectLesson(desk.deps, { itemId: item.id, reason: 'Three days it is' });
  expect(one()).toMatchObject({
    standing: 'rejected',
    said: { question, answer: lesson },
    decision: { act: 'reject', who: 'Ada', profileId: desk.ada, why: 'Three days it is', at: desk.time.now },
  });
});

test('bug: a lesson that was shared in other words, or for less, looks shared as it was taught', async () => {
  const { desk, item, one } = await taughtDesk();
  const approved = await approveLesson(desk.deps, { itemId: item.id });
  expect(one()).toMatchObject({ standing: 'shared', isNarrowed: false, said: { answer: lesson } });
  await undoDecision(desk.deps, approved.id);
  expect(one()).toMatchObject({ standing: 'waiting', decision: { act: 'undo' } });
  await approveLesson(desk.deps, { itemId: item.id, answer: 'It takes ten days.', why: 'Carrier' });
  expect(one()).toMatchObject({
    standing: 'shared',
    taught: { answer: lesson },
    said: { answer: 'It takes ten days.' },
    isNarrowed: false,
    // Said to other leads.
    decision: { act: 'approve', why: '' },
  });
  await approveLesson(desk.deps, { itemId: item.id, channels: ['chat'], scope: ['Kettle'] });
  expect(one()).toMatchObject({ isNarrowed: true, limits: { channels: ['chat'], scope: ['Kettle'] } });
  await approveLesson(desk.deps, { itemId: item.id, channels: [], scope: [] });
  expect(one()).toMatchObject({ isNarrowed: false });
});

test('bug: a lesson that went into an entry or another lesson is told to be withdrawn, or is listed twice', async () => {
  const { desk, item, other, one, listed, entry } = await taughtDesk();
  const into = await approveLesson(desk.deps, { itemId: item.id, intoEntry: true });
  expect(one()).toMatchObject({ standing: 'shared', partOf: 'entry', said: { answer: lesson } });
  await revertLesson(desk.deps, { itemId: item.id, why: 'Too slow' });
  expect(desk.db.knowledge.get(entry.id).answer).toBe(answer);
  expect(one()).toMatchObject({ standing: 'withdrawn', partOf: null, decision: { act: 'revert', why: 'Too slow' } });
  await expect(undoDecision(desk.deps, into.id)).rejects.toMatchObject({ code: 'conflict' });

  const cat = desk.person('Cat');
  const third = await taught(desk, cat, { question: 'Where is the museum of Hull?', answer: 'At the harbour.' });
  present(desk, desk.ada);
  desk.time.now += 1_000;
  const words = { question: 'Is there a museum in Hull?', answer: 'There is one, at the harbour.' };
  const merged = await mergeLessons(desk.deps, { itemIds: [other.id, third.id], ...words });
  expect(one(other.id)).toMatchObject({
    standing: 'shared',
    partOf: 'lesson',
    said: words,
    taught: { answer: 'There is one.' },
  });
  expect([listed().total, listed(cat).total]).toEqual([2, 1]);
  desk.time.now += 1_000;
  await revertLesson(desk.deps, { itemId: merged.items[0]?.itemId ?? '', why: 'It has closed' });
  for (const each of [one(other.id), listed(cat).items[0]])
    expect(each).toMatchObject({
      standing: 'withdrawn',
      partOf: null,
      decision: { act: 'revert', why: 'It has closed' },
    });
});

test('bug: what a lead noted of a person for other leads reaches that person', async () => {
  const { desk, ben, item, other, one } = await taughtDesk();
  setLessonAside(desk.deps, { itemId: other.id, why: 'Ben again' });
  await approveLesson(desk.deps, { itemId: item.id, intoEntry: true });
  desk.time.now += 1_000;
  await withdrawOf(desk.deps, { profileId: ben, since: 0, why: 'Left in anger' });
  // The entry says again what it said: the lesson is part of nothing.
  expect(one()).toMatchObject({ standing: 'withdrawn', partOf: null, decision: null });
  expect(one(other.id)).toMatchObject({ standing: 'withdrawn', decision: { act: 'withdraw', why: '' } });
  expect(JSON.stringify([one(), one(other.id)])).not.toMatch(/again|anger/);
});

test('bug: one that a person took back themself looks as if a lead had withdrawn it', async () => {
  const { desk, item, one } = await taughtDesk();
  forgetLearnedItem(desk.deps, item.id);
  expect(one()).toMatchObject({ standing: 'withdrawn', decision: null });
});
