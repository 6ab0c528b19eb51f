import type { Migration } from './migration.ts';

export const drafts: Migration = {
  version: 5,
  name: 'drafts',
  sql: `
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE RESTRICT,
  message_id TEXT NOT NULL REFERENCES message (id) ON DELETE RESTRICT,
  state TEXT NOT NULL CHECK (state IN ('open', 'stale', 'accepted', 'discarded')),
  language TEXT NOT NULL CHECK (language IN ('en', 'zh', 'ja')),
  asks TEXT NOT NULL CHECK (json_valid(asks)),
  evidence TEXT NOT NULL CHECK (json_valid(evidence)),
  sentences TEXT NOT NULL CHECK (json_valid(sentences)),
  has_gap INTEGER NOT NULL CHECK (has_gap IN (0, 1)),
  text TEXT NOT NULL,
  confidence REAL NOT NULL,
  silence TEXT CHECK (silence IN
    ('nothing_asked', 'automatic', 'no_evidence', 'weak_evidence', 'ambiguous', 'other_language')),
  learned_item_ids TEXT NOT NULL CHECK (json_valid(learned_item_ids)),
  embedder_id TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_by_conversation ON draft (conversation_id, state, created_at, id);
CREATE INDEX draft_by_message ON draft (message_id, state);
CREATE INDEX draft_open ON draft (created_at, id) WHERE state = 'open';

CREATE TRIGGER draft_is_written_once BEFORE UPDATE OF id, conversation_id, message_id, language, asks, evidence,
  sentences, has_gap, text, confidence, silence, learned_item_ids, embedder_id, created_at ON draft BEGIN
  SELECT RAISE(ABORT, 'of a draft only the state changes');
END;

CREATE TABLE draft_evidence (
  -- Which entries and learned items a draft's evidence names.
  draft_id TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
  owner_id TEXT NOT NULL,
  PRIMARY KEY (owner_id, draft_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_evidence_by_draft ON draft_evidence (draft_id);
`,
};
