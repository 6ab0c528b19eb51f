import type { KnowledgeSetRepository, KnowledgeSetVersion } from '#core/ports/repositories/knowledge.ts';
import type { KnowledgeSet } from '#shared/model/knowledge-set.ts';
import type { Connection } from './connection.ts';
import { found } from './found.ts';

type SetRow = {
  id: string;
  name: string;
  state: KnowledgeSet['state'];
  stores: string;
  version: number;
  created_at: number;
  updated_at: number;
};

const selectSet = `
  SELECT s.id, v.name, v.state, v.stores, v.number AS version, s.created_at, v.created_at AS updated_at
    FROM knowledge_set s JOIN knowledge_set_version v ON v.id = s.current_version_id`;

/** The sets of one database. */
export function setRepository(connection: Connection, deskId: string): KnowledgeSetRepository {
  const all = connection.prepare<SetRow>(`${selectSet} ORDER BY s.created_at, s.id`);
  const one = connection.prepare<SetRow>(`${selectSet} WHERE s.id = ?`);
  const insertSet = connection.prepare(
    'INSERT INTO knowledge_set (id, origin_desk, current_version_id, created_at) VALUES (?, ?, ?, ?)',
  );
  const insertVersion = connection.prepare(`
    INSERT INTO knowledge_set_version (id, set_id, number, origin_desk, state, name, stores, changed_by, created_at)
    VALUES (@versionId, @setId,
      1 + coalesce((SELECT max(number) FROM knowledge_set_version WHERE set_id = @setId), 0), @deskId, @state, @name,
      @stores, @who, @at)`);

  const get = (setId: string): KnowledgeSet => setOf(found(one.get(setId), 'knowledge set', setId));
  const appended = (version: KnowledgeSetVersion): KnowledgeSet => {
    insertVersion.run({ ...version, deskId, stores: JSON.stringify([...new Set(version.storeIds)].toSorted()) });
    return get(version.setId);
  };

  return {
    list: () => all.all().map(setOf),
    get,
    add: (version) =>
      connection.transaction(() => {
        insertSet.run(version.setId, deskId, version.versionId, version.at);
        return appended(version);
      }),
    append: (version) =>
      connection.transaction(() => {
        get(version.setId);
        return appended(version);
      }),
  };
}

function setOf(row: SetRow): KnowledgeSet {
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    storeIds: JSON.parse(row.stores) as string[],
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
