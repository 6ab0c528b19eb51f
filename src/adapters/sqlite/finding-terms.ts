import type { FindingRepository } from '#core/ports/repositories/findings.ts';
import type { Connection } from './connection.ts';

/** The terms by which entries find others about the same: of every entry, whatever set, channel or time it answers in. */
export function findingTerms(
  connection: Connection,
): Pick<FindingRepository, 'putTerms' | 'near' | 'termCounts' | 'termedEntries' | 'vectors'> {
  const subject = connection.prepare<{ id: number }>('SELECT id FROM finding_subject WHERE entry_id = ?');
  const addSubject = connection.prepare<{ id: number }>(
    'INSERT INTO finding_subject (entry_id) VALUES (?) RETURNING id',
  );
  const dropSubject = connection.prepare('DELETE FROM finding_subject WHERE id = ?');
  const insert = connection.prepare('INSERT INTO finding_term (rowid, terms) VALUES (?, ?)');
  const remove = connection.prepare('DELETE FROM finding_term WHERE rowid = ?');
  const search = connection.prepare<{ entry_id: string; version_id: string }>(`
    SELECT s.entry_id, e.current_version_id AS version_id
      FROM finding_term JOIN finding_subject s ON s.id = finding_term.rowid
                        JOIN knowledge_entry e ON e.id = s.entry_id
     WHERE finding_term MATCH @query AND s.entry_id <> @entryId AND e.state = 'active'
       AND (@storeId IS NULL OR e.store_id IS NULL OR e.store_id = @storeId)
     ORDER BY finding_term.rank LIMIT @limit`);
  const countOf = connection.prepare<{ doc: number }>('SELECT doc FROM finding_vocabulary WHERE term = ?');
  const all = connection.prepare<{ total: number }>('SELECT count(*) AS total FROM finding_subject');

  const embedded = connection.prepare<{ field: string; vector: Uint8Array | null }>(`
    SELECT t.field, e.vector
      FROM passage p JOIN passage_text t ON t.passage_id = p.id
                     LEFT JOIN embedding e ON e.content_hash = t.content_hash AND e.embedder_id = ?
     WHERE p.owner_id = ? ORDER BY t.number`);

  return {
    vectors: (embedderId, entryId) => {
      const vectors = new Map<string, Float32Array[]>();
      for (const { field, vector } of embedded.all(embedderId, entryId)) {
        if (vector === null) return null;
        // Copied, as a blob need not lie on a multiple of four.
        vectors.set(field, [...(vectors.get(field) ?? []), new Float32Array(new Uint8Array(vector).buffer)]);
      }
      const answers = vectors.get('part') ?? vectors.get('answer') ?? [];
      return vectors.size === 0 ? null : { question: vectors.get('question')?.[0] ?? null, answers };
    },
    termCounts: (terms) => new Map(terms.map((term) => [term, countOf.get(stored(term))?.doc ?? 0])),
    termedEntries: () => all.get()?.total ?? 0,
    putTerms: (entryId, terms) => {
      const known = subject.get(entryId)?.id;
      if (known !== undefined) remove.run(known);
      if (terms.length === 0) return void (known !== undefined && dropSubject.run(known));
      const id = known ?? addSubject.get(entryId)?.id ?? 0;
      insert.run(id, terms.map(stored).join(' '));
    },
    near: (entryId, storeId, terms, limit) => {
      const words = terms.map(stored).filter((word) => word !== '');
      const query = words.map((word) => `"${word}"`).join(' OR ');
      if (query === '') return [];
      return search
        .all({ query, entryId, storeId, limit })
        .map((row) => ({ entryId: row.entry_id, versionId: row.version_id }));
    },
  };
}

/** A term as FTS5 keeps it: letters and digits of ASCII, everything else as it is. Matters get a mark no word begins with. */
function stored(term: string): string {
  const bare = term.replace(/[\0-\u002f\u003a-\u0060\u007b-\u007f]/g, '').replace(/\0/g, '');
  return term.startsWith('#') ? `zzq${bare}` : term.startsWith('@') ? `zzw${bare}` : bare;
}
