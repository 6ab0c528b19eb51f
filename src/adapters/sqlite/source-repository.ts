import type { SourceRepository } from '#core/ports/repositories/sources.ts';
import { Problem } from '#shared/model/basics.ts';
import { type Source, SourceSettings } from '#shared/model/source.ts';
import type { Connection } from './connection.ts';
import { found } from './found.ts';
import { checkedJson } from './stored-json.ts';

type SourceRow = {
  id: string;
  store_id: string | null;
  set_id: string | null;
  name: string;
  settings: string;
  read_at: number | null;
  taken_at: number | null;
  problem: string | null;
  created_at: number;
  entry_count: number;
};

const columns = `
  s.id, s.store_id, s.set_id, s.name, s.settings, s.read_at, s.taken_at, s.problem, s.created_at,
  (SELECT count(DISTINCT v.entry_id) FROM knowledge_version v JOIN knowledge_entry e ON e.id = v.entry_id
    WHERE v.source_id = s.id AND e.state = 'active') AS entry_count`;

/** The sources of one database. */
export function sourceRepository(connection: Connection, deskId: string): SourceRepository {
  const all = connection.prepare<SourceRow>(
    `SELECT ${columns} FROM knowledge_source s WHERE s.removed_at IS NULL ORDER BY s.created_at, s.id`,
  );
  const one = connection.prepare<SourceRow>(
    `SELECT ${columns} FROM knowledge_source s WHERE s.id = ? AND s.removed_at IS NULL`,
  );
  const insert = connection.prepare(`
    INSERT INTO knowledge_source (id, origin_desk, store_id, set_id, name, settings, created_at)
    VALUES (@id, @deskId, @storeId, @setId, @name, @settings, @at)`);
  const setRead = connection.prepare('UPDATE knowledge_source SET read_at = ?, problem = NULL WHERE id = ?');
  const setProblem = connection.prepare('UPDATE knowledge_source SET problem = ? WHERE id = ?');
  const setTaken = connection.prepare('UPDATE knowledge_source SET taken_at = ? WHERE id = ?');
  const state = connection.prepare<{ reader_state: string | null }>(
    'SELECT reader_state FROM knowledge_source WHERE id = ?',
  );
  const setState = connection.prepare('UPDATE knowledge_source SET reader_state = ? WHERE id = ?');
  const remove = connection.prepare('UPDATE knowledge_source SET removed_at = ?, reader_state = NULL WHERE id = ?');
  const readVersions = connection.prepare<{ entryId: string; versionId: string }>(`
    SELECT v.entry_id AS entryId, v.id AS versionId FROM knowledge_version v
     WHERE v.source_id = ? AND v.source_origin <> 'person'
       AND NOT EXISTS (SELECT 1 FROM knowledge_version w
         WHERE w.entry_id = v.entry_id AND w.source_id = v.source_id AND w.source_origin <> 'person'
           AND (w.number, w.id) > (v.number, v.id))
     ORDER BY v.source_file, v.source_row, v.id`);
  const get = (sourceId: string): Source => sourceOf(found(one.get(sourceId), 'source', sourceId));

  return {
    list: () => all.all().map(sourceOf),
    get,
    add({ id, place, name, settings, at }) {
      insert.run({ id, deskId, ...place, name, settings: JSON.stringify(settings), at });
      return get(id);
    },
    setRead: (sourceId, at) => void setRead.run(at, sourceId),
    setProblem: (sourceId, problem) => void setProblem.run(JSON.stringify(problem), sourceId),
    setTaken: (sourceId, at) => void setTaken.run(at, sourceId),
    readerState: (sourceId) => {
      const json = state.get(sourceId)?.reader_state ?? null;
      return json === null ? null : JSON.parse(json);
    },
    setReaderState: (sourceId, value) => void setState.run(JSON.stringify(value), sourceId),
    remove: (sourceId, at) => void remove.run(at, sourceId),
    readVersions: (sourceId) => readVersions.all(sourceId),
  };
}

function sourceOf(row: SourceRow): Source {
  return {
    id: row.id,
    storeId: row.store_id,
    setId: row.set_id,
    name: row.name,
    settings: checkedJson(SourceSettings, row.settings, 'knowledge_source.settings'),
    readAt: row.read_at,
    takenAt: row.taken_at,
    problem: row.problem === null ? null : checkedJson(Problem, row.problem, 'knowledge_source.problem'),
    entryCount: row.entry_count,
    createdAt: row.created_at,
  };
}
