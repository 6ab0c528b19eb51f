import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { TextDecoder } from 'node:util';
import type { CorpusFolderReader, WrittenFile } from '#core/ports/corpus-files.ts';
import { refusedFile } from '#core/portable/manifest.ts';
import { AppError } from '#shared/errors.ts';

const pieceBytes = 256 * 1024;
/** A row of a corpus is far shorter: an answer has 20,000 characters at most. */
const longestLine = 8 * 1024 * 1024;
/** An export has a folder of folders and no more; a wide one is not walked to its end. */
const mostEntries = 20_100;
const deepest = 2;
/** What systems leave in any folder one looks at. Never read. */
const droppings = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** A folder that somebody brings, read without following anything out of it. */
export function openFolder(folder: string): CorpusFolderReader {
  const root = path.resolve(folder);
  if (!isFolder(root))
    throw new AppError('file_unreadable', `${folder} is no folder`, { detail: { file: folder, reason: 'folder' } });
  return {
    list: () => listed(root),
    text: (name, mostBytes) => smallText(root, name, mostBytes),
    digest: (name, mostBytes) => digestOf(root, name, mostBytes),
    bytes: (file) => bytesOf(root, file),
    lines: (file) => linesOf(root, file),
  };
}

function isFolder(root: string): boolean {
  try {
    return statSync(root).isDirectory();
  } catch {
    return false;
  }
}

function listed(root: string): readonly string[] {
  const found: string[] = [];
  const walk = (below: string, depth: number): void => {
    for (const entry of readdirSync(path.join(root, below), { withFileTypes: true })) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (found.length >= mostEntries) throw refusedFile(name, 'extra');
      if (entry.isFile()) {
        if (!droppings.has(entry.name)) found.push(name);
      } else if (!entry.isDirectory()) throw refusedFile(name, 'link');
      else if (depth === deepest) throw refusedFile(name, 'extra');
      else {
        const before = found.length;
        walk(name, depth + 1);
        if (found.length === before) found.push(`${name}/`);
      }
    }
  };
  walk('', 1);
  return found.toSorted();
}

function smallText(root: string, name: string, mostBytes: number): string | null {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for (const piece of piecesOf(root, name)) {
      bytes += piece.length;
      if (bytes > mostBytes) return null;
      pieces.push(Buffer.from(piece));
    }
    return utf8().decode(Buffer.concat(pieces));
  } catch (error) {
    if (error instanceof AppError && error.detail['why'] === 'link') throw error;
    return null;
  }
}

function* digestOf(
  root: string,
  name: string,
  mostBytes: number,
): Generator<void, Pick<WrittenFile, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of piecesOf(root, name)) {
    bytes += piece.length;
    if (bytes > mostBytes) throw refusedFile(name, 'changed');
    hash.update(piece);
    yield;
  }
  return { bytes, sha256: hash.digest('hex') };
}

function bytesOf(root: string, file: WrittenFile): Uint8Array {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for (const piece of piecesOf(root, file.path)) {
    bytes += piece.length;
    if (bytes > file.bytes) throw refusedFile(file.path, 'changed');
    pieces.push(Buffer.from(piece));
  }
  const whole = Buffer.concat(pieces);
  if (createHash('sha256').update(whole).digest('hex') !== file.sha256) throw refusedFile(file.path, 'changed');
  return whole;
}

function* linesOf(root: string, file: WrittenFile): Generator<string> {
  const hash = createHash('sha256');
  const decoder = utf8();
  let bytes = 0;
  let rows = 0;
  let rest = '';
  for (const piece of piecesOf(root, file.path)) {
    bytes += piece.length;
    if (bytes > file.bytes) throw refusedFile(file.path, 'changed');
    hash.update(piece);
    const lines = `${rest}${decoded(decoder, piece, file.path)}`.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) throw refusedFile(file.path, 'content', rows + 1);
    rows += lines.length;
    yield* lines;
  }
  // What is left over would be a line without its end.
  if (rest !== '' || bytes !== file.bytes || rows !== file.rows || hash.digest('hex') !== file.sha256)
    throw refusedFile(file.path, 'changed');
}

function utf8(): TextDecoder {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
}

function decoded(decoder: TextDecoder, piece: Uint8Array, file: string): string {
  try {
    return decoder.decode(piece, { stream: true });
  } catch {
    throw refusedFile(file, 'content');
  }
}

/** The bytes of a file that is a plain file now, also if it was another when the folder was walked. */
function* piecesOf(root: string, name: string): Generator<Uint8Array> {
  const handle = openPlain(path.join(root, ...name.split('/')), name);
  try {
    const buffer = Buffer.allocUnsafe(pieceBytes);
    for (;;) {
      const count = read(handle, buffer, name);
      if (count === 0) return;
      yield buffer.subarray(0, count);
    }
  } finally {
    closeSync(handle);
  }
}

/** Not on Windows, where links are found by the walk alone. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function openPlain(target: string, name: string): number {
  let handle: number;
  try {
    handle = openSync(target, flags);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code === 'ELOOP') throw refusedFile(name, 'link');
    if (code === 'ENOENT' || code === 'ENOTDIR') throw refusedFile(name, 'missing');
    throw unreadable(name, cause);
  }
  if (fstatSync(handle).isFile()) return handle;
  closeSync(handle);
  throw refusedFile(name, 'link');
}

function read(handle: number, buffer: Buffer, name: string): number {
  try {
    return readSync(handle, buffer, 0, buffer.length, null);
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

function unreadable(name: string, cause: unknown): AppError {
  return new AppError('file_unreadable', `${name} cannot be read`, { cause, detail: { file: name, reason: 'read' } });
}
