import { existsSync, readdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { logSuffixes, removeWithLogs, settleOnDisk } from './backup.ts';
import { translatedError } from './sqlite-error.ts';

/*
 * A restore in two steps, each of which may be cut at any moment. A copy of the backup is made ready beside the
 * database, under a name that only a whole one gets. Before the database is opened next, it is put aside and the copy
 * takes its place: as long as the copy bears that name the swap is not done, and goes on.
 */

const readyName = /\.restore-(\d{13})$/;

/** Where a copy waits to take the place of the database. */
export function readyFile(databasePath: string, at: number): string {
  return `${databasePath}.restore-${String(at).padStart(13, '0')}`;
}

/** The copy that waits, the newest if there are several; null where none does. */
export function waitingRestore(databasePath: string): string | null {
  const folder = path.dirname(databasePath);
  if (!existsSync(folder)) return null;
  const name = path.basename(databasePath);
  const ready = readdirSync(folder).filter((each) => each.startsWith(name) && readyName.test(each.slice(name.length)));
  const newest = ready.toSorted().at(-1);
  return newest === undefined ? null : path.join(folder, newest);
}

/**
 * Lets a copy that waits take the place of the database, which is kept under another name. To be called before the
 * database is opened. Returns where the former one is kept; null where nothing was waiting. Errors: `database_busy`
 * where another process has it open; then nothing is changed.
 */
export function completeRestore(databasePath: string, nativeBinding?: string): string | null {
  removeAbandoned(databasePath);
  const ready = waitingRestore(databasePath);
  if (ready === null) return null;
  const kept = `${databasePath}.before-${readyName.exec(ready)?.[1] ?? ''}`;
  if (existsSync(databasePath)) {
    // Its log went first, if a swap was cut here: then it must not be opened without it.
    if (!logSuffixes.some((suffix) => existsSync(`${kept}${suffix}`))) takeInLog(databasePath, nativeBinding);
    for (const suffix of logSuffixes) moveIfThere(`${databasePath}${suffix}`, `${kept}${suffix}`);
    renameSync(databasePath, kept);
  }
  // What is left of a log would be taken for the new one's.
  for (const suffix of logSuffixes) moveIfThere(`${databasePath}${suffix}`, `${kept}${suffix}`);
  settleOnDisk(path.dirname(databasePath));
  renameSync(ready, databasePath);
  settleOnDisk(path.dirname(databasePath));
  return kept;
}

/** Removes copies that waited, in favour of a new one. */
export function forgetWaiting(databasePath: string): void {
  for (let ready = waitingRestore(databasePath); ready !== null; ready = waitingRestore(databasePath))
    removeWithLogs(ready);
}

/** A copy that is being made right now, by another process, is younger than this, ms. */
const abandonedAfter = 600_000;

/** Copies that were cut while they were made hold customers' words and serve nobody. */
function removeAbandoned(databasePath: string): void {
  const folder = path.dirname(databasePath);
  if (!existsSync(folder)) return;
  const beginning = `${path.basename(databasePath)}.restore-`;
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (!name.startsWith(beginning) || !name.endsWith('.unfinished')) continue;
    if (Date.now() - statSync(file).mtimeMs > abandonedAfter) removeWithLogs(file);
  }
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}

/** Brings everything of the log into the file. A database that is too damaged for that is put aside as it is. */
function takeInLog(databasePath: string, nativeBinding: string | undefined): void {
  try {
    const options = nativeBinding === undefined ? {} : { nativeBinding };
    const raw = new BetterSqlite(databasePath, { timeout: 2_000, fileMustExist: true, ...options });
    try {
      // Only the last connection can leave the log: it fails where another process has the database open.
      const mode = raw.pragma('journal_mode = DELETE', { simple: true });
      if (mode !== 'delete') throw new AppError('database_busy', 'Another program is using the database.');
    } finally {
      raw.close();
    }
  } catch (error) {
    const cause = translatedError(error);
    if (cause instanceof AppError && cause.code === 'database_busy') throw cause;
  }
}
