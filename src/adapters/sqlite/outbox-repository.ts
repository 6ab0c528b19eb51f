import type { OutboxRepository } from '#core/ports/repositories/conversations.ts';
import { OutboxItem } from '#shared/model/outbox.ts';
import type { Connection } from './connection.ts';
import { found } from './found.ts';
import { checkedJson, jsonOrNull } from './stored-json.ts';

type OutboxRow = {
  id: string;
  conversation_id: string;
  inbox_id: string;
  draft_id: string | null;
  body: string;
  remote_id: string;
  state: OutboxItem['state'];
  attempts: number;
  problem: string | null;
  next_try_at: number | null;
  created_at: number;
  sent_at: number | null;
  sent_as: string | null;
  files: string;
};

/** The replies on their way, of one database. */
export function outboxRepository(connection: Connection): OutboxRepository {
  const insert = connection.prepare(`
    INSERT INTO outbox_item (id, conversation_id, inbox_id, draft_id, body, remote_id, state, attempts, problem,
      next_try_at, created_at, sent_at, sent_as, files)
    VALUES (@id, @conversationId, @inboxId, @draftId, @body, @remoteId, @state, @attempts, @problem,
      @nextTryAt, @createdAt, @sentAt, @sentAs, @files)`);
  const update = connection.prepare(`
    UPDATE outbox_item SET state = @state, attempts = @attempts, problem = @problem, next_try_at = @nextTryAt,
           sent_at = @sentAt, sent_as = @sentAs WHERE id = @id`);
  const one = connection.prepare<OutboxRow>('SELECT * FROM outbox_item WHERE id = ?');
  const ofConversation = connection.prepare<OutboxRow>(
    'SELECT * FROM outbox_item WHERE conversation_id = ? ORDER BY created_at, id',
  );
  const sentSince = connection.prepare<OutboxRow>(
    `SELECT * FROM outbox_item WHERE inbox_id = ? AND state = 'sent' AND sent_at >= ? ORDER BY sent_at DESC, id DESC`,
  );
  const pending = connection.prepare<OutboxRow>(
    `SELECT * FROM outbox_item WHERE state NOT IN ('sent', 'cancelled') ORDER BY created_at, id`,
  );

  return {
    add: (item) => {
      insert.run({ ...item, problem: jsonOrNull(item.problem), files: JSON.stringify(item.files) });
    },
    get: (outboxId) => itemOf(found(one.get(outboxId), 'outbox item', outboxId)),
    save: (item) => {
      if (update.run({ ...item, problem: jsonOrNull(item.problem) }) === 0) found(undefined, 'outbox item', item.id);
    },
    ofConversation: (conversationId) => ofConversation.all(conversationId).map(itemOf),
    sentSince: (inboxId, since) => sentSince.all(inboxId, since).map(itemOf),
    pending: () => pending.all().map(itemOf),
  };
}

function itemOf(row: OutboxRow): OutboxItem {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    inboxId: row.inbox_id,
    draftId: row.draft_id,
    body: row.body,
    files: row.files === '[]' ? [] : checkedJson(OutboxItem.shape.files, row.files, 'outbox_item.files'),
    remoteId: row.remote_id,
    state: row.state,
    attempts: row.attempts,
    problem: row.problem === null ? null : checkedJson(OutboxItem.shape.problem, row.problem, 'outbox_item.problem'),
    nextTryAt: row.next_try_at,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    sentAs: row.sent_as,
  };
}
