import type { Embedder } from '#core/ports/embedder.ts';

/** Vectors kept: at 384 dimensions about 8 MB. */
const mostKept = 5_000;

/**
 * An embedder that keeps the vectors of the questions it was asked for last. Open drafts are made again whenever knowledge
 * changes, and their questions are the same each time.
 */
export function rememberingEmbedder(embedder: Embedder): Embedder {
  const kept = new Map<string, Float32Array>();

  function keep(text: string, vector: Float32Array): void {
    kept.delete(text);
    kept.set(text, vector);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  }

  return {
    id: embedder.id,
    dimensions: embedder.dimensions,
    async embed(texts, signal, role = 'question') {
      // Texts of answers are embedded once, where they are indexed.
      if (role !== 'question') return embedder.embed(texts, signal, role);
      const missing = [...new Set(texts.filter((text) => !kept.has(text)))];
      const found = new Map(
        texts.flatMap((text) => (kept.has(text) ? [[text, kept.get(text)]] : [])) as Array<[string, Float32Array]>,
      );
      const vectors = missing.length === 0 ? [] : await embedder.embed(missing, signal, role);
      missing.forEach((text, i) => found.set(text, vectors[i] ?? new Float32Array(embedder.dimensions)));
      for (const [text, vector] of found) keep(text, vector);
      return texts.map((text) => found.get(text) ?? new Float32Array(embedder.dimensions));
    },
    close: () => embedder.close(),
  };
}
