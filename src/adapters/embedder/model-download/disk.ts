import { statfs } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';

/** What the file system said: `disk_full` or `file_unwritable`. */
export function diskError(file: string, cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (reason === 'ENOSPC' || reason === 'EDQUOT') return full(cause);
  return new AppError('file_unwritable', `${file} cannot be written (${reason})`, { cause, detail: { file, reason } });
}

/** Refuses to begin what there is no room for. Errors: `disk_full`. */
export async function refuseFull(folder: string, bytes: number): Promise<void> {
  const room = await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    // Where nobody knows, the writing will tell.
    () => Number.POSITIVE_INFINITY,
  );
  if (bytes > room) throw full();
}

function full(cause?: unknown): AppError {
  return new AppError('disk_full', 'The disk is full', cause === undefined ? {} : { cause });
}
