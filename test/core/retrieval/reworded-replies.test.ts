import { beforeAll, expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { taughtByOutcomes } from '#core/retrieval/outcome-lessons.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import { anOutcome } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, coreDesk, teach } from '#test/support/core-desk.ts';
import { fakeEmbedder } from '#test/support/fake-embedder.ts';
import { ask } from './written-desk.ts';

/** Each with an answer, and the same in another order: the words of the answer are in it, their row is not. */
const matters = [
  [
    'Norway parcel',
    'Parcels reach Norway within 7 days by courier.',
    'By courier, within 7 days, Norway parcels reach you.',
  ],
  [
    'refund money',
    'Refunded money arrives after 14 days on your card.',
    'On your card, after 14 days, arrives refunded money.',
  ],
  [
    'dishwasher lid',
    'Wash the lid gently with warm water and soap.',
    'Warm water and soap: with these gently the lid wash.',
  ],
  [
    'invoice company',
    'Company invoices travel separately as paper mail.',
    'As paper mail, separately, travel company invoices.',
  ],
  ['coupon code', 'Enter coupon codes before payment at checkout.', 'At checkout, before payment, coupon codes enter.'],
  [
    'engraving initials',
    'Engraving initials costs 12 euros per kettle.',
    'Per kettle 12 euros: costs engraving initials.',
  ],
  ['gift wrapping', 'Gift wrapping stays free throughout December.', 'Throughout December free stays gift wrapping.'],
  [
    'oolong caffeine',
    'Oolong holds half as much caffeine as coffee.',
    'Of coffee as much caffeine, half, holds oolong.',
  ],
] as const;

const far = 'Somebody calls tomorrow.';
/** Answers beside one another in a draft. */
const shown = 6;
const questionOf = (matter: number): string => `What about the ${matters[matter]?.[0] ?? ''} please?`;

let desk: CoreDesk;
let drafts: readonly Draft[];

beforeAll(async () => {
  desk = coreDesk();
  // The word that all questions share brings every answer up beside the nearest.
  for (const [words, answer] of matters) await teach(desk, `What about the ${words} please?`, answer);
  const made: Draft[] = [];
  for (let i = 0; i < matters.length; i++)
    made.push(await draftReply(desk.deps, { conversationId: ask(desk, questionOf(i)) }));
  drafts = made;
});

/** What replies to the drafts teach, the oldest first; `over` what is told of each. */
async function lessonsAfter(
  reply: (matter: number) => string,
  over: (matter: number) => Partial<Outcome> = () => ({}),
  embedder = fakeEmbedder(),
) {
  const acts = drafts.map((draft, i) =>
    anOutcome(desk.storeId, { draftId: draft.id, act: 'edited', createdAt: 100 + i, sentText: reply(i), ...over(i) }),
  );
  const outcomes = { ...desk.deps.outcomes, list: () => acts.toReversed() };
  const deps = { ...desk.deps, outcomes, embedder: () => embedder };
  const taught = await taughtByOutcomes(deps, desk.storeId);
  return { ...taught, right: taught.lessons.map(({ isRight }) => isRight).toReversed(), deps, embedder, acts };
}

const reworded = (matter: number): string => matters[matter]?.[2] ?? '';

test('the answers stand beside one another, each first for its own question', () => {
  expect(drafts.map(({ evidence }) => evidence[0]?.answer)).toEqual(matters.map(([, answer]) => answer));
  expect(drafts.map(({ evidence }) => evidence.length)).toEqual(matters.map(() => shown));
});

test('bug: agents who put every answer in their own words teach the desk that it is never right', async () => {
  const { right, answered } = await lessonsAfter(reworded);
  expect(right).toEqual(matters.map(() => true));
  // It may be another answer all the same: no question is trained on it.
  expect(answered).toEqual([]);
});

test('bug: replies that say something else count as the answer in other words', async () => {
  expect((await lessonsAfter(() => far)).right).toEqual(matters.map(() => false));
});

test('bug: where most replies are the answers in other words, one that is not counts as right as well', async () => {
  const { right } = await lessonsAfter((matter) => (matter === 2 ? far : reworded(matter)));
  expect(right).toEqual(matters.map((_, i) => i !== 2));
});

test('bug: another number, or a no for a yes, bears an answer out because it is near in meaning', async () => {
  const turned = (matter: number): string =>
    matter === 0 ? reworded(0).replace('7 days', '9 days') : matter === 2 ? `No. ${reworded(2)}` : reworded(matter);
  const { lessons } = await lessonsAfter(turned);
  expect(lessons).toHaveLength(matters.length - 2);
  const { right } = await lessonsAfter((matter) => (matter === 2 ? `Yes. ${reworded(2)}` : reworded(matter)));
  expect(right).toEqual(matters.map(() => true));
});

test('bug: a draft called wrong, or whose answer a person replaced by hand, was right by what was sent', async () => {
  const wrong = (matter: number): Partial<Outcome> => (matter === 1 ? { act: 'discarded', reason: 'wrong' } : {});
  expect((await lessonsAfter(reworded, wrong)).right).toEqual(matters.map((_, i) => i !== 1));
  const asks = drafts[1]?.asks.map((one) => ({ ...one, evidence: 1, isPicked: true })) ?? [];
  const picked = drafts.map((draft, i) => (i === 1 ? { ...draft, asks } : draft));
  const find = (id: string): Draft | null => picked.find((draft) => draft.id === id) ?? null;
  const { deps } = await lessonsAfter(reworded);
  const { lessons } = await taughtByOutcomes({ ...deps, drafts: { ...deps.drafts, find } }, desk.storeId);
  expect(lessons.map(({ isRight }) => isRight).toReversed()).toEqual(matters.map((_, i) => i !== 1));
});

test('bug: the nearest answer that a person picked and put in other words counts as replaced', async () => {
  const { deps } = await lessonsAfter(reworded);
  const picked = drafts.map((draft) => ({
    ...draft,
    asks: draft.asks.map((one) => ({ ...one, evidence: 0, isPicked: true })),
  }));
  const find = (id: string): Draft | null => picked.find((draft) => draft.id === id) ?? null;
  const { lessons } = await taughtByOutcomes({ ...deps, drafts: { ...deps.drafts, find } }, desk.storeId);
  expect(lessons.map(({ isRight }) => isRight)).toEqual(matters.map(() => true));
});

test('bug: every refit embeds every reply anew', async () => {
  const { deps, embedder, lessons } = await lessonsAfter(reworded);
  const count = embedder.embedded();
  expect(count).toBeGreaterThan(0);
  expect((await taughtByOutcomes(deps, desk.storeId)).lessons).toEqual(lessons);
  expect(embedder.embedded()).toBe(count);
});

test('bug: a reply that gives the nearest answer and another one besides counts as that other one alone', async () => {
  const besides = drafts[1]?.evidence[1]?.answer ?? '';
  expect(besides).not.toBe('');
  const { right } = await lessonsAfter((matter) => (matter === 1 ? `${reworded(1)} ${besides}` : reworded(matter)));
  expect(right).toEqual(matters.map(() => true));
  const instead = await lessonsAfter((matter) => (matter === 1 ? `Well: ${besides} Thank you.` : reworded(matter)));
  expect(instead.right).toEqual(matters.map((_, i) => i !== 1));
});

test('bug: without an embedder, or where it fails, whoever puts answers in their own words teaches that they are wrong', async () => {
  const one = (matter: number): string => (matter === 2 ? far : reworded(matter));
  const embedder = fakeEmbedder();
  embedder.breakDown();
  expect((await lessonsAfter(one, () => ({}), embedder)).right).toEqual(matters.map((_, i) => i !== 2));
  const { deps } = await lessonsAfter(one);
  const byWords = drafts.map((draft) => ({ ...draft, embedderId: null }));
  const find = (id: string): Draft | null => byWords.find((draft) => draft.id === id) ?? null;
  const without = { ...deps, embedder: () => null, drafts: { ...deps.drafts, find } };
  const { lessons } = await taughtByOutcomes(without, desk.storeId);
  expect(lessons.map(({ isRight }) => isRight).toReversed()).toEqual(matters.map((_, i) => i !== 2));
});

test('bug: after a start all replies of years are embedded before anything is learned, or only those that were right count', async () => {
  const { deps, acts } = await lessonsAfter(reworded);
  const embedder = fakeEmbedder('fake/1');
  const many = Array.from({ length: 40 }, (_, round) =>
    acts.map((act) => ({ ...act, id: `${act.id}-${round}`, sentText: round % 2 === 0 ? act.sentText : act.draftText })),
  ).flat();
  const outcomes = { ...deps.outcomes, list: () => many };
  const late = { ...deps, outcomes, embedder: () => embedder };
  const first = await taughtByOutcomes(late, desk.storeId);
  const second = await taughtByOutcomes(late, desk.storeId);
  expect(first.lessons.length).toBeLessThan(many.length);
  expect(second.lessons.length).toBeGreaterThan(first.lessons.length);
  // Which words were sent for which question is known without reading.
  expect(first.answered).toEqual(second.answered);
});

test('bug: another answer of the store, which was not shown and is near in meaning, counts as the nearest in other words', async () => {
  await teach(desk, 'Anything else?', reworded(2));
  expect((await lessonsAfter(reworded)).right).toEqual(matters.map((_, i) => i !== 2));
});
