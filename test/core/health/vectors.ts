import { openMiniLmEmbedder } from '#adapters/embedder/minilm/minilm-embedder.ts';
import { passageTexts } from '#adapters/sqlite/passage-texts.ts';
import type { HealthEntry } from '#core/health/entry-profile.ts';
import type { VectorsOf } from '#core/health/findings-among.ts';
import { mayMeet } from '#core/health/may-meet.ts';
import type { EntryVectors } from '#core/health/pair-features.ts';
import { modelsFolder } from '#test/support/sample-resources.ts';
import { wordNeighbours } from './word-neighbours.ts';

/** The vectors of English entries as the passage index has them, made by the real embedder. */
export async function realVectors(entries: readonly HealthEntry[]): Promise<VectorsOf> {
  const embedder = await openMiniLmEmbedder({ modelsFolder, threads: 2 });
  const vectors = new Map<string, EntryVectors>();
  for (const { id, kind, question, answer, language } of entries) {
    if (language !== 'en') continue;
    const isArticle = kind === 'article';
    const texts = passageTexts(
      isArticle ? { heading: question, question: '', answer } : { heading: '', question, answer },
    ).filter(({ field }) => field !== (isArticle ? 'answer' : 'part'));
    const made = await embedder.embed(texts.map(({ content }) => content));
    const of = (isQuestion: boolean): readonly Float32Array[] =>
      made.filter((_, place) => (texts[place]?.field === 'question') === isQuestion);
    vectors.set(id, { question: of(true)[0] ?? null, answers: of(false) });
  }
  await embedder.close();
  return (entryId) => vectors.get(entryId) ?? null;
}

const mostByMeaning = 8;

/** The neighbours of each entry by words, and by meaning where it has vectors. */
export function allNeighbours(
  entries: readonly HealthEntry[],
  vectorsOf: VectorsOf,
): (entry: HealthEntry) => readonly string[] {
  const byWords = wordNeighbours(entries);
  return (entry) => [...new Set([...byWords(entry), ...nearest(entry, entries, vectorsOf)])];
}

function nearest(entry: HealthEntry, entries: readonly HealthEntry[], vectorsOf: VectorsOf): readonly string[] {
  const asked = vectorsOf(entry.id)?.question ?? null;
  if (asked === null) return [];
  return entries
    .flatMap((other) => {
      const own = mayMeet(entry, other) ? vectorsOf(other.id) : null;
      if (own === null) return [];
      const texts = own.question === null ? own.answers : [own.question, ...own.answers];
      const cosines = texts.map((text) => text.reduce((sum, value, i) => sum + value * (asked[i] ?? 0), 0));
      return [{ id: other.id, near: Math.max(...cosines) }];
    })
    .toSorted((a, b) => b.near - a.near)
    .slice(0, mostByMeaning)
    .map(({ id }) => id);
}
