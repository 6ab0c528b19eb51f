import type { Migration } from './migration.ts';

export const storesAndInboxes: Migration = {
  version: 1,
  name: 'stores-and-inboxes',
  sql: `
-- 'Desk': tells this file from another program's.
PRAGMA application_id = 0x4465736b;

CREATE TABLE desk (
  singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
  id TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE store (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  current_version_id TEXT NOT NULL REFERENCES store_version (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  created_at INTEGER NOT NULL
) STRICT;

-- Checking a deferred foreign key looks for its children: without an index, through the whole table at each insert.
CREATE UNIQUE INDEX store_by_version ON store (current_version_id);

CREATE TABLE store_version (
  id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL REFERENCES store (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  origin_desk TEXT NOT NULL,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX store_version_by_store ON store_version (store_id, number, id);

-- Versions of two desks may arrive in any order: the highest number counts, then the later id.
CREATE TRIGGER store_version_becomes_current AFTER INSERT ON store_version BEGIN
  UPDATE store SET current_version_id = NEW.id
   WHERE id = NEW.store_id
     AND (NEW.number, NEW.id) >= (SELECT number, id FROM store_version WHERE id = store.current_version_id);
END;
CREATE TRIGGER store_version_is_never_updated BEFORE UPDATE ON store_version BEGIN
  SELECT RAISE(ABORT, 'store_version is append-only');
END;
CREATE TRIGGER store_version_is_never_deleted BEFORE DELETE ON store_version BEGIN
  SELECT RAISE(ABORT, 'store_version is append-only');
END;

CREATE TABLE inbox (
  id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL REFERENCES store (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  phase TEXT NOT NULL CHECK (phase IN ('idle', 'syncing', 'waiting', 'stopped')),
  problem TEXT CHECK (json_valid(problem)),
  synced_at INTEGER,
  next_try_at INTEGER,
  progress TEXT CHECK (json_valid(progress)),
  cursor TEXT,
  sealed_secret BLOB,
  created_at INTEGER NOT NULL,
  -- A removed inbox stays for its conversations.
  removed_at INTEGER
) STRICT;
CREATE INDEX inbox_by_store ON inbox (store_id, created_at);

CREATE TABLE shop_order (
  store_id TEXT NOT NULL REFERENCES store (id) ON DELETE RESTRICT,
  number TEXT NOT NULL,
  customer_address TEXT NOT NULL COLLATE NOCASE,
  status TEXT NOT NULL CHECK (status IN ('processing', 'shipped', 'delivered', 'cancelled', 'refunded')),
  placed_at INTEGER NOT NULL,
  amount_value REAL NOT NULL,
  amount_currency TEXT NOT NULL CHECK (length(amount_currency) = 3),
  items TEXT NOT NULL CHECK (json_valid(items)),
  carrier TEXT,
  tracking_number TEXT,
  tracking_url TEXT,
  promised_at INTEGER,
  read_at INTEGER NOT NULL,
  PRIMARY KEY (store_id, number)
) STRICT;
CREATE INDEX shop_order_by_customer ON shop_order (store_id, customer_address, placed_at);
`,
};
