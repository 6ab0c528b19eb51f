import type { Embedder } from '../../ports/embedder.ts';
import { dotProduct } from '../../retrieval/dot-product.ts';
import { vectorsOf } from '../vectors-of.ts';
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
  const texts = pairs.flatMap(({ before, after }) => [before, after]).map(withoutMarks);
  const byText = await vectorsOf(
    deps,
    [...new Set(texts)].filter((text) => text.trim() !== ''),
    signal,
  );
  return (before, after) => {
    const [one, other] = [byText?.get(withoutMarks(before)), byText?.get(withoutMarks(after))];
    return one === undefined || other === undefined ? null : dotProduct(one, other);
  };
}
