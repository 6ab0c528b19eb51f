import type { Migration } from './migration.ts';

/** Where knowledge is read from, sets that are switched, and what limits an entry: channels, a time, an overlay. */
export const sourcesAndSets: Migration = {
  version: 12,
  name: 'sources-and-sets',
  sql: `
CREATE TABLE knowledge_set (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  current_version_id TEXT NOT NULL REFERENCES knowledge_set_version (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX knowledge_set_by_version ON knowledge_set (current_version_id);

CREATE TABLE knowledge_set_version (
  id TEXT PRIMARY KEY,
  set_id TEXT NOT NULL REFERENCES knowledge_set (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  origin_desk TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'retired')),
  name TEXT NOT NULL,
  -- The ids of the stores for which it is on.
  stores TEXT NOT NULL CHECK (json_valid(stores)),
  changed_by TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX knowledge_set_version_by_set ON knowledge_set_version (set_id, number, id);

CREATE TRIGGER knowledge_set_version_becomes_current AFTER INSERT ON knowledge_set_version BEGIN
  UPDATE knowledge_set SET current_version_id = NEW.id
   WHERE id = NEW.set_id
     AND (NEW.number, NEW.id) >=
         (SELECT number, id FROM knowledge_set_version WHERE id = knowledge_set.current_version_id);
END;
CREATE TRIGGER knowledge_set_version_is_never_updated BEFORE UPDATE ON knowledge_set_version BEGIN
  SELECT RAISE(ABORT, 'knowledge_set_version is append-only');
END;
CREATE TRIGGER knowledge_set_version_is_never_deleted BEFORE DELETE ON knowledge_set_version BEGIN
  SELECT RAISE(ABORT, 'knowledge_set_version is append-only');
END;

CREATE TABLE knowledge_source (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  -- At most one of the two; neither: base knowledge.
  store_id TEXT REFERENCES store (id) ON DELETE RESTRICT,
  set_id TEXT REFERENCES knowledge_set (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  -- What the reader remembers from one reading to the next: digests, dates of pages.
  reader_state TEXT CHECK (json_valid(reader_state)),
  read_at INTEGER,
  taken_at INTEGER,
  problem TEXT CHECK (json_valid(problem)),
  created_at INTEGER NOT NULL,
  -- A removed source stays for the entries that came from it.
  removed_at INTEGER,
  CHECK (store_id IS NULL OR set_id IS NULL)
) STRICT;

-- Set at creation; entries of a set belong to no store.
ALTER TABLE knowledge_entry ADD COLUMN set_id TEXT REFERENCES knowledge_set (id) ON DELETE RESTRICT
  CHECK (set_id IS NULL OR store_id IS NULL);
CREATE INDEX knowledge_entry_by_set ON knowledge_entry (set_id, state, updated_at) WHERE set_id IS NOT NULL;

-- A kind more, and what limits an entry: a table's CHECK cannot be changed in place.
CREATE TABLE knowledge_version_after (
  id TEXT PRIMARY KEY,
  entry_id TEXT NOT NULL REFERENCES knowledge_entry (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  origin_desk TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'retired')),
  kind TEXT NOT NULL CHECK (kind IN ('pair', 'article', 'product')),
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  topic TEXT,
  scope TEXT NOT NULL CHECK (json_valid(scope)),
  language TEXT NOT NULL CHECK (language IN ('en', 'zh', 'ja', 'und')),
  channels TEXT NOT NULL CHECK (json_valid(channels)),
  attributes TEXT NOT NULL CHECK (json_valid(attributes)),
  -- As it was entered, by the clocks of a place; NULL: always.
  validity TEXT CHECK (json_valid(validity)),
  overlays_entry_id TEXT REFERENCES knowledge_entry (id) ON DELETE RESTRICT,
  source_origin TEXT NOT NULL CHECK (source_origin IN ('import', 'person', 'sample')),
  source_id TEXT REFERENCES knowledge_source (id) ON DELETE RESTRICT,
  source_file TEXT,
  source_row INTEGER,
  source_page INTEGER,
  source_headings TEXT NOT NULL CHECK (json_valid(source_headings)),
  source_url TEXT,
  changed_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- The question with letter case, width and white space folded.
  question_key TEXT NOT NULL,
  -- SHA-256 of the answer.
  answer_hash BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO knowledge_version_after
  SELECT id, entry_id, number, origin_desk, state, kind, question, answer, topic, scope, language, '[]', '[]', NULL, NULL,
         source_origin, NULL, source_file, source_row, NULL, '[]', NULL, '', '', question_key, answer_hash, created_at
    FROM knowledge_version;
DROP TABLE knowledge_version;
ALTER TABLE knowledge_version_after RENAME TO knowledge_version;
CREATE INDEX knowledge_version_by_entry ON knowledge_version (entry_id, number, id);
CREATE INDEX knowledge_version_by_question ON knowledge_version (question_key);
CREATE INDEX knowledge_version_by_answer ON knowledge_version (answer_hash);
CREATE INDEX knowledge_version_by_source ON knowledge_version (source_id) WHERE source_id IS NOT NULL;

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

-- Whom a passage may answer, and when: a search asks for the audiences that hear it now, so that a switch of sets or the
-- clock changes what is found without touching a passage.
ALTER TABLE passage_audience ADD COLUMN set_id TEXT REFERENCES knowledge_set (id) ON DELETE RESTRICT;
ALTER TABLE passage_audience ADD COLUMN channels TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(channels));
ALTER TABLE passage_audience ADD COLUMN valid_from INTEGER;
ALTER TABLE passage_audience ADD COLUMN valid_until INTEGER;
DROP INDEX passage_audience_by_content;
CREATE UNIQUE INDEX passage_audience_by_content ON passage_audience (
  coalesce(store_id, ''), coalesce(set_id, ''), scope, channels, coalesce(valid_from, -1), coalesce(valid_until, -1));

-- A section of an article answers many questions: its sentences get vectors of their own.
CREATE TABLE passage_text_after (
  -- The texts that get a vector. Ids are never used again: the scan for texts without one goes on from where it was.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  passage_id INTEGER NOT NULL REFERENCES passage (id) ON DELETE CASCADE,
  field TEXT NOT NULL CHECK (field IN ('question', 'answer', 'part')),
  -- Of several of one field: which.
  number INTEGER NOT NULL CHECK (number >= 0),
  -- SHA-256 of the content.
  content_hash BLOB NOT NULL,
  content TEXT NOT NULL,
  UNIQUE (passage_id, field, number)
) STRICT;
INSERT INTO passage_text_after SELECT id, passage_id, field, 0, content_hash, content FROM passage_text;
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'passage_text')
 WHERE name = 'passage_text_after';
DROP TABLE passage_text;
ALTER TABLE passage_text_after RENAME TO passage_text;
CREATE INDEX passage_text_by_hash ON passage_text (content_hash);

-- What decides which passage stands in whose place: the entry of a lower layer that it names, what it is asked, its language.
ALTER TABLE passage ADD COLUMN overlays_id TEXT;
ALTER TABLE passage ADD COLUMN matter TEXT;
ALTER TABLE passage ADD COLUMN language TEXT NOT NULL DEFAULT 'und' CHECK (language IN ('en', 'zh', 'ja', 'und'));
-- The entry that a learned item corrects.
ALTER TABLE passage ADD COLUMN corrects_id TEXT;
UPDATE passage
   SET (matter, language) = (
         SELECT CASE v.kind WHEN 'article' THEN NULL ELSE nullif(rtrim(v.question_key, ' .,!?;:。、'), '') END, v.language
           FROM knowledge_version v WHERE v.id = passage.version_id)
 WHERE kind = 'knowledge' AND version_id IN (SELECT id FROM knowledge_version);
UPDATE passage
   SET (corrects_id, language) = (SELECT i.corrects_entry_id, i.language FROM learned_item i WHERE i.id = passage.owner_id)
 WHERE kind = 'learned' AND owner_id IN (SELECT id FROM learned_item);
CREATE INDEX passage_by_overlaid ON passage (overlays_id) WHERE overlays_id IS NOT NULL;
CREATE INDEX passage_by_corrected ON passage (corrects_id) WHERE corrects_id IS NOT NULL;
CREATE INDEX passage_by_matter ON passage (matter, audience_id) WHERE matter IS NOT NULL;
-- An audience goes with its last passage.
DELETE FROM passage_audience WHERE id NOT IN (SELECT audience_id FROM passage);
`,
};
