import { z } from 'zod';
import type { FindingRepository, FindingRow, FoundPair } from '#core/ports/repositories/findings.ts';
import { FindingCorrection, FindingFact, FindingKind, FindingSpan } from '#shared/model/finding.ts';
import type { Connection } from './connection.ts';
import { findingTerms } from './finding-terms.ts';
import { soloFindings } from './finding-solo.ts';
import { found } from './found.ts';
import { checkedJson } from './stored-json.ts';

const Detail = z.object({
  spans: z.array(FindingSpan).default([]),
  fact: FindingFact.nullable().default(null),
  until: z.number().nullable().default(null),
  times: z.number().int().optional(),
});

type Row = {
  id: number;
  kind: FindingKind;
  finding_key: string;
  entry_id: string;
  other_entry_id: string | null;
  severity: number;
  since_at: number;
  detail: string;
};

/** Findings whose versions are the newest of active entries that the store answers from, and which nobody let stand. */
const standing = `
  finding f
    JOIN knowledge_entry e ON e.id = f.entry_id AND e.current_version_id = f.version_id AND e.state = 'active'
    LEFT JOIN knowledge_entry o ON o.id = f.other_entry_id
   WHERE (e.store_id IS NULL OR e.store_id = @storeId)
     AND (f.other_entry_id IS NULL
          OR (o.current_version_id = f.other_version_id AND o.state = 'active'
              AND (o.store_id IS NULL OR o.store_id = @storeId)))
     AND NOT EXISTS (SELECT 1 FROM finding_dismissal d WHERE d.kind = f.kind AND d.finding_key = f.finding_key)`;

/** What is worst stands first: wrong answers before idle ones. */
const order = `
  CASE f.kind WHEN 'contradiction' THEN 0 WHEN 'expired' THEN 1 WHEN 'corrected' THEN 2 WHEN 'expiring' THEN 3
              WHEN 'duplicate' THEN 4 ELSE 5 END, f.severity DESC, f.since_at DESC, f.id`;

const latestCorrections = 5;

/** The health list of one database. */
export function findingRepository(connection: Connection): FindingRepository {
  const waiting = connection.prepare<{ entry_id: string }>(
    'SELECT entry_id FROM finding_wait ORDER BY id DESC LIMIT ?',
  );
  const state = connection.prepare<{ waiting: number; entries: number }>(`
    SELECT (SELECT count(*) FROM finding_wait) AS waiting,
           (SELECT count(*) FROM knowledge_entry WHERE state = 'active') AS entries`);
  return {
    scanState: () => state.get() ?? { waiting: 0, entries: 0 },
    waiting: (limit) => waiting.all(limit).map((row) => row.entry_id),
    ...findingTerms(connection),
    ...soloFindings(connection),
    ...writes(connection),
    ...reads(connection),
  };
}

function writes(connection: Connection): Pick<FindingRepository, 'startOver' | 'settle'> {
  const rules = connection.prepare<{ value: string }>(`SELECT value FROM desk_setting WHERE name = 'health.rules'`);
  const setRules = connection.prepare(`
    INSERT INTO desk_setting (name, value) VALUES ('health.rules', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  const dropPairs = connection.prepare(`DELETE FROM finding WHERE kind IN ('contradiction', 'duplicate')`);
  const waitAll = connection.prepare(`
    INSERT INTO finding_wait (entry_id) SELECT id FROM knowledge_entry WHERE state = 'active'
    ON CONFLICT (entry_id) DO NOTHING`);
  const settled = connection.prepare('DELETE FROM finding_wait WHERE entry_id = ?');
  const dropOld = connection.prepare(`
    DELETE FROM finding WHERE id IN (
      SELECT f.id FROM finding f JOIN knowledge_entry e ON e.id = @entryId
       WHERE (f.entry_id = @entryId AND (f.version_id <> e.current_version_id OR e.state = 'retired'))
          OR (f.other_entry_id = @entryId AND (f.other_version_id <> e.current_version_id OR e.state = 'retired')))`);
  const insert = connection.prepare(`
    INSERT INTO finding (kind, finding_key, entry_id, version_id, other_entry_id, other_version_id, severity, since_at, detail)
    VALUES (@kind, @key, @entryId, @versionId, @otherEntryId, @otherVersionId, @severity, @since, @detail)
    ON CONFLICT (kind, finding_key) DO NOTHING`);

  return {
    startOver: (number) =>
      connection.transaction(() => {
        if (rules.get()?.value === String(number)) return;
        dropPairs.run();
        waitAll.run();
        setRules.run(String(number));
      }),
    settle: (entryId, pairs) =>
      connection.transaction(() => {
        let changed = dropOld.run({ entryId });
        for (const pair of pairs) changed += insert.run(columnsOf(pair));
        settled.run(entryId);
        return changed > 0;
      }),
  };
}

function columnsOf({ kind, versions, severity, since, spans, fact }: FoundPair): Readonly<Record<string, unknown>> {
  const [one, other] = versions;
  return {
    kind,
    key: [one.versionId, other.versionId].toSorted().join(' '),
    entryId: one.entryId,
    versionId: one.versionId,
    otherEntryId: other.entryId,
    otherVersionId: other.versionId,
    severity,
    since,
    detail: JSON.stringify({ spans, fact }),
  };
}

function reads(connection: Connection): Pick<FindingRepository, 'list' | 'counts' | 'get'> {
  const columns = 'f.id, f.kind, f.finding_key, f.entry_id, f.other_entry_id, f.severity, f.since_at, f.detail';
  const page = connection.prepare<Row>(
    `SELECT ${columns} FROM ${standing} AND (@kind IS NULL OR f.kind = @kind) ORDER BY ${order} LIMIT @limit OFFSET @offset`,
  );
  const total = connection.prepare<{ total: number }>(
    `SELECT count(*) AS total FROM ${standing} AND (@kind IS NULL OR f.kind = @kind)`,
  );
  const counts = connection.prepare<{ kind: FindingKind; total: number }>(
    `SELECT f.kind, count(*) AS total FROM ${standing} GROUP BY f.kind`,
  );
  const one = connection.prepare<Row>(`SELECT ${columns} FROM finding f WHERE f.id = ?`);
  const corrections = connection.prepare<{ item_id: string; answer: string; created_at: number }>(`
    SELECT v.item_id, v.answer, v.created_at
      FROM learned_item i JOIN learned_version v ON v.item_id = i.id
     WHERE i.corrects_entry_id = ? AND i.state = 'active' AND v.state = 'active'
     ORDER BY v.created_at DESC, v.id DESC LIMIT ${latestCorrections}`);

  const rowOf = (row: Row): FindingRow => {
    const { spans, fact, until, times } = checkedJson(Detail, row.detail, 'finding.detail');
    const latest = (): FindingCorrection[] =>
      corrections.all(row.entry_id).map((said) => ({ itemId: said.item_id, text: said.answer, at: said.created_at }));
    return {
      id: row.id,
      kind: row.kind,
      severity: row.severity,
      since: row.since_at,
      entryIds: row.other_entry_id === null ? [row.entry_id] : [row.entry_id, row.other_entry_id],
      spans,
      fact,
      until,
      corrected: times === undefined ? null : { times, latest: latest() },
    };
  };

  return {
    list: (query) => ({ items: page.all(query).map(rowOf), total: total.get(query)?.total ?? 0 }),
    counts: (storeId) => {
      const all = Object.fromEntries(FindingKind.options.map((kind) => [kind, 0])) as Record<FindingKind, number>;
      for (const { kind, total: number } of counts.all({ storeId })) all[kind] = number;
      return all;
    },
    get: (findingId) => {
      const { kind, finding_key: key } = found(one.get(findingId), 'finding', String(findingId));
      return { kind, key };
    },
  };
}
