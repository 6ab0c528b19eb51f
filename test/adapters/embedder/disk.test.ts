import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { diskError, refuseFull } from '#adapters/embedder/model-download/disk.ts';

test('bug: a full disk is told as a folder that cannot be written, or found out after an hour', async () => {
  await expect(refuseFull(tmpdir(), Number.MAX_SAFE_INTEGER)).rejects.toMatchObject({ code: 'disk_full' });
  await expect(refuseFull(tmpdir(), 1)).resolves.toBeUndefined();
  const error: unknown = await writeFile('/dev/full', 'x').catch((thrown: unknown) => thrown);
  // Where there is no such device the system says that instead.
  const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
  expect(diskError('/dev/full', error).code).toBe(isFull ? 'disk_full' : 'file_unwritable');
});
