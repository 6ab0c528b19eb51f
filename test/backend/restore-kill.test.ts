import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskBackups } from '#adapters/sqlite/desk-backups.ts';
import { completeRestore } from '#adapters/sqlite/restore.ts';
import { addConversation, addEntry, addOutboxItem, addShop, openDesk } from '#test/adapters/sqlite/desk.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import type { RestoringDeskOptions } from './support/restoring-desk.ts';

const at = 1_764_000_000_000;
const script = path.join(import.meta.dirname, 'support', 'restoring-desk.ts');
let root = '';
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'deskside-restore-kill-'));
  const whole = path.join(root, 'whole');
  mkdirSync(whole);
  const db = openDesk(path.join(whole, 'deskside.sqlite'));
  addEntry(db, null, { question: 'in both' });
  addOutboxItem(db, addConversation(db, addShop(db)));
  await deskBackups(path.join(whole, 'deskside.sqlite')).make(path.join(root, 'backup.sqlite'));
  for (let i = 0; i < 50; i++) addEntry(db, null, { question: 'since then' });
  // As a crash leaves it: with everything since in the log.
  cpSync(whole, path.join(root, 'crashed'), { recursive: true });
  db.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Death = Pick<RestoringDeskOptions, 'deathAt' | 'moment'> & { readonly killAfterMs?: number };

/** Runs a restore in a process of its own until it is through or dead; returns what it printed. */
function run(folder: string, { killAfterMs, ...death }: Death): Promise<string> {
  const told: RestoringDeskOptions = {
    databasePath: path.join(folder, 'deskside.sqlite'),
    backup: path.join(root, 'backup.sqlite'),
    at,
    ...death,
  };
  const env = { ...process.env, NODE_COMPILE_CACHE: path.join(root, 'compiled') };
  const child = spawn(process.execPath, [script, JSON.stringify(told)], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  if (killAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfterMs).unref();
  let printed = '';
  let errors = '';
  child.stdout.on('data', (bytes: Buffer) => (printed += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      code === 0 || signal === 'SIGKILL' ? resolve(printed) : reject(new Error(errors)),
    );
  });
}

function questions(file: string): readonly string[] {
  const raw = new BetterSqlite(file);
  try {
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(raw.pragma('foreign_key_check')).toEqual([]);
    return raw.prepare('SELECT question FROM knowledge_version').pluck().all() as string[];
  } finally {
    raw.close();
  }
}

/** What the next start finds: either the desk as it was, or the restored one with the former kept beside it. */
function expectOneOfBoth(folder: string, printed: string, context: string): 'former' | 'restored' {
  const file = path.join(folder, 'deskside.sqlite');
  completeRestore(file);
  const db = openDesk(file);
  const isRestored = db.settings.get('restored') !== undefined;
  const states = db.outbox.pending().map((item) => item.state);
  db.close();
  const former = isRestored ? `${file}.before-${at}` : file;
  const kept = questions(former);
  expect(kept.filter((each) => each === 'since then').length, context).toBe(50);
  expect(kept.includes('late'), context).toBe(printed.includes('late') || kept.includes('late'));
  if (isRestored) {
    expect(questions(file), context).toEqual(['in both']);
    expect(states, context).toEqual(['uncertain']);
  } else expect(states, context).toEqual(['waiting']);
  expect(existsSync(path.join(root, 'backup.sqlite'))).toBe(true);
  expect(
    readdirSync(folder).filter((name) => /-wal$|-journal$/.test(name)),
    context,
  ).toEqual([]);
  return isRestored ? 'restored' : 'former';
}

test('bug: a restore that is killed at some step leaves no desk, half a desk, or loses the former one', async () => {
  const seed = Number(process.env['DESKSIDE_TEST_SEED'] ?? Date.now() % 1_000_000);
  console.log(`restore kill test: DESKSIDE_TEST_SEED=${seed}`);
  const random = seededRandom(seed);
  const folderFor = (name: string): string => {
    const folder = path.join(root, name);
    cpSync(path.join(root, 'crashed'), folder, { recursive: true });
    return folder;
  };
  const through = folderFor('through');
  const printed = await run(through, { deathAt: null, moment: 'before' });
  const steps = Number(/steps (\d+)/.exec(printed)?.[1]);
  expect(expectOneOfBoth(through, printed, 'without a death')).toBe('restored');
  expect(steps).toBeGreaterThan(40);

  const ends = { former: 0, restored: 0 };
  for (let i = 0; i < 60; i++) {
    const folder = folderFor(`kill-${i}`);
    // The swap itself is the last of it: half of the deaths are there.
    const deathAt = i % 2 === 0 ? random.whole(steps - 60, steps) : random.whole(1, steps);
    const death: Death =
      i % 10 === 9
        ? { deathAt: null, moment: 'before', killAfterMs: random.whole(100, 1_200) }
        : { deathAt, moment: i % 3 === 0 ? 'after' : 'before' };
    let said = await run(folder, death);
    // Now and then the recovery is killed as well.
    if (random.next() < 0.3) said += await run(folder, { deathAt: random.whole(1, 60), moment: 'after' });
    ends[expectOneOfBoth(folder, said, `${JSON.stringify(death)}, seed ${seed}`)]++;
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`restore kill test: ${JSON.stringify(ends)} of ${steps} steps`);
  expect(ends.former).toBeGreaterThan(0);
  expect(ends.restored).toBeGreaterThan(0);
}, 300_000);
