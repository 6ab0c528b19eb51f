import type { Migration } from './migration.ts';

export const conversations: Migration = {
  version: 2,
  name: 'conversations',
  sql: `
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
) STRICT;
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
`,
};
