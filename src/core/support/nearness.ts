import type { Embedder } from '../ports/embedder.ts';
import { dotProduct } from '../retrieval/dot-product.ts';

/** How near two sentences lie in meaning, cosine; null: nobody can tell. */
export type Nearness = (said: string, source: string) => number | null;

export const unknownNearness: Nearness = () => null;

/**
 * The nearness of any two of these texts; nobody can tell where there is no embedder, or it fails: then words alone are
 * compared. Errors: those of the embedder where `signal` has aborted.
 */
export async function nearnessAmong(
  deps: { readonly embedder: () => Embedder | null },
  texts: readonly string[],
  signal?: AbortSignal,
): Promise<Nearness> {
  const embedder = deps.embedder();
  const wanted = [...new Set(texts)];
  if (embedder === null || wanted.length === 0) return unknownNearness;
  const vectors = await embedder.embed(wanted, signal).catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    return null;
  });
  if (vectors === null) return unknownNearness;
  const byText = new Map(wanted.map((text, i) => [text, vectors[i]]));
  const known = new Map<string, number>();
  return (said, source) => {
    const [a, b] = [byText.get(said), byText.get(source)];
    if (a === undefined || b === undefined) return null;
    const key = `${said}\u0001${source}`;
    const cosine = known.get(key) ?? dotProduct(a, b);
    known.set(key, cosine);
    return cosine;
  };
}
