import type { Migration } from './migration.ts';

/**
 * What a corpus needs to travel: settings of the desk itself, and learned items without the outcome that taught them.
 * An outcome holds what was said to a customer; a corpus does not carry it.
 */
export const portable: Migration = {
  version: 14,
  name: 'portable',
  sql: `
CREATE TABLE desk_setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

-- A trigger that names a table which is gone for a moment stops the renaming.
DROP TRIGGER learned_version_becomes_current;
CREATE TABLE learned_item_after (
  id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL REFERENCES store (id) ON DELETE RESTRICT,
  origin_desk TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('corrects', 'adds')),
  language TEXT NOT NULL CHECK (language IN ('en', 'zh', 'ja', 'und')),
  topic TEXT,
  corrects_entry_id TEXT REFERENCES knowledge_entry (id) ON DELETE RESTRICT,
  before TEXT NOT NULL,
  -- These two carry no foreign key: an item of another desk arrives without its outcome and its conversation.
  outcome_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  -- These three repeat the newest version; the trigger keeps them.
  current_version_id TEXT NOT NULL REFERENCES learned_version (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL CHECK (state IN ('active', 'forgotten')),
  updated_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO learned_item_after
  SELECT id, store_id, origin_desk, kind, language, topic, corrects_entry_id, before, outcome_id, conversation_id,
         current_version_id, state, updated_at, created_at
    FROM learned_item;
DROP TABLE learned_item;
ALTER TABLE learned_item_after RENAME TO learned_item;
CREATE UNIQUE INDEX learned_item_by_version ON learned_item (current_version_id);
CREATE INDEX learned_item_by_outcome ON learned_item (outcome_id);
CREATE INDEX learned_item_by_store ON learned_item (store_id, state, updated_at, id);
CREATE TRIGGER learned_version_becomes_current AFTER INSERT ON learned_version BEGIN
  UPDATE learned_item SET current_version_id = NEW.id, state = NEW.state, updated_at = NEW.created_at
   WHERE id = NEW.item_id
     AND (NEW.number, NEW.id) >= (SELECT number, id FROM learned_version WHERE id = learned_item.current_version_id);
END;
`,
};
