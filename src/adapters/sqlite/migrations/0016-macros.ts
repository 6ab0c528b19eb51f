import type { Migration } from './migration.ts';

/** Replies kept ready, by versions, and where they were used. */
export const macros: Migration = {
  version: 16,
  name: 'macros',
  sql: `
CREATE TABLE macro (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  current_version_id TEXT NOT NULL REFERENCES macro_version (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX macro_by_version ON macro (current_version_id);

CREATE TABLE macro_version (
  id TEXT PRIMARY KEY,
  macro_id TEXT NOT NULL REFERENCES macro (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  origin_desk TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'retired')),
  -- Name, body and where it is offered.
  content TEXT NOT NULL CHECK (json_valid(content)),
  -- The helpdesk's macro it was imported from; NULL: a person wrote it here.
  origin TEXT CHECK (json_valid(origin)),
  changed_by TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX macro_version_by_macro ON macro_version (macro_id, number, id);

CREATE TRIGGER macro_version_becomes_current AFTER INSERT ON macro_version BEGIN
  UPDATE macro SET current_version_id = NEW.id
   WHERE id = NEW.macro_id
     AND (NEW.number, NEW.id) >= (SELECT number, id FROM macro_version WHERE id = macro.current_version_id);
END;
CREATE TRIGGER macro_version_is_never_updated BEFORE UPDATE ON macro_version BEGIN
  SELECT RAISE(ABORT, 'macro_version is append-only');
END;
CREATE TRIGGER macro_version_is_never_deleted BEFORE DELETE ON macro_version BEGIN
  SELECT RAISE(ABORT, 'macro_version is append-only');
END;

CREATE TABLE macro_use (
  id TEXT PRIMARY KEY,
  macro_id TEXT NOT NULL REFERENCES macro (id) ON DELETE RESTRICT,
  version_id TEXT NOT NULL REFERENCES macro_version (id) ON DELETE RESTRICT,
  -- Of the reply it stands in; its outbox item has the same id.
  outcome_id TEXT NOT NULL,
  -- As it was put in.
  text TEXT NOT NULL,
  is_edited INTEGER NOT NULL CHECK (is_edited IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX macro_use_by_macro ON macro_use (macro_id);
CREATE INDEX macro_use_by_outcome ON macro_use (outcome_id);
`,
};
