import type { Embedder } from '../../ports/embedder.ts';
import { dotProduct } from '../../retrieval/dot-product.ts';
import { withoutMarks } from './kept-pieces.ts';

/**
 * How near texts come to each other in meaning, cosine; nobody can tell where there is no embedder, or it fails. Errors:
 * `cancelled`.
 */
export async function nearnessBetween(
  deps: { readonly embedder: () => Embedder | null },
  pairs: ReadonlyArray<{ readonly before: string; readonly after: string }>,
  signal: AbortSignal,
): Promise<(before: string, after: string) => number | null> {
  const embedder = deps.embedder();
  if (embedder === null) return () => null;
  const texts = [...new Set(pairs.flatMap(({ before, after }) => [before, after]))].filter(
    (text) => text.trim() !== '',
  );
  const vectors = await embedder.embed(texts.map(withoutMarks), signal, 'answer').catch((error: unknown) => {
    if (signal.aborted) throw error;
    return null;
  });
  const byText = new Map(texts.map((text, i) => [text, vectors?.[i]]));
  return (before, after) => {
    const [one, other] = [byText.get(before), byText.get(after)];
    return one === undefined || other === undefined ? null : dotProduct(one, other);
  };
}
