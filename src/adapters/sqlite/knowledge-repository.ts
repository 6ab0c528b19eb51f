import type { KnowledgeRepository, KnowledgeVersion } from '#core/ports/repositories/knowledge.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { Connection } from './connection.ts';
import { found } from './found.ts';
import { type EntryRow, currentEntries, entryColumns, entryOf, versionColumns } from './knowledge-columns.ts';
import { knowledgeFinds } from './knowledge-finds.ts';

/** The knowledge of one database. */
export function knowledgeRepository(connection: Connection, deskId: string): KnowledgeRepository {
  const one = connection.prepare<EntryRow>(`SELECT ${entryColumns} FROM ${currentEntries} WHERE e.id = ?`);
  const history = connection.prepare<EntryRow>(`
    SELECT ${entryColumns} FROM knowledge_entry e JOIN knowledge_version v ON v.entry_id = e.id
     WHERE e.id = ? ORDER BY v.number DESC, v.id DESC`);
  const version = connection.prepare<EntryRow>(`
    SELECT ${entryColumns} FROM knowledge_version v JOIN knowledge_entry e ON e.id = v.entry_id WHERE v.id = ?`);
  const get = (entryId: string): KnowledgeEntry => entryOf(found(one.get(entryId), 'knowledge entry', entryId));

  return {
    get,
    find: (entryId) => {
      const row = one.get(entryId);
      return row === undefined ? null : entryOf(row);
    },
    findVersion: (versionId) => {
      const row = version.get(versionId);
      return row === undefined ? null : entryOf(row);
    },
    history: (entryId) => {
      const rows = history.all(entryId);
      found(rows[0], 'knowledge entry', entryId);
      return rows.map(entryOf);
    },
    ...knowledgeFinds(connection),
    ...writes(connection, deskId, get),
  };
}

function writes(
  connection: Connection,
  deskId: string,
  get: (entryId: string) => KnowledgeEntry,
): Pick<KnowledgeRepository, 'add' | 'append'> {
  const insertEntry = connection.prepare(`
    INSERT INTO knowledge_entry (id, store_id, set_id, origin_desk, current_version_id, state, updated_at, created_at)
    VALUES (@entryId, @storeId, @setId, @deskId, @versionId, @state, @at, @at)`);
  const insertVersion = connection.prepare(`
    INSERT INTO knowledge_version (id, entry_id, number, origin_desk, state, kind, question, answer, topic, scope,
      language, channels, attributes, validity, overlays_entry_id, source_origin, source_id, source_file, source_row,
      source_page, source_headings, source_url, changed_by, reason, question_key, answer_hash, created_at)
    VALUES (@versionId, @entryId,
      1 + coalesce((SELECT max(number) FROM knowledge_version WHERE entry_id = @entryId), 0), @deskId, @state, @kind,
      @question, @answer, @topic, @scope, @language, @channels, @attributes, @validity, @overlaysEntryId,
      @sourceOrigin, @sourceId, @sourceFile, @sourceRow, @sourcePage, @sourceHeadings, @sourceUrl, @who, @why,
      @questionKey, @answerHash, @at)`);

  const appended = (version: KnowledgeVersion): KnowledgeEntry => {
    insertVersion.run({ ...versionColumns(version), deskId });
    return get(version.entryId);
  };
  return {
    add: ({ storeId, setId }, version) =>
      connection.transaction(() => {
        insertEntry.run({ ...version, storeId, setId, deskId });
        return appended(version);
      }),
    append: (version) =>
      connection.transaction(() => {
        get(version.entryId);
        return appended(version);
      }),
  };
}
