import type { KnownWords } from '#core/ports/known-words.ts';
import { type Vocabulary, type WordIndex, wordIndex, wordsOf } from '#core/retrieval/word-index.ts';
import type { Connection } from './connection.ts';

type TextRow = { id: number; content: string };

/** New texts read before a question is: what an edit or a small import brings. */
const readBefore = 300;
/** So many times the texts that there are have been read: then all are counted anew, for some have gone. */
const mostRereading = 2;
const fewTexts = 1_000;

/** An index, and how far it has been read. */
type Reading = { readonly words: WordIndex; last: number; read: number };

/** Knows no word: what is read by it stays as it was written. */
const noWords: Vocabulary = wordIndex([]);

/**
 * The words of all passages in memory, the new ones read by and by: the id of a text is never used again, so what is new
 * stands above what was read. Within a transaction nothing is read, for it may be undone. Texts that have gone count on
 * until all are counted anew, which takes the place of the former count once it is whole. What customers asked is left out
 * where an agent's answer was learned from it: it holds their slips. `commonWords` is asked once, when words are needed.
 */
export function passageWords(connection: Connection, commonWords: () => readonly string[]): KnownWords {
  const next = connection.prepare<TextRow>(`
    SELECT t.id, t.content FROM passage_text t JOIN passage p ON p.id = t.passage_id
     WHERE t.id > @after AND NOT (p.kind = 'learned' AND t.field = 'question') ORDER BY t.id LIMIT @limit`);
  const count = connection.prepare<{ total: number }>('SELECT count(*) AS total FROM passage_text');
  const common = remembered(commonWords);
  const begun = (): Reading => ({ words: wordIndex(common()), last: 0, read: 0 });
  let current: Reading | null = null;
  /** Counted anew, and not whole yet. */
  let successor: Reading | null = null;
  /** Whether the current one held all texts when it was last read on. */
  let isWhole = false;
  /** How much the current one had read when it was last looked whether too much of it has gone. */
  let judgedAt = 0;

  /** How many texts it read. */
  const readOn = (reading: Reading, limit: number): number => {
    const rows = next.all({ after: reading.last, limit });
    for (const row of rows) reading.words.add(wordsOf(row.content));
    reading.last = rows.at(-1)?.id ?? reading.last;
    reading.read += rows.length;
    return rows.length;
  };
  const isWorn = ({ read }: Reading): boolean => {
    if (read === judgedAt) return false;
    judgedAt = read;
    return read > mostRereading * Math.max(fewTexts, count.get()?.total ?? 0);
  };
  const readSome = (limit: number): boolean => {
    if (connection.inTransaction) return false;
    current ??= begun();
    const newTexts = readOn(current, limit);
    isWhole = newTexts < limit;
    if (!isWhole) return false;
    if (isWorn(current)) successor ??= begun();
    if (successor === null) return true;
    const rest = limit - newTexts;
    if (readOn(successor, rest) === rest) return false;
    current = successor;
    successor = null;
    return true;
  };
  return {
    vocabulary() {
      readSome(readBefore);
      // A word of a text that is not read yet would be taken for a slip of another.
      return isWhole && current !== null ? current.words : noWords;
    },
    readSome,
  };
}

function remembered<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
