import type { FindingRepository, SoloRules } from '#core/ports/repositories/findings.ts';
import type { Connection } from './connection.ts';

type Solo = { readonly kind: string; readonly select: string };

/** Columns: entry_id, version_id, severity, since_at, detail. Each over entries of a stretch of rows. */
const solos: readonly Solo[] = [
  {
    kind: 'expired',
    select: `
      SELECT e.id AS entry_id, e.current_version_id AS version_id, 0.8 AS severity, a.valid_until AS since_at,
             json_object('until', a.valid_until) AS detail
        FROM passage_audience a JOIN passage p ON p.audience_id = a.id JOIN knowledge_entry e ON e.id = p.owner_id
       WHERE a.valid_until <= @now AND e.state = 'active' AND e.rowid BETWEEN @from AND @to`,
  },
  {
    kind: 'expiring',
    select: `
      SELECT e.id AS entry_id, e.current_version_id AS version_id,
             max(0, 1 - (a.valid_until - @now) * 1.0 / (@expiringBefore - @now)) AS severity, @now AS since_at,
             json_object('until', a.valid_until) AS detail
        FROM passage_audience a JOIN passage p ON p.audience_id = a.id JOIN knowledge_entry e ON e.id = p.owner_id
       WHERE a.valid_until > @now AND a.valid_until <= @expiringBefore AND e.state = 'active'
         AND e.rowid BETWEEN @from AND @to`,
  },
  {
    kind: 'corrected',
    select: `
      SELECT e.id AS entry_id, e.current_version_id AS version_id, min(1, count(*) / 10.0) AS severity,
             min(v.created_at) AS since_at, json_object('times', count(*)) AS detail
        FROM learned_item i JOIN learned_version v ON v.item_id = i.id AND v.state = 'active'
                            JOIN knowledge_entry e ON e.id = i.corrects_entry_id
       WHERE i.corrects_entry_id IS NOT NULL AND i.state = 'active' AND e.state = 'active'
         AND v.created_at >= e.updated_at AND e.rowid BETWEEN @from AND @to
       GROUP BY e.id HAVING count(*) >= @fewestCorrections`,
  },
  {
    kind: 'unused',
    select: `
      SELECT e.id AS entry_id, e.current_version_id AS version_id,
             min(1, (@now - coalesce(u.used_at, e.updated_at)) / 31536000000.0) AS severity,
             coalesce(u.used_at, e.updated_at) AS since_at, '{}' AS detail
        FROM knowledge_entry e LEFT JOIN entry_use u ON u.entry_id = e.id
       WHERE e.state = 'active' AND e.updated_at < @unusedSince AND coalesce(u.used_at, 0) < @unusedSince
         AND e.set_id IS NULL AND @hasTraffic
         AND (e.store_id IS NULL OR e.store_id IN (SELECT value FROM json_each(@busyStores)))
         AND e.rowid BETWEEN @from AND @to`,
  },
];

/** Findings that need no other entry: time, corrections, use. */
export function soloFindings(
  connection: Connection,
): Pick<FindingRepository, 'refreshSolo' | 'refreshSoloOf' | 'noteUses'> {
  const last = connection.prepare<{ last: number | null }>('SELECT max(rowid) AS last FROM knowledge_entry');
  const rowOf = connection.prepare<{ row: number }>('SELECT rowid AS row FROM knowledge_entry WHERE id = ?');
  const replies = connection.prepare<{ store_id: string; total: number }>(`
    SELECT store_id, count(*) AS total FROM outcome
     WHERE created_at >= ? AND act IN ('accepted', 'edited', 'written') GROUP BY store_id`);
  const refreshers = solos.map(({ kind, select }) => ({
    // A finding that is so still keeps its row: who has it open keeps it.
    gone: connection.prepare(`
      DELETE FROM finding WHERE kind = '${kind}'
         AND entry_id IN (SELECT id FROM knowledge_entry WHERE rowid BETWEEN @from AND @to)
         AND (entry_id, version_id) NOT IN (SELECT entry_id, version_id FROM (${select}))`),
    put: connection.prepare(`
      INSERT INTO finding (kind, finding_key, entry_id, version_id, severity, since_at, detail)
      SELECT '${kind}', version_id, entry_id, version_id, severity, since_at, detail FROM (${select}) WHERE true
      ON CONFLICT (kind, finding_key) DO UPDATE SET severity = excluded.severity, detail = excluded.detail
       WHERE detail <> excluded.detail`),
  }));

  const refresh = (rules: SoloRules, from: number, to: number): boolean => {
    const values = { ...rules, ...trafficOf(rules, replies.all(rules.unusedSince)), from, to };
    return connection.transaction(
      () => refreshers.reduce((sum, { gone, put }) => sum + gone.run(values) + put.run(values), 0) > 0,
    );
  };

  return {
    noteUses: usesNoted(connection),
    refreshSolo: (rules, from, rows) => {
      const end = last.get()?.last ?? 0;
      const hasChanged = refresh(rules, from, from + rows - 1);
      return { next: from + rows > end ? null : from + rows, hasChanged };
    },
    refreshSoloOf: (rules, entryId) => {
      const row = rowOf.get(entryId)?.row;
      return row !== undefined && refresh(rules, row, row);
    },
  };
}

function trafficOf(rules: SoloRules, rows: ReadonlyArray<{ readonly store_id: string; readonly total: number }>) {
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  const busy = rows.filter((row) => row.total >= rules.fewestReplies).map((row) => row.store_id);
  return { hasTraffic: total >= rules.fewestReplies ? 1 : 0, busyStores: JSON.stringify(busy) };
}

/** Goes on after the last outcome it read, which it remembers beside the rest of the desk's own. */
function usesNoted(connection: Connection): FindingRepository['noteUses'] {
  const mark = connection.prepare<{ value: string }>(`SELECT value FROM desk_setting WHERE name = 'health.outcome'`);
  const setMark = connection.prepare(`
    INSERT INTO desk_setting (name, value) VALUES ('health.outcome', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  const outcomes = connection.prepare<{ row: number; at: number; draft_id: string | null }>(`
    SELECT rowid AS row, created_at AS at, CASE WHEN act IN ('accepted', 'edited') THEN draft_id END AS draft_id
      FROM outcome WHERE rowid > ? ORDER BY rowid LIMIT ?`);
  const used = connection.prepare(`
    INSERT INTO entry_use (entry_id, used_at)
    SELECT json_extract(d.evidence, '$[' || json_extract(s.value, '$.evidence') || '].id'), @at
      FROM draft d, json_each(d.sentences) s
     WHERE d.id = @draftId AND json_extract(s.value, '$.evidence') IS NOT NULL
       AND json_extract(d.evidence, '$[' || json_extract(s.value, '$.evidence') || '].kind') = 'knowledge'
    ON CONFLICT (entry_id) DO UPDATE SET used_at = max(used_at, excluded.used_at)`);
  // An answer by a lesson is a use of the entry that the lesson corrects.
  const usedByLesson = connection.prepare(`
    INSERT INTO entry_use (entry_id, used_at)
    SELECT json_extract(v.value, '$.correctsEntryId'), @at FROM draft d, json_each(d.evidence) v
     WHERE d.id = @draftId AND json_extract(v.value, '$.correctsEntryId') IS NOT NULL
    ON CONFLICT (entry_id) DO UPDATE SET used_at = max(used_at, excluded.used_at)`);

  return (limit) =>
    connection.transaction(() => {
      const rows = outcomes.all(Number(mark.get()?.value ?? 0), limit);
      for (const { at, draft_id: draftId } of rows) {
        if (draftId === null) continue;
        used.run({ draftId, at });
        usedByLesson.run({ draftId, at });
      }
      const newest = rows.at(-1);
      if (newest !== undefined) setMark.run(String(newest.row));
      return rows.length;
    });
}
