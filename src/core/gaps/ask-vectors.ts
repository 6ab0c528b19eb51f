import type { Embedder } from '../ports/embedder.ts';

/** Vectors of what was asked, by embedder and text: embedding ten thousand questions anew would take a minute. */
export type AskVectors = Map<string, Map<string, Float32Array>>;

/** `toEmbed`: texts that have to wait for the next look. */
export type KnownVectors = {
  readonly embedderId: string | null;
  readonly vectors: ReadonlyMap<string, Float32Array>;
  readonly toEmbed: number;
};

type VectorDeps = { readonly embedder: () => Embedder | null; readonly passTurn: () => Promise<void> };

const batchSize = 32;
/** Texts embedded at one look, some seconds' worth; the others are compared by their words until the next. */
const mostAtOnce = 960;
/** About 1.5 kB each. */
const mostKept = 30_000;

/** The vectors of the texts, of those that come first before others; none without an embedder. Errors: `cancelled`, `embedder_unavailable`. */
export async function vectorsOf(
  deps: VectorDeps,
  known: AskVectors,
  texts: readonly string[],
  signal?: AbortSignal,
  onProgress?: (done: number, total: number) => void,
): Promise<KnownVectors> {
  const embedder = deps.embedder();
  if (embedder === null) return { embedderId: null, vectors: new Map(), toEmbed: 0 };
  for (const id of known.keys()) if (id !== embedder.id) known.delete(id);
  const vectors = known.get(embedder.id) ?? new Map<string, Float32Array>();
  if (vectors.size > mostKept) vectors.clear();
  known.set(embedder.id, vectors);
  const unknown = [...new Set(texts)].filter((text) => !vectors.has(text));
  const missing = unknown.slice(0, mostAtOnce);
  for (let start = 0; start < missing.length; start += batchSize) {
    const batch = missing.slice(start, start + batchSize);
    const made = await embedder.embed(batch, signal);
    batch.forEach((text, i) => vectors.set(text, made[i] ?? new Float32Array(embedder.dimensions)));
    onProgress?.(Math.min(start + batchSize, missing.length), missing.length);
    await deps.passTurn();
  }
  return { embedderId: embedder.id, vectors, toEmbed: unknown.length - missing.length };
}
