import { expect, test } from 'vitest';
import { unlearn } from '#core/learning/learn-from-edit.ts';
import { contradictionMemory } from '#core/learning/governance/lesson-contradictions.ts';
import { sourcesOf } from '#core/learning/governance/lesson-sources.ts';
import { sentReviews, markReviewed } from '#core/learning/governance/sent-reviews.ts';
import { saveLessonRules } from '#core/learning/governance/share-by-rules.ts';
import { approveLesson } from '#core/learning/governance/approve-lesson.ts';
import { undoDecision } from '#core/learning/governance/take-back.ts';
import { withdrawOf } from '#core/learning/governance/withdraw-of.ts';
import { lastMessageId, incoming, take, teach } from '#test/support/core-desk.ts';
import { anOutcome } from '#test/adapters/sqlite/desk.ts';
import type { LessonRule } from '#shared/model/lesson-review.ts';
import { asked, evidenceOf, lessonDesk, present, taught } from './lesson-desk.ts';

const rule: LessonRule = { topics: [], agentIds: [], replies: 2, trustedIds: [] };
const lesson = { question: 'Is there a tea museum in Hull?', answer: 'There is a tea museum by the harbour.' };

function ruledDesk(...rules: readonly LessonRule[]) {
  const desk = lessonDesk();
  saveLessonRules(desk.deps, contradictionMemory(), { storeId: desk.storeId, fromVersion: 0, rules });
  return desk;
}
const standing = (desk: ReturnType<typeof lessonDesk>, itemId: string) => desk.db.lessons.standingOf(itemId);

test('bug: a rule counts one person twice, or a trusted one’s second reply to one customer', async () => {
  const desk = ruledDesk(rule);
  const ben = desk.person('Ben');
  const item = await taught(desk, ben, lesson);
  await taught(desk, ben, lesson);
  expect(standing(desk, item.id)).toBe('waiting');
  const trusting = { ...rule, trustedIds: [ben] };
  saveLessonRules(desk.deps, contradictionMemory(), { storeId: desk.storeId, fromVersion: 1, rules: [trusting] });
  // What waits already is shared at once: it was said to two customers.
  expect(standing(desk, item.id)).toBe('shared');
  const [decision] = desk.db.lessons.decisions({ storeId: desk.storeId, offset: 0, limit: 1 }).items;
  expect(decision).toMatchObject({ act: 'approve', profileId: null, rulesVersionId: expect.any(String) });

  const other = { question: 'Do you sell tea by post to Fiji?', answer: 'We post tea to Fiji by ship.' };
  const conversation = asked(desk, other.question);
  const once = await taught(desk, ben, other, conversation);
  await taught(desk, ben, other, conversation);
  expect(standing(desk, once.id)).toBe('waiting');
});

test('bug: a rule shares what is of another topic, of other agents, of no sure type, or for one customer', async () => {
  const desk = lessonDesk();
  const [ben, cleo, dan] = [desk.person('Ben'), desk.person('Cleo'), desk.person('Dan')];
  const rules = [
    { ...rule, topics: ['Museum'] },
    { ...rule, agentIds: [ben, cleo] },
  ];
  saveLessonRules(desk.deps, contradictionMemory(), { storeId: desk.storeId, fromVersion: 0, rules });
  const of = async (who: readonly string[], over: Parameters<typeof taught>[2]) => {
    let id = '';
    for (const one of who) id = (await taught(desk, one, over)).id;
    return standing(desk, id);
  };
  const words = (n: number) => ({
    question: `Where is shelf ${n} of hall ${n * 3}?`,
    answer: `Shelf ${n} is upstairs.`,
  });
  expect(await of([ben, dan], words(1))).toBe('waiting');
  expect(await of([ben, cleo], { ...words(2), sure: 0.3 })).toBe('waiting');
  expect(await of([ben, cleo], { ...words(3), type: 'exception' })).toBe('setAside');
  expect(await of([ben, cleo], words(4))).toBe('shared');
});

test('bug: somebody’s older rules overwrite newer ones', () => {
  const desk = ruledDesk(rule);
  const save = () =>
    saveLessonRules(desk.deps, contradictionMemory(), { storeId: desk.storeId, fromVersion: 0, rules: [] });
  expect(save).toThrow(expect.objectContaining({ code: 'conflict' }));
  expect(desk.db.lessons.rules(desk.storeId)).toMatchObject({ version: 1, who: 'Ada', rules: [rule] });
});

test('bug: what a bad agent taught goes on in entries, in others’ lessons or by their confirmations', async () => {
  const desk = ruledDesk(rule);
  const [ben, cleo, bad] = [desk.person('Ben'), desk.person('Cleo'), desk.person('Bad')];
  const entry = await teach(desk, 'Is the lid safe?', 'The lid is safe.');
  const changed = evidenceOf(entry);
  const borneOut = await taught(desk, ben, lesson);
  await taught(desk, bad, lesson);
  expect(standing(desk, borneOut.id)).toBe('shared');
  present(desk, desk.ada);
  const good = await taught(desk, cleo, { question: 'Is the lid safe?', answer: 'The lid is safe to hold.', changed });
  present(desk, desk.ada);
  desk.time.now += 1;
  await approveLesson(desk.deps, { itemId: good.id });
  const sharedGood = desk.db.learned.get(good.id);
  const worse = await taught(desk, bad, {
    question: 'Is the lid safe?',
    answer: 'The lid explodes.',
    changed: evidenceOf(sharedGood),
  });
  present(desk, desk.ada);
  await approveLesson(desk.deps, { itemId: worse.id });
  expect(desk.db.learned.get(good.id).answer).toBe('The lid explodes.');
  const spout = await teach(desk, 'Is the spout safe?', 'The spout is safe.');
  const into = await taught(desk, bad, {
    question: 'Is the spout safe?',
    answer: 'The spout bites.',
    changed: evidenceOf(spout),
  });
  present(desk, desk.ada);
  await approveLesson(desk.deps, { itemId: into.id, intoEntry: true });
  const own = await taught(desk, bad, { question: 'Where is the cellar?', answer: 'Below.' });
  present(desk, desk.ada);

  const look = () => [
    standing(desk, borneOut.id),
    desk.db.learned.get(good.id).answer,
    desk.db.knowledge.get(spout.id).answer,
    standing(desk, own.id),
  ];
  const before = look();
  const decision = await withdrawOf(desk.deps, { profileId: bad, since: 0, why: 'All wrong' });
  expect(look()).toEqual(['waiting', 'The lid is safe to hold.', 'The spout is safe.', 'withdrawn']);
  desk.time.now += 1;
  await undoDecision(desk.deps, decision.id);
  expect(look()).toEqual(before);
  expect(desk.db.learned.get(borneOut.id).confirmedBy).toEqual([bad]);
});

test('bug: a reply that was taken back still confirms a lesson', async () => {
  const desk = lessonDesk();
  const [ben, cleo] = [desk.person('Ben'), desk.person('Cleo')];
  const item = await taught(desk, ben, lesson);
  await taught(desk, cleo, lesson);
  const [confirmation] = desk.db.lessons.confirmations(item.id);
  unlearn(desk.deps, { outcomeId: confirmation?.outcomeId ?? '' });
  expect(desk.db.learned.get(item.id).confirmedBy).toEqual([]);
  const scope = { storeId: desk.storeId, profileId: cleo, about: null, channel: null, at: desk.time.now };
  expect(desk.db.passages.answering([item.id], scope).size).toBe(0);
});

test('bug: a lesson that others have sent as well goes with the reply that was taken back', async () => {
  const desk = lessonDesk();
  const [ben, cleo, dan] = [desk.person('Ben'), desk.person('Cleo'), desk.person('Dan')];
  const item = await taught(desk, ben, lesson);
  for (const who of [cleo, dan]) await taught(desk, who, lesson);
  const behind = () => sourcesOf(desk.deps, desk.db.learned.get(item.id)).map(({ profileId }) => profileId);
  const heardBy = (profileId: string): number =>
    desk.db.passages.answering([item.id], {
      storeId: desk.storeId,
      profileId,
      about: null,
      channel: null,
      at: desk.time.now,
    }).size;
  expect(behind()).toEqual([ben, cleo, dan]);
  unlearn(desk.deps, { outcomeId: item.outcomeId });
  expect([standing(desk, item.id), behind()]).toEqual(['waiting', [cleo, dan]]);
  expect([ben, cleo, dan].map(heardBy)).toEqual([0, 1, 1]);
  expect(desk.db.learned.get(item.id)).toMatchObject({ authorId: cleo, confirmedBy: [dan], version: 1 });
  unlearn(desk.deps, { outcomeId: desk.db.learned.get(item.id).outcomeId });
  expect([standing(desk, item.id), behind()]).toEqual(['waiting', [dan]]);
  unlearn(desk.deps, { outcomeId: desk.db.learned.get(item.id).outcomeId });
  expect(standing(desk, item.id)).toBe('withdrawn');
});

test('bug: what a rule shared stays shared when the replies it counted are taken back', async () => {
  for (const takesFirst of [true, false]) {
    const desk = ruledDesk(rule);
    const [ben, cleo, dan] = [desk.person('Ben'), desk.person('Cleo'), desk.person('Dan')];
    const item = await taught(desk, ben, lesson);
    await taught(desk, cleo, lesson);
    expect(standing(desk, item.id)).toBe('shared');
    const [confirmation] = desk.db.lessons.confirmations(item.id);
    const outcomeId = takesFirst ? item.outcomeId : (confirmation?.outcomeId ?? '');
    unlearn(desk.deps, { outcomeId });
    expect([takesFirst, standing(desk, item.id)]).toEqual([takesFirst, 'waiting']);
    const [decision] = desk.db.lessons.decisions({ storeId: desk.storeId, offset: 0, limit: 1 }).items;
    expect(decision).toMatchObject({ act: 'undo', profileId: null, rulesVersionId: expect.any(String) });
    await taught(desk, dan, lesson);
    expect(standing(desk, item.id)).toBe('shared');
  }
  // What a lead has shared is the lead's.
  const desk = lessonDesk();
  const [ben, cleo] = [desk.person('Ben'), desk.person('Cleo')];
  const item = await taught(desk, ben, lesson);
  await taught(desk, cleo, lesson);
  await approveLesson(desk.deps, { itemId: item.id });
  unlearn(desk.deps, { outcomeId: item.outcomeId });
  expect(standing(desk, item.id)).toBe('shared');
});

test('bug: the review shows a quiet reply before one that made a customer angry, or one that was looked at', async () => {
  const desk = lessonDesk();
  const send = (text: string, over: Parameters<typeof anOutcome>[1] = {}) => {
    const address = `${text.length}@example.com`;
    const mail = (said: string, sentAt: number) =>
      take(desk, incoming({ threadId: address, text: said, authorAddress: address, customerAddress: address, sentAt }));
    const { id } = mail(text, desk.time.now - 10);
    const outcome = anOutcome(desk.storeId, {
      conversationId: id,
      act: 'edited',
      createdAt: desk.time.now - 5,
      ...over,
    });
    desk.db.outcomes.append(outcome);
    return { outcome, answerBack: (said: string) => mail(said, desk.time.now - 1) };
  };
  const quiet = send('Do you sell green tea?', { keptShare: 0.9 });
  const edited = send('Do you sell black tea here?', { keptShare: 0.1 });
  const angry = send('Do you sell white tea at all?', { keptShare: 0.9 });
  angry.answerBack('That is not what I asked. This is ridiculous.');
  const unsupported = send('Do you sell red tea by the pound?', {
    unsupported: [{ kind: 'price', said: '5 EUR', verdict: 'unsupported', says: null }],
  });
  const query = { storeId: desk.storeId, from: 0, to: desk.time.now, offset: 0, limit: 9 };
  const { items } = await sentReviews(desk.deps, { ...query, isReviewed: false });
  expect(items.map(({ outcome }) => outcome.id)).toEqual(
    [unsupported, angry, edited, quiet].map(({ outcome }) => outcome.id),
  );
  expect(items[1]).toMatchObject({ risks: ['unhappy'], unhappy: { isAfter: true } });
  expect(lastMessageId(desk, angry.outcome.conversationId)).not.toBe('');
  markReviewed(desk.deps, { outcome: angry.outcome, note: 'Rang them' });
  expect((await sentReviews(desk.deps, { ...query, isReviewed: false })).total).toBe(3);
  const { items: seen } = await sentReviews(desk.deps, { ...query, isReviewed: true });
  expect(seen[0]).toMatchObject({ reviewed: { who: 'Ada', note: 'Rang them' } });
});
