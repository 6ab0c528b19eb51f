import { expect, test } from 'vitest';
import { startWordingLoop } from '#backend/loops/wording-loop.ts';
import { createWritings } from '#backend/writings.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { AppError } from '#shared/errors.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { coreDesk, incoming, take, teach } from '#test/support/core-desk.ts';
import { type Script, scriptedModel, withModels } from '#test/support/scripted-model.ts';
import { eventually } from '#test/support/test-desk.ts';

const question = 'How long does delivery to Norway take?';
const worded = 'Delivery to Norway costs 12 euros and takes five working days.';
const wording: Script = () => ({ sentences: [{ text: worded, sources: ['S1'] }] });

async function aheadDesk(script: Script, isAhead = true) {
  const desk = coreDesk();
  await teach(desk, question, 'Delivery to Norway takes five working days and costs 12 euros.');
  const model = scriptedModel(script);
  const deps = withModels(desk, [model], { isAhead });
  const writings = createWritings(deps);
  const errors: unknown[] = [];
  const loop = startWordingLoop(deps, writings, (error) => errors.push(error), 20);
  const drafted = async () => {
    const author = `${newId()}@example.com`;
    const { id } = take(desk, incoming({ text: question, authorAddress: author, customerAddress: author }));
    return draftReply(desk.deps, { conversationId: id });
  };
  return { desk, deps, writings, loop, model, errors, drafted };
}

test('bug: a draft is not worded ahead where the store wants it, or twice for one message', async () => {
  const { desk, loop, model, errors, drafted } = await aheadDesk(wording);
  const draft = await drafted();
  loop.add(draft.conversationId, draft.id);
  await loop.settled();
  expect(desk.db.drafts.current(draft.conversationId)?.text).toContain(worded);
  const again = await draftReply(desk.deps, { conversationId: draft.conversationId });
  loop.add(draft.conversationId, again.id);
  await loop.settled();
  expect([model.told.length, errors]).toEqual([1, []]);
  await loop.stop();
});

test('bug: a store that wants no drafts ahead pays for them', async () => {
  const { loop, model, drafted } = await aheadDesk(wording, false);
  const draft = await drafted();
  loop.add(draft.conversationId, draft.id);
  await loop.settled();
  expect(model.told).toEqual([]);
  await loop.stop();
});

test('bug: a model words drafts that went stale while others were worded', async () => {
  let hold: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (hold = resolve));
  const { desk, deps, loop, model, drafted } = await aheadDesk(wording);
  Object.assign(deps, { languageModelOf: async () => (await held, model) });
  const [first, second] = [await drafted(), await drafted()];
  loop.add(first.conversationId, first.id);
  loop.add(second.conversationId, second.id);
  desk.db.drafts.setState(second.id, 'stale');
  hold();
  await loop.settled();
  expect(model.told).toHaveLength(1);
  expect(desk.db.drafts.current(second.conversationId)?.state).toBe('stale');
  await loop.stop();
});

test('bug: a model that is away is asked without pause, or never again', async () => {
  let isAway = true;
  let tries = 0;
  const { desk, loop, drafted } = await aheadDesk((told, request) => {
    tries++;
    if (isAway) throw new AppError('unreachable', 'ECONNREFUSED');
    return wording(told, request);
  });
  const draft = await drafted();
  loop.add(draft.conversationId, draft.id);
  const begun = performance.now();
  await eventually('it is tried three times', () => tries >= 3);
  // Rests of 20 and 40 ms.
  expect(performance.now() - begun).toBeGreaterThanOrEqual(55);
  isAway = false;
  loop.wake();
  await eventually('it is worded', () => desk.db.drafts.current(draft.conversationId)?.writer != null);
  await loop.stop();
});

test('bug: a draft that a model cannot word is asked for again and again', async () => {
  const { loop, model, drafted } = await aheadDesk(() => ({
    sentences: [{ text: 'The secret is Piano.', sources: ['S1'] }],
  }));
  const draft = await drafted();
  loop.add(draft.conversationId, draft.id);
  await loop.settled();
  loop.add(draft.conversationId, draft.id);
  await loop.settled();
  expect(model.told).toHaveLength(1);
  await loop.stop();
});

test('bug: what is worded ahead takes the place of what an agent asked for', async () => {
  const steered = 'It ships on Monday.';
  const { desk, deps, writings, loop, model, drafted } = await aheadDesk((told) =>
    told.includes('Monday') ? { sentences: [{ text: steered, sources: ['steer'] }] } : wording(told, {} as never),
  );
  let hold: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (hold = resolve));
  let asks = 0;
  Object.assign(deps, { languageModelOf: async () => (asks++ === 0 ? (await held, model) : model) });
  const draft = await drafted();
  loop.add(draft.conversationId, draft.id);
  await eventually('it is being worded ahead', () => asks === 1);
  const { signal } = new AbortController();
  const written = writings.write({ conversationId: draft.conversationId, steer: 'tell them it ships Monday', signal });
  hold();
  expect((await written).isWorded).toBe(true);
  await loop.settled();
  expect(desk.db.drafts.current(draft.conversationId)?.text).toContain(steered);
  await loop.stop();
});
