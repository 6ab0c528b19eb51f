import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { Embedder, TextRole } from '../ports/embedder.ts';
import type { Passage, PassageIndex, UnembeddedText } from '../ports/passage-index.ts';
import { heardBy, knowledgePassage, learnedPassage, vectorsOf } from '../retrieval/index-passage.ts';
import { indexedVector } from './index-product.ts';
import type { Supposition } from './supposed-entries.ts';
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
    /** Of its answer, then of the parts of it. */
    readonly answerVectors: readonly Float32Array[];
  };

const batchSize = 32;

type EmbedDeps = { readonly passages: PassageIndex; readonly embedder: () => Embedder | null };

/** What the index would hold of these entries and, for everybody, of these lessons. Errors: `cancelled`, `embedder_unavailable`. */
export async function supposedPassages(
  deps: EmbedDeps,
  { entries, items }: Pick<Supposition, 'entries' | 'items'>,
  signal?: AbortSignal,
): Promise<readonly SupposedPassage[]> {
  const passages = [
    ...[...entries.values()].filter(({ state }) => state === 'active').map(knowledgePassage),
    ...[...items.values()].filter(isForEverybody).map(learnedPassage),
  ];
  // Of an embedder that does not exist no text has a vector: these are all texts that a passage would have.
  const texts = passages.map((passage) => deps.passages.textsWithout('', [passage]));
  const vectors = await vectorsByHash(deps.embedder(), texts.flat(), signal);
  return passages.map((passage, i): SupposedPassage => {
    const vectorsIn = (role: TextRole): readonly Float32Array[] =>
      (texts[i] ?? []).filter((text) => text.role === role).flatMap(({ hash }) => vectors.get(hash) ?? []);
    return {
      ...passage,
      ...countsOfPassage(passage),
      questionVector: vectorsIn('question')[0] ?? null,
      answerVectors: vectorsIn('answer'),
    };
  });
}

/** Whether a lesson is in use for everybody. */
export function isForEverybody(item: LearnedItem): boolean {
  return item.state === 'active' && heardBy(item) === null;
}

async function vectorsByHash(
  embedder: Embedder | null,
  texts: readonly UnembeddedText[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, Float32Array>> {
  const vectors = new Map<string, Float32Array>();
  if (embedder === null) return vectors;
  const wanted = [...new Map(texts.map((text) => [text.hash, text])).values()];
  for (let start = 0; start < wanted.length; start += batchSize) {
    const made = await vectorsOf(embedder, wanted.slice(start, start + batchSize), signal);
    for (const { hash, vector } of made) vectors.set(hash, indexedVector(vector));
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
