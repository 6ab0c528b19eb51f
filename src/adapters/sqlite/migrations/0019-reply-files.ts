import type { Migration } from './migration.ts';

/** Files that go with replies and macros: each content once, whoever refers to it. */
export const replyFiles: Migration = {
  version: 19,
  name: 'reply files',
  sql: `
CREATE TABLE kept_file (
  -- Of the bytes, lower case hex.
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  bytes BLOB NOT NULL CHECK (length(bytes) > 0),
  -- When somebody last brought it: what nothing refers to is kept for a while, for whoever is about to.
  brought_at INTEGER NOT NULL
) STRICT;

-- Files of the reply that is being written in a conversation.
CREATE TABLE work_file (
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  sha256 TEXT NOT NULL REFERENCES kept_file (sha256) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size > 0),
  position INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, sha256)
) STRICT, WITHOUT ROWID;

CREATE INDEX work_file_by_content ON work_file (sha256);

-- Files that leave with it, in order: a list of hash, name, type and size.
ALTER TABLE outbox_item ADD COLUMN files TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(files));

CREATE INDEX outbox_item_with_files ON outbox_item (state, sent_at) WHERE files <> '[]';
`,
};
