import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { Passage, PassageIndex } from '../ports/passage-index.ts';
import { knowledgePassage } from '../retrieval/index-passage.ts';
import { indexedVector } from './index-product.ts';
import { termsOf } from '../retrieval/terms.ts';

/** What the words of a passage count in the index. */
export type PassageCounts = {
  /** How often each term stands in the heading and question, and in the answer. */
  readonly questionCounts: ReadonlyMap<string, number>;
  readonly answerCounts: ReadonlyMap<string, number>;
  /** Terms in all. */
  readonly length: number;
};

/** A passage that is not in the index, with what a search of the index would know of it. */
export type SupposedPassage = Passage &
  PassageCounts & {
    /** Null while nothing was embedded. */
    readonly questionVector: Float32Array | null;
    /** Of its answer and the parts of it. */
    readonly answerVectors: readonly Float32Array[];
  };

const batchSize = 32;

type EmbedDeps = { readonly passages: PassageIndex; readonly embedder: () => Embedder | null };

/** What the index would hold of these entries. Errors: `cancelled`, `embedder_unavailable`. */
export async function supposedPassages(
  deps: EmbedDeps,
  entries: readonly KnowledgeEntry[],
  signal?: AbortSignal,
): Promise<readonly SupposedPassage[]> {
  const passages = entries.filter(({ state }) => state === 'active').map(knowledgePassage);
  // Of an embedder that does not exist no text has a vector: these are all texts that a passage would have.
  const textsOf = (passage: Passage): readonly string[] =>
    deps.passages.textsWithout('', [passage]).map(({ text }) => text);
  const texts = passages.map(textsOf);
  const vectors = await vectorsOf(deps.embedder(), [...new Set(texts.flat())], signal);
  return passages.map((passage, i): SupposedPassage => {
    const asked = passage.question.trim();
    const others = (texts[i] ?? []).filter((text) => text !== asked);
    return {
      ...passage,
      ...countsOfPassage(passage),
      questionVector: vectors.get(asked) ?? null,
      answerVectors: others.flatMap((text) => vectors.get(text) ?? []),
    };
  });
}

async function vectorsOf(
  embedder: Embedder | null,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, Float32Array>> {
  const vectors = new Map<string, Float32Array>();
  if (embedder === null) return vectors;
  for (let start = 0; start < texts.length; start += batchSize) {
    const batch = texts.slice(start, start + batchSize);
    const made = await embedder.embed(batch, signal);
    batch.forEach((text, i) => vectors.set(text, indexedVector(made[i] ?? new Float32Array(embedder.dimensions))));
  }
  return vectors;
}

function countsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function countsOfPassage({
  heading,
  question,
  answer,
}: Pick<Passage, 'heading' | 'question' | 'answer'>): PassageCounts {
  const questionCounts = countsOf(`${heading} ${question}`);
  const answerCounts = countsOf(answer);
  return { questionCounts, answerCounts, length: sumOf(questionCounts) + sumOf(answerCounts) };
}

/** The same of what is in the index. */
export function countsOfEntry(owner: KnowledgeEntry | LearnedItem): PassageCounts {
  return countsOfPassage('correctsEntryId' in owner ? { ...owner, heading: '' } : knowledgePassage(owner));
}
