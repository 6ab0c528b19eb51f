import type { PassageHit, PassageIndex } from '#core/ports/passage-index.ts';
import { termsOf } from '#core/retrieval/terms.ts';
import type { Connection } from './connection.ts';
import { foreignChange } from './foreign-change.ts';
import { answerWeight, matchQuery, questionWeight } from './lexical-index.ts';

/** Okapi BM25 as FTS5 counts it, for passages as long as most. */
const k1 = 1.2;
/** More matches than this are cut to the best by their own counts before they are scored. */
const mostScored = 2_000;

type OwnRow = { kind: PassageHit['kind']; owner_id: string; version_id: string; question: string; answer: string };

type Statistics = ReturnType<PassageIndex['termStatistics']>;

/** The terms of passages that are of some people alone. */
export type OwnTerms = {
  put(passageId: number, question: string, answer: string): void;
  remove(passageId: number): void;
  /** In how many passages of these audiences each term stands, and how many passages they have. */
  statistics(terms: readonly string[], audiences: readonly number[]): Statistics;
  /** Passages of these audiences that hold any of the terms, in no order; as rare as everybody's and these have the terms. */
  search(terms: readonly string[], audiences: readonly number[], except: readonly string[]): readonly PassageHit[];
};

/**
 * The lessons of single people are searched apart: a count that they moved would move the answers of others. Their scores
 * are by the counts of everybody's passages.
 */
export function ownTerms(connection: Connection, everybodys: PassageIndex['termStatistics']): OwnTerms {
  const counts = ownCounts(connection);
  const insert = connection.prepare('INSERT INTO passage_own_term (rowid, question, answer) VALUES (?, ?, ?)');
  const remove = connection.prepare('DELETE FROM passage_own_term WHERE rowid = ?');
  const search = connection.prepare<OwnRow>(`
    SELECT p.kind, p.owner_id, p.version_id, passage_own_term.question, passage_own_term.answer
      FROM passage_own_term JOIN passage p ON p.id = passage_own_term.rowid
     WHERE passage_own_term MATCH @query
       AND p.audience_id IN (SELECT value FROM json_each(@audiences))
       AND p.owner_id NOT IN (SELECT value FROM json_each(@except))
     ORDER BY passage_own_term.rank LIMIT ${mostScored}`);

  return {
    put: (passageId, question, answer) => {
      counts.forget();
      insert.run(passageId, termsOf(question).join(' '), termsOf(answer).join(' '));
    },
    remove: (passageId) => {
      counts.forget();
      remove.run(passageId);
    },
    statistics: counts.of,
    search: (terms, audiences, except) => {
      const query = audiences.length === 0 ? '' : matchQuery(terms);
      if (query === '') return [];
      const asked = [...new Set(terms)];
      const { counts: held, passages } = together(everybodys(asked), counts.of(asked, audiences));
      const rarity = new Map(
        asked.map((term) => {
          const holding = held.get(term) ?? 0;
          return [term, Math.max(1e-6, Math.log((passages - holding + 0.5) / (holding + 0.5)))];
        }),
      );
      const values = { query, audiences: JSON.stringify(audiences), except: JSON.stringify(except) };
      return search.all(values).map((row) => ({
        kind: row.kind,
        ownerId: row.owner_id,
        versionId: row.version_id,
        score: scoreOf(row, rarity),
      }));
    },
  };
}

/** Counts of everybody's passages and of one person's. */
export function together(one: Statistics, other: Statistics): Statistics {
  const counts = new Map([...one.counts].map(([term, count]) => [term, count + (other.counts.get(term) ?? 0)]));
  return { counts, passages: one.passages + other.passages };
}

/** A ranking asks for hundreds of terms, mostly the same ones; every write makes the counts new. */
function ownCounts(connection: Connection) {
  const total = connection.prepare<{ total: number }>('SELECT count(*) AS total FROM passage_own_term_docsize');
  const inAll = connection.prepare<{ doc: number }>('SELECT doc FROM passage_own_vocabulary WHERE term = ?');
  const inSome = connection.prepare<{ doc: number }>(`
    SELECT count(*) AS doc FROM passage_own_term JOIN passage p ON p.id = passage_own_term.rowid
     WHERE passage_own_term MATCH @query AND p.audience_id IN (SELECT value FROM json_each(@audiences))`);
  const passagesOf = connection.prepare<{ total: number }>(
    `SELECT count(*) AS total FROM passage_own_term_docsize d JOIN passage p ON p.id = d.id
      WHERE p.audience_id IN (SELECT value FROM json_each(?))`,
  );
  type Known = { readonly passages: number; readonly isAll: boolean; readonly counts: Map<string, number> };
  const known = new Map<string, Known>();
  const begun = (key: string): Known => {
    const passages = passagesOf.get(key)?.total ?? 0;
    // Where one person alone has taught anything, all counts are theirs.
    return { passages, isAll: passages === (total.get()?.total ?? 0), counts: new Map() };
  };
  const hasForeignChange = foreignChange(connection);
  const forget = (): void => known.clear();
  connection.onRollback(forget);
  return {
    forget,
    of(terms: readonly string[], audiences: readonly number[]): Statistics {
      if (audiences.length === 0) return { counts: new Map(), passages: 0 };
      if (hasForeignChange()) forget();
      const key = JSON.stringify(audiences);
      const memory = known.get(key) ?? begun(key);
      known.set(key, memory);
      const count = (term: string): number => {
        const remembered = memory.counts.get(term);
        if (remembered !== undefined) return remembered;
        const found = memory.isAll ? inAll.get(term) : inSome.get({ query: matchQuery([term]), audiences: key });
        memory.counts.set(term, found?.doc ?? 0);
        return found?.doc ?? 0;
      };
      return { counts: new Map(terms.map((term) => [term, count(term)])), passages: memory.passages };
    },
  };
}

function scoreOf({ question, answer }: OwnRow, rarity: ReadonlyMap<string, number>): number {
  const often = new Map<string, number>();
  const count = (text: string, weight: number): void => {
    for (const term of text.split(' ')) if (rarity.has(term)) often.set(term, (often.get(term) ?? 0) + weight);
  };
  count(question, questionWeight);
  count(answer, answerWeight);
  let score = 0;
  for (const [term, times] of often) score += ((rarity.get(term) ?? 0) * times * (k1 + 1)) / (times + k1);
  return score;
}
