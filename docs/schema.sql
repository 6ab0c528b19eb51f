-- Printed from the migrations by build/print-schema.ts; version 22.

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
, paused_at INTEGER) STRICT;

CREATE INDEX inbox_by_store ON inbox (store_id, created_at);

CREATE TABLE conversation (
  id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL REFERENCES store (id) ON DELETE RESTRICT,
  inbox_id TEXT NOT NULL REFERENCES inbox (id) ON DELETE RESTRICT,
  subject TEXT NOT NULL,
  -- The subject without its "Re:", for threading.
  bare_subject TEXT NOT NULL,
  customer_name TEXT NOT NULL,
  customer_address TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('en', 'zh', 'ja', 'und')),
  status TEXT NOT NULL CHECK (status IN ('unanswered', 'answered', 'closed')),
  waiting_since INTEGER CHECK (waiting_since IS NULL OR status = 'unanswered'),
  last_message_at INTEGER NOT NULL,
  message_count INTEGER NOT NULL,
  preview TEXT NOT NULL,
  -- Subject, name and address with letter case and width folded.
  search_text TEXT NOT NULL
, channel TEXT CHECK (channel IN ('email', 'chat', 'whatsapp', 'instagram', 'facebook',
  'tiktok', 'line', 'telegram', 'twitter', 'sms', 'phone'))) STRICT;

CREATE INDEX conversation_by_wait ON conversation (status, waiting_since);

CREATE INDEX conversation_by_age ON conversation (last_message_at);

CREATE INDEX conversation_by_store_and_wait ON conversation (store_id, status, waiting_since);

CREATE INDEX conversation_by_store_and_age ON conversation (store_id, last_message_at);

CREATE INDEX conversation_by_subject ON conversation (inbox_id, customer_address, bare_subject, last_message_at);

CREATE TABLE message (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE RESTRICT,
  inbox_id TEXT NOT NULL REFERENCES inbox (id) ON DELETE RESTRICT,
  remote_id TEXT NOT NULL,
  thread_id TEXT,
  role TEXT NOT NULL CHECK (role IN ('customer', 'agent')),
  author_name TEXT NOT NULL,
  author_address TEXT NOT NULL,
  text TEXT NOT NULL,
  question TEXT NOT NULL,
  attachments TEXT NOT NULL CHECK (json_valid(attachments)),
  automatic TEXT CHECK (automatic IN ('auto_reply', 'bulk', 'bounce')),
  sent_at INTEGER NOT NULL,
  UNIQUE (inbox_id, remote_id)
) STRICT;

CREATE INDEX message_by_conversation ON message (conversation_id, sent_at, id);

CREATE INDEX message_by_role ON message (conversation_id, role, sent_at, id, automatic);

CREATE INDEX message_by_thread ON message (inbox_id, thread_id) WHERE thread_id IS NOT NULL;

CREATE TABLE message_reference (
  -- What a message says it answers, nearest last; those messages may be unknown here.
  message_id TEXT NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  inbox_id TEXT NOT NULL REFERENCES inbox (id) ON DELETE RESTRICT,
  remote_id TEXT NOT NULL,
  PRIMARY KEY (message_id, position)
) STRICT;

CREATE INDEX message_reference_by_remote_id ON message_reference (inbox_id, remote_id);

CREATE TABLE knowledge_entry (
  id TEXT PRIMARY KEY,
  -- NULL: base knowledge, for every store.
  store_id TEXT REFERENCES store (id) ON DELETE RESTRICT,
  origin_desk TEXT NOT NULL,
  -- These three repeat the newest version; the trigger keeps them.
  current_version_id TEXT NOT NULL REFERENCES knowledge_version (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL CHECK (state IN ('active', 'retired')),
  updated_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL
, set_id TEXT REFERENCES knowledge_set (id) ON DELETE RESTRICT
  CHECK (set_id IS NULL OR store_id IS NULL)) STRICT;

CREATE UNIQUE INDEX knowledge_entry_by_version ON knowledge_entry (current_version_id);

CREATE INDEX knowledge_entry_by_store ON knowledge_entry (store_id, state, updated_at);

CREATE INDEX knowledge_entry_by_age ON knowledge_entry (state, updated_at, id);

CREATE TABLE passage_audience (
  -- Whom a passage may answer: a store (NULL: every store) and what it is about (empty: anything).
  id INTEGER PRIMARY KEY,
  store_id TEXT REFERENCES store (id) ON DELETE RESTRICT,
  scope TEXT NOT NULL CHECK (json_valid(scope))
, set_id TEXT REFERENCES knowledge_set (id) ON DELETE RESTRICT, channels TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(channels)), valid_from INTEGER, valid_until INTEGER, profile_ids TEXT CHECK (profile_ids IS NULL OR json_valid(profile_ids))) STRICT;

CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('knowledge', 'learned')),
  owner_id TEXT NOT NULL UNIQUE,
  version_id TEXT NOT NULL,
  audience_id INTEGER NOT NULL REFERENCES passage_audience (id) ON DELETE RESTRICT
, overlays_id TEXT, matter TEXT, language TEXT NOT NULL DEFAULT 'und' CHECK (language IN ('en', 'zh', 'ja', 'und')), corrects_id TEXT, supersedes_id TEXT) STRICT;

CREATE TABLE embedding (
  -- A vector belongs to what a text says and to the embedder that read it.
  content_hash BLOB NOT NULL,
  embedder_id TEXT NOT NULL,
  -- 32-bit floats, little-endian, of unit length.
  vector BLOB NOT NULL,
  PRIMARY KEY (content_hash, embedder_id)
) STRICT;

CREATE VIRTUAL TABLE passage_term USING fts5 (
  question, answer, content = '', contentless_delete = 1, tokenize = 'ascii'
);

CREATE VIRTUAL TABLE passage_vocabulary USING fts5vocab (passage_term, 'row');

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
, writer TEXT CHECK (json_valid(writer))) STRICT;

CREATE INDEX draft_by_conversation ON draft (conversation_id, state, created_at, id);

CREATE INDEX draft_by_message ON draft (message_id, state);

CREATE INDEX draft_open ON draft (created_at, id) WHERE state = 'open';

CREATE TABLE draft_evidence (
  -- Which entries and learned items a draft's evidence names.
  draft_id TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
  owner_id TEXT NOT NULL,
  PRIMARY KEY (owner_id, draft_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX draft_evidence_by_draft ON draft_evidence (draft_id);

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
  sent_at INTEGER, sent_as TEXT, files TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(files)),
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
, unsupported TEXT CHECK (unsupported IS NULL OR json_valid(unsupported)), profile_id TEXT) STRICT;

CREATE INDEX outcome_by_store ON outcome (store_id, created_at, id);

CREATE TRIGGER outcome_is_never_updated BEFORE UPDATE ON outcome BEGIN
  SELECT RAISE(ABORT, 'outcome is append-only');
END;

CREATE TRIGGER outcome_is_never_deleted BEFORE DELETE ON outcome BEGIN
  SELECT RAISE(ABORT, 'outcome is append-only');
END;

CREATE TABLE learned_version (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES learned_item (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  origin_desk TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'forgotten')),
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  created_at INTEGER NOT NULL
, reach TEXT NOT NULL DEFAULT 'everyone'
  CHECK (reach IN ('author', 'everyone', 'nobody')), scope TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(scope)), channels TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(channels)), customer_group TEXT NOT NULL DEFAULT '', outcome_id TEXT) STRICT;

CREATE INDEX learned_version_by_item ON learned_version (item_id, number, id);

CREATE TRIGGER learned_version_is_never_updated BEFORE UPDATE ON learned_version BEGIN
  SELECT RAISE(ABORT, 'learned_version is append-only');
END;

CREATE TRIGGER learned_version_is_never_deleted BEFORE DELETE ON learned_version BEGIN
  SELECT RAISE(ABORT, 'learned_version is append-only');
END;

CREATE TABLE shop (
  store_id TEXT PRIMARY KEY REFERENCES store (id) ON DELETE RESTRICT,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  sealed_secret BLOB,
  connected_at INTEGER NOT NULL
) STRICT;

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

CREATE TABLE knowledge_set (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  current_version_id TEXT NOT NULL REFERENCES knowledge_set_version (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  created_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX knowledge_set_by_version ON knowledge_set (current_version_id);

CREATE TABLE knowledge_set_version (
  id TEXT PRIMARY KEY,
  set_id TEXT NOT NULL REFERENCES knowledge_set (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  origin_desk TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'retired')),
  name TEXT NOT NULL,
  -- The ids of the stores for which it is on.
  stores TEXT NOT NULL CHECK (json_valid(stores)),
  changed_by TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX knowledge_set_version_by_set ON knowledge_set_version (set_id, number, id);

CREATE TRIGGER knowledge_set_version_becomes_current AFTER INSERT ON knowledge_set_version BEGIN
  UPDATE knowledge_set SET current_version_id = NEW.id
   WHERE id = NEW.set_id
     AND (NEW.number, NEW.id) >=
         (SELECT number, id FROM knowledge_set_version WHERE id = knowledge_set.current_version_id);
END;

CREATE TRIGGER knowledge_set_version_is_never_updated BEFORE UPDATE ON knowledge_set_version BEGIN
  SELECT RAISE(ABORT, 'knowledge_set_version is append-only');
END;

CREATE TRIGGER knowledge_set_version_is_never_deleted BEFORE DELETE ON knowledge_set_version BEGIN
  SELECT RAISE(ABORT, 'knowledge_set_version is append-only');
END;

CREATE TABLE knowledge_source (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  -- At most one of the two; neither: base knowledge.
  store_id TEXT REFERENCES store (id) ON DELETE RESTRICT,
  set_id TEXT REFERENCES knowledge_set (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  -- What the reader remembers from one reading to the next: digests, dates of pages.
  reader_state TEXT CHECK (json_valid(reader_state)),
  read_at INTEGER,
  taken_at INTEGER,
  problem TEXT CHECK (json_valid(problem)),
  created_at INTEGER NOT NULL,
  -- A removed source stays for the entries that came from it.
  removed_at INTEGER,
  CHECK (store_id IS NULL OR set_id IS NULL)
) STRICT;

CREATE INDEX knowledge_entry_by_set ON knowledge_entry (set_id, state, updated_at) WHERE set_id IS NOT NULL;

CREATE TABLE "knowledge_version" (
  id TEXT PRIMARY KEY,
  entry_id TEXT NOT NULL REFERENCES knowledge_entry (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  origin_desk TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'retired')),
  kind TEXT NOT NULL CHECK (kind IN ('pair', 'article', 'product')),
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  topic TEXT,
  scope TEXT NOT NULL CHECK (json_valid(scope)),
  language TEXT NOT NULL CHECK (language IN ('en', 'zh', 'ja', 'und')),
  channels TEXT NOT NULL CHECK (json_valid(channels)),
  attributes TEXT NOT NULL CHECK (json_valid(attributes)),
  -- As it was entered, by the clocks of a place; NULL: always.
  validity TEXT CHECK (json_valid(validity)),
  overlays_entry_id TEXT REFERENCES knowledge_entry (id) ON DELETE RESTRICT,
  source_origin TEXT NOT NULL CHECK (source_origin IN ('import', 'person', 'sample')),
  source_id TEXT REFERENCES knowledge_source (id) ON DELETE RESTRICT,
  source_file TEXT,
  source_row INTEGER,
  source_page INTEGER,
  source_headings TEXT NOT NULL CHECK (json_valid(source_headings)),
  source_url TEXT,
  changed_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- The question with letter case, width and white space folded.
  question_key TEXT NOT NULL,
  -- SHA-256 of the answer.
  answer_hash BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX knowledge_version_by_entry ON knowledge_version (entry_id, number, id);

CREATE INDEX knowledge_version_by_question ON knowledge_version (question_key);

CREATE INDEX knowledge_version_by_answer ON knowledge_version (answer_hash);

CREATE INDEX knowledge_version_by_source ON knowledge_version (source_id) WHERE source_id IS NOT NULL;

CREATE TRIGGER knowledge_version_becomes_current AFTER INSERT ON knowledge_version BEGIN
  UPDATE knowledge_entry SET current_version_id = NEW.id, state = NEW.state, updated_at = NEW.created_at
   WHERE id = NEW.entry_id
     AND (NEW.number, NEW.id) >= (SELECT number, id FROM knowledge_version WHERE id = knowledge_entry.current_version_id);
END;

CREATE TRIGGER knowledge_version_is_never_updated BEFORE UPDATE ON knowledge_version BEGIN
  SELECT RAISE(ABORT, 'knowledge_version is append-only');
END;

CREATE TRIGGER knowledge_version_is_never_deleted BEFORE DELETE ON knowledge_version BEGIN
  SELECT RAISE(ABORT, 'knowledge_version is append-only');
END;

CREATE TABLE "passage_text" (
  -- The texts that get a vector. Ids are never used again: the scan for texts without one goes on from where it was.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  passage_id INTEGER NOT NULL REFERENCES passage (id) ON DELETE CASCADE,
  field TEXT NOT NULL CHECK (field IN ('question', 'answer', 'part')),
  -- Of several of one field: which.
  number INTEGER NOT NULL CHECK (number >= 0),
  -- SHA-256 of the content.
  content_hash BLOB NOT NULL,
  content TEXT NOT NULL,
  UNIQUE (passage_id, field, number)
) STRICT;

CREATE INDEX passage_text_by_hash ON passage_text (content_hash);

CREATE INDEX passage_by_overlaid ON passage (overlays_id) WHERE overlays_id IS NOT NULL;

CREATE INDEX passage_by_corrected ON passage (corrects_id) WHERE corrects_id IS NOT NULL;

CREATE INDEX passage_by_matter ON passage (matter, audience_id) WHERE matter IS NOT NULL;

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

CREATE TABLE 'finding_term_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'finding_term_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'finding_term_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'finding_term_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE VIRTUAL TABLE finding_vocabulary USING fts5vocab (finding_term, 'row');

CREATE TABLE entry_use (
  -- When a reply that was sent last used an entry.
  entry_id TEXT PRIMARY KEY,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX passage_by_audience ON passage (audience_id);

CREATE TABLE desk_setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE "learned_item" (
  id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL REFERENCES store (id) ON DELETE RESTRICT,
  origin_desk TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('corrects', 'adds')),
  language TEXT NOT NULL CHECK (language IN ('en', 'zh', 'ja', 'und')),
  topic TEXT,
  corrects_entry_id TEXT REFERENCES knowledge_entry (id) ON DELETE RESTRICT,
  before TEXT NOT NULL,
  -- These two carry no foreign key: an item of another desk arrives without its outcome and its conversation.
  outcome_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  -- These three repeat the newest version; the trigger keeps them.
  current_version_id TEXT NOT NULL REFERENCES learned_version (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL CHECK (state IN ('active', 'forgotten')),
  updated_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL
, author_id TEXT, lesson_type TEXT
  CHECK (lesson_type IN ('fact', 'policy', 'procedure', 'style', 'exception', 'personal')), supersedes_id TEXT REFERENCES learned_item (id) ON DELETE RESTRICT, reach TEXT NOT NULL DEFAULT 'everyone'
  CHECK (reach IN ('author', 'everyone', 'nobody')), is_foreign INTEGER NOT NULL DEFAULT 0 CHECK (is_foreign IN (0, 1))) STRICT;

CREATE UNIQUE INDEX learned_item_by_version ON learned_item (current_version_id);

CREATE INDEX learned_item_by_outcome ON learned_item (outcome_id);

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

CREATE TRIGGER draft_is_written_once BEFORE UPDATE OF id, conversation_id, message_id, language, asks, evidence,
  sentences, has_gap, text, confidence, silence, learned_item_ids, embedder_id, created_at, writer ON draft BEGIN
  SELECT RAISE(ABORT, 'of a draft only the state changes');
END;

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

CREATE TABLE profile (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('agent', 'lead', 'owner')),
  -- What a PIN is checked against (scrypt, its parameters and salt beside it); NULL: none is asked.
  pin TEXT,
  state TEXT NOT NULL CHECK (state IN ('active', 'retired')),
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX learned_item_by_store ON learned_item (store_id, state, reach, updated_at, id);

CREATE INDEX learned_item_by_author ON learned_item (author_id, created_at) WHERE author_id IS NOT NULL;

CREATE INDEX learned_item_by_entry ON learned_item (corrects_entry_id) WHERE corrects_entry_id IS NOT NULL;

CREATE INDEX learned_item_by_superseded ON learned_item (supersedes_id) WHERE supersedes_id IS NOT NULL;

CREATE TRIGGER learned_version_becomes_current AFTER INSERT ON learned_version BEGIN
  UPDATE learned_item
     SET current_version_id = NEW.id, state = NEW.state, reach = NEW.reach, updated_at = NEW.created_at
   WHERE id = NEW.item_id
     AND (NEW.number, NEW.id) >= (SELECT number, id FROM learned_version WHERE id = learned_item.current_version_id);
END;

CREATE TABLE kept_file (
  -- Of the bytes, lower case hex.
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  bytes BLOB NOT NULL CHECK (length(bytes) > 0),
  -- When somebody last brought it: what nothing refers to is kept for a while, for whoever is about to.
  brought_at INTEGER NOT NULL
) STRICT;

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

CREATE INDEX outbox_item_with_files ON outbox_item (state, sent_at) WHERE files <> '[]';

CREATE INDEX learned_version_by_outcome ON learned_version (outcome_id) WHERE outcome_id IS NOT NULL;

CREATE TABLE lesson_confirmation (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  item_id TEXT NOT NULL REFERENCES learned_item (id) ON DELETE RESTRICT,
  -- Whose words it bears out.
  version_id TEXT NOT NULL REFERENCES learned_version (id) ON DELETE RESTRICT,
  outcome_id TEXT NOT NULL REFERENCES outcome (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  profile_id TEXT,
  conversation_id TEXT NOT NULL,
  customer TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- Taken back with its reply, or with all of a person's; NULL: it stands.
  taken_back_at INTEGER
) STRICT;

CREATE INDEX lesson_confirmation_by_item ON lesson_confirmation (item_id, created_at, id);

CREATE INDEX lesson_confirmation_by_outcome ON lesson_confirmation (outcome_id);

CREATE INDEX lesson_confirmation_by_profile ON lesson_confirmation (profile_id, created_at) WHERE profile_id IS NOT NULL;

CREATE TABLE lesson_decision (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  -- NULL: of all stores.
  store_id TEXT REFERENCES store (id) ON DELETE RESTRICT,
  act TEXT NOT NULL CHECK (act IN ('approve', 'reject', 'merge', 'setAside', 'revert', 'withdraw', 'undo')),
  profile_id TEXT,
  who TEXT NOT NULL,
  why TEXT NOT NULL,
  -- The version of the rules by which it was shared; NULL: a person did.
  rules_version_id TEXT,
  undoes_id TEXT REFERENCES lesson_decision (id) ON DELETE RESTRICT,
  -- Entries that were given other words: [{entryId, versionBefore, versionAfter}].
  entries TEXT NOT NULL CHECK (json_valid(entries)),
  -- Ids of confirmations that were taken out.
  confirmations TEXT NOT NULL CHECK (json_valid(confirmations)),
  created_at INTEGER NOT NULL
, role TEXT CHECK (role IN ('agent', 'lead', 'owner'))) STRICT;

CREATE INDEX lesson_decision_by_store ON lesson_decision (store_id, created_at, id);

CREATE TABLE lesson_decision_item (
  decision_id TEXT NOT NULL REFERENCES lesson_decision (id) ON DELETE RESTRICT,
  item_id TEXT NOT NULL REFERENCES learned_item (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL,
  -- NULL: the decision made it.
  standing_before TEXT CHECK (standing_before IN ('waiting', 'shared', 'setAside', 'rejected', 'withdrawn')),
  standing_after TEXT NOT NULL CHECK (standing_after IN ('waiting', 'shared', 'setAside', 'rejected', 'withdrawn')),
  version_before TEXT,
  version_after TEXT NOT NULL REFERENCES learned_version (id) ON DELETE RESTRICT,
  PRIMARY KEY (decision_id, item_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX lesson_decision_item_by_item ON lesson_decision_item (item_id);

CREATE INDEX lesson_decision_item_by_version ON lesson_decision_item (version_after);

CREATE TRIGGER lesson_decision_is_never_updated BEFORE UPDATE ON lesson_decision BEGIN
  SELECT RAISE(ABORT, 'lesson_decision is append-only');
END;

CREATE TRIGGER lesson_decision_is_never_deleted BEFORE DELETE ON lesson_decision BEGIN
  SELECT RAISE(ABORT, 'lesson_decision is append-only');
END;

CREATE TRIGGER lesson_decision_item_is_never_updated BEFORE UPDATE ON lesson_decision_item BEGIN
  SELECT RAISE(ABORT, 'lesson_decision_item is append-only');
END;

CREATE TRIGGER lesson_decision_item_is_never_deleted BEFORE DELETE ON lesson_decision_item BEGIN
  SELECT RAISE(ABORT, 'lesson_decision_item is append-only');
END;

CREATE TABLE sent_review (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  outcome_id TEXT NOT NULL REFERENCES outcome (id) ON DELETE RESTRICT,
  profile_id TEXT,
  who TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX sent_review_by_outcome ON sent_review (outcome_id, created_at, id);

CREATE UNIQUE INDEX passage_audience_by_content ON passage_audience (
  coalesce(store_id, ''), coalesce(set_id, ''), coalesce(profile_ids, ''), scope, channels,
  coalesce(valid_from, -1), coalesce(valid_until, -1));

CREATE VIRTUAL TABLE passage_own_term USING fts5 (question, answer, tokenize = 'ascii');

CREATE TABLE 'passage_own_term_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'passage_own_term_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'passage_own_term_content'(id INTEGER PRIMARY KEY, c0, c1);

CREATE TABLE 'passage_own_term_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'passage_own_term_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE VIRTUAL TABLE passage_own_vocabulary USING fts5vocab (passage_own_term, 'row');

CREATE INDEX passage_by_superseded ON passage (supersedes_id) WHERE supersedes_id IS NOT NULL;

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

CREATE TABLE foreign_confirmation (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  item_id TEXT NOT NULL REFERENCES learned_item (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  version_id TEXT NOT NULL REFERENCES learned_version (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  outcome_id TEXT NOT NULL,
  profile_id TEXT,
  conversation_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  taken_back_at INTEGER
) STRICT;

CREATE INDEX foreign_confirmation_by_item ON foreign_confirmation (item_id, created_at, id);

CREATE INDEX lesson_decision_by_undone ON lesson_decision (undoes_id) WHERE undoes_id IS NOT NULL;

CREATE TABLE "lesson_rules_version" (
  id TEXT PRIMARY KEY,
  origin_desk TEXT NOT NULL,
  store_id TEXT NOT NULL REFERENCES store (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  rules TEXT NOT NULL CHECK (json_valid(rules)),
  profile_id TEXT,
  who TEXT NOT NULL,
  -- As of decisions.
  role TEXT CHECK (role IN ('agent', 'lead', 'owner')),
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX lesson_rules_version_by_store ON lesson_rules_version (store_id, number, id);

CREATE TRIGGER lesson_rules_version_is_never_updated BEFORE UPDATE ON lesson_rules_version BEGIN
  SELECT RAISE(ABORT, 'lesson_rules_version is append-only');
END;

CREATE TRIGGER lesson_rules_version_is_never_deleted BEFORE DELETE ON lesson_rules_version BEGIN
  SELECT RAISE(ABORT, 'lesson_rules_version is append-only');
END;
