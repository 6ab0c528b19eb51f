import type { Embedder } from '../ports/embedder.ts';

/**
 * The vector of each text that is to be compared, by the text; null where there is no embedder, or it fails: then nobody
 * can tell, and words decide. Errors: `cancelled`.
 */
export async function vectorsOf(
  deps: { readonly embedder: () => Embedder | null },
  texts: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Float32Array> | null> {
  const embedder = deps.embedder();
  if (embedder === null) return null;
  const vectors = await embedder.embed(texts, signal, 'answer').catch((error: unknown) => {
    if (signal.aborted) throw error;
    return null;
  });
  return vectors === null
    ? null
    : new Map(
        texts.flatMap((text, i) => {
          const vector = vectors[i];
          return vector === undefined ? [] : [[text, vector] as const];
        }),
      );
}
