import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { saveKnowledge, retireKnowledge, contentOf } from '#core/knowledge/save-knowledge.ts';
import { approveLesson } from '#core/learning/governance/approve-lesson.ts';
import { rejectLesson, setLessonAside } from '#core/learning/governance/lesson-acts.ts';
import { lessonEffect } from '#core/learning/governance/lesson-effect.ts';
import { lessonCandidate, lessonMemory, lessonQueue } from '#core/learning/governance/lesson-queue.ts';
import { mergeLessons } from '#core/learning/governance/merge-lessons.ts';
import { replayLesson } from '#core/learning/governance/replay-lesson.ts';
import { revertLesson, undoDecision } from '#core/learning/governance/take-back.ts';
import { withdrawOf } from '#core/learning/governance/withdraw-of.ts';
import { teach } from '#test/support/core-desk.ts';
import { asked, draftText, evidenceOf, lessonDesk, present, taught } from './lesson-desk.ts';

const question = 'How long does delivery to Norway take?';
const answer = 'Delivery to Norway takes three days.';
const lesson = 'Delivery to Norway takes nine days.';

async function waitingDesk() {
  const desk = lessonDesk();
  const ben = desk.person('Ben');
  const entry = await teach(desk, question, answer);
  const item = await taught(desk, ben, { question, answer: lesson, before: answer, changed: evidenceOf(entry) });
  present(desk, desk.ada);
  desk.time.now += 1_000;
  const conversation = asked(desk, question);
  const drafted = async (who = desk.ada): Promise<string> =>
    (JSON.parse(await draftText(desk, who, conversation)) as { text: string }).text;
  return { desk, ben, entry, item, drafted, conversation };
}

test('bug: of two leads who decide about one lesson the second overrules the first unseen', async () => {
  const { desk, item } = await waitingDesk();
  rejectLesson(desk.deps, { itemId: item.id, fromVersionId: item.versionId, reason: 'Not so' });
  const second = approveLesson(desk.deps, { itemId: item.id, fromVersionId: item.versionId });
  await expect(second).rejects.toMatchObject({ code: 'conflict' });
  await expect(approveLesson(desk.deps, { itemId: item.id })).rejects.toMatchObject({ code: 'conflict' });
  expect(() => setLessonAside(desk.deps, { itemId: item.id })).toThrow(expect.objectContaining({ code: 'conflict' }));
  expect(desk.db.lessons.standingOf(item.id)).toBe('rejected');
});

test('bug: a decision does not say who made it and why, or its undoing leaves something behind', async () => {
  const { desk, item, ben, drafted } = await waitingDesk();
  const acts = [
    () => rejectLesson(desk.deps, { itemId: item.id, reason: 'Not so' }),
    () => setLessonAside(desk.deps, { itemId: item.id, why: 'Once' }),
    () =>
      approveLesson(desk.deps, { itemId: item.id, answer: 'It takes ten days.', scope: ['Kettle'], why: 'Checked' }),
    () => approveLesson(desk.deps, { itemId: item.id, intoEntry: true, why: 'Carrier' }),
  ];
  const before = [await drafted(), await drafted(ben)];
  for (const act of acts) {
    const decision = await act();
    expect(decision).toMatchObject({ profileId: desk.ada, who: 'Ada' });
    desk.time.now += 1_000;
    await undoDecision(desk.deps, decision.id);
    expect([await drafted(), await drafted(ben)]).toEqual(before);
    expect(desk.db.lessons.standingOf(item.id)).toBe('waiting');
    await expect(undoDecision(desk.deps, decision.id)).rejects.toMatchObject({ code: 'conflict' });
  }
});

test('bug: what was undone by mistake cannot be done again, or comes back as something else', async () => {
  const { desk, item, ben, drafted } = await waitingDesk();
  const acts = [
    () => rejectLesson(desk.deps, { itemId: item.id, reason: 'Not so' }),
    () => setLessonAside(desk.deps, { itemId: item.id, why: 'Once' }),
    () => approveLesson(desk.deps, { itemId: item.id, answer: 'It takes ten days.', scope: ['Kettle'] }),
    () => approveLesson(desk.deps, { itemId: item.id, intoEntry: true, why: 'Carrier' }),
    () => withdrawOf(desk.deps, { profileId: ben, since: 0, why: 'Mistaken' }),
  ];
  const stand = async () => [await drafted(), await drafted(ben), desk.db.lessons.standingOf(item.id)];
  const undone = async (decisionId: string) => {
    desk.time.now += 1_000;
    return undoDecision(desk.deps, decisionId);
  };
  const before = await stand();
  for (const act of acts) {
    desk.time.now += 1_000;
    const decision = await act();
    const after = await stand();
    const undoing = await undone(decision.id);
    expect(await stand()).toEqual(before);
    const again = await undone(undoing.id);
    expect(await stand()).toEqual(after);
    expect([undoing.again, again.again]).toEqual([null, decision.act]);
    await expect(undoDecision(desk.deps, undoing.id)).rejects.toMatchObject({ code: 'conflict' });
    await undone(again.id);
    expect(await stand()).toEqual(before);
  }
  // Not where something has changed since.
  const undoing = await undone(rejectLesson(desk.deps, { itemId: item.id, reason: 'No' }).id);
  await approveLesson(desk.deps, { itemId: item.id });
  await expect(undone(undoing.id)).rejects.toMatchObject({ code: 'conflict', detail: { what: 'lesson' } });
});

test('bug: a lesson that went into an entry by a decision done again cannot be reverted', async () => {
  const { desk, item, drafted } = await waitingDesk();
  const before = await drafted();
  const made = await approveLesson(desk.deps, { itemId: item.id, intoEntry: true });
  const undoing = await undoDecision(desk.deps, made.id);
  await undoDecision(desk.deps, undoing.id);
  expect(await drafted()).not.toEqual(before);
  await revertLesson(desk.deps, { itemId: item.id, why: '' });
  expect(await drafted()).toEqual(before);
});

test('bug: what was withdrawn of a person and is withdrawn again leaves their confirmations', async () => {
  const { desk, ben, item, entry } = await waitingDesk();
  const cleo = desk.person('Cleo');
  await taught(desk, cleo, { question, answer: lesson, before: answer, changed: evidenceOf(entry) });
  const heardBy = (profileId: string): number =>
    desk.db.passages.answering([item.id], {
      storeId: desk.storeId,
      profileId,
      about: null,
      channel: null,
      at: desk.time.now,
    }).size;
  const stand = () => [desk.db.learned.get(item.id).confirmedBy, heardBy(ben), heardBy(cleo)];
  const made = await withdrawOf(desk.deps, { profileId: cleo, since: 0, why: '' });
  expect(stand()).toEqual([[], 1, 0]);
  const undoing = await undoDecision(desk.deps, made.id);
  expect(stand()).toEqual([[cleo], 1, 1]);
  const again = await undoDecision(desk.deps, undoing.id);
  expect(stand()).toEqual([[], 1, 0]);
  await undoDecision(desk.deps, again.id);
  expect(stand()).toEqual([[cleo], 1, 1]);
});

test('bug: an undoing overwrites what was decided since', async () => {
  const { desk, item, entry } = await waitingDesk();
  const first = await approveLesson(desk.deps, { itemId: item.id });
  const second = await approveLesson(desk.deps, { itemId: item.id, answer: 'It takes ten days.' });
  await expect(undoDecision(desk.deps, first.id)).rejects.toMatchObject({
    code: 'conflict',
    detail: { what: 'lesson' },
  });
  await undoDecision(desk.deps, second.id);
  await undoDecision(desk.deps, first.id);
  const into = await approveLesson(desk.deps, { itemId: item.id, intoEntry: true });
  const content = { ...contentOf(desk.db.knowledge.get(entry.id)), answer: 'Ask us.' };
  await saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: entry.id, content });
  for (const back of [undoDecision(desk.deps, into.id), revertLesson(desk.deps, { itemId: item.id, why: 'No' })])
    await expect(back).rejects.toMatchObject({ code: 'conflict', detail: { what: 'entry' } });
  expect(desk.db.knowledge.get(entry.id).answer).toBe('Ask us.');
});

test('bug: a lesson that went into its entry is not its next version, or a revert gives other words than the former', async () => {
  const { desk, item, entry, drafted } = await waitingDesk();
  const before = await drafted();
  await approveLesson(desk.deps, { itemId: item.id, intoEntry: true, why: 'Carrier' });
  expect(desk.db.knowledge.get(entry.id)).toMatchObject({
    answer: lesson,
    version: 2,
    change: { who: 'Ada', why: 'Carrier' },
  });
  expect(await drafted()).toContain('nine');
  desk.time.now += 1_000;
  await revertLesson(desk.deps, { itemId: item.id, why: 'Wrong' });
  expect(contentOf(desk.db.knowledge.get(entry.id))).toEqual(contentOf(entry));
  expect(await drafted()).toBe(before);
  expect(desk.db.lessons.standingOf(item.id)).toBe('withdrawn');
});

test('bug: a correction that newer words had outdated is lost when those are taken back', async () => {
  const { desk, item, entry, drafted, ben } = await waitingDesk();
  const other = await taught(desk, ben, {
    question: 'How long does the delivery to Norway take at Christmas?',
    answer: 'At Christmas delivery to Norway takes a month.',
    changed: evidenceOf(entry),
  });
  present(desk, desk.ada);
  await approveLesson(desk.deps, { itemId: other.id });
  const conversation = asked(desk, 'How long does delivery to Norway take at Christmas?');
  const christmas = () => draftText(desk, desk.ada, conversation);
  const before = [await drafted(), JSON.parse(await christmas()).text];
  expect(before[1]).toContain('a month');
  desk.time.now += 1_000;
  await approveLesson(desk.deps, { itemId: item.id, intoEntry: true });
  desk.time.now += 1_000;
  await revertLesson(desk.deps, { itemId: item.id, why: 'Wrong' });
  expect([await drafted(), JSON.parse(await christmas()).text]).toEqual(before);
});

test('bug: merged lessons go on beside the merged one, or several shared ones become one unseen', async () => {
  const { desk, ben, item, drafted } = await waitingDesk();
  const cleo = desk.person('Cleo');
  const other = await taught(desk, cleo, {
    question: 'When does a parcel reach Oslo?',
    answer: 'A parcel reaches Oslo in nine days.',
  });
  present(desk, desk.ada);
  const merge = { itemIds: [item.id, other.id], question, answer: 'Nine days to Norway, Oslo too.' };
  const decision = await mergeLessons(desk.deps, merge);
  expect(decision.items.map(({ before, after }) => [before, after])).toEqual([
    [null, 'shared'],
    ['waiting', 'withdrawn'],
    ['waiting', 'withdrawn'],
  ]);
  expect(await drafted(ben)).toContain('Oslo too');
  await undoDecision(desk.deps, decision.id);
  expect([item.id, other.id].map((id) => desk.db.lessons.standingOf(id))).toEqual(['waiting', 'waiting']);
  expect(await drafted()).toContain('three');
  await approveLesson(desk.deps, { itemId: item.id });
  await approveLesson(desk.deps, { itemId: other.id });
  await expect(mergeLessons(desk.deps, merge)).rejects.toMatchObject({ code: 'invalid_input' });
});

test('bug: a lesson is shared although the entry it corrects was retired meanwhile', async () => {
  const { desk, item, entry } = await waitingDesk();
  retireKnowledge(desk.deps, entry.id);
  for (const intoEntry of [false, true])
    await expect(approveLesson(desk.deps, { itemId: item.id, intoEntry })).rejects.toMatchObject({
      code: 'conflict',
      detail: { what: 'entry' },
    });
  const { items } = await lessonQueue(desk.deps, lessonMemory(), { storeId: desk.storeId, offset: 0, limit: 9 });
  expect(items[0]).toMatchObject({ waitsFor: 'entry_gone' });
});

test('bug: the queue shows what concerns nobody before what concerns many, or not what a lesson contradicts', async () => {
  const { desk, item, ben, entry } = await waitingDesk();
  const rare = await taught(desk, ben, { question: 'Is there a museum in Hull?', answer: 'There is one.' });
  for (let i = 0; i < 4; i++) {
    const conversationId = asked(desk, question);
    await draftReply(desk.deps, { conversationId });
  }
  const { items, total } = await lessonQueue(desk.deps, lessonMemory(), { storeId: desk.storeId, offset: 0, limit: 9 });
  expect([total, items.map((one) => one.item.id)]).toEqual([2, [item.id, rare.id]]);
  expect(items[0]).toMatchObject({ customers: 4, before: answer, entry: { id: entry.id }, author: { name: 'Ben' } });
  expect(items[0]?.contradicts).toMatchObject([{ kind: 'knowledge', id: entry.id }]);
  expect(items[0]?.risks).toEqual(expect.arrayContaining(['contradicts', 'single_source']));
  expect(items[1]).toMatchObject({ customers: 0, contradicts: [], waitsFor: 'no_rule' });
});

test('bug: an answer of its own is told to change a number of the draft that it took the place of', async () => {
  const { desk, ben } = await waitingDesk();
  const own = { question: 'Do you buy old kettles?', answer: 'We do not buy used ones.', before: answer };
  const item = await taught(desk, ben, own);
  const { risks } = await lessonCandidate(desk.deps, lessonMemory(), item.id);
  expect(risks).not.toEqual(expect.arrayContaining(['negation']));
  const less = await taught(desk, ben, {
    ...own,
    question: 'How long to Norway by ship?',
    answer: 'Delivery to Norway takes two days.',
  });
  expect((await lessonCandidate(desk.deps, lessonMemory(), less.id)).risks).toContain('numbers');
});

test('bug: a replay of a lesson does not foresee what its approval changes, or writes something', async () => {
  const { desk, item, conversation, drafted } = await waitingDesk();
  const before = await drafted();
  const report = await replayLesson(desk.deps, { itemId: item.id, conversations: 50 });
  const foreseen = report.changes.flatMap(({ cases }) => cases.map(({ conversationId }) => conversationId));
  expect(foreseen).toContain(conversation);
  expect(report.changes[0]?.after?.answer).toBe(lesson);
  expect(await drafted()).toBe(before);
  await approveLesson(desk.deps, { itemId: item.id });
  expect(await drafted()).toContain('nine');
});

test('bug: the effect of a lesson counts drafts of before it was shared', async () => {
  const { desk, item, ben } = await waitingDesk();
  present(desk, ben);
  await draftReply(desk.deps, { conversationId: asked(desk, question) });
  present(desk, desk.ada);
  desk.time.now += 1_000;
  await approveLesson(desk.deps, { itemId: item.id });
  desk.time.now += 1_000;
  await draftReply(desk.deps, { conversationId: asked(desk, question) });
  const effect = await lessonEffect(desk.deps, new Map(), item.id);
  expect(effect).toMatchObject({ use: { drafts: 1, accepted: 0 } });
  expect(effect.since).not.toBeNull();
});
