import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { learnFromEdit } from '#core/learning/learn-from-edit.ts';
import type { Lesson } from '#core/learning/lessons-of.ts';
import { logPosteriors } from '#core/retrieval/answer-classifier.ts';
import { evidenceOf } from '#core/retrieval/candidate.ts';
import { confirmedAnswers } from '#core/retrieval/confirmed-answers.ts';
import { embedPassages } from '#core/retrieval/index-passage.ts';
import { learnModel } from '#core/retrieval/learn-model.ts';
import { rankCandidates } from '#core/retrieval/rank-candidates.ts';
import { type LearnedModel, priorModel } from '#core/retrieval/store-model.ts';
import { anOutcome } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, noon, teach } from '#test/support/core-desk.ts';
import { anyType } from '#test/support/lessons.ts';
import { groupedDesk, matters } from './grouped-desk.ts';
import { ask } from './written-desk.ts';

const loan = 'Do you lend camping stoves to schools for a weekend?';
const nearLoan = 'Do you lend camping stoves to families for a fortnight?';
const lent = 'We lend six of them from the shop in Hull.';

/** An agent answers by hand, in a conversation of its own. */
function byHand(desk: CoreDesk, question: string, answer: string, over: Partial<Lesson> = {}) {
  const conversationId = ask(desk, question);
  const outcome = anOutcome(desk.storeId, { conversationId });
  return desk.db.transaction(() => {
    desk.db.outcomes.append(outcome);
    const lessons = [{ question, answer, before: '', changed: null, ...anyType, ...over }];
    return learnFromEdit(desk.deps, { storeId: desk.storeId, conversationId, outcomeId: outcome.id, lessons });
  });
}

async function taught(desk: CoreDesk): Promise<LearnedModel> {
  await embedPassages(desk.deps);
  return learnModel(desk.deps, desk.storeId);
}

function draftOf(desk: CoreDesk, learned: LearnedModel, text: string) {
  const model = { ...priorModel, ...learned };
  return draftReply({ ...desk.deps, modelOf: () => model }, { conversationId: ask(desk, text) });
}

test('bug: the same question again is not answered as an agent has answered it', async () => {
  const desk = await groupedDesk();
  byHand(desk, loan, lent);
  const model = await taught(desk);
  for (const text of [loan, loan.toLowerCase(), `${loan} Thanks!`]) {
    const draft = await draftOf(desk, model, text);
    expect([text, draft.silence, draft.evidence[0]?.answer]).toEqual([text, null, lent]);
  }
});

test('bug: what was written once for another question is offered for one that is near', async () => {
  const desk = await groupedDesk();
  byHand(desk, loan, lent);
  const draft = await draftOf(desk, await taught(desk), nearLoan);
  expect(draft.silence).not.toBeNull();
  // One key away it is all the same.
  expect(draft.evidence.map(({ answer }) => answer)).toContain(lent);
  expect(draft.evidence.find(({ answer }) => answer === lent)?.confidence).toBeLessThan(0.5);
});

test('bug: an answer that several conversations have borne out is still kept back', async () => {
  const desk = await groupedDesk();
  for (const who of ['schools', 'clubs', 'scouts']) byHand(desk, loan.replace('schools', who), lent);
  const model = await taught(desk);
  expect([...model.confirmed]).toEqual([lent]);
  const draft = await draftOf(desk, model, 'Do you lend camping stoves to companies for a weekend?');
  expect([draft.silence, draft.evidence[0]?.answer]).toEqual([null, lent]);
});

test('bug: one conversation bears an answer out by itself, or two do', async () => {
  const desk = await groupedDesk();
  const [item] = byHand(desk, loan, lent);
  const answered = (...conversations: readonly string[]) =>
    conversations.map((conversationId) => ({ ownerId: item?.id ?? '', text: loan, conversationId }));
  const confirmed = async (...conversations: readonly string[]) =>
    (await confirmedAnswers(desk.deps, desk.storeId, answered(...conversations))).size;
  expect(await confirmed('one', 'one', 'one')).toBe(0);
  expect(await confirmed('one', 'two')).toBe(1);
});

test('bug: of two answers by hand to one question the older is given; of three that differ any', async () => {
  const desk = await groupedDesk();
  const firstFor = () => {
    const scope = { storeId: desk.storeId, profileId: desk.deps.profileId(), about: null, channel: null, at: noon };
    const [first] = rankCandidates(desk.deps, { text: loan, vector: null, embedderId: null }, scope, null).candidates;
    return first === undefined ? null : { ...evidenceOf(first, 1), isUnconfirmed: first.isUnconfirmed };
  };
  byHand(desk, loan, lent);
  byHand(desk, loan, 'We lend none any more.');
  expect(firstFor()).toMatchObject({ answer: 'We lend none any more.', isUnconfirmed: false });
  byHand(desk, loan, 'Ask at the desk in Leeds about it.');
  expect(firstFor()?.kind === 'learned' && firstFor()?.isUnconfirmed === false).toBe(false);
});

test('bug: questions that agents answered by hand leave the classifier as sure of the answers there are', async () => {
  const desk = await groupedDesk();
  for (const item of ['stoves', 'tents', 'lamps', 'ropes', 'maps', 'boots', 'sleds', 'oars'])
    byHand(desk, `Do you lend camping ${item} to schools?`, `About the ${item} we shall write to you.`);
  const { classifier } = await taught(desk);
  const none = classifier?.unanswered ?? -1;
  expect(none).toBe(matters.length);
  const vector = (await desk.deps.embedder()?.embed([nearLoan]))?.[0];
  if (classifier === null || vector === undefined) throw new Error('Nothing was learned');
  const logs = logPosteriors(classifier, nearLoan, vector);
  expect(logs.indexOf(Math.max(...logs))).toBe(none);
});

test('bug: sending what another entry says makes it a correction of the one that was offered', async () => {
  const desk = await groupedDesk();
  const offered = await teach(desk, 'How long is the parcel to Norway?', 'It takes 7 days by ship to Norway.');
  const changed = (await draftOf(desk, await taught(desk), 'How long is the parcel to Norway?')).evidence[0] ?? null;
  expect(changed?.id).toBe(offered.id);
  const [item] = byHand(desk, 'How long is the parcel to Norway by air?', matters[0][1], { changed });
  expect(item).toMatchObject({ kind: 'adds', correctsEntryId: null });
});

test('bug: another wording of an entry is kept back wherever that entry does not come up', async () => {
  const desk = await groupedDesk();
  const [, answer] = matters[0];
  byHand(desk, 'When will the reindeer get their lichen?', answer);
  const except = new Set(desk.db.knowledge.withAnswer(desk.storeId, answer).map(({ id }) => id));
  const scope = {
    storeId: desk.storeId,
    profileId: desk.deps.profileId(),
    about: null,
    channel: null,
    at: noon,
    except,
  };
  const question = { text: 'When will reindeer get lichen, please?', vector: null, embedderId: null };
  const [first] = rankCandidates(desk.deps, question, scope, null).candidates;
  expect(first).toMatchObject({ kind: 'learned', isUnconfirmed: false });
});
