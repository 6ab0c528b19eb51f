import type { Migration } from './migration.ts';

export const learnedItems: Migration = {
  version: 7,
  name: 'learned-items',
  sql: `
CREATE TABLE learned_item (
  id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL REFERENCES store (id) ON DELETE RESTRICT,
  origin_desk TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('corrects', 'adds')),
  language TEXT NOT NULL CHECK (language IN ('en', 'zh', 'ja', 'und')),
  topic TEXT,
  corrects_entry_id TEXT REFERENCES knowledge_entry (id) ON DELETE RESTRICT,
  before TEXT NOT NULL,
  outcome_id TEXT NOT NULL REFERENCES outcome (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  -- No foreign key: an item of another desk may arrive without its conversation.
  conversation_id TEXT NOT NULL,
  -- These three repeat the newest version; the trigger keeps them.
  current_version_id TEXT NOT NULL REFERENCES learned_version (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL CHECK (state IN ('active', 'forgotten')),
  updated_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
-- Checking a deferred foreign key looks for its children: without an index, through the whole table at each insert.
CREATE UNIQUE INDEX learned_item_by_version ON learned_item (current_version_id);
CREATE INDEX learned_item_by_outcome ON learned_item (outcome_id);
CREATE INDEX learned_item_by_store ON learned_item (store_id, state, updated_at, id);

CREATE TABLE learned_version (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES learned_item (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  origin_desk TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'forgotten')),
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX learned_version_by_item ON learned_version (item_id, number, id);

CREATE TRIGGER learned_version_becomes_current AFTER INSERT ON learned_version BEGIN
  UPDATE learned_item SET current_version_id = NEW.id, state = NEW.state, updated_at = NEW.created_at
   WHERE id = NEW.item_id
     AND (NEW.number, NEW.id) >= (SELECT number, id FROM learned_version WHERE id = learned_item.current_version_id);
END;
CREATE TRIGGER learned_version_is_never_updated BEFORE UPDATE ON learned_version BEGIN
  SELECT RAISE(ABORT, 'learned_version is append-only');
END;
CREATE TRIGGER learned_version_is_never_deleted BEFORE DELETE ON learned_version BEGIN
  SELECT RAISE(ABORT, 'learned_version is append-only');
END;
`,
};
