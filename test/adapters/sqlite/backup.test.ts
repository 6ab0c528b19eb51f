import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deskBackups } from '#adapters/sqlite/desk-backups.ts';
import { migrate } from '#adapters/sqlite/migrate.ts';
import { migrations } from '#adapters/sqlite/migrations/index.ts';
import { completeRestore, waitingRestore } from '#adapters/sqlite/restore.ts';
import { makeDailyBackup, dailyProblem } from '#core/portable/make-daily-backup.ts';
import { hasRoom, tooMany } from '#core/portable/daily-copies.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import { addConversation, addEntry, addMessage, addOutboxItem, addShop, anOutcome, openDesk } from './desk.ts';

let folder = '';
let file = '';
let db: Database;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskside-backup-'));
  file = path.join(folder, 'deskside.sqlite');
  db = openDesk(file);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = 1_764_000_000_000;
const backups = () => deskBackups(file);
const copy = () => path.join(folder, 'elsewhere', 'copy.sqlite');

function filled(): { readonly storeId: string; readonly inboxId: string } {
  const shop = addShop(db);
  for (let i = 0; i < 200; i++) addEntry(db, shop.storeId, { question: `Question ${i}`, answer: 'x'.repeat(2_000) });
  return shop;
}

test('bug: a copy made while the desk writes is torn, or holds it up', async () => {
  const { storeId } = filled();
  const progress = { isDone: false };
  let written = 0;
  const making = backups()
    .make(copy())
    .finally(() => (progress.isDone = true));
  while (!progress.isDone) {
    db.transaction(() => {
      addEntry(db, storeId, { question: 'one of two' });
      addEntry(db, storeId, { question: 'two of two' });
    });
    written++;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const made = await making;
  expect(written).toBeGreaterThan(3);
  const raw = new BetterSqlite(copy(), { readonly: true });
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  const halves = raw.prepare(
    `SELECT question, count(*) AS n FROM knowledge_version WHERE question LIKE '%of two' GROUP BY 1`,
  );
  const counts = halves.all().map((row) => (row as { n: number }).n);
  raw.close();
  expect(new Set(counts).size).toBeLessThan(2);
  expect(made.bytes).toBeGreaterThan(400_000);
  // Nothing lies about beside it, and it opens as a desk.
  expect(readdirSync(path.dirname(copy()))).toEqual(['copy.sqlite']);
  const again = openDesk(copy());
  expect(again.deskId).toBe(db.deskId);
  again.close();
});

test('bug: a backup writes over a file that is there', async () => {
  filled();
  await backups().make(copy());
  const before = readFileSync(copy());
  await expect(backups().make(copy())).rejects.toMatchObject({ code: 'conflict' });
  expect(readFileSync(copy()).equals(before)).toBe(true);
});

test('bug: a file that is no sound database of a desk is restored', async () => {
  filled();
  await backups().make(copy());
  const spoiled = (name: string, spoil: (target: string) => void): string => {
    const target = path.join(folder, name);
    copyFileSync(copy(), target);
    spoil(target);
    return target;
  };
  const other = path.join(folder, 'photos.sqlite');
  const theirs = new BetterSqlite(other);
  theirs.exec('CREATE TABLE photo (id INTEGER)');
  theirs.close();
  const cases = [
    [path.join(folder, 'nowhere'), 'missing'],
    [folder, 'missing'],
    [spoiled('text', (target) => writeFileSync(target, 'A letter.\n'.repeat(500))), 'foreign'],
    [spoiled('short', (target) => writeFileSync(target, 'x')), 'foreign'],
    [spoiled('empty', (target) => truncateSync(target, 0)), 'foreign'],
    [other, 'foreign'],
    [spoiled('cut', (target) => truncateSync(target, 200_000)), 'damaged'],
    [
      spoiled('flipped', (target) => {
        const bytes = readFileSync(target);
        bytes.fill(0x5a, 40_960, 49_152);
        writeFileSync(target, bytes);
      }),
      'damaged',
    ],
    [
      spoiled('newer', (target) => {
        const raw = new BetterSqlite(target);
        raw.pragma('user_version = 900');
        raw.close();
      }),
      'newer',
    ],
  ] as const;
  for (const [target, why] of cases) {
    const refusal = { code: 'backup_refused', detail: { file: path.basename(target), why } };
    await expect(backups().inspect(target)).rejects.toMatchObject(refusal);
    if (why !== 'missing') await expect(backups().stage(target, at)).rejects.toMatchObject({ code: 'backup_refused' });
    expect(waitingRestore(file)).toBeNull();
  }
  expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
});

test('bug: what a restore would lose is not told, or lost for good', async () => {
  const shop = filled();
  const before = addConversation(db, shop);
  addMessage(db, before, { sentAt: 500 });
  await backups().make(copy());
  addMessage(db, before, { sentAt: 900 });
  db.outcomes.append(anOutcome(shop.storeId, { createdAt: 1_000 }));
  addEntry(db, shop.storeId, { question: 'since then' });

  const preview = await backups().inspect(copy());
  expect(preview).toMatchObject({
    lost: { messages: 1, outcomes: 1, knowledge: 1, lessons: 0 },
    there: { newestMessageAt: 500, newestOutcomeAt: null, entries: 200 },
    here: { newestMessageAt: 900, newestOutcomeAt: 1_000, entries: 201 },
    isOtherDesk: false,
    held: 0,
  });
  await backups().stage(copy(), at);
  db.close();
  const kept = completeRestore(file);
  expect(kept).toBe(`${file}.before-${at}`);
  db = openDesk(file);
  expect(db.conversations.messages(before.id)).toHaveLength(1);
  expect(db.settings.get('restored')).toEqual({ from: 'copy.sqlite', at, held: 0 });
  expect(
    backups()
      .putAside()
      .map((one) => one.file),
  ).toEqual([kept]);
  // And back again.
  await backups().stage(kept ?? '', at + 1);
  db.close();
  completeRestore(file);
  db = openDesk(file);
  expect(db.conversations.messages(before.id)).toHaveLength(2);
  expect(completeRestore(file)).toBeNull();
});

test('bug: a backup of an older Deskside is restored and cannot be opened, or is changed by it', async () => {
  filled();
  const old = path.join(folder, 'old.sqlite');
  const raw = new BetterSqlite(old);
  raw.pragma('journal_mode = WAL');
  migrate(raw, old, migrations.slice(0, 7));
  raw.prepare('INSERT INTO desk VALUES (1, ?, 1)').run('desk-of-old');
  raw.close();
  const bytes = readFileSync(old);
  expect(await backups().inspect(old)).toMatchObject({
    there: { version: 7, deskId: 'desk-of-old' },
    isOtherDesk: true,
  });
  await backups().stage(old, at);
  db.close();
  completeRestore(file);
  db = openDesk(file);
  expect(db.deskId).toBe('desk-of-old');
  expect(readFileSync(old).equals(bytes)).toBe(true);
});

test('bug: a database that is open elsewhere is swapped under that program', async () => {
  filled();
  await backups().make(copy());
  await backups().stage(copy(), at);
  expect(() => completeRestore(file)).toThrow(expect.objectContaining({ code: 'database_busy' }));
  expect(waitingRestore(file)).not.toBeNull();
});

test('bug: a damaged database cannot be replaced by its backup', async () => {
  filled();
  await backups().make(copy());
  await backups().stage(copy(), at);
  db.close();
  writeFileSync(file, 'not a database any more '.repeat(400));
  appendFileSync(`${file}-wal`, 'nor a log');
  completeRestore(file);
  expect(existsSync(`${file}-wal`)).toBe(false);
  db = openDesk(file);
  expect(db.stores.list()).toHaveLength(1);
});

test('bug: replies of a restored database leave a second time, or by themselves', async () => {
  const shop = filled();
  const conversation = addConversation(db, shop);
  const states = ['waiting', 'sending', 'uncertain', 'failed', 'sent', 'cancelled'] as const;
  const items = states.map((state) =>
    addOutboxItem(db, conversation, {
      state,
      problem: state === 'failed' ? { code: 'thread_moved_on', message: '', detail: { lastMessageId: 'm' } } : null,
    }),
  );
  const bare = addOutboxItem(db, conversation, { state: 'failed' });
  await backups().make(copy());
  expect((await backups().inspect(copy())).held).toBe(3);
  await backups().stage(copy(), at);
  db.close();
  completeRestore(file);
  db = openDesk(file);
  const now = items.map((item) => db.outbox.get(item.id));
  expect(now.map((item) => item.state)).toEqual(['uncertain', 'uncertain', 'uncertain', 'failed', 'sent', 'cancelled']);
  expect(now.slice(0, 3).map((item) => item.problem?.detail['uncertainSends'])).toEqual([4, 4, 4]);
  expect(now[3]?.problem).toMatchObject({ code: 'thread_moved_on', detail: { lastMessageId: 'm', uncertainSends: 1 } });
  expect(db.outbox.get(bare.id).problem?.detail['uncertainSends']).toBe(1);
});

test('bug: a copy is made every hour, though nothing came in, or of a day that has one', async () => {
  const { storeId } = filled();
  let now = at;
  const deps = { backups: backups(), settings: db.settings, clock: { now: () => now } };
  expect(await makeDailyBackup(deps)).toBe(true);
  addEntry(db, storeId);
  expect(await makeDailyBackup(deps)).toBe(false);
  now += 86_400_000;
  expect(await makeDailyBackup(deps)).toBe(true);
  now += 86_400_000;
  expect(await makeDailyBackup(deps)).toBe(false);
  for (let day = 0; day < 9; day++) {
    now += 86_400_000;
    addEntry(db, storeId);
    expect(await makeDailyBackup(deps)).toBe(true);
  }
  expect(backups().daily()).toHaveLength(7);
  expect(dailyProblem(db.settings)).toBeNull();
});

test('bug: daily copies fill the disk', async () => {
  const gib = 1024 ** 3;
  expect([hasRoom(2 * gib, 3 * gib), hasRoom(2 * gib, 4 * gib)]).toEqual([false, true]);
  const copies = Array.from({ length: 9 }, (_, i) => ({ file: `${i}`, bytes: 2 * gib, at: -i }));
  expect(tooMany(copies, 500 * gib).map((one) => one.file)).toEqual(['7', '8']);
  expect(tooMany(copies.slice(0, 5), 10 * gib).map((one) => one.file)).toEqual(['2', '3', '4']);
  expect(tooMany(copies.slice(0, 2), 0)).toEqual([]);
  filled();
  const full = { ...backups(), room: () => ({ bytes: gib, freeBytes: gib }) };
  expect(await makeDailyBackup({ backups: full, settings: db.settings, clock: { now: () => at } })).toBe(false);
  expect(dailyProblem(db.settings)).toMatchObject({ code: 'file_unwritable', detail: { reason: 'no_room' } });
});

test('bug: a copy of the desk lacks what is in files, or none is made where a file is all that came', async () => {
  const shop = addShop(db);
  const conversation = addConversation(db, shop);
  const before = backups().mark();
  const sha256 = db.files.keep(Buffer.from('a table of sizes'), at);
  db.files.addToWork(conversation.id, [{ sha256, name: 'sizes.txt', contentType: 'text/plain', size: 16 }], at);
  expect(backups().mark()).not.toBe(before);
  mkdirSync(path.join(folder, 'elsewhere'));
  await backups().make(copy());
  const opened = openDesk(copy());
  expect(Buffer.from(opened.files.bytes(sha256) ?? []).toString()).toBe('a table of sizes');
  expect(opened.files.ofWork(conversation.id)).toHaveLength(1);
  opened.close();
});
