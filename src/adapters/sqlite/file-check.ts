import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type BetterSqlite from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { refuseNewer } from './migrate.ts';

// Offsets and sizes: "The Database Header", https://www.sqlite.org/fileformat.html
const headerBytes = 100;
const magic = 'SQLite format 3\0';
const userVersionAt = 60;
/** 'Desk' in ASCII; the first migration writes it. */
const applicationId = 0x4465736b;

/**
 * Refuses a file by its header alone, so that nothing in it or beside it changes. A missing or empty file is fine.
 * Errors: `database_newer`, `database_failed` (no database, or it cannot be read).
 */
export function checkFile(path: string, knownVersion: number): void {
  const header = headerOf(path);
  if (header === null) return;
  if (header.length < headerBytes || header.subarray(0, magic.length).toString('latin1') !== magic) {
    throw new AppError('database_failed', `${path} is not a database.`, { detail: { reason: 'SQLITE_NOTADB', path } });
  }
  refuseNewer(header.readUInt32BE(userVersionAt), knownVersion);
}

/**
 * Refuses an open database that is newer or another program's; it only reads. After a crash the newest header is in
 * the write-ahead log, where `checkFile` does not see it. Errors: `database_newer`, `database_failed`.
 */
export function checkDatabase(raw: BetterSqlite.Database, path: string, knownVersion: number): void {
  refuseNewer(Number(raw.pragma('user_version', { simple: true })), knownVersion);
  if (raw.pragma('application_id', { simple: true }) === applicationId) return;
  if (raw.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined) return;
  throw new AppError('database_failed', `${path} is a database of another program.`, {
    detail: { reason: 'application_id', path },
  });
}

function headerOf(path: string): Buffer | null {
  try {
    const file = openSync(path, 'r');
    try {
      if (fstatSync(file).size === 0) return null;
      const header = Buffer.alloc(headerBytes);
      return header.subarray(0, readSync(file, header, 0, headerBytes, 0));
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new AppError('database_failed', `${path} cannot be read.`, { cause, detail: { reason: 'read', path } });
  }
}
