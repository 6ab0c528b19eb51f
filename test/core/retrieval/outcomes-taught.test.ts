import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { learnFromEdit } from '#core/learning/learn-from-edit.ts';
import { priorCalibration } from '#core/retrieval/confidence.ts';
import { embedPassages } from '#core/retrieval/index-passage.ts';
import { hasMovedFrom, isOutgrown, learnModel, refittedModel } from '#core/retrieval/learn-model.ts';
import { type LearnedModel, priorModel } from '#core/retrieval/store-model.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import { anOutcome } from '#test/adapters/sqlite/desk.ts';
import type { CoreDesk } from '#test/support/core-desk.ts';
import { anyType } from '#test/support/lessons.ts';
import { groupedDesk, matters, newQuestion } from './grouped-desk.ts';
import { ask } from './written-desk.ts';

function depsWith(desk: CoreDesk, learned: LearnedModel) {
  const model = { ...priorModel, ...learned };
  return { ...desk.deps, modelOf: () => model };
}

const draftOf = (desk: CoreDesk, model: LearnedModel, text: string) =>
  draftReply(depsWith(desk, model), { conversationId: ask(desk, text) });

/** Draws so many drafts and keeps what becomes of each. */
async function judge(desk: CoreDesk, model: LearnedModel, count: number, over: (text: string) => Partial<Outcome>) {
  for (let i = 0; i < count; i++) {
    const draft = await draftOf(desk, model, newQuestion(i));
    desk.db.outcomes.append(anOutcome(desk.storeId, { draftId: draft.id, createdAt: 100 + i, ...over(draft.text) }));
  }
}

/** The mean confidence in the answers to new questions. */
async function trustIn(desk: CoreDesk, model: LearnedModel): Promise<number> {
  let sum = 0;
  for (let i = 0; i < matters.length; i++) sum += (await draftOf(desk, model, newQuestion(i))).asks[0]?.confidence ?? 0;
  return sum / matters.length;
}

test('bug: a knowledge that gives its answers under several questions has trials of one kind alone', async () => {
  const desk = await groupedDesk();
  const model = await learnModel(desk.deps, desk.storeId);
  expect(model.classifier?.classes.size).toBe(matters.length);
  const right = model.trials.filter(({ isRight }) => isRight).length;
  expect(right).toBeGreaterThan(20);
  expect(model.trials.length - right).toBeGreaterThan(20);
  expect(model.questionCount).toBe(5 * matters.length);
  for (const { confidence, weight } of model.trials) {
    expect(confidence > 0 && confidence < 1).toBe(true);
    expect(weight > 0 && weight <= 1).toBe(true);
  }
});

test('bug: the same knowledge makes another model the second time', async () => {
  const desk = await groupedDesk();
  const [one, other] = [await learnModel(desk.deps, desk.storeId), await learnModel(desk.deps, desk.storeId)];
  expect(one.calibration).toEqual(other.calibration);
  expect(one.trials).toEqual(other.trials);
  expect(one.classifier?.weights).toEqual(other.classifier?.weights);
});

test('bug: what became of forty answers leaves the confidence in the next as it was', async () => {
  const desk = await groupedDesk();
  const model = await learnModel(desk.deps, desk.storeId);
  const before = await trustIn(desk, model);
  await judge(desk, model, 40, (sentText) => ({ act: 'accepted', sentText }));
  const accepted = await refittedModel(desk.deps, desk.storeId, model);
  expect(accepted.outcomeCount).toBe(40);
  expect(await trustIn(desk, accepted)).toBeGreaterThan(before);

  const other = await groupedDesk();
  const otherModel = await learnModel(other.deps, other.storeId);
  await judge(other, otherModel, 40, () => ({ act: 'edited', sentText: 'We shall ask the workshop and call you.' }));
  const refused = await refittedModel(other.deps, other.storeId, otherModel);
  expect(await trustIn(other, refused)).toBeLessThan(before - 0.1);
  expect(hasMovedFrom(otherModel, refused)).toBe(true);
});

test('bug: taking outcomes into account makes another classifier, or forgets what the knowledge taught', async () => {
  const desk = await groupedDesk();
  const model = await learnModel(desk.deps, desk.storeId);
  await judge(desk, model, 3, (sentText) => ({ act: 'accepted', sentText }));
  const refitted = await refittedModel(desk.deps, desk.storeId, model);
  expect(refitted.classifier).toBe(model.classifier);
  expect(refitted.lessons).toBe(model.lessons);
  expect(refitted.names).toBe(model.names);
  expect(refitted.questionCount).toBe(model.questionCount);
  expect(refitted.trials).toHaveLength(model.lessons.length + 3);
});

test('bug: replies in an entry’s own words teach the desk to distrust that entry', async () => {
  const desk = await groupedDesk();
  const before = await learnModel(desk.deps, desk.storeId);
  const outcome = anOutcome(desk.storeId);
  desk.db.transaction(() => {
    desk.db.outcomes.append(outcome);
    const lessons = matters.map(([words, answer]) => ({
      question: `What about the ${words} then?`,
      answer,
      before: '',
      changed: null,
      ...anyType,
    }));
    const { conversationId, id: outcomeId } = outcome;
    learnFromEdit(desk.deps, { storeId: desk.storeId, conversationId, outcomeId, lessons });
  });
  await embedPassages(desk.deps);
  const after = await learnModel(desk.deps, desk.storeId);
  // What is nearest where the answer is not known stays as far away as it was.
  const wrong = ({ lessons }: LearnedModel): number =>
    Math.max(...lessons.filter(({ isRight }) => !isRight).map(({ features }) => features[1] ?? 0));
  expect(wrong(after)).toBeCloseTo(wrong(before), 6);
  expect(await trustIn(desk, after)).toBeGreaterThan((await trustIn(desk, before)) - 0.05);
});

test('bug: a model is never learned anew, or at every lesson', () => {
  const isDue = (now: number, then: number): boolean => {
    const page = { items: [], total: 5 };
    const knowledge = { countActive: () => now - 5 };
    const deps = { knowledge, learned: { list: () => page }, profileId: () => null } as never;
    return isOutgrown(deps, 'store', { questionCount: then });
  };
  expect(isDue(5, 0)).toBe(false);
  expect(isDue(20, 0)).toBe(true);
  expect([isDue(119, 100), isDue(120, 100), isDue(81, 100), isDue(80, 100)]).toEqual([false, true, false, true]);
  expect([isDue(10_499, 10_000), isDue(10_500, 10_000)]).toEqual([false, true]);
});

test('bug: every outcome makes every draft anew, or a confidence that moved none', async () => {
  const desk = await groupedDesk();
  const model = await learnModel(desk.deps, desk.storeId);
  const shifted = (by: number): LearnedModel => {
    const weights = model.calibration['spaced/vectors'].map((weight, i) => (i === 0 ? weight + by : weight));
    return { ...model, calibration: { ...model.calibration, 'spaced/vectors': weights } };
  };
  expect(hasMovedFrom(model, { ...model })).toBe(false);
  // The same knowledge, learned once more.
  expect(hasMovedFrom(model, await learnModel(desk.deps, desk.storeId))).toBe(false);
  expect(hasMovedFrom(model, shifted(0.1))).toBe(false);
  expect(hasMovedFrom(model, shifted(2))).toBe(true);
  expect(hasMovedFrom(model, { ...model, classifier: null })).toBe(true);
  const blank = { ...priorModel, calibration: priorCalibration };
  expect(hasMovedFrom(blank, { ...blank, calibration: shifted(2).calibration })).toBe(true);
  expect(hasMovedFrom(blank, blank)).toBe(false);
});
