import type { Embedder } from '../../ports/embedder.ts';
import { typingEmbedderId } from './model/type-by-model.ts';
import type { VectorOf } from './typed-answer.ts';

/** No reply waits longer for its vectors, ms: words alone tell its types then. */
const longestWait = 500;
/** More texts are no reply of a desk. */
const mostTexts = 80;

export type ReplyVectorDeps = {
  readonly embedder: () => Embedder | null;
  /** A signal after so many ms; left out: there is no limit. */
  readonly timeLimit?: (ms: number) => AbortSignal;
};

/**
 * The vectors that typing a reply asks for. `read` reads it once and is told of no vector, which shows what is asked for.
 * Null where there is another embedder than the weights know, it fails, or it takes too long.
 */
export async function replyVectors(
  { embedder, timeLimit }: ReplyVectorDeps,
  read: (noting: VectorOf) => void,
): Promise<VectorOf | null> {
  const own = embedder();
  if (own === null || own.id !== typingEmbedderId) return null;
  const asked = new Set<string>();
  read((text) => {
    asked.add(text);
    return null;
  });
  if (asked.size === 0 || asked.size > mostTexts) return null;
  const texts = [...asked];
  const limit = timeLimit?.(longestWait);
  const made = await Promise.race([
    own.embed(texts, limit, 'answer').catch(() => null),
    ...(limit === undefined ? [] : [whenOver(limit)]),
  ]);
  if (made === null) return null;
  const vectors = new Map(texts.map((text, i) => [text, made[i]]));
  return (text) => vectors.get(text) ?? null;
}

function whenOver(limit: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (limit.aborted) resolve(null);
    limit.addEventListener('abort', () => resolve(null), { once: true });
  });
}
