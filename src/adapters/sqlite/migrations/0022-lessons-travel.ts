import type { Migration } from './migration.ts';

/** What stands around lessons travels with an export: from where a lesson came, who bore it out there, and what was decided. */
export const lessonsTravel: Migration = {
  version: 22,
  name: 'lessons-travel',
  sql: `
-- It came with an export of another desk: nobody here has taught it, whoever it names.
ALTER TABLE learned_item ADD COLUMN is_foreign INTEGER NOT NULL DEFAULT 0 CHECK (is_foreign IN (0, 1));
UPDATE learned_item SET is_foreign = 1 WHERE origin_desk <> (SELECT id FROM desk);

-- Replies of another desk that say the same as a lesson; their outcomes, conversations and people are not here.
CREATE TABLE foreign_confirmation (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  item_id TEXT NOT NULL REFERENCES learned_item (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  version_id TEXT NOT NULL REFERENCES learned_version (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  outcome_id TEXT NOT NULL,
  profile_id TEXT,
  conversation_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  taken_back_at INTEGER
) STRICT;
CREATE INDEX foreign_confirmation_by_item ON foreign_confirmation (item_id, created_at, id);

-- What whoever decided is at their desk; NULL: it was decided here, or nobody knows by whom.
ALTER TABLE lesson_decision ADD COLUMN role TEXT CHECK (role IN ('agent', 'lead', 'owner'));
-- Two desks may have undone the same.
DROP INDEX lesson_decision_by_undone;
CREATE INDEX lesson_decision_by_undone ON lesson_decision (undoes_id) WHERE undoes_id IS NOT NULL;

-- Two desks may have given one number: the newest number counts, of those the last id.
CREATE TABLE lesson_rules_version_next (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  store_id TEXT NOT NULL REFERENCES store (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  rules TEXT NOT NULL CHECK (json_valid(rules)),
  profile_id TEXT,
  who TEXT NOT NULL,
  -- As of decisions.
  role TEXT CHECK (role IN ('agent', 'lead', 'owner')),
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO lesson_rules_version_next (id, origin_desk, store_id, number, rules, profile_id, who, created_at)
  SELECT id, origin_desk, store_id, number, rules, profile_id, who, created_at FROM lesson_rules_version;
DROP TABLE lesson_rules_version;
ALTER TABLE lesson_rules_version_next RENAME TO lesson_rules_version;
CREATE INDEX lesson_rules_version_by_store ON lesson_rules_version (store_id, number, id);
CREATE TRIGGER lesson_rules_version_is_never_updated BEFORE UPDATE ON lesson_rules_version BEGIN
  SELECT RAISE(ABORT, 'lesson_rules_version is append-only');
END;
CREATE TRIGGER lesson_rules_version_is_never_deleted BEFORE DELETE ON lesson_rules_version BEGIN
  SELECT RAISE(ABORT, 'lesson_rules_version is append-only');
END;
`,
};
