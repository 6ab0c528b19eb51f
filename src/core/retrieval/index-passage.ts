import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { Passage, PassageIndex } from '../ports/passage-index.ts';

/** Puts the newest version of an entry where searches find it, or takes a retired one out. Belongs into the transaction that wrote it. */
export function indexKnowledge(passages: PassageIndex, entry: KnowledgeEntry): void {
  if (entry.state === 'retired') passages.remove(entry.id);
  else passages.put(passageOf('knowledge', entry, entry.scope, entry.kind === 'article'));
}

/** The same for a learned item. */
export function indexLearned(passages: PassageIndex, item: LearnedItem): void {
  if (item.state === 'forgotten') passages.remove(item.id);
  else passages.put(passageOf('learned', item, [], false));
}

function passageOf(
  kind: Passage['kind'],
  owner: KnowledgeEntry | LearnedItem,
  scope: readonly string[],
  isArticle: boolean,
): Passage {
  const { id, versionId, storeId, question, answer } = owner;
  const asked = isArticle ? { heading: question, question: '' } : { heading: '', question };
  return { kind, ownerId: id, versionId, storeId, scope, answer, ...asked };
}

/** Texts embedded between two looks at whether to go on. */
const batchSize = 32;

export type EmbedDeps = { readonly passages: PassageIndex; readonly embedder: () => Embedder | null };

/**
 * Embeds every passage that has no vector yet; returns how many texts it embedded. Without an embedder it does nothing:
 * words alone find the passages until there is one. `onProgress` gets the texts done and those still to do.
 */
export async function embedPassages(
  deps: EmbedDeps,
  signal?: AbortSignal,
  onProgress?: (done: number, total: number) => void,
): Promise<number> {
  let done = 0;
  for (;;) {
    const embedder = deps.embedder();
    if (embedder === null || signal?.aborted === true) return done;
    const batch = deps.passages.unembedded(embedder.id, batchSize);
    if (batch.length === 0) return done;
    const vectors = await embedder.embed(
      batch.map((one) => one.text),
      signal,
    );
    deps.passages.putVectors(
      embedder.id,
      batch.map((one, i) => ({ hash: one.hash, vector: vectors[i] ?? new Float32Array(embedder.dimensions) })),
    );
    done += batch.length;
    onProgress?.(done, done + (batch.length < batchSize ? 0 : deps.passages.count(embedder.id).toEmbed));
  }
}
