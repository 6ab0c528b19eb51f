import type { Migration } from './migration.ts';

/** The shop system of a store, and facts that know where they were read. */
export const shops: Migration = {
  version: 9,
  name: 'shops',
  sql: `
-- What came by mail says so, as it has since channels are kept: orders are told in private alone.
UPDATE conversation SET channel = 'email'
 WHERE channel IS NULL AND inbox_id IN (SELECT id FROM inbox WHERE json_extract(settings, '$.kind') IN ('imap', 'sample'));

CREATE TABLE shop (
  store_id TEXT PRIMARY KEY REFERENCES store (id) ON DELETE RESTRICT,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  sealed_secret BLOB,
  connected_at INTEGER NOT NULL
) STRICT;

-- More states, and a source: a table's CHECK and key cannot be changed in place.
ALTER TABLE shop_order RENAME TO shop_order_before;
CREATE TABLE shop_order (
  store_id TEXT NOT NULL REFERENCES store (id) ON DELETE RESTRICT,
  -- The kind of system and which one of its kind. The program knows the kinds: another one needs no new table.
  source_kind TEXT NOT NULL CHECK (source_kind <> ''),
  source_name TEXT NOT NULL,
  number TEXT NOT NULL,
  -- The number without what customers leave out: "#HL-1001" and "hl1001" are one.
  number_key TEXT NOT NULL,
  customer_address TEXT NOT NULL COLLATE NOCASE,
  status TEXT NOT NULL CHECK (status IN
    ('processing', 'part_shipped', 'shipped', 'delivered', 'cancelled', 'refunded', 'held')),
  placed_at INTEGER NOT NULL,
  amount_value REAL NOT NULL,
  amount_currency TEXT NOT NULL CHECK (length(amount_currency) = 3),
  items TEXT NOT NULL CHECK (json_valid(items)),
  parcels INTEGER NOT NULL CHECK (parcels >= 0),
  carrier TEXT,
  tracking_number TEXT,
  tracking_url TEXT,
  promised_at INTEGER,
  -- The shop's (IANA): its dates are meant in it.
  time_zone TEXT,
  read_at INTEGER NOT NULL,
  PRIMARY KEY (store_id, source_kind, source_name, number)
) STRICT;
INSERT INTO shop_order
  SELECT store_id, 'sample', '', number, lower(replace(replace(replace(number, '-', ''), '#', ''), ' ', '')),
         customer_address, status, placed_at, amount_value, amount_currency, items,
         CASE WHEN status IN ('shipped', 'delivered') THEN 1 ELSE 0 END,
         carrier, tracking_number, tracking_url, promised_at, NULL, read_at
    FROM shop_order_before;
DROP TABLE shop_order_before;
CREATE INDEX shop_order_by_customer ON shop_order (store_id, customer_address, placed_at);
CREATE INDEX shop_order_by_number ON shop_order (store_id, number_key);

CREATE TABLE shop_reading (
  -- When the store's shop was last asked: for all orders of a customer's address, or for a number that it does not
  -- know, written as a number_key, which holds no "@".
  store_id TEXT NOT NULL REFERENCES store (id) ON DELETE RESTRICT,
  asked_for TEXT NOT NULL COLLATE NOCASE,
  read_at INTEGER NOT NULL,
  PRIMARY KEY (store_id, asked_for)
) STRICT, WITHOUT ROWID;

CREATE TABLE shop_customer (
  store_id TEXT NOT NULL REFERENCES store (id) ON DELETE RESTRICT,
  customer_address TEXT NOT NULL COLLATE NOCASE,
  -- NULL: the shop knows nobody under this address, or must not tell.
  facts TEXT CHECK (json_valid(facts)),
  read_at INTEGER NOT NULL,
  PRIMARY KEY (store_id, customer_address)
) STRICT;

CREATE TABLE shop_product (
  store_id TEXT NOT NULL REFERENCES store (id) ON DELETE RESTRICT,
  source_kind TEXT NOT NULL CHECK (source_kind <> ''),
  source_name TEXT NOT NULL,
  -- The shop's own.
  product_id TEXT NOT NULL,
  title TEXT NOT NULL,
  variants TEXT NOT NULL CHECK (json_valid(variants)),
  url TEXT,
  read_at INTEGER NOT NULL,
  PRIMARY KEY (store_id, source_kind, source_name, product_id)
) STRICT;
`,
};
