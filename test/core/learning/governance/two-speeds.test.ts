import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { approveLesson } from '#core/learning/governance/approve-lesson.ts';
import { profileChanged } from '#core/profiles/profile-changed.ts';
import { learnModel } from '#core/retrieval/learn-model.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import { lastMessageId, teach } from '#test/support/core-desk.ts';
import { type LessonDesk, asked, draftText, evidenceOf, lessonDesk, present, taught } from './lesson-desk.ts';

const question = 'How long does delivery to Norway take?';
const answer = 'Delivery to Norway takes three days.';

async function edit(desk: LessonDesk, profileId: string, from: string, to: string): Promise<readonly LearnedItem[]> {
  present(desk, profileId);
  const draft = await draftReply(desk.deps, { conversationId: asked(desk, question) });
  desk.time.now += 1_000;
  const { learned } = await acceptDraft(desk.deps, {
    conversationId: draft.conversationId,
    draftId: draft.id,
    lastMessageId: lastMessageId(desk, draft.conversationId),
    text: draft.text.replace(from, to),
    confirmed: 'all',
  });
  return learned;
}

const textFor = async (desk: LessonDesk, profileId: string): Promise<string> =>
  (JSON.parse(await draftText(desk, profileId, asked(desk, question))) as { text: string }).text;

test('bug: a lesson reaches others before a lead has seen it, or its author later than in the next draft', async () => {
  const desk = lessonDesk();
  const ben = desk.person('Ben');
  const entry = await teach(desk, question, answer);
  const [item] = await edit(desk, ben, 'three', 'nine');
  expect(item).toMatchObject({ reach: 'author', authorId: ben, correctsEntryId: entry.id, state: 'active' });
  expect(await textFor(desk, ben)).toContain('nine');
  expect(await textFor(desk, desk.ada)).toContain('three');
  await approveLesson(desk.deps, { itemId: item?.id ?? '' });
  expect(await textFor(desk, desk.ada)).toContain('nine');
});

test('bug: a lesson without an author counts for everybody', async () => {
  const desk = lessonDesk();
  await teach(desk, question, answer);
  const [item] = await edit({ ...desk, deps: { ...desk.deps, profileId: () => null } }, '', 'three', 'nine');
  expect(item).toMatchObject({ reach: 'author', authorId: null });
  expect(await textFor(desk, desk.ada)).toContain('three');
});

test('bug: an agent’s edit of a shared lesson changes it for everybody, or the former one still answers them', async () => {
  const desk = lessonDesk();
  const [ben, cleo] = [desk.person('Ben'), desk.person('Cleo')];
  await teach(desk, question, answer);
  const [item] = await edit(desk, ben, 'three', 'nine');
  await approveLesson(desk.deps, { itemId: item?.id ?? '' });
  const [own] = await edit(desk, cleo, 'nine', 'ten');
  expect(own).toMatchObject({ supersedesId: item?.id, reach: 'author', authorId: cleo });
  expect(await textFor(desk, cleo)).toContain('ten');
  expect(await textFor(desk, ben)).toContain('nine');
  await approveLesson(desk.deps, { itemId: own?.id ?? '' });
  expect(desk.db.learned.get(item?.id ?? '')).toMatchObject({ version: 3, reach: 'everyone' });
  expect(desk.db.learned.get(own?.id ?? '')).toMatchObject({ state: 'forgotten' });
  expect(await textFor(desk, ben)).toContain('ten');
});

test('bug: the edit of one’s own waiting lesson becomes a second one', async () => {
  const desk = lessonDesk();
  const ben = desk.person('Ben');
  await teach(desk, question, answer);
  const [item] = await edit(desk, ben, 'three', 'nine');
  const [next] = await edit(desk, ben, 'nine', 'ten');
  expect(next).toMatchObject({ id: item?.id, version: 2, reach: 'author' });
});

test('bug: a lesson of one person moves the drafts or the confidence of another', async () => {
  const desk = lessonDesk();
  const [ben, cleo] = [desk.person('Ben'), desk.person('Cleo')];
  for (const [i, country] of ['Norway', 'Spain', 'Italy', 'Japan', 'Chile'].entries())
    await teach(desk, `How long does delivery to ${country} take?`, `Delivery to ${country} takes ${i + 2} days.`);
  const conversations = ['Norway', 'Spain', 'Italy', 'Japan', 'Chile', 'Peru'].map((country) =>
    asked(desk, `Hello, when will my parcel to ${country} arrive? And do you ship glass?`),
  );
  const all = () => Promise.all(conversations.map((id) => draftText(desk, cleo, id)));
  const forCleo = { ...desk.deps, profileId: () => cleo };
  const before = [await all(), JSON.stringify(await learnModel(forCleo, desk.storeId))];
  for (let i = 0; i < 12; i++)
    await taught(desk, ben, {
      question: `When will my parcel to Peru arrive, number ${i}, glass ship?`,
      answer: `Zephyra glass parcels delivery ship number ${i} to Peru takes long.`,
    });
  expect([await all(), JSON.stringify(await learnModel(forCleo, desk.storeId))]).toEqual(before);
  expect(await Promise.all(conversations.map((id) => draftText(desk, ben, id)))).not.toEqual(before[0]);
});

test('bug: a draft of the former person stays before the next one’s eyes', async () => {
  const desk = lessonDesk();
  const ben = desk.person('Ben');
  await teach(desk, question, answer);
  const [item] = await edit(desk, ben, 'three', 'nine');
  const open = await draftReply(desk.deps, { conversationId: asked(desk, question) });
  expect(open.text).toContain('nine');
  desk.events.length = 0;
  profileChanged(desk.deps, ben, desk.ada);
  expect(desk.db.drafts.get(open.id).state).toBe('stale');
  expect(desk.events).toContainEqual({
    name: 'learned.changed',
    payload: { storeId: desk.storeId, itemIds: [item?.id] },
  });
});

test('bug: an exception answers anybody, or what is one customer’s is kept', async () => {
  const desk = lessonDesk();
  const ben = desk.person('Ben');
  const item = await taught(desk, ben, { question, answer: 'For you it is free this once.', type: 'exception' });
  expect(item.reach).toBe('nobody');
  expect(desk.db.lessons.standingOf(item.id)).toBe('setAside');
  expect(JSON.parse(await draftText(desk, ben, asked(desk, question)))).toMatchObject({ evidence: [] });
  await expect(taught(desk, ben, { question, answer: 'Ring 5.', type: 'personal' })).rejects.toThrow('Nothing');
});

test('bug: a second reply that teaches the same becomes a second lesson, or one that teaches otherwise confirms it', async () => {
  const desk = lessonDesk();
  const [ben, cleo] = [desk.person('Ben'), desk.person('Cleo')];
  const entry = await teach(desk, question, answer);
  const changed = evidenceOf(entry);
  const first = await taught(desk, ben, { question, answer: 'Delivery to Norway takes nine days by ship.', changed });
  const same = await taught(desk, cleo, { question, answer: 'Delivery to Norway takes 9 days by ship.', changed });
  expect(same.id).toBe(first.id);
  expect(same.confirmedBy).toEqual([cleo]);
  expect(await textFor(desk, cleo)).toContain('nine');
  for (const other of [
    'Delivery to Norway takes ten days by ship.',
    'Delivery to Norway never takes nine days by ship.',
  ]) {
    const own = await taught(desk, cleo, { question, answer: other, changed });
    expect([other, own.id === first.id]).toEqual([other, false]);
  }
  // What others have borne out is not reworded under them.
  const next = await taught(desk, ben, { question, answer: 'It takes a week.', changed: evidenceOf(same) });
  expect(next).toMatchObject({ supersedesId: first.id });
});
