import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { fileRepository } from '#adapters/sqlite/file-repository.ts';
import { Connection } from '#adapters/sqlite/connection.ts';
import { migrate } from '#adapters/sqlite/migrate.ts';
import { migrations } from '#adapters/sqlite/migrations/index.ts';
import { MacroContent } from '#shared/model/macro.ts';

test('bug: replies and macros of before lose something, or their files go astray', () => {
  const raw = new Database(':memory:');
  raw.pragma('foreign_keys = OFF');
  migrate(
    raw,
    ':memory:',
    migrations.filter(({ version }) => version < 19),
  );
  raw.pragma('foreign_keys = OFF');
  raw.exec(`INSERT INTO outbox_item (id, conversation_id, inbox_id, draft_id, body, remote_id, state, attempts, problem,
    next_try_at, created_at, sent_at, sent_as) VALUES ('o', 'c', 'i', NULL, 'Yes.', 'r', 'waiting', 1, NULL, NULL, 5, NULL, NULL)`);
  const old = { name: 'Care', shortcut: '', body: 'Dry it.', storeIds: [], team: '', channels: [], language: 'und' };
  raw.exec(`BEGIN; INSERT INTO macro VALUES ('m', 'd', 'v', 1);
    INSERT INTO macro_version VALUES ('v', 'm', 1, 'd', 'active', '${JSON.stringify(old)}', NULL, 'Ada', 1); COMMIT`);
  raw.exec(migrations.find(({ version }) => version === 19)?.sql ?? '');
  expect(raw.prepare('SELECT id, body, attempts, files FROM outbox_item').all()).toEqual([
    { id: 'o', body: 'Yes.', attempts: 1, files: '[]' },
  ]);
  expect(() => raw.prepare('UPDATE outbox_item SET files = ?').run('no json')).toThrow(/CHECK/);
  const content = raw.prepare('SELECT content FROM macro_version').pluck().get() as string;
  expect(MacroContent.parse(JSON.parse(content))).toEqual({ ...old, files: [] });
  // What the sweep looks at has no files yet.
  const files = fileRepository(new Connection(raw));
  const kept = files.keep(Buffer.from('a'), 5);
  expect(files.dropUnused({ workSince: 0, sentSince: 0, broughtBefore: 5 })).toBe(0);
  expect(files.dropUnused({ workSince: 0, sentSince: 0, broughtBefore: 6 })).toBe(1);
  expect(files.has(kept)).toBe(false);
  raw.close();
});
