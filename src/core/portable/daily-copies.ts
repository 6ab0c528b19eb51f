import type { BackupFile } from '#shared/model/portable.ts';

/** Daily copies that are kept at most. */
export const mostDaily = 7;

/** What must stay free on the disk beside a new copy, bytes: 1 GiB. */
const leastFree = 1024 ** 3;

/** Whether there is room for one more copy of a database of that size. */
export function hasRoom(bytes: number, freeBytes: number): boolean {
  return freeBytes >= bytes * 1.1 + leastFree;
}

/**
 * The daily copies that go, given newest first: all but the newest seven, and of those the oldest while all together
 * take more than a quarter of what would be free without them. The newest two stay in any case.
 */
export function tooMany(copies: readonly BackupFile[], freeBytes: number): readonly BackupFile[] {
  const total = copies.reduce((sum, copy) => sum + copy.bytes, 0);
  const budget = (freeBytes + total) / 4;
  let kept = 0;
  return copies.filter((copy, i) => {
    kept += copy.bytes;
    return i >= mostDaily || (i >= 2 && kept > budget);
  });
}
