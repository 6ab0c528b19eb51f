import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { completeRestore } from '#adapters/sqlite/restore.ts';
import { inFolder } from './desk.ts';

test('bug: a copy whose making was cut lies about for ever, with all that customers wrote', () => {
  inFolder((folder) => {
    const database = join(folder, 'desk.sqlite');
    const [old, young] = ['1700000000000', '1700000000001'].map((at) => `${database}.restore-${at}.unfinished`);
    for (const file of [old ?? '', `${old}-wal`, young ?? '']) writeFileSync(file, 'half');
    const hourAgo = Date.now() / 1000 - 3_600;
    utimesSync(old ?? '', hourAgo, hourAgo);
    expect(completeRestore(database)).toBeNull();
    expect([old ?? '', `${old}-wal`].map((file) => existsSync(file))).toEqual([false, false]);
    // Another process may be at work on this one.
    expect(existsSync(young ?? '')).toBe(true);
  });
});
