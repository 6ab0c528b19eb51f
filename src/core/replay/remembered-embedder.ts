import type { Embedder } from '../ports/embedder.ts';

/** Vectors by role and text, of one embedder. */
export type RememberedVectors = { embedderId: string; readonly byText: Map<string, Float32Array> };

export function noVectors(): RememberedVectors {
  return { embedderId: '', byText: new Map() };
}

/** About 1.5 kB each. */
const mostRemembered = 10_000;

/** The embedder, but that no text is embedded twice: the same conversations are replayed after every change of a word. */
export function rememberedEmbedder(embedder: Embedder, memory: RememberedVectors): Embedder {
  if (memory.embedderId !== embedder.id || memory.byText.size > mostRemembered) memory.byText.clear();
  memory.embedderId = embedder.id;
  const { byText } = memory;
  return {
    ...embedder,
    async embed(texts, signal, role = 'question') {
      const keyOf = (text: string): string => `${role}\0${text}`;
      const missing = [...new Set(texts)].filter((text) => !byText.has(keyOf(text)));
      const made = missing.length === 0 ? [] : await embedder.embed(missing, signal, role);
      missing.forEach((text, i) => byText.set(keyOf(text), made[i] ?? new Float32Array(embedder.dimensions)));
      return texts.map((text) => byText.get(keyOf(text)) ?? new Float32Array(embedder.dimensions));
    },
  };
}
