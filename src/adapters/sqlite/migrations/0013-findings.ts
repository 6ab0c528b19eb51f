import type { Migration } from './migration.ts';

/** What is wrong with the knowledge, and what a person has said about it. */
export const findings: Migration = {
  version: 13,
  name: 'findings',
  sql: `
CREATE TABLE finding_dismissal (
  -- A person looked at a finding and let it stand; an entry's next version is found anew.
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- What was found: version ids or the name of a group, as the finding's key names them.
  finding_key TEXT NOT NULL,
  dismissed_by TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX finding_dismissal_by_key ON finding_dismissal (kind, finding_key);

CREATE TABLE finding (
  -- Worked out from entries and replies; shown while its versions are the newest of active entries.
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('contradiction', 'duplicate', 'expired', 'expiring', 'corrected', 'unused')),
  finding_key TEXT NOT NULL,
  entry_id TEXT NOT NULL REFERENCES knowledge_entry (id) ON DELETE CASCADE,
  version_id TEXT NOT NULL,
  -- NULL for one that needs no other entry.
  other_entry_id TEXT REFERENCES knowledge_entry (id) ON DELETE CASCADE,
  other_version_id TEXT,
  severity REAL NOT NULL,
  since_at INTEGER NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;
CREATE UNIQUE INDEX finding_by_key ON finding (kind, finding_key);
CREATE INDEX finding_by_entry ON finding (entry_id);
CREATE INDEX finding_by_other_entry ON finding (other_entry_id) WHERE other_entry_id IS NOT NULL;

CREATE TABLE finding_wait (
  -- Entries that wait to be compared with those about the same; the newest change has the highest id.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  entry_id TEXT NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER knowledge_version_waits_to_be_compared AFTER INSERT ON knowledge_version BEGIN
  DELETE FROM finding_wait WHERE entry_id = NEW.entry_id;
  INSERT INTO finding_wait (entry_id) VALUES (NEW.entry_id);
END;

CREATE TABLE finding_subject (
  -- The entries whose terms finding_term holds.
  id INTEGER PRIMARY KEY,
  entry_id TEXT NOT NULL UNIQUE REFERENCES knowledge_entry (id) ON DELETE CASCADE
) STRICT;
CREATE VIRTUAL TABLE finding_term USING fts5 (terms, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE finding_vocabulary USING fts5vocab (finding_term, 'row');

CREATE TABLE entry_use (
  -- When a reply that was sent last used an entry.
  entry_id TEXT PRIMARY KEY,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Which entries an ending time concerns.
CREATE INDEX passage_by_audience ON passage (audience_id);
`,
};
