import { AppError } from '#shared/errors.ts';
import type { Embedder } from '../ports/embedder.ts';

/** How long one reply waits for the embedder in all, ms. Then words are compared, and find its lessons until they are embedded. */
export const embedderPatienceMs = 3_000;

/** The same ports with an embedder that answers within so many ms, all its answers together, or is given up. */
export function withEmbedderInTime<
  T extends { readonly embedder: () => Embedder | null; readonly timeLimit: (ms: number) => AbortSignal },
>(deps: T, ms: number): T {
  const embedder = deps.embedder();
  const limited = embedder === null ? null : limitedEmbedder(embedder, deps.timeLimit(ms));
  return { ...deps, embedder: () => limited };
}

/** The same embedder, given up once `limit` has aborted, whether the model answers or not: then words alone tell. */
function limitedEmbedder(embedder: Embedder, limit: AbortSignal): Embedder {
  return {
    ...embedder,
    embed: (texts, signal, role) =>
      new Promise((resolve, reject) => {
        const giveUp = (): void =>
          reject(
            new AppError('embedder_unavailable', 'The embedder has not answered in time.', { cause: limit.reason }),
          );
        if (limit.aborted) return giveUp();
        limit.addEventListener('abort', giveUp, { once: true });
        embedder
          .embed(texts, signal ?? limit, role)
          .then(resolve, reject)
          .finally(() => limit.removeEventListener('abort', giveUp));
      }),
  };
}
