import { expect, test } from 'vitest';
import { startIndexLoop } from '#backend/loops/index-loop.ts';
import { judgesOtherwise, storeModels } from '#backend/store-models.ts';
import { type LearnedModel, type StoreModel, priorModel } from '#core/retrieval/store-model.ts';
import { anOutcome, newId } from '#test/adapters/sqlite/desk.ts';
import { coreDesk, deskSettings, teach } from '#test/support/core-desk.ts';
import { eventually, settled, startTestDesk } from '#test/support/test-desk.ts';

/** Longer than a loop waits for edits to pause. */
const pauseMs = 2_500;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pauseMs));

/** A loop that has learned once, and the models it makes. */
async function settledLoop() {
  const desk = coreDesk();
  const other = desk.db.stores.add({ id: newId(), versionId: newId(), settings: deskSettings, at: 1 }).id;
  await teach(desk, 'How long does delivery to Norway take?', 'Three days.');
  const models = storeModels(desk.db.stores);
  const made: LearnedModel[] = [];
  const ofOther: LearnedModel[] = [];
  const errors: unknown[] = [];
  const broken = { outcomes: false };
  const loop = startIndexLoop(
    {
      ...desk.deps,
      outcomes: {
        ...desk.deps.outcomes,
        list(...asked) {
          if (broken.outcomes) throw new Error('busy');
          return desk.db.outcomes.list(...asked);
        },
      },
      embedders: { next: () => null, takeOver: () => false, soleId: () => null },
      onTakenOver: () => undefined,
      modelOf: models.of,
      setModel(storeId, model) {
        models.set(storeId, model);
        (storeId === other ? ofOther : made).push(model);
      },
    },
    (error) => errors.push(error),
  );
  await loop.settled();
  const judge = (times: number, storeId = desk.storeId): void => {
    for (let i = 0; i < times; i++) {
      desk.db.outcomes.append(anOutcome(storeId));
      loop.judge();
    }
  };
  return { desk, loop, other, made, ofOther, errors, broken, judge };
}

test('bug: every single outcome fits confidence anew, or none ever does', async () => {
  const { loop, made, judge } = await settledLoop();
  expect(made).toHaveLength(1);
  judge(4);
  await pause();
  expect(made).toHaveLength(1);
  judge(1);
  await eventually('it is fitted', () => made.length === 2);
  // What the knowledge teaches is not read again for it.
  expect(made[1]?.lessons).toBe(made[0]?.lessons);
  judge(4);
  await pause();
  expect(made).toHaveLength(2);
  await loop.stop();
});

test('bug: the many events of one reply, or the outcomes of another store, fit a store anew', async () => {
  const { loop, other, made, ofOther, judge } = await settledLoop();
  judge(1);
  for (let i = 0; i < 20; i++) loop.judge();
  judge(4, other);
  await pause();
  expect([made.length, ofOther.length]).toEqual([1, 1]);
  judge(1, other);
  await eventually('it is fitted', () => ofOther.length === 2);
  await pause();
  expect([made.length, ofOther.length]).toEqual([1, 2]);
  await loop.stop();
});

test('bug: drafts that were discarded as wrong never move confidence, only sent replies do', async () => {
  const desk = await startTestDesk();
  await settled(desk);
  const learned: string[] = [];
  const stop = desk.client.on('confidence.changed', ({ storeId }) => learned.push(storeId));
  const storeId = (await desk.client.call('store.list', {}))[0]?.id ?? '';
  const open = desk.desk.deps.drafts.openOfStore(storeId).slice(0, 5);
  for (const { id } of open) await desk.client.call('draft.discard', { draftId: id, reason: 'wrong' });
  await eventually('it is fitted', () => learned.length > 0);
  stop();
  expect(learned).toEqual([storeId]);
  expect(desk.errors).toEqual([]);
  await desk.end();
}, 120_000);

test('bug: a store that has grown since is fitted to outcomes alone', async () => {
  const { desk, loop, made, judge } = await settledLoop();
  for (let i = 0; i < 20; i++) await teach(desk, `Is number ${i} there?`, `It is in hall ${i}.`);
  judge(5);
  await eventually('it is learned', () => made.length === 2);
  expect(made[1]?.questionCount).toBe(21);
  expect(made[1]?.lessons).not.toBe(made[0]?.lessons);
  await loop.stop();
});

test('bug: outcomes that a bad moment of the database came between are never learned from', async () => {
  const { loop, made, errors, broken, judge } = await settledLoop();
  broken.outcomes = true;
  judge(5);
  await eventually('it has failed', () => errors.length === 1);
  expect(made).toHaveLength(1);
  broken.outcomes = false;
  await eventually('it is fitted', () => made.length === 2);
  await loop.stop();
});

test('bug: drafts are all made again for a confidence that nobody sees move', () => {
  const offering = (from: number, bias = 0): StoreModel => {
    const weights = priorModel.calibration['spaced/vectors'].map((weight, i) => (i === 0 ? weight + bias : weight));
    const calibration = { ...priorModel.calibration, 'spaced/vectors': weights };
    return { ...priorModel, calibration, offeredFrom: () => from };
  };
  expect(judgesOtherwise(offering(0.5), offering(0.5), [])).toBe(false);
  expect(judgesOtherwise(offering(0.5), offering(0.51, 0.01), [])).toBe(false);
  expect(judgesOtherwise(offering(0.5), offering(0.6), [])).toBe(true);
  expect(judgesOtherwise(offering(0.5), offering(0.5, 1), [])).toBe(true);
});

test('bug: drafts of a topic with a rate of its own stay as they were when only its threshold moves', () => {
  const offering = (tax: number): StoreModel => ({
    ...priorModel,
    offeredFrom: (topic) => (topic === 'tax' ? tax : 0.5),
  });
  expect(judgesOtherwise(offering(0.9), offering(0.7), ['tax'])).toBe(true);
  expect(judgesOtherwise(offering(0.9), offering(Number.POSITIVE_INFINITY), ['tax'])).toBe(true);
  expect(judgesOtherwise(offering(0.9), offering(0.91), ['tax'])).toBe(false);
  const trial = { confidence: 0.8, isRight: true, topic: 'tax', weight: 1 };
  expect(judgesOtherwise(offering(0.9), { ...offering(0.7), trials: [trial] }, [])).toBe(true);
});
