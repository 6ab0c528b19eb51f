import type { PassageHit, PassageIndex, SearchScope } from '#core/ports/passage-index.ts';
import type { Connection } from './connection.ts';
import { embeddings } from './embeddings.ts';
import { lexicalIndex } from './lexical-index.ts';
import { passageAudiences } from './passage-audiences.ts';
import { passageWrites } from './passage-writes.ts';
import { VectorIndex } from './vector-index.ts';

type PassageRow = { kind: PassageHit['kind']; owner_id: string; version_id: string };

/** Both legs of the search, of one database. */
export function passageIndex(connection: Connection): PassageIndex {
  const audiences = passageAudiences(connection);
  const lexical = lexicalIndex(connection);
  const vectors = new VectorIndex(connection);
  const one = connection.prepare<PassageRow>('SELECT kind, owner_id, version_id FROM passage WHERE id = ?');

  const searchVector: PassageIndex['searchVector'] = (embedderId, vector, scope, limit) => {
    const except = scope.except ?? new Set<string>();
    // A passage has two rows at most: twice as many rows hold enough passages.
    const wanted = 2 * (limit + except.size);
    const hits = new Map<number, PassageHit>();
    for (const { passageId, score } of vectors.nearest(embedderId, vector, audiences.visibleTo(scope), wanted)) {
      const row = hits.has(passageId) ? undefined : one.get(passageId);
      if (row === undefined || except.has(row.owner_id)) continue;
      hits.set(passageId, { kind: row.kind, ownerId: row.owner_id, versionId: row.version_id, score });
      if (hits.size === limit) break;
    }
    return [...hits.values()];
  };

  const { textsChanged, ...vectorTexts } = embeddings(connection, (passageId) => vectors.mark(passageId));
  const onChange = (passageId: number): void => {
    vectors.mark(passageId);
    textsChanged();
  };

  return {
    ...passageWrites(connection, { audiences, lexical, onChange }),
    ...vectorTexts,
    searchTerms: (terms, scope: SearchScope, limit) =>
      lexical.search(terms, audiences.visibleTo(scope), [...(scope.except ?? [])], limit),
    termStatistics: lexical.statistics,
    searchVector,
  };
}
