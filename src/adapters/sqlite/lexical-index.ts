import type { PassageHit, PassageIndex } from '#core/ports/passage-index.ts';
import { termsOf } from '#core/retrieval/terms.ts';
import type { Connection } from './connection.ts';
import { foreignChange } from './foreign-change.ts';

/** What a term counts in a passage's question, and in its answer: an answer mentions much that was not asked. */
export const questionWeight = 1.0;
export const answerWeight = 0.4;

type HitRow = { kind: PassageHit['kind']; owner_id: string; version_id: string; score: number };

export type LexicalIndex = {
  put(passageId: number, question: string, answer: string): void;
  remove(passageId: number): void;
  search(
    terms: readonly string[],
    audiences: ReadonlySet<number>,
    except: readonly string[],
    limit: number,
  ): readonly PassageHit[];
  statistics: PassageIndex['termStatistics'];
};

/** BM25 over the terms of everybody's passages. */
export function lexicalIndex(connection: Connection): LexicalIndex {
  const insert = connection.prepare('INSERT INTO passage_term (rowid, question, answer) VALUES (?, ?, ?)');
  const remove = connection.prepare('DELETE FROM passage_term WHERE rowid = ?');
  // `rank` is sorted within FTS5, so the joined rows are read best first and only until there are enough.
  const search = connection.prepare<HitRow>(`
    SELECT p.kind, p.owner_id, p.version_id, -passage_term.rank AS score
      FROM passage_term JOIN passage p ON p.id = passage_term.rowid
     WHERE passage_term MATCH @query AND rank MATCH 'bm25(${questionWeight}, ${answerWeight})'
       AND p.audience_id IN (SELECT value FROM json_each(@audiences))
       AND p.owner_id NOT IN (SELECT value FROM json_each(@except))
     ORDER BY passage_term.rank LIMIT @limit`);
  const countOf = connection.prepare<{ doc: number }>('SELECT doc FROM passage_vocabulary WHERE term = ?');
  const passages = connection.prepare<{ total: number }>('SELECT count(*) AS total FROM passage_term_docsize');

  // A ranking asks for hundreds of terms, mostly the same ones; every write makes the counts new.
  const known = new Map<string, number>();
  const hasForeignChange = foreignChange(connection);
  connection.onRollback(() => known.clear());
  const count = (term: string): number => {
    const remembered = known.get(term);
    if (remembered !== undefined) return remembered;
    const found = countOf.get(term)?.doc ?? 0;
    known.set(term, found);
    return found;
  };

  return {
    put: (passageId, question, answer) => {
      known.clear();
      insert.run(passageId, termsOf(question).join(' '), termsOf(answer).join(' '));
    },
    remove: (passageId) => {
      known.clear();
      remove.run(passageId);
    },
    search: (terms, audiences, except, limit) => {
      const query = matchQuery(terms);
      if (query === '') return [];
      const values = { query, audiences: JSON.stringify([...audiences]), except: JSON.stringify(except), limit };
      return search.all(values).map(hitOf);
    },
    statistics: (terms) => {
      if (hasForeignChange()) known.clear();
      return { counts: new Map(terms.map((term) => [term, count(term)])), passages: passages.get()?.total ?? 0 };
    },
  };
}

/** Any of the terms. Each is a quoted string to FTS5, so none can be an operator; a NUL would end the query. */
export function matchQuery(terms: readonly string[]): string {
  return [...new Set(terms.map((term) => term.replaceAll('\0', '')))]
    .filter((term) => term !== '')
    .map((term) => `"${term.replaceAll('"', '""')}"`)
    .join(' OR ');
}

function hitOf(row: HitRow): PassageHit {
  return { kind: row.kind, ownerId: row.owner_id, versionId: row.version_id, score: row.score };
}
