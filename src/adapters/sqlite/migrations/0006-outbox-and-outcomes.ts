import type { Migration } from './migration.ts';

export const outboxAndOutcomes: Migration = {
  version: 6,
  name: 'outbox-and-outcomes',
  sql: `
CREATE TABLE outbox_item (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE RESTRICT,
  inbox_id TEXT NOT NULL REFERENCES inbox (id) ON DELETE RESTRICT,
  draft_id TEXT REFERENCES draft (id) ON DELETE RESTRICT,
  body TEXT NOT NULL,
  -- The idempotency key.
  remote_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'uncertain', 'sent', 'failed', 'cancelled')),
  attempts INTEGER NOT NULL,
  problem TEXT CHECK (json_valid(problem)),
  next_try_at INTEGER,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  UNIQUE (inbox_id, remote_id)
) STRICT;
CREATE INDEX outbox_item_by_conversation ON outbox_item (conversation_id, created_at);
CREATE INDEX outbox_item_pending ON outbox_item (created_at) WHERE state NOT IN ('sent', 'cancelled');

CREATE TRIGGER outbox_item_keeps_its_reply BEFORE UPDATE OF id, conversation_id, inbox_id, draft_id, body, remote_id,
  created_at ON outbox_item BEGIN
  SELECT RAISE(ABORT, 'of an outbox item only its progress changes');
END;

CREATE TABLE outcome (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  store_id TEXT NOT NULL REFERENCES store (id) ON DELETE RESTRICT,
  -- These two carry no foreign key: an outcome of another desk may arrive without them.
  conversation_id TEXT NOT NULL,
  draft_id TEXT,
  act TEXT NOT NULL CHECK (act IN ('accepted', 'edited', 'written', 'discarded', 'closed', 'withdrawn')),
  draft_text TEXT NOT NULL,
  sent_text TEXT NOT NULL,
  kept_share REAL,
  confidence REAL,
  reason TEXT CHECK (reason IN ('wrong', 'incomplete', 'tone', 'not_needed', 'other')),
  waited_ms INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outcome_by_store ON outcome (store_id, created_at, id);

CREATE TRIGGER outcome_is_never_updated BEFORE UPDATE ON outcome BEGIN
  SELECT RAISE(ABORT, 'outcome is append-only');
END;
CREATE TRIGGER outcome_is_never_deleted BEFORE DELETE ON outcome BEGIN
  SELECT RAISE(ABORT, 'outcome is append-only');
END;
`,
};
