import type { Embedder } from '../ports/embedder.ts';
import { dotProduct } from '../retrieval/dot-product.ts';
import { type Grounds, type JudgedSentence, steerId } from './judge-written.ts';
import type { ToldSources } from './told-sources.ts';

/**
 * How near sentences come in meaning to the sources they name, cosine; nobody can tell where there is no embedder.
 * Errors: `cancelled`.
 */
export async function nearnessOf(
  deps: { readonly embedder: () => Embedder | null },
  sentences: readonly JudgedSentence[],
  sources: ToldSources,
  steer: string | null,
  signal: AbortSignal,
): Promise<Grounds['nearness']> {
  const embedder = deps.embedder();
  if (embedder === null) return () => null;
  const said = new Map([...sources].map(([id, { evidence }]) => [id, evidence.answer]));
  if (steer !== null) said.set(steerId, steer);
  const texts = [...new Set([...sentences.map(({ text }) => text), ...said.values()])];
  const vectors = await embedder.embed(texts, signal, 'answer');
  const byText = new Map(texts.map((text, i) => [text, vectors[i]]));
  return (sentence, sourceId) => {
    const [one, other] = [byText.get(sentence), byText.get(said.get(sourceId) ?? '')];
    return one === undefined || other === undefined ? null : dotProduct(one, other);
  };
}
