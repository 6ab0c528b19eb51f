import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '#adapters/sqlite/migrate.ts';
import { migrations } from '#adapters/sqlite/migrations/index.ts';
import { inFolder, openDesk } from './desk.ts';

/** An active and a retired entry, as version 12 kept them. */
const rowsOfVersion12 = `
  INSERT INTO knowledge_entry (id, origin_desk, current_version_id, state, updated_at, created_at)
    VALUES ('a', 'd', 'a1', 'active', 1, 1), ('r', 'd', 'r1', 'retired', 1, 1);
  INSERT INTO knowledge_version (id, entry_id, number, origin_desk, state, kind, question, answer, scope, language, channels,
      attributes, source_origin, source_headings, changed_by, reason, question_key, answer_hash, created_at)
    VALUES ('a1', 'a', 1, 'd', 'active', 'pair', 'Can I?', 'Yes.', '[]', 'en', '[]', '[]', 'person', '[]', '', '', 'can i?', x'00', 1),
           ('r1', 'r', 1, 'd', 'retired', 'pair', 'May I?', 'No.', '[]', 'en', '[]', '[]', 'person', '[]', '', '', 'may i?', x'00', 1);
`;

test('bug: entries of version 12 are never compared, or retired ones are', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    const raw = new BetterSqlite(path);
    migrate(raw, path, migrations.slice(0, 12));
    raw.transaction(() => raw.exec(rowsOfVersion12))();
    raw.close();
    const db = openDesk(path);
    db.findings.startOver(1);
    expect(db.findings.waiting(10)).toEqual(['a']);
    db.findings.settle('a', []);
    db.close();
    const again = openDesk(path);
    again.findings.startOver(1);
    expect(again.findings.waiting(10)).toEqual([]);
    again.close();
  });
});

test('bug: a finding is dismissed twice, or a dismissal taken back stays', () => {
  const db = openDesk();
  db.dismissals.add('gap', 'how long');
  db.dismissals.add('gap', 'how long');
  expect([...db.dismissals.keysOf('gap')]).toEqual(['how long']);
  expect(db.dismissals.keysOf('contradiction').size).toBe(0);
  db.dismissals.remove('gap', 'how long');
  expect(db.dismissals.keysOf('gap').size).toBe(0);
  db.close();
});
