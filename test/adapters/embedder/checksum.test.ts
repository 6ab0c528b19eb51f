import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checksumIn, checksumsIn, isWhole } from '#adapters/embedder/model-download/checksum.ts';

const sha256 = 'b'.repeat(64);

test('bug: any server’s tag is taken for a sum, and right files are refused', () => {
  const nothing = { bytes: null, sha256: null, gitSha1: null };
  expect(checksumIn(new Headers({ etag: `"${sha256}"` }))).toEqual(nothing);
  expect(checksumIn(new Headers({ etag: `W/"${sha256}"`, 'x-repo-commit': 'abc' })).sha256).toBe(sha256);
  const linked = new Headers({ 'x-linked-etag': `"${sha256}"`, 'x-linked-size': '42', etag: '"other"' });
  expect(checksumIn(linked)).toEqual({ bytes: 42, sha256, gitSha1: null });
});

test('bug: a small file that a hub names by its Git id is not checked, or refused', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'deskside-checksum-'));
  const file = path.join(folder, 'hello');
  await writeFile(file, 'hello\n');
  const record = { bytes: 6, sha256: '' };
  // What `git hash-object` prints for it.
  const named = { bytes: null, sha256: null, gitSha1: 'ce013625030ba8dba906f756967f9e9ca394464a' };
  expect(await isWhole(file, record, named)).toBe(true);
  expect(await isWhole(file, record, { ...named, gitSha1: '0'.repeat(40) })).toBe(false);
  expect(await isWhole(file, record, { ...named, bytes: 7 })).toBe(false);
  await rm(folder, { recursive: true });
});

test('bug: sums as another system writes them are not found', () => {
  const text = `${sha256.toUpperCase()} *onnx/model.onnx\r\n${sha256}  ./config.json\n\nnot a sum\n`;
  expect([...checksumsIn(text)]).toEqual([
    ['onnx/model.onnx', sha256],
    ['config.json', sha256],
  ]);
});

test('bug: a file of sums with a long row of spaces holds the desk for minutes', () => {
  const spaces = ' '.repeat(400_000);
  const begun = performance.now();
  for (const text of [`${sha256} x${spaces}y`, `${sha256}${spaces}`, `${sha256}${spaces}\u{2028}${spaces}y`])
    checksumsIn(text);
  expect(performance.now() - begun).toBeLessThan(500);
  expect([...checksumsIn(`  ${sha256}  a name.json \t${spaces}\n`)]).toEqual([['a name.json', sha256]]);
});
