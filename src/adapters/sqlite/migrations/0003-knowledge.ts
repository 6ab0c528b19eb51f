import type { Migration } from './migration.ts';

export const knowledge: Migration = {
  version: 3,
  name: 'knowledge',
  sql: `
CREATE TABLE knowledge_entry (
  id TEXT PRIMARY KEY,
  -- NULL: base knowledge, for every store.
  store_id TEXT REFERENCES store (id) ON DELETE RESTRICT,
  origin_desk TEXT NOT NULL,
  -- These three repeat the newest version; the trigger keeps them.
  current_version_id TEXT NOT NULL REFERENCES knowledge_version (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL CHECK (state IN ('active', 'retired')),
  updated_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
-- Checking a deferred foreign key looks for its children: without an index, through the whole table at each insert.
CREATE UNIQUE INDEX knowledge_entry_by_version ON knowledge_entry (current_version_id);
CREATE INDEX knowledge_entry_by_store ON knowledge_entry (store_id, state, updated_at);
CREATE INDEX knowledge_entry_by_age ON knowledge_entry (state, updated_at, id);

CREATE TABLE knowledge_version (
  id TEXT PRIMARY KEY,
  entry_id TEXT NOT NULL REFERENCES knowledge_entry (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  origin_desk TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'retired')),
  kind TEXT NOT NULL CHECK (kind IN ('pair', 'article')),
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  topic TEXT,
  scope TEXT NOT NULL CHECK (json_valid(scope)),
  language TEXT NOT NULL CHECK (language IN ('en', 'zh', 'ja', 'und')),
  source_origin TEXT NOT NULL CHECK (source_origin IN ('import', 'person', 'sample')),
  source_file TEXT,
  source_row INTEGER,
  -- The question with letter case, width and white space folded.
  question_key TEXT NOT NULL,
  -- SHA-256 of the answer.
  answer_hash BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX knowledge_version_by_entry ON knowledge_version (entry_id, number, id);
CREATE INDEX knowledge_version_by_question ON knowledge_version (question_key);
CREATE INDEX knowledge_version_by_answer ON knowledge_version (answer_hash);

CREATE TRIGGER knowledge_version_becomes_current AFTER INSERT ON knowledge_version BEGIN
  UPDATE knowledge_entry SET current_version_id = NEW.id, state = NEW.state, updated_at = NEW.created_at
   WHERE id = NEW.entry_id
     AND (NEW.number, NEW.id) >= (SELECT number, id FROM knowledge_version WHERE id = knowledge_entry.current_version_id);
END;
CREATE TRIGGER knowledge_version_is_never_updated BEFORE UPDATE ON knowledge_version BEGIN
  SELECT RAISE(ABORT, 'knowledge_version is append-only');
END;
CREATE TRIGGER knowledge_version_is_never_deleted BEFORE DELETE ON knowledge_version BEGIN
  SELECT RAISE(ABORT, 'knowledge_version is append-only');
END;
`,
};
