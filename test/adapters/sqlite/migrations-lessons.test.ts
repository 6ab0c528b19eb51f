import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '#adapters/sqlite/migrate.ts';
import { migrations } from '#adapters/sqlite/migrations/index.ts';

test('bug: what was one person’s is everybody’s after the lessons came under a lead, or the other way round', () => {
  const raw = new Database(':memory:');
  migrate(
    raw,
    ':memory:',
    migrations.filter(({ version }) => version < 19),
  );
  raw.pragma('foreign_keys = OFF');
  const audience = 'INSERT INTO passage_audience (id, store_id, profile_id, scope, channels)';
  raw.exec(`${audience} VALUES (1, NULL, NULL, '[]', '[]'), (2, NULL, 'ben', '[]', '[]')`);
  raw.exec(`INSERT INTO passage (id, kind, owner_id, version_id, audience_id, language)
    VALUES (1, 'learned', 'i2', 'v2', 2, 'en')`);
  const item = `INSERT INTO learned_item (id, store_id, origin_desk, kind, language, before, outcome_id, conversation_id,
    current_version_id, state, updated_at, created_at, author_id, supersedes_id, reach)`;
  raw.exec(`${item} VALUES ('i1', 's', 'd', 'adds', 'en', '', 'o', 'c', 'v1', 'active', 1, 1, NULL, NULL, 'everyone')`);
  raw.exec(`${item} VALUES ('i2', 's', 'd', 'adds', 'en', '', 'o', 'c', 'v2', 'active', 1, 1, 'ben', 'i1', 'author')`);
  raw.exec(migrations.find(({ version }) => version === 20)?.sql ?? '');
  expect(raw.prepare('SELECT id, profile_ids FROM passage_audience ORDER BY id').all()).toEqual([
    { id: 1, profile_ids: null },
    { id: 2, profile_ids: '["ben"]' },
  ]);
  expect(raw.prepare('SELECT supersedes_id FROM passage').get()).toEqual({ supersedes_id: 'i1' });
  expect(raw.prepare('SELECT id, reach FROM learned_item ORDER BY id').all()).toEqual([
    { id: 'i1', reach: 'everyone' },
    { id: 'i2', reach: 'author' },
  ]);
  raw.exec(`INSERT INTO lesson_decision (id, origin_desk, act, who, why, entries, confirmations, created_at)
    VALUES ('d1', 'd', 'reject', '', '', '[]', '[]', 1)`);
  for (const sql of ["UPDATE lesson_decision SET why = 'x'", 'DELETE FROM lesson_decision'])
    expect(() => raw.exec(sql)).toThrow(/append-only/);
  raw.close();
});

test('bug: lessons that came with an older export become one’s own, or rules are lost when their table is made anew', () => {
  const raw = new Database(':memory:');
  migrate(
    raw,
    ':memory:',
    migrations.filter(({ version }) => version < 22),
  );
  raw.pragma('foreign_keys = OFF');
  raw.exec("DELETE FROM desk; INSERT INTO desk (singleton, id, created_at) VALUES (1, 'here', 1)");
  const item = `INSERT INTO learned_item (id, store_id, origin_desk, kind, language, before, outcome_id, conversation_id,
    current_version_id, state, updated_at, created_at, author_id, reach)`;
  raw.exec(`${item} VALUES ('i1', 's', 'here', 'adds', 'en', '', 'o', 'c', 'v1', 'active', 1, 1, 'ben', 'author')`);
  raw.exec(`${item} VALUES ('i2', 's', 'there', 'adds', 'en', '', 'o', 'c', 'v2', 'active', 1, 1, 'ben', 'author')`);
  const rules =
    'INSERT INTO lesson_rules_version (id, origin_desk, store_id, number, rules, profile_id, who, created_at)';
  raw.exec(`${rules} VALUES ('r1', 'here', 's', 1, '[]', 'ada', 'Ada', 5)`);
  raw.exec(migrations.find(({ version }) => version === 22)?.sql ?? '');
  expect(raw.prepare('SELECT id, is_foreign FROM learned_item ORDER BY id').all()).toEqual([
    { id: 'i1', is_foreign: 0 },
    { id: 'i2', is_foreign: 1 },
  ]);
  expect(raw.prepare('SELECT id, who, role, profile_id FROM lesson_rules_version').all()).toEqual([
    { id: 'r1', who: 'Ada', role: null, profile_id: 'ada' },
  ]);
  // Two desks may have set rules of one number; neither is changed afterwards.
  raw.exec(`${rules} VALUES ('r2', 'there', 's', 1, '[]', NULL, '', 6)`);
  for (const sql of ["UPDATE lesson_rules_version SET who = 'x'", 'DELETE FROM lesson_rules_version'])
    expect(() => raw.exec(sql)).toThrow(/append-only/);
  raw.close();
});
