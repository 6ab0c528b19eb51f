import { sentencesOf } from '../conversations/sentences.ts';
import type { Embedder } from '../ports/embedder.ts';
import { dotProduct } from '../retrieval/dot-product.ts';
import { clausesOf } from './clauses-of.ts';
import { type Grounds, type JudgedSentence, steerId } from './judge-written.ts';
import { vectorsOf } from './vectors-of.ts';

/** Sentences of one source that are looked at. */
const mostSentences = 60;

/**
 * How near clauses come in meaning to the nearest sentence of what a source answers, cosine; nobody can tell where there is no
 * embedder, or it fails. Errors: `cancelled`.
 */
export async function nearnessOf(
  deps: { readonly embedder: () => Embedder | null },
  sentences: readonly JudgedSentence[],
  { sources, steer }: Pick<Grounds, 'sources' | 'steer'>,
  signal: AbortSignal,
): Promise<Grounds['nearness']> {
  const said = new Map([...sources].map(([id, { answer }]) => [id, partsOf(answer)]));
  if (steer !== null) said.set(steerId, partsOf(steer));
  const clauses = sentences.flatMap(({ text }) => clausesOf(text));
  const texts = [...new Set([...clauses, ...[...said.values()].flat()])];
  const byText = await vectorsOf(deps, texts, signal);
  if (byText === null) return () => null;
  return (clause, sourceId) => {
    const own = byText.get(clause);
    const others = (said.get(sourceId) ?? []).flatMap((part) => byText.get(part) ?? []);
    return own === undefined || others.length === 0 ? null : Math.max(...others.map((other) => dotProduct(own, other)));
  };
}

function partsOf(text: string): readonly string[] {
  const parts = sentencesOf(text).map((sentence) => sentence.text);
  return [...new Set(parts)].slice(0, mostSentences);
}
