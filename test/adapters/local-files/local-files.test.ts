import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { localFiles } from '#adapters/local-files/local-files.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskside-files-'));
  chmodSync(folder, 0o755);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Root may read everything: the work is done as somebody who may not. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

const list = () =>
  localFiles.list(folder, { extensions: new Set(['md']), mostFiles: 10 }, new AbortController().signal);

test.skipIf(process.platform === 'win32')('bug: a folder inside that cannot be read counts as empty', async () => {
  mkdirSync(path.join(folder, 'a'));
  mkdirSync(path.join(folder, 'b'));
  writeFileSync(path.join(folder, 'a', 'x.md'), 'X');
  writeFileSync(path.join(folder, 'b', 'y.md'), 'Y');
  chmodSync(path.join(folder, 'b'), 0o000);
  const { files, left, unread } = await asNobody(list);
  chmodSync(path.join(folder, 'b'), 0o755);
  expect(files.map(({ name }) => name)).toEqual(['a/x.md']);
  expect(left).toBe(0);
  expect(unread).toMatchObject([{ name: 'b/', error: { code: 'file_unreadable', detail: { file: 'b' } } }]);
  expect((await list()).unread).toEqual([]);
});
