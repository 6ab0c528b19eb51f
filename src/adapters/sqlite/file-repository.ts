import { createHash } from 'node:crypto';
import type { FileRepository } from '#core/ports/repositories/files.ts';
import type { ReplyFile } from '#shared/model/reply-file.ts';
import type { Connection } from './connection.ts';

/** The files of one database. They lie in it, so that every copy of the desk has them. */
export function fileRepository(connection: Connection): FileRepository {
  const insert = connection.prepare(`
    INSERT INTO kept_file (sha256, bytes, brought_at) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET brought_at = max(brought_at, excluded.brought_at)`);
  const known = connection.prepare('SELECT 1 FROM kept_file WHERE sha256 = ?');
  const bytes = connection.prepare<{ bytes: Uint8Array<ArrayBuffer> }>('SELECT bytes FROM kept_file WHERE sha256 = ?');
  const ofWork = connection.prepare<ReplyFile>(`
    SELECT sha256, name, content_type AS contentType, size FROM work_file
     WHERE conversation_id = ? ORDER BY position, sha256`);
  const addToWork = connection.prepare(`
    INSERT INTO work_file (conversation_id, sha256, name, content_type, size, position, added_at)
    VALUES (@conversationId, @sha256, @name, @contentType, @size,
      1 + coalesce((SELECT max(position) FROM work_file WHERE conversation_id = @conversationId), 0), @at)
    ON CONFLICT DO NOTHING`);
  const removeFromWork = connection.prepare('DELETE FROM work_file WHERE conversation_id = ? AND sha256 = ?');
  const dropOldWork = connection.prepare(`
    DELETE FROM work_file WHERE conversation_id IN (
      SELECT conversation_id FROM work_file GROUP BY conversation_id HAVING max(added_at) < ?)`);
  const dropUnused = connection.prepare(`
    DELETE FROM kept_file
     WHERE iif(@only IS NULL, brought_at < @broughtBefore, sha256 = @only)
       AND sha256 NOT IN (
         SELECT sha256 FROM work_file
         UNION ALL
         SELECT file.value ->> 'sha256' FROM outbox_item, json_each(outbox_item.files) AS file
          WHERE files <> '[]' AND state <> 'cancelled' AND (state <> 'sent' OR sent_at >= @sentSince)
         UNION ALL
         SELECT file.value ->> 'sha256' FROM macro_version, json_each(macro_version.content, '$.files') AS file)`);

  return {
    keep: (given, at) => {
      const sha256 = createHash('sha256').update(given).digest('hex');
      insert.run(sha256, given, at);
      return sha256;
    },
    has: (sha256) => known.get(sha256) !== undefined,
    bytes: (sha256) => bytes.get(sha256)?.bytes ?? null,
    ofWork: (conversationId) => ofWork.all(conversationId),
    addToWork: (conversationId, files, at) => {
      for (const file of files) addToWork.run({ ...file, conversationId, at });
    },
    removeFromWork: (conversationId, hashes) => {
      for (const sha256 of hashes) removeFromWork.run(conversationId, sha256);
    },
    dropUnused: (since) =>
      connection.transaction(() => {
        dropOldWork.run(since.workSince);
        return dropUnused.run({ only: null, ...since });
      }),
  };
}
