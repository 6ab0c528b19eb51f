import type { Migration } from './migration.ts';

export const passages: Migration = {
  version: 4,
  name: 'passages',
  sql: `
CREATE TABLE passage_audience (
  -- Whom a passage may answer: a store (NULL: every store) and what it is about (empty: anything).
  id INTEGER PRIMARY KEY,
  store_id TEXT REFERENCES store (id) ON DELETE RESTRICT,
  scope TEXT NOT NULL CHECK (json_valid(scope))
) STRICT;
CREATE UNIQUE INDEX passage_audience_by_content ON passage_audience (coalesce(store_id, ''), scope);

CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('knowledge', 'learned')),
  owner_id TEXT NOT NULL UNIQUE,
  version_id TEXT NOT NULL,
  audience_id INTEGER NOT NULL REFERENCES passage_audience (id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE passage_text (
  -- The texts that get a vector. Ids are never used again: the scan for texts without one goes on from where it was.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  passage_id INTEGER NOT NULL REFERENCES passage (id) ON DELETE CASCADE,
  field TEXT NOT NULL CHECK (field IN ('question', 'answer')),
  -- SHA-256 of the content.
  content_hash BLOB NOT NULL,
  content TEXT NOT NULL,
  UNIQUE (passage_id, field)
) STRICT;
CREATE INDEX passage_text_by_hash ON passage_text (content_hash);

CREATE TABLE embedding (
  -- A vector belongs to what a text says and to the embedder that read it.
  content_hash BLOB NOT NULL,
  embedder_id TEXT NOT NULL,
  -- 32-bit floats, little-endian, of unit length.
  vector BLOB NOT NULL,
  PRIMARY KEY (content_hash, embedder_id)
) STRICT;

-- Fed with terms made by the application, joined by spaces. 'ascii' takes every other character as part of a word
-- and folds nothing, so that terms of any script pass through as they are.
CREATE VIRTUAL TABLE passage_term USING fts5 (
  question, answer, content = '', contentless_delete = 1, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE passage_vocabulary USING fts5vocab (passage_term, 'row');
`,
};
