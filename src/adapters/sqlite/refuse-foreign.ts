import { statSync } from 'node:fs';
import type BetterSqlite from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { refuseNewer } from './migrate.ts';

/** 'Desk' in ASCII; the first migration writes it. */
const applicationId = 0x4465736b;
/** https://www.sqlite.org/fileformat.html#page_size */
const leastPageBytes = 512;

/**
 * Refuses a file that is newer, another program's or no database. It only reads, so that nothing in the file changes.
 * Errors: `database_newer`, `database_failed`.
 */
export function refuseForeign(raw: BetterSqlite.Database, path: string, knownVersion: number): void {
  // SQLite takes a file shorter than the least page for an empty database and would write over it.
  const bytes = path === ':memory:' ? 0 : statSync(path).size;
  if (bytes > 0 && bytes < leastPageBytes) throw refused(path, 'is not a database', 'SQLITE_NOTADB');
  const version = Number(raw.pragma('user_version', { simple: true }));
  if (raw.pragma('application_id', { simple: true }) === applicationId) {
    refuseNewer(version, knownVersion);
    return;
  }
  if (version === 0 && raw.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined) return;
  throw refused(path, 'is a database of another program', 'application_id');
}

function refused(path: string, what: string, reason: string): AppError {
  return new AppError('database_failed', `${path} ${what}.`, { detail: { path, reason } });
}
