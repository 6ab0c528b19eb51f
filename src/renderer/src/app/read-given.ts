import { AppError } from '#shared/errors.ts';
import { type FileRules, safeFileName } from '#shared/model/reply-file.ts';

/** A file that a person chose, dropped or pasted, as it crosses to the backend. */
export type ReadFile = { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** Reads a file; one that is too large is not read at all. Errors: `files_refused` (`detail`: reason, file, max). */
export async function readGiven(file: File, rules: FileRules): Promise<ReadFile> {
  const name = safeFileName(file.name);
  if (!rules.canSend) throw refused({ reason: `not_taken_${rules.why}`, file: name });
  if (file.size > rules.maxBytes) throw refused({ reason: 'too_large', file: name, max: rules.maxBytes });
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // A folder looks like a file until it is read.
    throw refused({ reason: 'unreadable', file: name });
  }
  if (bytes.byteLength === 0) throw refused({ reason: 'empty', file: name });
  return { name, contentType: file.type.slice(0, 200), bytes };
}

function refused(detail: Readonly<Record<string, string | number>>): AppError {
  return new AppError('files_refused', 'The file is not taken', { detail });
}

/**
 * Files on a clipboard that are meant as such: a picture, a file of the desktop. Programs that copy text often leave a
 * picture of it as well.
 */
export function pastedFiles({ files, types }: Pick<DataTransfer, 'files' | 'types'>): readonly File[] {
  return types.includes('text/plain') ? [] : [...files];
}
