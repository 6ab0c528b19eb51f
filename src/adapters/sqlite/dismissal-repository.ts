import type { DismissalRepository } from '#core/ports/repositories/findings.ts';
import type { Connection } from './connection.ts';

/** What was let stand on the desk of one database. */
export function dismissalRepository(
  connection: Connection,
  deskId: string,
  { newId, now }: { readonly newId: () => string; readonly now: () => number },
): DismissalRepository {
  const keys = connection.prepare<{ finding_key: string }>('SELECT finding_key FROM finding_dismissal WHERE kind = ?');
  const insert = connection.prepare(`
    INSERT INTO finding_dismissal (id, origin_desk, kind, finding_key, dismissed_by, created_at)
    VALUES (@id, @deskId, @kind, @key, @who, @at) ON CONFLICT DO NOTHING`);
  const remove = connection.prepare('DELETE FROM finding_dismissal WHERE kind = ? AND finding_key = ?');
  return {
    keysOf: (kind) => new Set(keys.all(kind).map((row) => row.finding_key)),
    add: (kind, key, who = '') => void insert.run({ id: newId(), deskId, kind, key, who, at: now() }),
    remove: (kind, key) => void remove.run(kind, key),
  };
}
