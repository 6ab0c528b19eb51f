import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { deskBackups } from '#adapters/sqlite/desk-backups.ts';
import { exportCorpus } from '#core/portable/export-corpus.ts';
import { inspectCorpus } from '#core/portable/inspect-corpus.ts';
import { takeCorpus } from '#core/portable/take-corpus.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import { addEntry, addStore, openDesk } from '#test/adapters/sqlite/desk.ts';
import { portableDesk } from '#test/support/portable-desk.ts';

/** Export, check, import and backup of a corpus of so many entries, a tenth of them with a second version. */
export async function portableFigures(entries: number, print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskside-portable-bench-'));
  try {
    const first = openDesk(path.join(folder, 'first.sqlite'));
    fill(first, entries);
    const desk = portableDesk(first);
    const deps = { ...desk.deps, passTurn: () => turn() };
    const out = path.join(folder, 'out');
    const exported = await measured('export', print, () => exportCorpus(deps, out));
    print(`  ${exported.rows} rows, ${Math.round(exported.bytes / 1e6)} MB`);
    const second = { ...portableDesk(openDesk(path.join(folder, 'second.sqlite'))).deps, passTurn: () => turn() };
    const preview = await measured('check and preview', print, () => inspectCorpus(second, out));
    await measured('import, passages indexed', print, () => takeCorpus(second, preview));
    await measured('export again', print, () => exportCorpus(second, path.join(folder, 'again')));
    await measured('check against the same', print, () => inspectCorpus(second, out));
    const backups = deskBackups(path.join(folder, 'second.sqlite'));
    await measured('backup', print, () => backups.make(path.join(folder, 'copy.sqlite')));
    print(`  ${Math.round(statSync(path.join(folder, 'copy.sqlite')).size / 1e6)} MB`);
    await measured('check a backup', print, () => backups.inspect(path.join(folder, 'copy.sqlite')));
    await measured('make it ready to restore', print, () => backups.stage(path.join(folder, 'copy.sqlite'), 1));
    first.close();
    second.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(db: Database, entries: number): void {
  const storeId = addStore(db);
  const answer = 'We send it within two days; to islands and mountains it takes a day or two longer. ';
  db.transaction(() => {
    for (let i = 0; i < entries; i++) {
      const entry = addEntry(db, storeId, { question: `How long does product ${i} take?`, answer: `${answer}${i}.` });
      if (i % 10 === 0) {
        const version = db.corpus.find('entryVersion', entry.versionId);
        if (version !== null) db.corpus.addVersion({ ...version, id: nextId(entry.versionId), number: 2 });
      }
    }
  });
}

function nextId(id: string): string {
  return `${id.slice(0, -4)}${id.endsWith('0000') ? '0001' : '0000'}`;
}

/** Time, the longest time in which nobody else could work, and the most memory. */
async function measured<T>(name: string, print: (line: string) => void, work: () => Promise<T>): Promise<T> {
  const memory = (): number => process.memoryUsage().rss;
  const before = memory();
  let most = before;
  let longest = 0;
  let last = performance.now();
  const look = setInterval(() => {
    most = Math.max(most, memory());
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const startedAt = performance.now();
  try {
    return await work();
  } finally {
    const now = performance.now();
    clearInterval(look);
    longest = Math.max(longest, now - last);
    most = Math.max(most, memory());
    const grown = Math.round((most - before) / 1e6);
    print(
      `${name}: ${((now - startedAt) / 1000).toFixed(2)} s, longest pause ${Math.round(longest)} ms, memory +${grown} MB (${Math.round(most / 1e6)} MB)`,
    );
  }
}
