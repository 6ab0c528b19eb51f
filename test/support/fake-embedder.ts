import type { Embedder } from '#core/ports/embedder.ts';
import { termsOf } from '#core/retrieval/terms.ts';
import { AppError } from '#shared/errors.ts';

const dimensions = 2048;

export type FakeEmbedder = Embedder & {
  /** How many texts it was given. */
  readonly embedded: () => number;
  /** From now on it refuses, as one whose model file is gone. */
  breakDown(): void;
};

/** Embeds a text as its bag of stems, hashed: texts that share words are near, the same text is always the same vector. */
export function fakeEmbedder(id = 'fake/1'): FakeEmbedder {
  let isBroken = false;
  let count = 0;
  return {
    id,
    dimensions,
    async embed(texts, signal) {
      if (isBroken) throw new AppError('embedder_unavailable', 'The model is gone');
      if (signal?.aborted === true) throw new AppError('cancelled', 'Cancelled');
      count += texts.length;
      return texts.map(vectorOf);
    },
    async close() {},
    embedded: () => count,
    breakDown() {
      isBroken = true;
    },
  };
}

function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const term of termsOf(text)) {
    const place = hashOf(term) % dimensions;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  // A text without a word still has a direction: unit length is what the port promises.
  if (length === 0) vector[0] = 1;
  return length === 0 ? vector : vector.map((value) => value / length);
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
