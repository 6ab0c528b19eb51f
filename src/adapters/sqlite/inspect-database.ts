import BetterSqlite from 'better-sqlite3';
import { newestVersion } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { translating } from './sqlite-error.ts';

export type DatabaseFindings = {
  readonly version: number;
  readonly stores: number;
  readonly passages: number;
  readonly pendingReplies: number;
  readonly failedReplies: number;
  /** What the desk keeps of itself, by name. */
  readonly settings: ReadonlyMap<string, unknown>;
};

type SettingRow = { readonly name: string; readonly value: string };

/** Looks into a desk's database without changing it, whichever version it has up to ours. Errors: those of `openDatabase`. */
export function inspectDatabase(path: string): DatabaseFindings {
  return translating(() => {
    const raw = new BetterSqlite(path, { readonly: true, fileMustExist: true });
    try {
      refuseForeign(raw, path, newestVersion(migrations));
      const count = (table: string, where = 'TRUE'): number => {
        const hasTable = raw.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table);
        return hasTable === undefined
          ? 0
          : Number(raw.prepare(`SELECT count(*) FROM ${table} WHERE ${where}`).pluck().get());
      };
      return {
        version: Number(raw.pragma('user_version', { simple: true })),
        stores: count('store'),
        passages: count('passage'),
        pendingReplies: count('outbox_item', "state NOT IN ('sent', 'cancelled')"),
        failedReplies: count('outbox_item', "state = 'failed'"),
        settings: new Map(
          count('desk_setting') === 0
            ? []
            : (raw.prepare('SELECT name, value FROM desk_setting').all() as SettingRow[]).map(({ name, value }) => [
                name,
                JSON.parse(value) as unknown,
              ]),
        ),
      };
    } finally {
      raw.close();
    }
  });
}
