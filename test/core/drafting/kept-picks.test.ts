import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { staleDrafts } from '#core/drafting/stale-drafts.ts';
import { saveSet, switchSets } from '#core/knowledge/switch-sets.ts';
import { priorCalibration } from '#core/retrieval/confidence.ts';
import { priorModel } from '#core/retrieval/store-model.ts';
import { pickedEvidence } from '#core/retrieval/retrieve-evidence.ts';
import type { Draft } from '#shared/model/draft.ts';
import { type CoreDesk, coreDesk, incoming, take, teach } from '#test/support/core-desk.ts';

const postage = 'How much is the postage to Norway?';

/** A conversation for whose one question a person has picked this entry, of which no search would think. */
async function picked(desk: CoreDesk, entryId: string): Promise<Draft> {
  const { id } = take(desk, incoming({ subject: '', text: postage }));
  const evidence = pickedEvidence(desk.deps, entryId);
  return draftReply(desk.deps, { conversationId: id, picked: [{ ask: 0, evidence }] });
}

function again(desk: CoreDesk, { conversationId }: Draft): Promise<Draft> {
  return draftReply(desk.deps, { conversationId, keepsPicks: true });
}

test('bug: what a person picked from a season is drafted again after the season is off', async () => {
  const desk = coreDesk();
  const winter = saveSet(desk.deps, { setId: null, name: 'Winter' });
  switchSets(desk.deps, { storeId: desk.storeId, on: [winter.id], off: [] });
  const place = { storeId: null, setId: winter.id };
  const draft = await picked(desk, (await teach(desk, 'Freight in snow', 'Free in winter.', {}, place)).id);
  expect(draft.text).toContain('Free in winter.');
  switchSets(desk.deps, { storeId: desk.storeId, on: [], off: [winter.id] });
  expect(desk.db.drafts.get(draft.id).state).toBe('stale');
  expect((await again(desk, draft)).text).not.toContain('Free in winter.');
});

test('bug: what a person picked is drafted again after its time is over', async () => {
  const desk = coreDesk();
  const validity = { from: null, until: '2026-03-10T13:00', zone: 'UTC' };
  const draft = await picked(desk, (await teach(desk, 'Freight in snow', 'Free today.', { validity })).id);
  desk.time.now += 2 * 3_600_000;
  expect(staleDrafts(desk.deps, [desk.storeId])).toBe(1);
  expect((await again(desk, draft)).text).not.toContain('Free today.');
});

test('bug: a pick of another channel is stale at every change of the clock, and comes back as new each time', async () => {
  const desk = coreDesk();
  const draft = await picked(desk, (await teach(desk, 'Freight in snow', 'Press it.', { channels: ['chat'] })).id);
  expect(staleDrafts(desk.deps, [desk.storeId])).toBe(0);
  expect((await again(desk, draft)).id).toBe(draft.id);
});

test('bug: a draft that is being made in the background throws away what a person picks meanwhile', async () => {
  const desk = coreDesk();
  await teach(desk, postage, 'Postage is 9 EUR.');
  const other = await teach(desk, 'Freight in snow', 'Free in winter.');
  const { id } = take(desk, incoming({ subject: '', text: postage }));
  await draftReply(desk.deps, { conversationId: id });
  const gate = Promise.withResolvers<void>();
  const slow: CoreDesk['embedder'] = {
    ...desk.embedder,
    embed: async (texts) => {
      await gate.promise;
      return desk.embedder.embed(texts);
    },
  };
  await teach(desk, `${postage}?`, 'Postage is 8 EUR.');
  const background = draftReply({ ...desk.deps, embedder: () => slow }, { conversationId: id, keepsPicks: true });
  const evidence = pickedEvidence(desk.deps, other.id);
  const draft = await draftReply(desk.deps, { conversationId: id, picked: [{ ask: 0, evidence }], keepsPicks: true });
  expect(draft.text).toContain('Free in winter.');
  gate.resolve();
  await background;
  expect(desk.db.drafts.current(id)?.text).toContain('Free in winter.');
});

test('bug: an answer that the desk is certain of counts as picked by a person', async () => {
  const desk = coreDesk();
  const entry = await teach(desk, postage, 'Postage is 9 EUR.');
  const { id } = take(desk, incoming({ subject: '', text: postage }));
  const certain = {
    ...desk.deps,
    modelOf: () => ({
      ...priorModel,
      calibration: { ...priorCalibration, 'spaced/vectors': [1_000, 0, 0, 0, 0, 0, 0, 0, 0] },
    }),
  };
  const draft = await draftReply(certain, { conversationId: id });
  expect(draft.asks[0]).toMatchObject({ confidence: 1, isPicked: false });
  expect(draft.evidence[0]?.id).toBe(entry.id);
  desk.db.drafts.setState(draft.id, 'stale');
  expect((await again(desk, draft)).asks[0]?.confidence).toBeLessThan(1);
});
