import BetterSqlite from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';

/** What an error of SQLite means here; anything else comes back as it is. */
export function translatedError(error: unknown): unknown {
  if (!(error instanceof BetterSqlite.SqliteError)) return error;
  const options = { cause: error, detail: { reason: error.code } };
  if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED')) {
    return new AppError('database_busy', 'Another program is using the database.', options);
  }
  if (error.code === 'SQLITE_CONSTRAINT_UNIQUE' || error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
    return new AppError('conflict', error.message, options);
  }
  // Extended codes go on after the plain one: SQLITE_READONLY_DIRECTORY.
  const plainCode = Object.keys(meanings).find((code) => error.code.startsWith(code)) ?? '';
  return new AppError(
    'database_failed',
    `${meanings[plainCode] ?? 'The database refused.'} (${error.message})`,
    options,
  );
}

const meanings: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: 'The file is not a database of Deskside.',
  SQLITE_CORRUPT: 'The database file is damaged.',
  SQLITE_FULL: 'The disk is full.',
  SQLITE_READONLY: 'The database file may not be written.',
  SQLITE_CANTOPEN: 'The database file cannot be opened.',
  SQLITE_IOERR: 'The disk failed.',
};

/** Runs the work with its errors translated. */
export function translating<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translatedError(error);
  }
}
