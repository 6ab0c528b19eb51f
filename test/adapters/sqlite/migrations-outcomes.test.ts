import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '#adapters/sqlite/migrate.ts';
import { migrations } from '#adapters/sqlite/migrations/index.ts';

test('bug: outcomes of before lose something, or a new one takes what is no JSON', () => {
  const raw = new Database(':memory:');
  migrate(
    raw,
    ':memory:',
    migrations.filter(({ version }) => version < 17),
  );
  raw.pragma('foreign_keys = OFF');
  const insert = `INSERT INTO outcome (id, origin_desk, store_id, conversation_id, draft_id, act, draft_text, sent_text,
    kept_share, confidence, reason, waited_ms, created_at`;
  raw.exec(`${insert}) VALUES ('o1', 'd', 's', 'c', NULL, 'written', '', 'Yes.', NULL, NULL, NULL, 5, 7)`);
  raw.exec('PRAGMA foreign_keys = OFF');
  raw.exec(migrations.find(({ version }) => version === 17)?.sql ?? '');
  expect(raw.prepare('SELECT id, sent_text, waited_ms, unsupported FROM outcome').all()).toEqual([
    { id: 'o1', sent_text: 'Yes.', waited_ms: 5, unsupported: null },
  ]);
  const after = `${insert}, unsupported) VALUES (?, 'd', 's', 'c', NULL, 'written', '', 'Yes.', NULL, NULL, NULL, 5, 7, ?)`;
  expect(() => raw.prepare(after).run('o2', 'no json')).toThrow(/CHECK/);
  raw.prepare(after).run('o3', '[]');
  raw.close();
});
