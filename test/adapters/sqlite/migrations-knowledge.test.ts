import { createHash } from 'node:crypto';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, newestVersion } from '#adapters/sqlite/migrate.ts';
import { migrations } from '#adapters/sqlite/migrations/index.ts';
import { matterOf } from '#core/knowledge/overlay.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import { errorFrom, inFolder, openDesk } from './desk.ts';

/** A database as version 11 left it, with these rows. */
function databaseOfVersion11(path: string, rows: string): void {
  const raw = new BetterSqlite(path);
  raw.pragma('journal_mode = WAL');
  migrate(raw, path, migrations.slice(0, 11));
  raw.prepare('INSERT INTO desk VALUES (1, ?, 1)').run('desk-of-old');
  raw.function('sha256', { deterministic: true }, (text) => createHash('sha256').update(String(text)).digest());
  raw.transaction(() => raw.exec(rows))();
  raw.close();
}

function opened<T>(path: string, look: (raw: BetterSqlite.Database) => T): T {
  const raw = new BetterSqlite(path);
  try {
    return look(raw);
  } finally {
    raw.close();
  }
}

const shop = `
  INSERT INTO store (id, origin_desk, current_version_id, created_at) VALUES ('s', 'desk-of-old', 'sv', 1);
  INSERT INTO store_version VALUES ('sv', 's', 1, 'desk-of-old', '{"name":"North"}', 1);
  INSERT INTO inbox (id, store_id, name, settings, phase, created_at) VALUES ('i', 's', 'Mail', '{"kind":"sample"}', 'idle', 1);
  INSERT INTO conversation (id, store_id, inbox_id, subject, bare_subject, customer_name, customer_address, language,
      status, last_message_at, message_count, preview, search_text)
    VALUES ('c', 's', 'i', 'Kettle', 'kettle', 'Ann', 'ann@example.com', 'en', 'answered', 3, 1, 'Can I?', 'kettle');
  INSERT INTO message VALUES ('m', 'c', 'i', '11', '4', 'customer', 'Ann', 'ann@example.com', 'Can I?', 'Can I?', '[]', NULL, 3);
`;

/** Evidence names versions by such ids alone. */
const first = '01930000-0000-7000-8000-000000000001';

/** Version 2 of the entry `k` is retired, 3 is current; `b` is base knowledge that was retired. */
const knowledge = `
  INSERT INTO knowledge_entry VALUES ('k', 's', 'desk-of-old', '${first}', 'active', 1, 1), ('b', NULL, 'other-desk', 'b1', 'active', 2, 2);
  INSERT INTO knowledge_version VALUES
    ('${first}', 'k', 1, 'desk-of-old', 'active', 'pair', 'Can I return it?', 'Within 14 days.', 'Returns', '["kettle"]', 'en',
      'import', 'faq.csv', 7, 'can i return it?', sha256('Within 14 days.'), 10),
    ('k2', 'k', 2, 'desk-of-old', 'retired', 'pair', 'Can I return it?', 'Within 14 days.', 'Returns', '["kettle"]', 'en',
      'import', 'faq.csv', 7, 'can i return it?', sha256('Within 14 days.'), 11),
    ('k3', 'k', 3, 'desk-of-old', 'active', 'pair', 'Can I return it?', '三十日以内。', NULL, '[]', 'ja',
      'person', NULL, NULL, 'can i return it?', sha256('三十日以内。'), 12),
    ('b1', 'b', 1, 'other-desk', 'active', 'article', 'Shipping › Islands', 'Ten euros.', NULL, '[]', 'en',
      'sample', 'faq.md', 3, 'shipping › islands', sha256('Ten euros.'), 13),
    ('b2', 'b', 2, 'other-desk', 'retired', 'article', 'Shipping › Islands', 'Ten euros.', NULL, '[]', 'en',
      'sample', 'faq.md', 3, 'shipping › islands', sha256('Ten euros.'), 14);
  INSERT INTO passage_audience VALUES (1, 's', '["kettle"]'), (2, NULL, '[]'), (3, 's', '[]');
  INSERT INTO passage VALUES (1, 'knowledge', 'k', 'k3', 1);
  INSERT INTO passage_text VALUES (1, 1, 'question', sha256('Can I return it?'), 'Can I return it?');
  INSERT INTO passage_term (rowid, question, answer) VALUES (1, 'can return', 'x');
  INSERT INTO embedding VALUES (sha256('Can I return it?'), 'e', zeroblob(16));
`;

const evidence = JSON.stringify([
  {
    kind: 'knowledge',
    id: 'k',
    versionId: first,
    question: 'Can I return it?',
    answer: 'Within 14 days.',
    topic: 'Returns',
    language: 'en',
    correctsEntryId: null,
    confidence: 0.9,
    cosine: 0.8,
    overlap: 0.7,
    reading: null,
  },
]);
const drafted = `
  INSERT INTO draft VALUES ('d', 'c', 'm', 'accepted', 'en', '[]', '${evidence}', '[]', 0, 'Within 14 days.', 0.9, NULL, '[]', 'e', 20);
  INSERT INTO draft_evidence VALUES ('d', 'k');
  INSERT INTO outcome VALUES ('o', 'desk-of-old', 's', 'c', 'd', 'edited', 'Within 14 days.', 'Within 30.', 0.5, 0.9, NULL, 1, 21);
  INSERT INTO learned_item VALUES ('l', 's', 'desk-of-old', 'corrects', 'en', 'Returns', 'k', 'Within 14 days.', 'o', 'c', 'l1', 'active', 22, 22);
  INSERT INTO learned_version VALUES
    ('l1', 'l', 1, 'desk-of-old', 'active', 'Can I return it?', 'Within 30.', 22),
    ('l2', 'l', 2, 'desk-of-old', 'active', 'Can I return it?', 'Within 30 days.', 23);
`;

/** Runs on a desk of version 11 that this program has opened. */
function inMigrated(work: (db: Database, path: string) => void): void {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    databaseOfVersion11(path, shop + knowledge + drafted);
    const db = openDesk(path);
    try {
      work(db, path);
    } finally {
      db.close();
    }
  });
}

test('bug: an update loses versions of knowledge that version 11 kept, or changes what they say', () => {
  inMigrated((db) => {
    const history = db.knowledge.history('k');
    expect(history.map(({ versionId, version, state }) => [versionId, version, state])).toEqual([
      ['k3', 3, 'active'],
      ['k2', 2, 'retired'],
      [first, 1, 'active'],
    ]);
    const unlimited = { channels: [], attributes: [], validity: null, overlaysEntryId: null };
    expect(db.knowledge.get('k')).toMatchObject({
      ...unlimited,
      versionId: 'k3',
      answer: '三十日以内。',
      language: 'ja',
    });
    expect(db.knowledge.findVersion(first)).toMatchObject({
      ...unlimited,
      storeId: 's',
      setId: null,
      answer: 'Within 14 days.',
      topic: 'Returns',
      scope: ['kettle'],
      source: { origin: 'import', file: 'faq.csv', row: 7, page: null, headings: [], url: null, sourceId: null },
      change: { who: '', why: '' },
    });
    expect(db.knowledge.get('b')).toMatchObject({ storeId: null, state: 'retired', kind: 'article', version: 2 });
    expect(db.knowledge.countActive('s')).toBe(1);
    expect(db.knowledge.findByQuestion('s', ' CAN I return it?').map(({ id }) => id)).toEqual(['k']);
  });
});

test('bug: a draft of version 11 cannot be read, or shows other evidence than it was made from', () => {
  inMigrated((db) => {
    const { evidence: shown } = db.drafts.get('d');
    expect(shown).toMatchObject(JSON.parse(evidence) as object);
    expect(db.knowledge.findVersion(shown[0]?.versionId ?? '')?.answer).toBe(shown[0]?.answer);
  });
});

test('bug: what was learned is lost, or no longer knows the entry it corrects', () => {
  inMigrated((db) => {
    expect(db.learned.get('l')).toMatchObject({ versionId: 'l2', answer: 'Within 30 days.', state: 'active' });
    expect(db.learned.ofOutcome('o').map(({ id }) => id)).toEqual(['l']);
  });
});

test('bug: passages and their vectors are made anew by an update, which takes an hour', () => {
  inMigrated((_db, path) => {
    opened(path, (raw) => {
      expect(raw.prepare('SELECT count(*) FROM embedding').pluck().get()).toBe(1);
      expect(raw.prepare("SELECT rowid FROM passage_term WHERE passage_term MATCH 'return'").pluck().all()).toEqual([
        1,
      ]);
      // Those of the audiences that a passage has.
      const audiences = 'SELECT id, set_id, channels, valid_from, valid_until FROM passage_audience';
      const anybody = { set_id: null, channels: '[]', valid_from: null, valid_until: null };
      expect(raw.prepare(audiences).all()).toEqual([{ id: 1, ...anybody }]);
    });
  });
});

test('bug: after an update a store’s words do not stand over what the base was asked before it', () => {
  inMigrated((db, path) => {
    opened(path, (raw) => {
      const placed = raw.prepare('SELECT owner_id, matter, language FROM passage').all();
      expect(placed).toEqual([{ owner_id: 'k', matter: matterOf(db.knowledge.get('k')), language: 'ja' }]);
    });
  });
});

test.each([
  ['knowledge_version', "UPDATE knowledge_version SET answer = 'x'", 'append-only'],
  ['knowledge_version', 'DELETE FROM knowledge_version', 'append-only'],
  ['knowledge_version', 'REPLACE INTO knowledge_version SELECT * FROM knowledge_version', 'append-only'],
  ['learned_version', "UPDATE learned_version SET answer = 'x'", 'append-only'],
  ['learned_version', 'DELETE FROM learned_version', 'append-only'],
  ['outcome', "UPDATE outcome SET sent_text = 'x'", 'append-only'],
  ['draft', "UPDATE draft SET evidence = '[]'", 'only the state changes'],
  ['knowledge_entry', "DELETE FROM knowledge_entry WHERE id = 'k'", 'FOREIGN KEY'],
  ['knowledge_entry', "UPDATE knowledge_entry SET set_id = 'none' WHERE id = 'b'", 'FOREIGN KEY'],
  ['knowledge_entry', "UPDATE knowledge_entry SET set_id = 'none' WHERE id = 'k'", 'CHECK'],
  ['learned_item', "UPDATE learned_item SET corrects_entry_id = 'none'", 'FOREIGN KEY'],
  ['store', "DELETE FROM store WHERE id = 's'", 'FOREIGN KEY'],
])('bug: after the update %s can be rewritten: %s', (table, sql, reason) => {
  inMigrated((_db, path) => {
    opened(path, (raw) => {
      raw.pragma('foreign_keys = ON');
      raw.pragma('recursive_triggers = ON');
      const all = () => raw.prepare(`SELECT * FROM ${table}`).all();
      const before = all();
      expect(() => raw.exec(sql)).toThrow(reason);
      expect(all()).toEqual(before);
    });
  });
});

test('bug: after the update a new version does not become the current one, or one of no entry is kept', () => {
  inMigrated((db, path) => {
    const { kind, question, topic, scope, language, source, change } = db.knowledge.get('k');
    const unlimited = { channels: [], attributes: [], validity: null, overlaysEntryId: null };
    const content = { kind, question, answer: 'New.', topic, scope, language, ...unlimited };
    const version = { entryId: 'k', versionId: 'k4', state: 'active', content, source, change, at: 30 } as const;
    expect(db.knowledge.append(version)).toMatchObject({ version: 4, answer: 'New.' });
    expect(db.knowledge.get('k').versionId).toBe('k4');
    const astray = { ...version, versionId: 'k5', content: { ...content, overlaysEntryId: 'none' } };
    expect(errorFrom(() => db.knowledge.append(astray)).code).toBe('database_failed');
    expect(errorFrom(() => db.knowledge.append({ ...version, versionId: 'k6', entryId: 'none' })).code).toBe(
      'not_found',
    );
    expect(db.knowledge.history('k')).toHaveLength(4);
    opened(path, (raw) => {
      expect(raw.pragma('foreign_key_check')).toEqual([]);
      expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
    });
  });
});

const many = 50_000;
const manyRows = `
  CREATE TEMP TABLE n AS WITH RECURSIVE one (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM one WHERE i < ${many}) SELECT i FROM one;
  INSERT INTO knowledge_entry SELECT 'n' || i, 's', 'desk-of-old', 'n' || i || '-1', 'active', i, i FROM n;
  INSERT INTO knowledge_version
    SELECT 'n' || i || '-' || v, 'n' || i, v, 'desk-of-old', 'active', 'pair', 'Question ' || i || '?',
           'Answer ' || i || ' of version ' || v || '. ' || hex(zeroblob(100)), NULL, '[]', 'en', 'import', 'faq.csv', i,
           'question ' || i || '?', sha256('Answer ' || i || v), i
      FROM n CROSS JOIN (SELECT 1 AS v UNION ALL SELECT 2);
  DROP TABLE n;
`;

test('bug: an update of 100,000 versions loses some, or is done row by row', { timeout: 300_000 }, () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    databaseOfVersion11(path, shop + manyRows);
    const counts = `
      SELECT (SELECT count(*) FROM knowledge_version), (SELECT count(*) FROM knowledge_entry WHERE current_version_id = id || '-2'),
             (SELECT group_concat(digest, '') FROM (SELECT sum(rowid) + sum(length(answer)) + sum(number) AS digest FROM knowledge_version))`;
    const count = () => opened(path, (raw) => raw.prepare(counts).raw().get() as readonly number[]);
    const before = count();
    const start = performance.now();
    openDesk(path).close();
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `version 11 to ${newestVersion(migrations)}, ${2 * many} versions of knowledge: ${seconds.toFixed(1)} s`,
    );
    const after = count();
    expect(after).toEqual(before);
    expect(after.slice(0, 2)).toEqual([2 * many, many]);
  });
});
