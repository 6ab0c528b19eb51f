import { expect, test } from 'vitest';
import { typingEmbedderId } from '#core/learning/typing/model/type-by-model.ts';
import { replyVectors } from '#core/learning/typing/reply-vectors.ts';
import type { VectorOf } from '#core/learning/typing/typed-answer.ts';
import type { Embedder } from '#core/ports/embedder.ts';

const embedder = (over: Partial<Embedder> = {}) => ({
  embedder: (): Embedder => ({
    id: typingEmbedderId,
    dimensions: 1,
    embed: (texts) => Promise.resolve(texts.map((text) => new Float32Array([text.length]))),
    close: () => Promise.resolve(),
    ...over,
  }),
});
const asks = (vectorOf: VectorOf): void => ['a', 'bcd', 'a'].forEach((text) => void vectorOf(text));

test('bug: a text has another’s vector, or one that nobody asked for has any', async () => {
  const vectorOf = await replyVectors(embedder(), asks);
  expect([vectorOf?.('a'), vectorOf?.('bcd')]).toEqual([new Float32Array([1]), new Float32Array([3])]);
  expect(vectorOf?.('b')).toBeNull();
});

test('bug: the weights of one embedder are laid over the vectors of another', async () => {
  expect(await replyVectors(embedder({ id: 'another' }), asks)).toBeNull();
  expect(await replyVectors({ embedder: () => null }, asks)).toBeNull();
});

test('bug: a reply waits for an embedder that is slow, or is lost with one that fails', async () => {
  const limit = new AbortController();
  const slow = { ...embedder({ embed: () => new Promise(() => undefined) }), timeLimit: () => limit.signal };
  const waiting = replyVectors(slow, asks);
  limit.abort();
  expect(await waiting).toBeNull();
  expect(await replyVectors(embedder({ embed: () => Promise.reject(new Error('gone')) }), asks)).toBeNull();
});
