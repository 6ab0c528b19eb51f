import type { Migration } from './migration.ts';

/** Who works at the desk, and whom a lesson reaches. */
export const profilesAndReach: Migration = {
  version: 18,
  name: 'profiles-and-reach',
  sql: `
CREATE TABLE profile (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('agent', 'lead', 'owner')),
  -- What a PIN is checked against (scrypt, its parameters and salt beside it); NULL: none is asked.
  pin TEXT,
  state TEXT NOT NULL CHECK (state IN ('active', 'retired')),
  created_at INTEGER NOT NULL
) STRICT;

-- Who did it; NULL: before there were profiles. No foreign keys: a row of another desk may arrive without its people.
ALTER TABLE outcome ADD COLUMN profile_id TEXT;
ALTER TABLE learned_item ADD COLUMN author_id TEXT;
ALTER TABLE learned_item ADD COLUMN lesson_type TEXT
  CHECK (lesson_type IN ('fact', 'policy', 'procedure', 'style', 'exception', 'personal'));
-- The learned item whose place it is to take once it is for everyone.
ALTER TABLE learned_item ADD COLUMN supersedes_id TEXT REFERENCES learned_item (id) ON DELETE RESTRICT;

-- Whom a version reaches: everyone, its author alone, or nobody yet; and to what it is limited.
ALTER TABLE learned_version ADD COLUMN reach TEXT NOT NULL DEFAULT 'everyone'
  CHECK (reach IN ('author', 'everyone', 'nobody'));
ALTER TABLE learned_version ADD COLUMN scope TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(scope));
ALTER TABLE learned_version ADD COLUMN channels TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(channels));
-- For whom, in words ('wholesale customers'); empty: for all of them.
ALTER TABLE learned_version ADD COLUMN customer_group TEXT NOT NULL DEFAULT '';
-- Repeats the newest version's; the trigger keeps it.
ALTER TABLE learned_item ADD COLUMN reach TEXT NOT NULL DEFAULT 'everyone'
  CHECK (reach IN ('author', 'everyone', 'nobody'));
DROP INDEX learned_item_by_store;
CREATE INDEX learned_item_by_store ON learned_item (store_id, state, reach, updated_at, id);
CREATE INDEX learned_item_by_author ON learned_item (author_id, created_at) WHERE author_id IS NOT NULL;
CREATE INDEX learned_item_by_entry ON learned_item (corrects_entry_id) WHERE corrects_entry_id IS NOT NULL;
CREATE INDEX learned_item_by_superseded ON learned_item (supersedes_id) WHERE supersedes_id IS NOT NULL;
DROP TRIGGER learned_version_becomes_current;
CREATE TRIGGER learned_version_becomes_current AFTER INSERT ON learned_version BEGIN
  UPDATE learned_item
     SET current_version_id = NEW.id, state = NEW.state, reach = NEW.reach, updated_at = NEW.created_at
   WHERE id = NEW.item_id
     AND (NEW.number, NEW.id) >= (SELECT number, id FROM learned_version WHERE id = learned_item.current_version_id);
END;

-- Whose searches alone return the passages of an audience; NULL: everybody's.
ALTER TABLE passage_audience ADD COLUMN profile_id TEXT;
DROP INDEX passage_audience_by_content;
CREATE UNIQUE INDEX passage_audience_by_content ON passage_audience (
  coalesce(store_id, ''), coalesce(set_id, ''), coalesce(profile_id, ''), scope, channels,
  coalesce(valid_from, -1), coalesce(valid_until, -1));
`,
};
