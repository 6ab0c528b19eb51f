import type { PassageHit, PassageIndex, SearchScope } from '#core/ports/passage-index.ts';
import type { Connection } from './connection.ts';
import { embeddings } from './embeddings.ts';
import { lexicalIndex } from './lexical-index.ts';
import { ownTerms, together } from './own-terms.ts';
import type { PassageWords } from './passage-words.ts';
import { passageLayers } from './passage-layers.ts';
import { passageAudiences } from './passage-audiences.ts';
import { passageWrites } from './passage-writes.ts';
import { VectorIndex } from './vector-index.ts';
import type { Near } from './vector-matrix.ts';

type PassageRow = { kind: PassageHit['kind']; owner_id: string; version_id: string };

/** Both legs of the search, of one database. */
export function passageIndex(connection: Connection, words: Pick<PassageWords, 'forget'>): PassageIndex {
  const audiences = passageAudiences(connection);
  const lexical = lexicalIndex(connection);
  const own = ownTerms(connection, lexical.statistics);
  const vectors = new VectorIndex(connection);
  const one = connection.prepare<PassageRow>('SELECT kind, owner_id, version_id FROM passage WHERE id = ?');
  const changing = connection.prepare<{ owner_id: string }>(`
    SELECT p.owner_id FROM passage_audience a CROSS JOIN passage p ON p.audience_id = a.id
     WHERE (a.valid_from > @from AND a.valid_from <= @until) OR (a.valid_until > @from AND a.valid_until <= @until)
     LIMIT @limit`);

  const hitsAmong = (near: readonly Near[], except: ReadonlySet<string>, limit: number): readonly PassageHit[] => {
    const hits = new Map<number, PassageHit>();
    for (const { passageId, score } of near) {
      const row = hits.has(passageId) ? undefined : one.get(passageId);
      if (row === undefined || except.has(row.owner_id)) continue;
      hits.set(passageId, { kind: row.kind, ownerId: row.owner_id, versionId: row.version_id, score });
      if (hits.size === limit) break;
    }
    return [...hits.values()];
  };
  const searchVector: PassageIndex['searchVector'] = (embedderId, vector, scope, limit) => {
    const except = scope.except ?? new Set<string>();
    const visible = audiences.visibleTo(scope);
    // A question and its answer are two rows, a long section up to 26: where those fill the list, it is made longer.
    for (let wanted = 2 * (limit + except.size); ; wanted *= 4) {
      const near = vectors.nearest(embedderId, vector, visible, wanted);
      const hits = hitsAmong(near, except, limit);
      if (hits.length === limit || near.length < wanted) return hits;
    }
  };

  const { textsChanged, ...vectorTexts } = embeddings(connection, vectors);
  const onChange = (passageId: number): void => {
    vectors.mark(passageId);
    textsChanged();
  };

  return {
    ...passageWrites(connection, { audiences, lexical, own, onGoing: words.forget, onChange }),
    ...vectorTexts,
    searchTerms: (terms, scope: SearchScope, limit) => {
      const except = [...(scope.except ?? [])];
      const found = lexical.search(terms, audiences.visibleTo(scope), except, limit);
      const theirs = own.search(terms, audiences.ownOf(scope), except);
      if (theirs.length === 0) return found;
      return [...found, ...theirs].toSorted((a, b) => b.score - a.score).slice(0, limit);
    },
    ...passageLayers(connection, audiences),
    subjects: audiences.subjects,
    nextChange: audiences.nextChange,
    changingWithin: (from, until, limit) => changing.all({ from, until, limit }).map((row) => row.owner_id),
    termStatistics: (terms, scope) => {
      const everybodys = lexical.statistics(terms);
      const theirs = scope === undefined ? [] : audiences.ownOf(scope);
      return theirs.length === 0 ? everybodys : together(everybodys, own.statistics(terms, theirs));
    },
    searchVector,
  };
}
