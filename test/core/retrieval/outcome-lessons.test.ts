import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { featureNames } from '#core/retrieval/confidence.ts';
import { taughtByOutcomes } from '#core/retrieval/outcome-lessons.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import { addShop, anOutcome } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, coreDesk, teach } from '#test/support/core-desk.ts';
import { ask } from './written-desk.ts';

const delivery = 'How long does delivery to Norway take?';
const pouch = 'Is the tea pouch compostable?';
const umbrella = 'Where can my grandmother buy a Norway umbrella tomorrow morning?';
const answer = 'It takes 7 days by courier to Norway.';

async function drafted(text = delivery): Promise<{ readonly desk: CoreDesk; readonly draft: Draft }> {
  const desk = coreDesk();
  await teach(desk, delivery, answer, { topic: 'Delivery' });
  await teach(desk, pouch, 'Yes, put it on the compost.');
  return { desk, draft: await draftReply(desk.deps, { conversationId: ask(desk, text) }) };
}

const outcomeLessons = async (deps: CoreDesk['deps'], storeId: string) =>
  (await taughtByOutcomes(deps, storeId)).lessons;

/** What a draft teaches after these acts, the oldest first. */
function lessonsAfter(desk: CoreDesk, draft: Draft, ...acts: ReadonlyArray<Partial<Outcome>>) {
  for (const [i, over] of acts.entries())
    desk.db.outcomes.append(anOutcome(desk.storeId, { draftId: draft.id, act: 'edited', createdAt: 100 + i, ...over }));
  return outcomeLessons(desk.deps, desk.storeId);
}

test.each([
  ['Hello, it takes 7 days by courier to Norway. Bye!', true],
  ['IT TAKES ７ DAYS by a courier to Norway', true],
  ['It takes 9 days by courier to Norway.', false],
  ['It takes seven days by courier to Norway.', false],
  ['We no longer deliver abroad, sorry.', false],
  ['7', false],
  ['', false],
])('bug: of the reply %j the desk believes otherwise of whether it gives its answer: %s', async (sentText, isRight) => {
  const { desk, draft } = await drafted();
  const [lesson, ...others] = await lessonsAfter(desk, draft, { act: 'written', sentText });
  expect(others).toEqual([]);
  expect(lesson).toMatchObject({ isRight, regime: 'spaced/vectors', topic: 'Delivery', weight: 1 });
  expect(lesson?.features).toHaveLength(featureNames.length);
});

test.each([
  [[{ act: 'edited', sentText: answer.replace('7', '9') }]],
  [[{ act: 'closed' }]],
  [[{ act: 'discarded', reason: 'tone' }]],
  [[{ act: 'discarded', reason: 'not_needed' }]],
  [[{ act: 'discarded', reason: null }]],
  [[{ sentText: answer }, { act: 'withdrawn', sentText: answer }]],
  [[{ act: 'accepted', sentText: answer, draftId: null }]],
] satisfies ReadonlyArray<readonly [ReadonlyArray<Partial<Outcome>>]>)('bug: %j teaches something', async (acts) => {
  const { desk, draft } = await drafted();
  expect(await lessonsAfter(desk, draft, ...acts)).toEqual([]);
});

test('bug: a draft that was called wrong was right', async () => {
  const { desk, draft } = await drafted();
  const lessons = await lessonsAfter(desk, draft, { act: 'discarded', reason: 'wrong', sentText: answer });
  expect(lessons.map(({ isRight }) => isRight)).toEqual([false]);
});

test('bug: a draft called wrong speaks against each of its answers, and against what it did not offer', async () => {
  const { desk, draft } = await drafted(`${pouch}\n\n${umbrella}`);
  expect(draft.asks.map(({ evidence }) => evidence === null)).toEqual([false, true]);
  expect(draft.asks[1]?.judged).not.toBeNull();
  expect(await lessonsAfter(desk, draft, { act: 'discarded', reason: 'wrong' })).toEqual([]);
});

test('bug: an answer that was not offered teaches nothing though the agent gave it', async () => {
  const { desk, draft } = await drafted(umbrella);
  expect(draft.silence).not.toBeNull();
  const lessons = await lessonsAfter(desk, draft, { act: 'written', sentText: answer });
  expect(lessons.map(({ isRight }) => isRight)).toEqual([true]);
});

test('bug: what is sent after a reply was taken back teaches nothing', async () => {
  const { desk, draft } = await drafted();
  const lessons = await lessonsAfter(
    desk,
    draft,
    { sentText: 'It takes 9 days.' },
    { act: 'withdrawn', sentText: 'It takes 9 days.' },
    { act: 'accepted', sentText: answer },
  );
  expect(lessons.map(({ isRight }) => isRight)).toEqual([true]);
});

test('bug: one reply that says an answer once bears out two asks that came near to it', async () => {
  const { desk, draft } = await drafted(`${delivery}\n\n${umbrella}`);
  expect(new Set(draft.asks.map(({ judged }) => judged?.ownerId)).size).toBe(1);
  const [lesson, ...others] = await lessonsAfter(desk, draft, { sentText: answer });
  expect(others).toEqual([]);
  expect(lesson?.features).toEqual(draft.asks[0]?.judged?.features);
  const { answered } = await taughtByOutcomes(desk.deps, desk.storeId);
  const { conversationId } = draft;
  expect(answered).toEqual([{ ownerId: draft.asks[0]?.judged?.ownerId, text: draft.asks[0]?.text, conversationId }]);
});

test('bug: of the answer that an agent gave in place of the nearest nothing is learned', async () => {
  const { desk, draft } = await drafted(`${umbrella.slice(0, -1)} for tea?`);
  const ids = draft.evidence.map(({ id }) => id);
  const [, second] = draft.evidence;
  expect(ids.length).toBeGreaterThan(1);
  const [lesson] = await lessonsAfter(desk, draft, { act: 'written', sentText: `Hi. ${second?.answer ?? ''} Bye.` });
  expect(lesson?.isRight).toBe(false);
  const { answered } = await taughtByOutcomes(desk.deps, desk.storeId);
  expect(answered.map(({ ownerId }) => ownerId)).toEqual([second?.id]);
});

test('bug: a reply that no entry gives makes its question a wording of one', async () => {
  const { desk, draft } = await drafted();
  await lessonsAfter(desk, draft, { act: 'written', sentText: 'Please call our courier about that.' });
  expect((await taughtByOutcomes(desk.deps, desk.storeId)).answered).toEqual([]);
});

test('bug: what another model has judged, or an answer in another language, is learned from', async () => {
  const { desk, draft } = await drafted();
  await lessonsAfter(desk, draft, { sentText: answer });
  const other = { ...desk.deps, embedder: () => ({ ...desk.embedder, id: 'fake/2' }) };
  expect(await outcomeLessons(other, desk.storeId)).toEqual([]);
  const inJapanese = { ...draft, language: 'ja' as const };
  const deps = { ...desk.deps, drafts: { ...desk.deps.drafts, find: () => inJapanese } };
  expect(await outcomeLessons(deps, desk.storeId)).toEqual([]);
  expect(await outcomeLessons(desk.deps, desk.storeId)).toHaveLength(1);
});

test('bug: one store learns from another’s outcomes, or from a draft that is gone', async () => {
  const { desk, draft } = await drafted();
  const { storeId } = addShop(desk.db);
  desk.db.outcomes.append(anOutcome(storeId, { draftId: draft.id, act: 'accepted', sentText: answer }));
  expect(await outcomeLessons(desk.deps, desk.storeId)).toEqual([]);
  const deps = { ...desk.deps, drafts: { ...desk.deps.drafts, find: () => null } };
  expect(await outcomeLessons(deps, storeId)).toEqual([]);
});

test('bug: features of another length, as an older desk kept them, are learned from', async () => {
  const { desk, draft } = await drafted();
  const asks = draft.asks.map((one) => ({ ...one, judged: one.judged && { ...one.judged, features: [1, 2] } }));
  const deps = { ...desk.deps, drafts: { ...desk.deps.drafts, find: () => ({ ...draft, asks }) } };
  desk.db.outcomes.append(anOutcome(desk.storeId, { draftId: draft.id, act: 'accepted', sentText: answer }));
  expect(await outcomeLessons(deps, desk.storeId)).toEqual([]);
});
