import type { Migration } from './migration.ts';

/** Lessons under a lead: what confirms them, what was decided, by which rules; and which sent replies were looked at. */
export const lessons: Migration = {
  version: 20,
  name: 'lessons',
  sql: `
-- The reply that gave these words; NULL: the one that taught the item, or a person rewording it.
ALTER TABLE learned_version ADD COLUMN outcome_id TEXT;
CREATE INDEX learned_version_by_outcome ON learned_version (outcome_id) WHERE outcome_id IS NOT NULL;

-- Another sent reply that says the same as a waiting item. No foreign keys to people: they may be another desk's.
CREATE TABLE lesson_confirmation (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  item_id TEXT NOT NULL REFERENCES learned_item (id) ON DELETE RESTRICT,
  -- Whose words it bears out.
  version_id TEXT NOT NULL REFERENCES learned_version (id) ON DELETE RESTRICT,
  outcome_id TEXT NOT NULL REFERENCES outcome (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  profile_id TEXT,
  conversation_id TEXT NOT NULL,
  customer TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- Taken back with its reply, or with all of a person's; NULL: it stands.
  taken_back_at INTEGER
) STRICT;
CREATE INDEX lesson_confirmation_by_item ON lesson_confirmation (item_id, created_at, id);
CREATE INDEX lesson_confirmation_by_outcome ON lesson_confirmation (outcome_id);
CREATE INDEX lesson_confirmation_by_profile ON lesson_confirmation (profile_id, created_at) WHERE profile_id IS NOT NULL;

CREATE TABLE lesson_decision (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  -- NULL: of all stores.
  store_id TEXT REFERENCES store (id) ON DELETE RESTRICT,
  act TEXT NOT NULL CHECK (act IN ('approve', 'reject', 'merge', 'setAside', 'revert', 'withdraw', 'undo')),
  profile_id TEXT,
  who TEXT NOT NULL,
  why TEXT NOT NULL,
  -- The version of the rules by which it was shared; NULL: a person did.
  rules_version_id TEXT,
  undoes_id TEXT REFERENCES lesson_decision (id) ON DELETE RESTRICT,
  -- Entries that were given other words: [{entryId, versionBefore, versionAfter}].
  entries TEXT NOT NULL CHECK (json_valid(entries)),
  -- Ids of confirmations that were taken out.
  confirmations TEXT NOT NULL CHECK (json_valid(confirmations)),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX lesson_decision_by_store ON lesson_decision (store_id, created_at, id);
CREATE UNIQUE INDEX lesson_decision_by_undone ON lesson_decision (undoes_id) WHERE undoes_id IS NOT NULL;

CREATE TABLE lesson_decision_item (
  decision_id TEXT NOT NULL REFERENCES lesson_decision (id) ON DELETE RESTRICT,
  item_id TEXT NOT NULL REFERENCES learned_item (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL,
  -- NULL: the decision made it.
  standing_before TEXT CHECK (standing_before IN ('waiting', 'shared', 'setAside', 'rejected', 'withdrawn')),
  standing_after TEXT NOT NULL CHECK (standing_after IN ('waiting', 'shared', 'setAside', 'rejected', 'withdrawn')),
  version_before TEXT,
  version_after TEXT NOT NULL REFERENCES learned_version (id) ON DELETE RESTRICT,
  PRIMARY KEY (decision_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX lesson_decision_item_by_item ON lesson_decision_item (item_id);
CREATE INDEX lesson_decision_item_by_version ON lesson_decision_item (version_after);

CREATE TRIGGER lesson_decision_is_never_updated BEFORE UPDATE ON lesson_decision BEGIN
  SELECT RAISE(ABORT, 'lesson_decision is append-only');
END;
CREATE TRIGGER lesson_decision_is_never_deleted BEFORE DELETE ON lesson_decision BEGIN
  SELECT RAISE(ABORT, 'lesson_decision is append-only');
END;
CREATE TRIGGER lesson_decision_item_is_never_updated BEFORE UPDATE ON lesson_decision_item BEGIN
  SELECT RAISE(ABORT, 'lesson_decision_item is append-only');
END;
CREATE TRIGGER lesson_decision_item_is_never_deleted BEFORE DELETE ON lesson_decision_item BEGIN
  SELECT RAISE(ABORT, 'lesson_decision_item is append-only');
END;

-- What shares a lesson without a lead looking at it. The newest number of a store counts.
CREATE TABLE lesson_rules_version (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  store_id TEXT NOT NULL REFERENCES store (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  rules TEXT NOT NULL CHECK (json_valid(rules)),
  profile_id TEXT,
  who TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (store_id, number)
) STRICT;
CREATE TRIGGER lesson_rules_version_is_never_updated BEFORE UPDATE ON lesson_rules_version BEGIN
  SELECT RAISE(ABORT, 'lesson_rules_version is append-only');
END;
CREATE TRIGGER lesson_rules_version_is_never_deleted BEFORE DELETE ON lesson_rules_version BEGIN
  SELECT RAISE(ABORT, 'lesson_rules_version is append-only');
END;

CREATE TABLE sent_review (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  outcome_id TEXT NOT NULL REFERENCES outcome (id) ON DELETE RESTRICT,
  profile_id TEXT,
  who TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sent_review_by_outcome ON sent_review (outcome_id, created_at, id);

-- A lesson may count for several people: who taught it and who confirmed it. NULL: everybody; '[]': nobody.
DROP INDEX passage_audience_by_content;
ALTER TABLE passage_audience ADD COLUMN profile_ids TEXT CHECK (profile_ids IS NULL OR json_valid(profile_ids));
UPDATE passage_audience SET profile_ids = json_array(profile_id) WHERE profile_id IS NOT NULL;
ALTER TABLE passage_audience DROP COLUMN profile_id;
CREATE UNIQUE INDEX passage_audience_by_content ON passage_audience (
  coalesce(store_id, ''), coalesce(set_id, ''), coalesce(profile_ids, ''), scope, channels,
  coalesce(valid_from, -1), coalesce(valid_until, -1));
-- Lessons that count for some people alone are searched apart, with their terms: what they say moves no count of others'.
CREATE VIRTUAL TABLE passage_own_term USING fts5 (question, answer, tokenize = 'ascii');
CREATE VIRTUAL TABLE passage_own_vocabulary USING fts5vocab (passage_own_term, 'row');
-- The learned item whose place it takes.
ALTER TABLE passage ADD COLUMN supersedes_id TEXT;
UPDATE passage SET supersedes_id = (SELECT i.supersedes_id FROM learned_item i WHERE i.id = passage.owner_id)
 WHERE kind = 'learned';
CREATE INDEX passage_by_superseded ON passage (supersedes_id) WHERE supersedes_id IS NOT NULL;
`,
};
