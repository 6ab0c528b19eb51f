import type { Migration } from './migration.ts';

/** Language models, which store may ask which, and everything that left for them. */
export const writing: Migration = {
  version: 15,
  name: 'writing',
  sql: `
CREATE TABLE language_model (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  sealed_secret BLOB,
  created_at INTEGER NOT NULL,
  -- A removed model stays for what it has written.
  removed_at INTEGER
) STRICT;

CREATE TABLE store_writing (
  id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL REFERENCES store (id) ON DELETE RESTRICT,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  who TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX store_writing_by_store ON store_writing (store_id, created_at, id);

CREATE TRIGGER store_writing_is_never_updated BEFORE UPDATE ON store_writing BEGIN
  SELECT RAISE(ABORT, 'store_writing is append-only');
END;

CREATE TRIGGER store_writing_is_never_deleted BEFORE DELETE ON store_writing BEGIN
  SELECT RAISE(ABORT, 'store_writing is append-only');
END;

CREATE TABLE ledger_line (
  id TEXT PRIMARY KEY,
  store_id TEXT REFERENCES store (id) ON DELETE RESTRICT,
  -- No foreign key: the ledger outlives what it was about.
  conversation_id TEXT,
  task TEXT NOT NULL CHECK (task IN ('draft', 'rewrite', 'translate', 'summarise', 'probe')),
  -- No foreign key either: a model may be tried without being kept.
  model_id TEXT NOT NULL,
  model_name TEXT NOT NULL,
  host TEXT NOT NULL,
  is_local INTEGER NOT NULL CHECK (is_local IN (0, 1)),
  -- What left, byte for byte; it may be let go, its length and digest stay.
  body BLOB,
  size INTEGER NOT NULL,
  digest TEXT NOT NULL,
  masked TEXT NOT NULL CHECK (json_valid(masked)),
  state TEXT NOT NULL CHECK (state IN ('leaving', 'answered', 'failed', 'cancelled')),
  problem TEXT CHECK (json_valid(problem)),
  input_tokens INTEGER,
  output_tokens INTEGER,
  cost REAL,
  currency TEXT,
  created_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;

CREATE INDEX ledger_line_by_time ON ledger_line (created_at, id);

CREATE INDEX ledger_line_with_body ON ledger_line (created_at) WHERE body IS NOT NULL;

CREATE TRIGGER ledger_line_keeps_what_left BEFORE UPDATE OF id, store_id, conversation_id, task, model_id, model_name,
  host, is_local, size, digest, masked, created_at ON ledger_line BEGIN
  SELECT RAISE(ABORT, 'of a line only its end changes');
END;

CREATE TRIGGER ledger_line_keeps_its_body BEFORE UPDATE OF body ON ledger_line WHEN NEW.body IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'what left is not changed');
END;

CREATE TRIGGER ledger_line_is_never_deleted BEFORE DELETE ON ledger_line BEGIN
  SELECT RAISE(ABORT, 'ledger_line is append-only');
END;

ALTER TABLE draft ADD COLUMN writer TEXT CHECK (json_valid(writer));

DROP TRIGGER draft_is_written_once;
CREATE TRIGGER draft_is_written_once BEFORE UPDATE OF id, conversation_id, message_id, language, asks, evidence,
  sentences, has_gap, text, confidence, silence, learned_item_ids, embedder_id, created_at, writer ON draft BEGIN
  SELECT RAISE(ABORT, 'of a draft only the state changes');
END;
`,
};
