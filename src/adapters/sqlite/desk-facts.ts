import type BetterSqlite from 'better-sqlite3';
import type { DeskFacts, RestorePreview } from '#shared/model/portable.ts';

/** What a database of whatever version holds. */
export function deskFacts(raw: BetterSqlite.Database): DeskFacts {
  return {
    deskId: String(valueOf(raw, 'desk', 'SELECT id FROM desk') ?? ''),
    version: Number(raw.pragma('user_version', { simple: true })),
    conversations: numberOf(raw, 'conversation', 'SELECT count(*) FROM conversation'),
    entries: numberOf(raw, 'knowledge_entry', `SELECT count(*) FROM knowledge_entry WHERE state = 'active'`),
    newestMessageAt: timeOf(raw, 'message', 'SELECT max(sent_at) FROM message'),
    newestOutcomeAt: timeOf(raw, 'outcome', 'SELECT max(created_at) FROM outcome'),
  };
}

/** Replies that had not left. */
export function repliesUnderWay(raw: BetterSqlite.Database): number {
  const sql = `SELECT count(*) FROM outbox_item WHERE state IN ('waiting', 'sending', 'uncertain')`;
  return numberOf(raw, 'outbox_item', sql);
}

/** Rows that one database has and the other was too early for: ids sort by the time they were made. */
export function rowsSince(here: BetterSqlite.Database, there: BetterSqlite.Database): RestorePreview['lost'] {
  const since = (table: string): number => {
    const newest = valueOf(there, table, `SELECT max(id) FROM ${table}`);
    const sql = `SELECT count(*) FROM ${table} WHERE id > ?`;
    return hasTable(here, table)
      ? Number(
          here
            .prepare(sql)
            .pluck()
            .get(typeof newest === 'string' ? newest : ''),
        )
      : 0;
  };
  return {
    messages: since('message'),
    outcomes: since('outcome'),
    knowledge: since('knowledge_version'),
    lessons: since('learned_version'),
  };
}

/** Changes with everything that would be missed; not with what is read again or made again. */
export function changeMark(raw: BetterSqlite.Database): string {
  const rows = ['message', 'outcome', 'outbox_item', 'knowledge_version', 'learned_version', 'store_version'];
  const more = ['knowledge_set_version', 'finding_dismissal', 'macro_version', 'kept_file'];
  return JSON.stringify([
    ...[...rows, ...more].map((table) => valueOf(raw, table, `SELECT max(rowid) FROM ${table}`)),
    valueOf(
      raw,
      'outbox_item',
      `SELECT group_concat(id || state) FROM outbox_item WHERE state NOT IN ('sent', 'cancelled')`,
    ),
    valueOf(raw, 'inbox', `SELECT group_concat(id || name || settings || coalesce(removed_at, '')) FROM inbox`),
    valueOf(
      raw,
      'knowledge_source',
      `SELECT group_concat(id || name || settings || coalesce(removed_at, '')) FROM knowledge_source`,
    ),
    valueOf(raw, 'shop', 'SELECT group_concat(store_id || settings) FROM shop'),
  ]);
}

function hasTable(raw: BetterSqlite.Database, table: string): boolean {
  return raw.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(table) !== undefined;
}

function valueOf(raw: BetterSqlite.Database, table: string, sql: string): unknown {
  return hasTable(raw, table) ? raw.prepare(sql).pluck().get() : null;
}

function numberOf(raw: BetterSqlite.Database, table: string, sql: string): number {
  return Number(valueOf(raw, table, sql) ?? 0);
}

function timeOf(raw: BetterSqlite.Database, table: string, sql: string): number | null {
  const value = valueOf(raw, table, sql);
  return typeof value === 'number' ? value : null;
}
