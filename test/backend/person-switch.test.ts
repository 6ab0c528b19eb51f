import { expect, onTestFinished, test } from 'vitest';
import { startIndexLoop } from '#backend/loops/index-loop.ts';
import { watchPerson } from '#backend/person-switch.ts';
import { storeModels } from '#backend/store-models.ts';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { profileChanged } from '#core/profiles/profile-changed.ts';
import { learnModel } from '#core/retrieval/learn-model.ts';
import type { Features } from '#core/retrieval/confidence.ts';
import { priorModel } from '#core/retrieval/store-model.ts';
import { plainSettings } from '#shared/model/store.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { lastMessageId, teach } from '#test/support/core-desk.ts';
import { eventually, startTestDesk } from '#test/support/test-desk.ts';
import { asked, lessonDesk, present } from '../core/learning/governance/lesson-desk.ts';

const countries = ['Norway', 'Spain', 'Italy', 'Japan', 'Chile'];

/** Ben has answered otherwise than was drafted, and nobody else has seen it yet. */
async function privatelyTaught() {
  const desk = lessonDesk();
  const [ben, cleo] = [desk.person('Ben'), desk.person('Cleo')];
  for (const [i, country] of countries.entries())
    await teach(desk, `How long does delivery to ${country} take?`, `Delivery to ${country} takes ${i + 2} days.`);
  present(desk, ben);
  for (const country of countries) {
    const draft = await draftReply(desk.deps, {
      conversationId: asked(desk, `How long does delivery to ${country} take?`),
    });
    desk.time.now += 1_000;
    await acceptDraft(desk.deps, {
      conversationId: draft.conversationId,
      draftId: draft.id,
      lastMessageId: lastMessageId(desk, draft.conversationId),
      text: draft.text.replace(/takes \d days/, 'has been given up, sadly, as no carrier goes there'),
      confirmed: 'all',
    });
  }
  return { desk, ben, cleo };
}

test('bug: after a switch of person the former one’s private lesson moves the confidence', async () => {
  const { desk, ben, cleo } = await privatelyTaught();
  const { storeId } = desk;
  const learnedBy = async (profileId: string | null) =>
    JSON.stringify(await learnModel({ ...desk.deps, profileId: () => profileId }, storeId));
  const [bens, everybodys] = [await learnedBy(ben), await learnedBy(null)];
  const trialsOf = (model: string) => (JSON.parse(model) as { trials: unknown }).trials;
  expect(trialsOf(bens)).not.toEqual(trialsOf(everybodys));

  const models = storeModels(desk.db.stores, () => desk.present.profileId);
  const heard: Array<string | null> = [];
  const errors: unknown[] = [];
  const loop = startIndexLoop(
    {
      ...desk.deps,
      profileId: () => desk.present.profileId,
      embedders: { next: () => null, takeOver: () => false, soleId: () => null },
      onTakenOver: () => undefined,
      modelOf: models.of,
      setModel(id, model, whose) {
        heard.push(whose.profileId);
        models.set(id, model, whose);
      },
    },
    (error) => errors.push(error),
  );
  onTestFinished(() => loop.stop());
  const served = (): unknown => JSON.parse(JSON.stringify(models.of(storeId)));
  await loop.settled();
  expect(served()).toMatchObject(JSON.parse(bens) as object);

  // Not for a moment: before anything is learned for the next one …
  present(desk, cleo);
  profileChanged(desk.deps, ben, cleo);
  expect(served()).toMatchObject(JSON.parse(everybodys) as object);
  // … and neither afterwards.
  loop.wake();
  await eventually('it is learned for the next one', () => heard.at(-1) === cleo);
  expect(served()).toMatchObject(JSON.parse(everybodys) as object);
  present(desk, ben);
  expect(served()).toMatchObject(JSON.parse(everybodys) as object);
  loop.wake();
  await eventually('it is learned for the first one again', () => heard.at(-1) === ben);
  expect(served()).toMatchObject(JSON.parse(bens) as object);
  expect(errors).toEqual([]);
});

test('bug: drafts judged by the former person’s lessons stay, or nothing is learned for the next one', async () => {
  const running = await startTestDesk({ seedsSample: false, modelsFolder: '/nowhere', watchesInboxes: false });
  onTestFinished(() => running.end());
  const { desk } = running;
  const settings = { ...plainSettings, name: 'North' };
  const store = desk.deps.stores.add({ id: newId(), versionId: newId(), settings, at: 1 });
  await running.loops.index.settled();
  const owner = desk.present();
  const other = { id: newId(), name: 'Abe', role: 'agent', state: 'active', createdAt: 1 } as const;
  desk.deps.profiles.add(other);
  const redrafted: string[] = [];
  let woken = 0;
  const look = watchPerson(desk, {
    drafts: { ...running.loops.drafts, redraft: (storeId) => void redrafted.push(storeId) },
    index: { ...running.loops.index, wake: () => void woken++ },
  });
  const usual = priorModel.calibration['spaced/vectors'];
  const bold = {
    ...priorModel.calibration,
    'spaced/vectors': usual.map((weight) => weight + 4) as unknown as Features,
  };
  desk.setModel(store.id, { ...priorModel, calibration: bold }, { profileId: owner.id, shared: priorModel });
  look();
  expect([redrafted, woken]).toEqual([[], 0]);
  desk.setProfile(other.id);
  look();
  expect(desk.deps.modelOf(store.id).calibration).toEqual(priorModel.calibration);
  expect([redrafted, woken]).toEqual([[store.id], 1]);
});
