import type { Embedder } from '#core/ports/embedder.ts';
import type { Glosses } from '#core/ports/glosses.ts';

/**
 * An embedder of English that is given Chinese and Japanese in English words. Texts that hold nothing to be read, or only
 * words that say nothing, go as they are.
 */
export function glossingEmbedder(embedder: Embedder, glosses: Glosses): Embedder {
  const read = (text: string): string => {
    const reading = glosses.readingOf(text);
    return reading === '' ? text : reading;
  };
  return {
    id: `${embedder.id}+glosses/${glosses.version}`,
    dimensions: embedder.dimensions,
    embed: (texts, signal, role) => embedder.embed(texts.map(read), signal, role),
    close: () => embedder.close(),
  };
}
