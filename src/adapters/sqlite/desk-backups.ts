import { existsSync, mkdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import BetterSqlite from 'better-sqlite3';
import type { DeskBackups } from '#core/ports/desk-backups.ts';
import { AppError } from '#shared/errors.ts';
import type { RestorePreview } from '#shared/model/portable.ts';
import {
  checkDatabase,
  copyDatabase,
  fileAt,
  filesNamed,
  refusedBackup,
  removeWithLogs,
  settleOnDisk,
} from './backup.ts';
import { runFileTask } from './backup-worker.ts';
import { changeMark, deskFacts, repliesUnderWay, rowsSince } from './desk-facts.ts';
import { holdReplies } from './hold-replies.ts';
import { migrate, newestVersion } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { forgetWaiting, readyFile } from './restore.ts';
import { translating } from './sqlite-error.ts';

/** Backups of the database at a path. */
export function deskBackups(databasePath: string, nativeBinding?: string): DeskBackups {
  const binding = nativeBinding === undefined ? {} : { nativeBinding };
  const folder = path.join(path.dirname(databasePath), 'backups');
  const kept = /\.before-\d{13}$/;

  function reading<T>(file: string, work: (raw: BetterSqlite.Database) => T): T {
    return translating(() => {
      const raw = new BetterSqlite(file, { readonly: true, fileMustExist: true, ...binding });
      try {
        return work(raw);
      } finally {
        raw.close();
      }
    });
  }

  async function inspect(file: string): Promise<RestorePreview> {
    if (!existsSync(file) || !statSync(file).isFile()) throw refusedBackup(file, 'missing');
    refuseUnfit(file, reading);
    await checkDatabase(file, nativeBinding);
    return reading(file, (there) =>
      reading(databasePath, (here) => ({
        ...fileAt(file),
        there: deskFacts(there),
        here: deskFacts(here),
        lost: rowsSince(here, there),
        held: repliesUnderWay(there),
        isOtherDesk: deskFacts(there).deskId !== deskFacts(here).deskId,
      })),
    );
  }

  return {
    folder,
    make: (file, onProgress) => {
      mkdirSync(path.dirname(file), { recursive: true });
      return copyDatabase(databasePath, file, nativeBinding, onProgress);
    },
    daily: () => filesNamed(folder, /^deskside-\d{4}-\d\d-\d\d\.sqlite$/),
    putAside: () => filesNamed(path.dirname(databasePath), kept),
    remove: (file) => rmSync(file, { force: true }),
    room: () => {
      const { bavail, bsize } = statfsSync(path.dirname(databasePath));
      return { bytes: statSync(databasePath).size, freeBytes: Number(bavail) * Number(bsize) };
    },
    mark: () => reading(databasePath, changeMark),
    facts: () => reading(databasePath, deskFacts),
    inspect,
    async stage(file, at) {
      refuseUnfit(file, reading);
      const ready = readyFile(databasePath, at);
      const unfinished = `${ready}.unfinished`;
      removeWithLogs(unfinished);
      try {
        await runFileTask({ kind: 'copy', source: file, target: unfinished }, nativeBinding);
        await checkDatabase(unfinished, nativeBinding);
        translating(() => fitIn(unfinished, { from: path.basename(file), at }, binding));
        settleOnDisk(unfinished);
        forgetWaiting(databasePath);
        renameSync(unfinished, ready);
        settleOnDisk(path.dirname(ready));
      } catch (error) {
        removeWithLogs(unfinished);
        throw error;
      }
    },
  };
}

/** Errors: `backup_refused` for what is no database of this program, or one it does not know yet. */
function refuseUnfit(file: string, reading: <T>(file: string, work: (raw: BetterSqlite.Database) => T) => T): void {
  try {
    const version = reading(file, (raw) => {
      refuseForeign(raw, file, newestVersion(migrations));
      return Number(raw.pragma('user_version', { simple: true }));
    });
    if (version > 0) return;
  } catch (error) {
    const code = error instanceof AppError ? error.code : '';
    if (code === 'database_newer') throw refusedBackup(file, 'newer', error);
    const reason = error instanceof AppError ? String(error.detail['reason']) : '';
    throw refusedBackup(file, reason === 'SQLITE_CORRUPT' ? 'damaged' : 'foreign', error);
  }
  // An empty one: nothing in it says whose it is.
  throw refusedBackup(file, 'foreign');
}

/** Brings the copy of an old database up to date and holds what it would send. */
function fitIn(file: string, restored: { readonly from: string; readonly at: number }, binding: object): void {
  const raw = new BetterSqlite(file, { fileMustExist: true, ...binding });
  try {
    // The backup itself is the copy of before.
    migrate(raw, ':memory:', migrations);
    raw.transaction(() => {
      const held = holdReplies(raw);
      raw
        .prepare(
          `INSERT INTO desk_setting (name, value) VALUES ('restored', ?)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
        )
        .run(JSON.stringify({ ...restored, held }));
    })();
    raw.pragma('journal_mode = DELETE');
  } finally {
    raw.close();
  }
}
