import type { KnownWords } from '#core/ports/known-words.ts';
import { type Vocabulary, type WordIndex, wordIndex, wordsOf } from '#core/retrieval/word-index.ts';
import type { Connection } from './connection.ts';

/** `content` null: its words do not count. */
type TextRow = { id: number; content: string | null };

/** A text of a passage that is about to go. */
export type GoingText = { readonly id: number; readonly content: string };

export type PassageWords = KnownWords & {
  /** Within the transaction that takes texts out: their words count no longer once it is done. */
  forget(texts: readonly GoingText[]): void;
};

/** New texts read before a question is: what an edit or a small import brings. */
const readBefore = 300;
/** So many times the texts that there are have been read: then all are counted anew, for some have gone. */
const mostRereading = 2;
const fewTexts = 1_000;

/** Texts whose words count, in SQL: those of everybody's passages, but what customers asked. */
export const countedText = "a.profile_ids IS NULL AND NOT (p.kind = 'learned' AND t.field = 'question')";

/** An index, and how far it has been read. */
type Reading = { readonly words: WordIndex; last: number; read: number };

/** Knows no word: what is read by it stays as it was written. */
const noWords: Vocabulary = wordIndex([]);

/**
 * The words of all passages in memory, the new ones read by and by: the id of a text is never used again, so what is new
 * stands above what was read. Within a transaction nothing is read, for it may be undone. Texts that another
 * process took out count on until all are counted anew, which takes the place of the former count once it is whole. What
 * customers asked is left out where an agent's answer was learned from it: it holds their slips; and what is one person's
 * alone, which is not to move how others' questions are read. `commonWords` is asked once, when words are needed.
 */
export function passageWords(connection: Connection, commonWords: () => readonly string[]): PassageWords {
  const next = connection.prepare<TextRow>(`
    SELECT t.id, CASE WHEN ${countedText} THEN t.content END AS content
      FROM passage_text t JOIN passage p ON p.id = t.passage_id JOIN passage_audience a ON a.id = p.audience_id
     WHERE t.id > @after ORDER BY t.id LIMIT @limit`);
  const isThere = connection.prepare<{ id: number }>('SELECT id FROM passage_text WHERE id = ?');
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
    for (const { content } of rows) if (content !== null) reading.words.add(wordsOf(content));
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
  const going: GoingText[] = [];
  connection.onCommit(() => {
    for (const { id, content } of going.splice(0)) {
      // A part of the transaction may have been undone.
      if (isThere.get(id) !== undefined) continue;
      for (const reading of [current, successor])
        if (reading !== null && id <= reading.last) reading.words.remove(wordsOf(content));
    }
  });
  connection.onRollback(() => {
    if (!connection.inTransaction) going.length = 0;
  });
  return {
    forget(texts) {
      going.push(...texts);
    },
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
