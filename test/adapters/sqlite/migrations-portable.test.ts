import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '#adapters/sqlite/migrate.ts';
import { migrations } from '#adapters/sqlite/migrations/index.ts';
import { errorFrom, inFolder, openDesk } from './desk.ts';

/** A lesson with two versions and the outcome that taught it, as version 13 kept them. */
const rowsOfVersion13 = `
  INSERT INTO store (id, origin_desk, current_version_id, created_at) VALUES ('s', 'd', 'sv', 1);
  INSERT INTO store_version VALUES ('sv', 's', 1, 'd', '{}', 1);
  INSERT INTO outcome (id, origin_desk, store_id, conversation_id, act, draft_text, sent_text, waited_ms, created_at)
    VALUES ('o', 'd', 's', 'c', 'edited', 'No.', 'Yes.', 1, 2);
  INSERT INTO learned_item (id, store_id, origin_desk, kind, language, before, outcome_id, conversation_id,
      current_version_id, state, updated_at, created_at)
    VALUES ('i', 's', 'd', 'adds', 'en', 'No.', 'o', 'c', 'v1', 'active', 3, 3);
  INSERT INTO learned_version VALUES ('v1', 'i', 1, 'd', 'active', 'Can I?', 'Yes.', 3);
  INSERT INTO learned_version VALUES ('v2', 'i', 2, 'd', 'active', 'Can I?', 'Yes, you can.', 4);
`;

function migrated(path: string): BetterSqlite.Database {
  const raw = new BetterSqlite(path);
  migrate(raw, path, migrations.slice(0, 13));
  raw.transaction(() => raw.exec(rowsOfVersion13))();
  raw.close();
  openDesk(path).close();
  const after = new BetterSqlite(path);
  after.pragma('foreign_keys = ON');
  return after;
}

test('bug: lessons of version 13 are lost, or their newest version is another', () => {
  inFolder((folder) => {
    const raw = migrated(join(folder, 'desk.db'));
    expect(raw.prepare('SELECT outcome_id, current_version_id, state, updated_at FROM learned_item').all()).toEqual([
      { outcome_id: 'o', current_version_id: 'v2', state: 'active', updated_at: 4 },
    ]);
    expect(raw.pragma('foreign_key_check')).toEqual([]);
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
    raw.close();
  });
});

test('bug: after the rebuild versions are changed, deleted, or do not become current', () => {
  inFolder((folder) => {
    const raw = migrated(join(folder, 'desk.db'));
    for (const sql of [
      `UPDATE learned_version SET answer = 'x'`,
      'DELETE FROM learned_version',
      'DELETE FROM learned_item',
    ])
      expect(() => raw.exec(sql)).toThrow();
    const into = 'INSERT INTO learned_version (id, item_id, number, origin_desk, state, question, answer, created_at)';
    raw.exec(`${into} VALUES ('v3', 'i', 3, 'd', 'forgotten', 'Can I?', 'Yes, you can.', 9)`);
    raw.exec(`${into} VALUES ('v0', 'i', 1, 'd', 'active', 'Can I?', 'Older.', 1)`);
    expect(raw.prepare('SELECT current_version_id, state, updated_at FROM learned_item').all()).toEqual([
      { current_version_id: 'v3', state: 'forgotten', updated_at: 9 },
    ]);
    const indexes = `SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'learned_item' AND sql IS NOT NULL ORDER BY 1`;
    expect(raw.prepare(indexes).pluck().all()).toEqual([
      'learned_item_by_author',
      'learned_item_by_entry',
      'learned_item_by_outcome',
      'learned_item_by_store',
      'learned_item_by_superseded',
      'learned_item_by_version',
    ]);
    raw.close();
  });
});

test('bug: a lesson of another desk cannot come without its outcome, or may come without its store', () => {
  const db = openDesk();
  const id = (last: string) => `0195c0de-0000-7000-8000-00000000000${last}`;
  const row = { originDesk: id('9'), createdAt: 1 };
  const item = {
    type: 'learned' as const,
    ...row,
    id: id('1'),
    storeId: id('2'),
    kind: 'adds' as const,
    language: 'en' as const,
    topic: null,
    correctsEntryId: null,
    before: '',
    outcomeId: id('3'),
    conversationId: id('4'),
  };
  const version = {
    type: 'learnedVersion' as const,
    ...row,
    id: id('5'),
    itemId: id('1'),
    number: 1,
    state: 'active' as const,
    question: 'Q',
    answer: 'A',
  };
  expect(errorFrom(() => db.transaction(() => db.corpus.addOwner(item, [version]))).code).toBe('database_failed');
  const phrases = { en: '', zh: '', ja: '' };
  const spoken = { greeting: phrases, greetingUnnamed: phrases, closing: phrases, signature: phrases };
  db.transaction(() => {
    const settings = { name: 'North', language: 'en' as const, ...spoken };
    const first = { type: 'storeVersion' as const, ...row, id: id('6'), storeId: id('2'), number: 1, settings };
    db.corpus.addOwner({ type: 'store', ...row, id: id('2') }, [first]);
    db.corpus.addOwner(item, [version]);
  });
  expect(db.learned.get(id('1'))).toMatchObject({ answer: 'A', outcomeId: id('3') });
  db.close();
});
