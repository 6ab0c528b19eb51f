import type { KnownWords } from '#core/ports/known-words.ts';
import { type WordIndex, wordIndex, wordsOf } from '#core/retrieval/word-index.ts';
import type { Connection } from './connection.ts';

type TextRow = { id: number; content: string };

/** New texts read before a question is: what an edit or a small import brings. */
const readBefore = 300;
/** So many times the texts that there are have been read: then all are counted anew, for some have gone. */
const mostRereading = 2;
const fewTexts = 1_000;

/**
 * The words of all passages in memory, the new ones read by and by: the id of a text is never used again, so what is new
 * stands above what was read. Texts that have gone count on until all are counted anew. What customers asked is left out
 * where an agent's answer was learned from it: it holds their slips. `commonWords` is asked once, when words are needed.
 */
export function passageWords(connection: Connection, commonWords: () => readonly string[]): KnownWords {
  const next = connection.prepare<TextRow>(`
    SELECT t.id, t.content FROM passage_text t JOIN passage p ON p.id = t.passage_id
     WHERE t.id > @after AND NOT (p.kind = 'learned' AND t.field = 'question') ORDER BY t.id LIMIT @limit`);
  const count = connection.prepare<{ total: number }>('SELECT count(*) AS total FROM passage_text');
  const common = remembered(commonWords);
  let index: WordIndex | null = null;
  let last = 0;
  let read = 0;
  connection.onRollback(() => (index = null));

  const indexNow = (): WordIndex => {
    if (index === null) {
      index = wordIndex(common());
      last = 0;
      read = 0;
    }
    return index;
  };
  const readSome = (limit: number): boolean => {
    const words = indexNow();
    const rows = next.all({ after: last, limit });
    if (rows.length > 0 && read > mostRereading * Math.max(fewTexts, count.get()?.total ?? 0)) {
      index = null;
      return false;
    }
    for (const row of rows) words.add(wordsOf(row.content));
    last = rows.at(-1)?.id ?? last;
    read += rows.length;
    return rows.length < limit;
  };
  return {
    vocabulary() {
      readSome(readBefore);
      return indexNow();
    },
    readSome,
  };
}

function remembered<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
