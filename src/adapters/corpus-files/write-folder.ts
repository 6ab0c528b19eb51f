import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { CorpusFileWriter, CorpusFolderWriter, WrittenFile } from '#core/ports/corpus-files.ts';
import { AppError } from '#shared/errors.ts';

/** Text gathered before it is written, characters. */
const bufferLength = 256 * 1024;

/** A new folder, written beside its place and moved there once it is whole. */
export function createFolder(folder: string): CorpusFolderWriter {
  const place = path.resolve(folder);
  if (!isFree(place))
    throw new AppError('conflict', `${folder} is not empty`, { detail: { file: folder, reason: 'not_empty' } });
  const unfinished = `${place}.unfinished`;
  writing(unfinished, () => {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
  });
  const handles = new Set<number>();
  return {
    file: (name) => writing(name, () => openFile(unfinished, name, handles)),
    bytes: (name, bytes) => writing(name, () => writeWhole(unfinished, name, bytes)),
    finish: () => {
      writing(place, () => {
        // An empty folder stands in the way of the move on some systems.
        if (existsSync(place)) rmdirSync(place);
        renameSync(unfinished, place);
      });
    },
    discard: () => {
      for (const handle of handles) closeSync(handle);
      handles.clear();
      rmSync(unfinished, { recursive: true, force: true });
    },
  };
}

function isFree(place: string): boolean {
  try {
    return readdirSync(place).length === 0;
  } catch (error) {
    return isCode(error, 'ENOENT');
  }
}

function openFile(root: string, name: string, handles: Set<number>): CorpusFileWriter {
  const target = path.join(root, ...name.split('/'));
  mkdirSync(path.dirname(target), { recursive: true });
  const handle = openSync(target, 'wx');
  handles.add(handle);
  const hash = createHash('sha256');
  let buffered = '';
  let bytes = 0;
  let rows = 0;
  const flush = (): void => {
    const piece = Buffer.from(buffered, 'utf8');
    buffered = '';
    hash.update(piece);
    bytes += piece.length;
    for (const byte of piece) if (byte === 10) rows++;
    for (let at = 0; at < piece.length;) at += writeSync(handle, piece, at);
  };
  return {
    write: (text) => {
      buffered += text;
      if (buffered.length >= bufferLength) writing(name, flush);
    },
    close: () =>
      writing(name, () => {
        flush();
        fsyncSync(handle);
        closeSync(handle);
        handles.delete(handle);
        return { path: name, bytes, rows, sha256: hash.digest('hex') };
      }),
  };
}

function writeWhole(root: string, name: string, bytes: Uint8Array): WrittenFile {
  const target = path.join(root, ...name.split('/'));
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, bytes, { flag: 'wx', flush: true });
  const rows = bytes.reduce((count, byte) => (byte === 10 ? count + 1 : count), 0);
  return { path: name, bytes: bytes.byteLength, rows, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Runs the work with what the file system says translated. */
function writing<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new AppError('file_unwritable', `${file} cannot be written (${reason})`, { cause, detail: { file, reason } });
  }
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
