import type { KnowledgeContent, KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import { matterOf } from '../knowledge/overlay.ts';
import { searchedAnswer } from '../knowledge/product-text.ts';
import { validityTime } from '#shared/validity-time.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { Passage, PassageIndex, UnembeddedText } from '../ports/passage-index.ts';

/** Puts the newest version of an entry where searches find it, or takes a retired one out. Belongs into the transaction that wrote it. */
export function indexKnowledge(passages: PassageIndex, entry: KnowledgeEntry): void {
  if (entry.state === 'retired') passages.remove(entry.id);
  else passages.put(knowledgePassage(entry));
}

/** The same for a learned item. One of another desk that waits answers nobody, and is found by whoever says the same. */
export function indexLearned(passages: PassageIndex, item: LearnedItem): void {
  const isKept = item.isForeign && item.reach === 'author';
  if (item.state === 'forgotten' || (heardBy(item)?.length === 0 && !isKept)) passages.remove(item.id);
  else passages.put(learnedPassage(item));
}

/** What is searched of an entry, and where and when it may answer. */
export function knowledgePassage(entry: KnowledgeEntry): Passage {
  const { question, source } = entry;
  return {
    kind: 'knowledge',
    ownerId: entry.id,
    versionId: entry.versionId,
    storeId: entry.storeId,
    setId: entry.setId,
    profileIds: null,
    scope: entry.scope,
    channels: entry.channels,
    ...validityTime(entry.validity),
    language: entry.language,
    matter: matterOf(entry),
    overlaysId: entry.overlaysEntryId,
    correctsId: null,
    supersedesId: null,
    answer: searchedAnswer(entry),
    // Many sections stand under one heading, which says little about each.
    ...(entry.kind === 'article'
      ? { heading: question, question: '' }
      : { heading: source.headings.join(' '), question }),
  };
}

/** For whom an item counts; null: everybody. One without an author that waits is nobody's, and so is another desk's. */
export function heardBy({ reach, authorId, isForeign, confirmedBy }: LearnedItem): readonly string[] | null {
  if (reach === 'everyone') return null;
  return reach === 'nobody' ? [] : [...(authorId === null || isForeign ? [] : [authorId]), ...confirmedBy];
}

/** What is searched of a learned item, and for whom. */
export function learnedPassage(item: LearnedItem): Passage {
  return {
    kind: 'learned',
    ownerId: item.id,
    versionId: item.versionId,
    storeId: item.storeId,
    setId: null,
    profileIds: heardBy(item),
    scope: item.scope,
    channels: item.channels,
    validFrom: null,
    validUntil: null,
    language: item.language,
    matter: null,
    overlaysId: null,
    correctsId: item.correctsEntryId,
    supersedesId: item.supersedesId,
    heading: '',
    question: item.question,
    answer: item.answer,
  };
}

/** What of a lesson is embedded. */
export function learnedContent({ question, answer, language }: Pick<LearnedItem, 'question' | 'answer' | 'language'>) {
  return { kind: 'pair' as const, question, answer, attributes: [], language };
}

/** The vectors of texts that are about to be written. */
export type PassageVectors = {
  /** Puts them where searches find them: inside the transaction that has written the texts. */
  keep(): void;
};

/**
 * Embeds what entries will say before they say it. Where it cannot be, they are found by words until the index loop has
 * tried again.
 */
export async function passageVectors(
  deps: EmbedDeps,
  contents: ReadonlyArray<Pick<KnowledgeContent, 'kind' | 'question' | 'answer' | 'attributes' | 'language'>>,
  signal?: AbortSignal,
): Promise<PassageVectors> {
  const embedder = deps.embedder();
  if (embedder === null) return { keep: () => undefined };
  const texts = deps.passages.textsWithout(
    embedder.id,
    contents.map((one) => ({
      ...(one.kind === 'article' ? { heading: one.question, question: '' } : { heading: '', question: one.question }),
      answer: searchedAnswer(one),
    })),
  );
  try {
    const made = await vectorsOf(embedder, texts, signal);
    return { keep: () => made.length > 0 && deps.passages.putVectors(embedder.id, made) };
  } catch (error) {
    if (signal?.aborted === true) throw error;
    return { keep: () => undefined };
  }
}

/** Texts with their vectors, each read in its role. Errors: those of the embedder. */
export async function vectorsOf(
  embedder: Embedder,
  texts: readonly UnembeddedText[],
  signal?: AbortSignal,
): Promise<ReadonlyArray<{ readonly hash: string; readonly vector: Float32Array }>> {
  const made: Array<{ readonly hash: string; readonly vector: Float32Array }> = [];
  for (const role of ['question', 'answer'] as const) {
    const read = texts.filter((one) => one.role === role);
    if (read.length === 0) continue;
    const vectors = await embedder.embed(
      read.map((one) => one.text),
      signal,
      role,
    );
    read.forEach(({ hash }, i) => made.push({ hash, vector: vectors[i] ?? new Float32Array(embedder.dimensions) }));
  }
  return made;
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
    deps.passages.putVectors(embedder.id, await vectorsOf(embedder, batch, signal));
    done += batch.length;
    onProgress?.(done, done + (batch.length < batchSize ? 0 : deps.passages.count(embedder.id).toEmbed));
  }
}
