import { expect, test } from 'vitest';
import type { Embedder } from '#core/ports/embedder.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { vectorsOf } from '#core/writing/vectors-of.ts';
import { writeDraft } from '#core/writing/write-draft.ts';
import { AppError } from '#shared/errors.ts';
import { coreDesk, incoming, take, teach } from '#test/support/core-desk.ts';
import { scriptedModel, withModels } from '#test/support/scripted-model.ts';

const failing: Embedder = {
  id: 'failing',
  dimensions: 3,
  embed: () => Promise.reject(new AppError('embedder_unavailable', 'It has failed')),
  close: async () => undefined,
} as Embedder;

test('bug: where the search model fails, what the language model wrote is refused for it', async () => {
  const desk = coreDesk();
  const answer = 'Delivery to Norway takes five working days and costs 12 euros.';
  await teach(desk, 'How long does delivery to Norway take?', answer);
  const { id: conversationId } = take(desk, incoming({ text: 'How long does delivery to Norway take?' }));
  await draftReply(desk.deps, { conversationId });
  const model = scriptedModel(() => ({ sentences: [{ text: answer, sources: ['S1'] }] }));
  const deps = { ...withModels(desk, [model]), embedder: () => failing };
  const { isWorded, problems } = await writeDraft(deps, {
    conversationId,
    steer: null,
    signal: AbortSignal.timeout(60_000),
  });
  expect(problems).toEqual([]);
  expect(isWorded).toBe(true);
});

test('bug: a stopped comparison counts as one that could not be made', async () => {
  await expect(vectorsOf({ embedder: () => failing }, ['a'], AbortSignal.abort())).rejects.toBeInstanceOf(AppError);
  expect(await vectorsOf({ embedder: () => failing }, ['a'], new AbortController().signal)).toBeNull();
  expect(await vectorsOf({ embedder: () => null }, ['a'], new AbortController().signal)).toBeNull();
});
