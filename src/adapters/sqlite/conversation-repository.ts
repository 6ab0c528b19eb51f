import type { ConversationRepository } from '#core/ports/repositories/conversations.ts';
import type { Connection } from './connection.ts';
import {
  type ConversationColumns,
  conversationColumns,
  conversationOf,
  type MessageColumns,
  messageOf,
} from './conversation-columns.ts';
import { conversationList } from './conversation-list.ts';
import { foldedText } from './folded-text.ts';
import { found } from './found.ts';

type Threads = Pick<
  ConversationRepository,
  'hasMessage' | 'threadingOf' | 'findByRemoteIds' | 'findByThreadId' | 'findBySubject'
>;
type Holder = { conversation_id: string };

/** The conversations of one database. */
export function conversationRepository(connection: Connection): ConversationRepository {
  const one = connection.prepare<ConversationColumns>(
    `SELECT ${conversationColumns} FROM conversation c WHERE c.id = ?`,
  );
  const messages = connection.prepare<MessageColumns>(
    'SELECT * FROM message WHERE conversation_id = ? ORDER BY sent_at, id',
  );
  return {
    get: (conversationId) => conversationOf(found(one.get(conversationId), 'conversation', conversationId)),
    find: (conversationId) => {
      const row = one.get(conversationId);
      return row === undefined ? null : conversationOf(row);
    },
    list: conversationList(connection),
    messages: (conversationId) => messages.all(conversationId).map(messageOf),
    ...threads(connection),
    ...writes(connection),
  };
}

// Held counts before merely named, then whichever is asked for first. CROSS JOIN keeps the order of the tables: the
// planner takes json_each for long and reads the whole inbox instead (60,000 messages: 35 ms, not 0.03).
const holderOfRemoteIds = `
  SELECT conversation_id FROM (
    SELECT m.conversation_id, 0 AS is_named, wanted.key AS place
      FROM json_each(@remoteIds) wanted
     CROSS JOIN message m ON m.inbox_id = @inboxId AND m.remote_id = wanted.value
    UNION ALL
    SELECT m.conversation_id, 1, wanted.key
      FROM json_each(@remoteIds) wanted
     CROSS JOIN message_reference r ON r.inbox_id = @inboxId AND r.remote_id = wanted.value
     CROSS JOIN message m ON m.id = r.message_id
  ) ORDER BY is_named, place LIMIT 1`;

function threads(connection: Connection): Threads {
  const held = connection.prepare<{ id: string }>('SELECT id FROM message WHERE inbox_id = ? AND remote_id = ?');
  const threadId = connection.prepare<{ thread_id: string | null }>('SELECT thread_id FROM message WHERE id = ?');
  const references = connection.prepare<{ remote_id: string }>(
    'SELECT remote_id FROM message_reference WHERE message_id = ? ORDER BY position',
  );
  const byRemoteIds = connection.prepare<Holder>(holderOfRemoteIds);
  const byThreadId = connection.prepare<Holder>(`
    SELECT conversation_id FROM message WHERE inbox_id = ? AND thread_id = ? LIMIT 1`);
  const bySubject = connection.prepare<Holder>(`
    SELECT id AS conversation_id FROM conversation
     WHERE inbox_id = ? AND customer_address = ? AND bare_subject = ? AND last_message_at > ?
     ORDER BY last_message_at DESC LIMIT 1`);

  return {
    hasMessage: (inboxId, remoteId) => held.get(inboxId, remoteId) !== undefined,
    threadingOf: (messageId) => ({
      threadId: found(threadId.get(messageId), 'message', messageId).thread_id,
      references: references.all(messageId).map((row) => row.remote_id),
    }),
    findByRemoteIds: (inboxId, remoteIds) =>
      byRemoteIds.get({ inboxId, remoteIds: JSON.stringify(remoteIds) })?.conversation_id ?? null,
    findByThreadId: (inboxId, wanted) => byThreadId.get(inboxId, wanted)?.conversation_id ?? null,
    findBySubject: (inboxId, customerAddress, bareSubject, since) =>
      bySubject.get(inboxId, customerAddress, bareSubject, since)?.conversation_id ?? null,
  };
}

const upsertConversation = `
  INSERT INTO conversation (id, store_id, inbox_id, subject, bare_subject, customer_name, customer_address, channel,
    language, status, waiting_since, last_message_at, message_count, preview, search_text)
  VALUES (@id, @storeId, @inboxId, @subject, @bareSubject, @customerName, @customerAddress, @channel,
    @language, @status, @waitingSince, @lastMessageAt, @messageCount, @preview, @searchText)
  ON CONFLICT (id) DO UPDATE SET
    subject = excluded.subject, bare_subject = excluded.bare_subject, customer_name = excluded.customer_name,
    customer_address = excluded.customer_address, channel = excluded.channel, language = excluded.language,
    status = excluded.status, waiting_since = excluded.waiting_since, last_message_at = excluded.last_message_at,
    message_count = excluded.message_count, preview = excluded.preview, search_text = excluded.search_text`;

function writes(
  connection: Connection,
): Pick<ConversationRepository, 'save' | 'addMessage' | 'removeMessage' | 'moveMessage' | 'renameMessage'> {
  const save = connection.prepare(upsertConversation);
  const insertMessage = connection.prepare(`
    INSERT INTO message (id, conversation_id, inbox_id, remote_id, thread_id, role, author_name, author_address, text,
      question, attachments, automatic, sent_at)
    VALUES (@id, @conversationId, @inboxId, @remoteId, @threadId, @role, @authorName, @authorAddress, @text,
      @question, @attachments, @automatic, @sentAt)`);
  const insertReference = connection.prepare(
    'INSERT INTO message_reference (message_id, position, inbox_id, remote_id) VALUES (?, ?, ?, ?)',
  );
  const remove = connection.prepare('DELETE FROM message WHERE inbox_id = ? AND remote_id = ?');
  const move = connection.prepare('UPDATE message SET sent_at = ? WHERE inbox_id = ? AND remote_id = ?');
  const rename = connection.prepare('UPDATE message SET remote_id = ? WHERE inbox_id = ? AND remote_id = ?');

  return {
    save: (conversation, bareSubject) => {
      const { subject, customerName, customerAddress } = conversation;
      const searchText = foldedText(`${subject}\n${customerName}\n${customerAddress}`);
      save.run({ ...conversation, bareSubject, searchText });
    },
    addMessage: (inboxId, message, { references, threadId }) => {
      connection.transaction(() => {
        insertMessage.run({ ...message, inboxId, threadId, attachments: JSON.stringify(message.attachments) });
        references.forEach((remoteId, position) => insertReference.run(message.id, position, inboxId, remoteId));
      });
    },
    removeMessage: (inboxId, remoteId) => {
      remove.run(inboxId, remoteId);
    },
    moveMessage: (inboxId, remoteId, sentAt) => {
      move.run(sentAt, inboxId, remoteId);
    },
    renameMessage: (inboxId, remoteId, newRemoteId) => {
      rename.run(newRemoteId, inboxId, remoteId);
    },
  };
}
