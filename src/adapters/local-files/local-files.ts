import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { FolderListing, LocalFile, LocalFiles, UnreadFolder } from '#core/ports/local-files.ts';
import { AppError } from '#shared/errors.ts';
import { largestImport } from '#shared/model/knowledge.ts';

const deepest = 16;
/** A folder that a person chose by mistake (their home) is not walked to its end. */
const mostEntries = 100_000;
const passedOver = new Set(['node_modules', '__macosx']);

/** The machine's own files. Nothing is followed out of a folder: links are no files here. */
export const localFiles: LocalFiles = { list, read };

async function list(
  folder: string,
  limits: { readonly extensions: ReadonlySet<string>; readonly mostFiles: number },
  signal: AbortSignal,
): Promise<FolderListing> {
  const found: LocalFile[] = [];
  const unread: UnreadFolder[] = [];
  let seen = 0;
  let isCut = false;
  /** The chosen folder is an error where it cannot be read; one inside is told. */
  async function entriesBelow(below: string) {
    try {
      return await entriesOf(folder, below);
    } catch (error) {
      if (below === '') throw error;
      unread.push({ name: `${below}/`, error });
      return [];
    }
  }
  async function walk(below: string, depth: number): Promise<void> {
    for (const entry of await entriesBelow(below)) {
      refuseAborted(signal);
      if (++seen > mostEntries) isCut = true;
      if (isCut) return;
      if (isPassedOver(entry.name)) continue;
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory() && depth < deepest) await walk(name, depth + 1);
      else if (entry.isFile() && limits.extensions.has(path.extname(entry.name).slice(1).toLowerCase()))
        found.push({ name, path: path.join(folder, ...name.split('/')) });
    }
  }
  await walk('', 0);
  const files = found.toSorted((a, b) => (a.name < b.name ? -1 : 1)).slice(0, limits.mostFiles);
  return { files, left: found.length - files.length + (isCut ? 1 : 0), unread };
}

/** Hidden, a lock or a leftover of an office program, or a folder of programs. */
function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || passedOver.has(name.toLowerCase());
}

/** By name. Errors: `file_unreadable`. */
async function entriesOf(folder: string, below: string) {
  try {
    const entries = await readdir(path.join(folder, below), { withFileTypes: true });
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (cause) {
    throw unreadable(below === '' ? folder : below, cause);
  }
}

async function read({ name, path: at }: LocalFile, signal: AbortSignal): Promise<Uint8Array> {
  refuseAborted(signal);
  try {
    // Without waiting: a pipe has no end.
    const handle = await open(at, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const { size, isFile } = await handle.stat().then((stat) => ({ size: stat.size, isFile: stat.isFile() }));
      if (!isFile) throw unreadable(name, null);
      if (size > largestImport)
        throw new AppError('file_too_large', `${name} is larger than 64 MiB`, { detail: { file: name } });
      return new Uint8Array(await handle.readFile({ signal }));
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    refuseAborted(signal);
    throw unreadable(name, error);
  }
}

function unreadable(file: string, cause: unknown): AppError {
  return new AppError('file_unreadable', `${file} cannot be read`, {
    cause,
    detail: { file, reason: reasonOf(cause) },
  });
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

function refuseAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', 'Reading files was cancelled');
}
