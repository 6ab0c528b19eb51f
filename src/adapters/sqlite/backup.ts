import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CopyProgress } from '#core/ports/desk-backups.ts';
import { AppError } from '#shared/errors.ts';
import type { BackupFile } from '#shared/model/portable.ts';
import { runFileTask } from './backup-worker.ts';
import { translatedError } from './sqlite-error.ts';

/**
 * Writes what a database holds at this moment to a new file, reads that through, and gives it its name. Errors:
 * `conflict`, `file_unwritable`, `backup_refused`.
 */
export async function copyDatabase(
  source: string,
  file: string,
  nativeBinding: string | undefined,
  onProgress?: CopyProgress,
): Promise<BackupFile> {
  if (existsSync(file)) throw new AppError('conflict', `${file} is there already`, { detail: { file } });
  const unfinished = `${file}.unfinished`;
  removeWithLogs(unfinished);
  try {
    await runFileTask({ kind: 'copy', source, target: unfinished }, nativeBinding, onProgress);
    await checkDatabase(unfinished, nativeBinding);
    settleOnDisk(unfinished);
    renameSync(unfinished, file);
    settleOnDisk(path.dirname(file));
  } catch (error) {
    removeWithLogs(unfinished);
    throw unwritable(file, error);
  }
  return fileAt(file);
}

/** Reads a whole file in a thread of its own. Errors: `backup_refused` where it is damaged. */
export async function checkDatabase(file: string, nativeBinding: string | undefined): Promise<void> {
  try {
    await runFileTask({ kind: 'check', file }, nativeBinding);
  } catch (error) {
    const cause = translatedError(error);
    if (cause instanceof AppError && cause.code === 'database_busy') throw cause;
    throw refusedBackup(file, 'damaged', cause);
  }
}

export type BackupFault = 'damaged' | 'foreign' | 'newer' | 'missing';

/** Why a file cannot be restored, by its name. */
export function refusedBackup(file: string, why: BackupFault, cause?: unknown): AppError {
  const words = {
    damaged: 'is damaged',
    foreign: 'is no database of Deskside',
    newer: 'was written by a newer Deskside',
    missing: 'is not there',
  };
  return new AppError('backup_refused', `${file} ${words[why]}. Nothing was changed.`, {
    cause,
    detail: { file: path.basename(file), why },
  });
}

function unwritable(file: string, error: unknown): unknown {
  const cause = translatedError(error);
  if (cause instanceof AppError && cause.code !== 'database_failed') return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  return new AppError('file_unwritable', `${file} cannot be written (${message})`, {
    cause,
    detail: { file: path.basename(file) },
  });
}

/** A file with its size and when it was written. */
export function fileAt(file: string): BackupFile {
  const { size, mtimeMs } = statSync(file);
  return { file, bytes: size, at: Math.floor(mtimeMs) };
}

/** Files of a folder whose names match, newest first. */
export function filesNamed(folder: string, name: RegExp): readonly BackupFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((each) => name.test(each))
    .map((each) => fileAt(path.join(folder, each)))
    .toSorted((a, b) => b.at - a.at || (a.file < b.file ? 1 : -1));
}

/** What SQLite keeps beside a database while it is open, or after a crash. */
export const logSuffixes = ['-wal', '-shm', '-journal'] as const;

export function removeWithLogs(file: string): void {
  for (const suffix of ['', ...logSuffixes]) rmSync(`${file}${suffix}`, { force: true });
}

/** Waits until the disk has a file or a folder's names. */
export function settleOnDisk(target: string): void {
  let handle: number;
  try {
    handle = openSync(target, 'r');
  } catch {
    // Windows opens no folders; its names are written by the move itself.
    return;
  }
  try {
    fsyncSync(handle);
  } catch {
    // Some file systems refuse it for what was opened to be read.
  } finally {
    closeSync(handle);
  }
}
