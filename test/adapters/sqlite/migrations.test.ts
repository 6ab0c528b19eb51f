import { cpSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, newestVersion } from '#adapters/sqlite/migrate.ts';
import { migrations } from '#adapters/sqlite/migrations/index.ts';
import { schemaText } from '#adapters/sqlite/schema-text.ts';
import { addShop, addStore, errorFrom, inFolder, newId, openDesk } from './desk.ts';

/** A file as it is on the disk, and what lies beside it. */
function stateOf(folder: string, path: string): unknown {
  return { bytes: readFileSync(path).toString('hex'), changedAt: statSync(path).mtimeMs, files: readdirSync(folder) };
}

/** A database as an older program left it, with a desk in it. */
function oldDatabase(path: string, version: number): void {
  const raw = new BetterSqlite(path);
  raw.pragma('journal_mode = WAL');
  migrate(raw, path, migrations.slice(0, version));
  raw.prepare('INSERT INTO desk VALUES (1, ?, 1)').run('desk-of-old');
  raw.close();
}

function deskIn(path: string): unknown {
  const raw = new BetterSqlite(path, { readonly: true });
  try {
    return [raw.pragma('user_version', { simple: true }), raw.prepare('SELECT id FROM desk').pluck().get()];
  } finally {
    raw.close();
  }
}

test('bug: an older program writes into a database of a newer one', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    openDesk(path).close();
    const raw = new BetterSqlite(path);
    raw.pragma('user_version = 900');
    raw.close();
    const before = stateOf(folder, path);

    const error = errorFrom(() => openDesk(path));

    expect(error.code).toBe('database_newer');
    expect(error.detail).toEqual({ found: 900, known: newestVersion(migrations) });
    expect(stateOf(folder, path)).toEqual(before);
  });
});

test('bug: a newer database is missed while its version stands in the write-ahead log of a crash', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    openDesk(path).close();
    const raw = new BetterSqlite(path);
    raw.pragma('user_version = 900');
    cpSync(path, join(folder, 'crashed.db'));
    cpSync(`${path}-wal`, join(folder, 'crashed.db-wal'));
    raw.close();

    expect(errorFrom(() => openDesk(join(folder, 'crashed.db'))).code).toBe('database_newer');
  });
});

test('bug: a file that is no database is emptied or overwritten', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    for (const content of ['x', 'A letter that somebody wrote.\n'.repeat(200)]) {
      writeFileSync(path, content);
      const before = stateOf(folder, path);
      expect(errorFrom(() => openDesk(path)).code).toBe('database_failed');
      expect(stateOf(folder, path)).toEqual(before);
    }
  });
});

test('bug: a folder that is missing is told as a fault of the program', () => {
  inFolder((folder) => {
    expect(errorFrom(() => openDesk(join(folder, 'none', 'desk.db'))).code).toBe('database_failed');
    expect(errorFrom(() => openDesk(folder)).code).toBe('database_failed');
  });
});

test("bug: another program's SQLite file gets our tables", () => {
  inFolder((folder) => {
    const path = join(folder, 'theirs.db');
    const raw = new BetterSqlite(path);
    raw.exec('CREATE TABLE photo (id INTEGER PRIMARY KEY)');
    raw.close();
    const before = stateOf(folder, path);

    const error = errorFrom(() => openDesk(path));

    expect([error.code, error.detail.reason]).toEqual(['database_failed', 'application_id']);
    expect(stateOf(folder, path)).toEqual(before);
  });
});

test('bug: a desk is refused or loses what it kept after a crash that left it in the write-ahead log', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    const db = openDesk(path);
    const storeId = addStore(db);
    cpSync(path, join(folder, 'crashed.db'));
    cpSync(`${path}-wal`, join(folder, 'crashed.db-wal'));
    db.close();

    const after = openDesk(join(folder, 'crashed.db'));
    expect(after.stores.get(storeId).id).toBe(storeId);
    after.close();
  });
});

test('bug: data written by an older version is not copied before it is migrated', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    oldDatabase(path, 2);
    // What an earlier try left behind must not stop this one.
    writeFileSync(`${path}.v2`, 'old');
    writeFileSync(`${path}.v2.unfinished`, 'half');

    const db = openDesk(path);
    expect(db.deskId).toBe('desk-of-old');
    db.close();

    expect(deskIn(`${path}.v2`)).toEqual([2, 'desk-of-old']);
    expect(deskIn(path)).toEqual([newestVersion(migrations), 'desk-of-old']);
    expect(existsSync(`${path}.v2.unfinished`)).toBe(false);
  });
});

/** Rows as version 7 wrote them: a store, an inbox with its cursor, an order, a conversation with its message. */
const rowsOfVersion7 = `
  INSERT INTO store (id, origin_desk, current_version_id, created_at) VALUES ('s', 'desk-of-old', 'v', 1);
  INSERT INTO store_version VALUES ('v', 's', 1, 'desk-of-old', '{"name":"North"}', 1);
  INSERT INTO inbox (id, store_id, name, settings, phase, cursor, created_at)
    VALUES ('i', 's', 'Chat', '{"kind":"chatwoot","host":"https://x.example","accountId":1,"inboxId":null}', 'idle', 'here', 1);
  INSERT INTO shop_order VALUES ('s', 'HL-1001', 'ann@example.com', 'shipped', 1, 39.5, 'GBP', '[]', 'DPD', '77', NULL, 9, 5);
  INSERT INTO conversation (id, store_id, inbox_id, subject, bare_subject, customer_name, customer_address, language, status,
      waiting_since, last_message_at, message_count, preview, search_text)
    VALUES ('c', 's', 'i', 'Re: Kettle', 'kettle', 'Ann', 'ann@example.com', 'en', 'unanswered', 3, 3, 1, 'Where?', 're: kettle');
  INSERT INTO message VALUES ('m', 'c', 'i', '11', '4', 'customer', 'Ann', 'ann@example.com', 'Where?', 'Where?', '[]', NULL, 3);
`;

test('bug: an update loses or misreads what version 7 kept', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    oldDatabase(path, 7);
    const raw = new BetterSqlite(path);
    raw.transaction(() => raw.exec(rowsOfVersion7))();
    raw.close();

    const db = openDesk(path);
    expect(db.conversations.get('c')).toMatchObject({ channel: null, customerName: 'Ann', waitingSince: 3 });
    expect(db.conversations.messages('c')).toHaveLength(1);
    expect(db.inboxes.cursor('i')).toBe('here');
    expect(db.inboxes.get('i').settings).toMatchObject({ accountId: 1, firstSyncDays: 90 });
    expect(db.inboxes.get('i').pausedAt).toBeNull();
    expect(db.orders.byNumber('s', 'HL-1001')).toMatchObject({ status: 'shipped', carrier: 'DPD', readAt: 5 });
    expect(db.orders.forCustomer('s', 'ann@example.com')).toHaveLength(1);
    db.close();
  });
});

test('bug: a migration that fails half-way leaves half of its changes', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    oldDatabase(path, 2);
    const raw = new BetterSqlite(path);
    const broken = {
      version: 3,
      name: 'broken',
      sql: `DELETE FROM desk; CREATE TABLE half (x TEXT) STRICT; SELECT nothing FROM nowhere;`,
    };

    const error = errorFrom(() => migrate(raw, path, [...migrations.slice(0, 2), broken]));
    const tables = raw.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").all();
    raw.close();

    expect(error.code).toBe('database_failed');
    expect(error.detail).toMatchObject({ reason: 'broken', version: 3, copy: `${path}.v2` });
    expect(tables).toEqual([]);
    expect(deskIn(path)).toEqual([2, 'desk-of-old']);
    expect(deskIn(`${path}.v2`)).toEqual([2, 'desk-of-old']);
  });
});

test('bug: a migration that breaks a foreign key is kept', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    oldDatabase(path, 1);
    const raw = new BetterSqlite(path);
    const orphaning = {
      version: 2,
      name: 'orphaning',
      sql: `INSERT INTO shop_order VALUES ('none', '1', 'a', 'shipped', 1, 1, 'EUR', '[]', NULL, NULL, NULL, NULL, 1)`,
    };
    expect(errorFrom(() => migrate(raw, path, [...migrations.slice(0, 1), orphaning])).code).toBe('database_failed');
    raw.close();
    expect(deskIn(path)).toEqual([1, 'desk-of-old']);
  });
});

test('bug: a desk gets a new id at every start', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    const first = openDesk(path);
    first.close();
    const second = openDesk(path);
    expect(second.deskId).toBe(first.deskId);
    second.close();
  });
});

test('bug: version numbers of the migrations have a gap or a repeat', () => {
  expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, index) => index + 1));
});

test('bug: a row may point at a store that does not exist', () => {
  const db = openDesk();
  addShop(db);
  const orphan = { id: newId(), storeId: newId(), name: 'x', settings: { kind: 'sample' }, createdAt: 1 } as const;
  expect(errorFrom(() => db.inboxes.add(orphan)).code).toBe('database_failed');
  db.close();
});

test('bug: docs/schema.sql tells of an older schema (run: node build/print-schema.ts)', () => {
  const printed = readFileSync(new URL('../../../docs/schema.sql', import.meta.url), 'utf8');
  expect(printed.replaceAll('\r\n', '\n')).toBe(schemaText());
});
