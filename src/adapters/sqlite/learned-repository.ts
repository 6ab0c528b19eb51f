import type { LearnedRepository, LearnedVersion } from '#core/ports/repositories/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { Connection } from './connection.ts';
import { found } from './found.ts';

type ItemRow = {
  id: string;
  store_id: string;
  version_id: string;
  version: number;
  state: LearnedItem['state'];
  kind: LearnedItem['kind'];
  question: string;
  answer: string;
  language: LearnedItem['language'];
  topic: string | null;
  corrects_entry_id: string | null;
  before: string;
  outcome_id: string;
  conversation_id: string;
  created_at: number;
  updated_at: number;
};

const currentItems = `
  SELECT i.id, i.store_id, v.id AS version_id, v.number AS version, v.state, i.kind, v.question, v.answer, i.language,
         i.topic, i.corrects_entry_id, i.before, i.outcome_id, i.conversation_id, i.created_at,
         v.created_at AS updated_at
    FROM learned_item i JOIN learned_version v ON v.id = i.current_version_id`;

/** The learned items of one database. */
export function learnedRepository(connection: Connection, deskId: string): LearnedRepository {
  const one = connection.prepare<ItemRow>(`${currentItems} WHERE i.id = ?`);
  const ofOutcome = connection.prepare<ItemRow>(`${currentItems} WHERE i.outcome_id = ? ORDER BY i.created_at, i.id`);
  const page = connection.prepare<ItemRow>(`
    ${currentItems} WHERE i.store_id = @storeId AND i.state = @state
     ORDER BY i.updated_at DESC, i.id DESC LIMIT @limit OFFSET @offset`);
  const count = connection.prepare<{ total: number }>(
    'SELECT count(*) AS total FROM learned_item WHERE store_id = @storeId AND state = @state',
  );
  const insertItem = connection.prepare(`
    INSERT INTO learned_item (id, store_id, origin_desk, kind, language, topic, corrects_entry_id, before, outcome_id,
      conversation_id, current_version_id, state, updated_at, created_at)
    VALUES (@id, @storeId, @deskId, @kind, @language, @topic, @correctsEntryId, @before, @outcomeId,
      @conversationId, @versionId, @state, @updatedAt, @createdAt)`);
  const insertVersion = connection.prepare(`
    INSERT INTO learned_version (id, item_id, number, origin_desk, state, question, answer, created_at)
    VALUES (@versionId, @itemId,
      1 + coalesce((SELECT max(number) FROM learned_version WHERE item_id = @itemId), 0), @deskId, @state, @question,
      @answer, @updatedAt)`);

  const get = (itemId: string): LearnedItem => itemOf(found(one.get(itemId), 'learned item', itemId));
  const append = (itemId: string, version: LearnedVersion): void => {
    insertVersion.run({ ...version, itemId, deskId });
  };

  return {
    get,
    list: (query) => ({ items: page.all(query).map(itemOf), total: count.get(query)?.total ?? 0 }),
    ofOutcome: (outcomeId) => ofOutcome.all(outcomeId).map(itemOf),
    add: (item) => {
      connection.transaction(() => {
        insertItem.run({ ...item, deskId });
        append(item.id, item);
      });
    },
    append: (itemId, version) =>
      connection.transaction(() => {
        get(itemId);
        append(itemId, version);
        return get(itemId);
      }),
  };
}

function itemOf(row: ItemRow): LearnedItem {
  return {
    id: row.id,
    storeId: row.store_id,
    versionId: row.version_id,
    version: row.version,
    state: row.state,
    kind: row.kind,
    question: row.question,
    answer: row.answer,
    language: row.language,
    topic: row.topic,
    correctsEntryId: row.corrects_entry_id,
    before: row.before,
    outcomeId: row.outcome_id,
    conversationId: row.conversation_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
