import type { Migration } from './migration.ts';

/** Who changed what. */
export const audit: Migration = {
  version: 21,
  name: 'audit',
  sql: `
CREATE TABLE audit_line (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  -- Who did it; NULL: nobody was signed in, or the command line. No foreign key: a line outlives whatever it tells of.
  profile_id TEXT,
  request TEXT NOT NULL,
  area TEXT NOT NULL,
  act TEXT NOT NULL,
  store_id TEXT,
  subjects TEXT NOT NULL CHECK (json_valid(subjects)),
  -- The desk's own labels and choices; never a customer's words, an answer or a secret.
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX audit_line_by_time ON audit_line (created_at, id);
CREATE INDEX audit_line_by_profile ON audit_line (profile_id, created_at, id);
CREATE TRIGGER audit_line_is_never_updated BEFORE UPDATE ON audit_line BEGIN
  SELECT RAISE(ABORT, 'audit_line is append-only');
END;
CREATE TRIGGER audit_line_is_never_deleted BEFORE DELETE ON audit_line BEGIN
  SELECT RAISE(ABORT, 'audit_line is append-only');
END;
`,
};
