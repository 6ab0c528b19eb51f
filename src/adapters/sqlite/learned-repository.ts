import type { LearnedRepository, LearnedVersion } from '#core/ports/repositories/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { Connection } from './connection.ts';
import { found } from './found.ts';

export type ItemRow = {
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
  reach: LearnedItem['reach'];
  lesson_type: LearnedItem['type'];
  scope: string;
  channels: string;
  customer_group: string;
  supersedes_id: string | null;
  author_id: string | null;
  is_foreign: 0 | 1;
  confirmed_by: string;
  outcome_id: string;
  conversation_id: string;
  created_at: number;
  updated_at: number;
};

/** An item by one of its versions; to be joined as v. */
export const itemColumns = `
         i.id, i.store_id, v.id AS version_id, v.number AS version, v.state, i.kind, v.question, v.answer, i.language,
         i.topic, i.corrects_entry_id, i.before, i.outcome_id, i.conversation_id, i.created_at,
         v.created_at AS updated_at, v.reach, i.lesson_type, v.scope, v.channels, v.customer_group, i.supersedes_id,
         i.author_id, i.is_foreign,
         (SELECT json_group_array(DISTINCT c.profile_id) FROM lesson_confirmation c
           WHERE c.item_id = i.id AND c.taken_back_at IS NULL AND c.profile_id IS NOT NULL
             AND (i.is_foreign = 1 OR c.profile_id IS NOT i.author_id)) AS confirmed_by`;
export const currentItems = `
  SELECT ${itemColumns} FROM learned_item i JOIN learned_version v ON v.id = i.current_version_id`;

/** Whom an item has to reach to be listed. */
const reached = `(@isLimited = 0 OR i.reach = 'everyone' OR (i.reach = 'author' AND ((i.author_id = @profileId AND i.is_foreign = 0)
  OR EXISTS (SELECT 1 FROM lesson_confirmation c
              WHERE c.item_id = i.id AND c.profile_id = @profileId AND c.taken_back_at IS NULL))))`;

/** The learned items of one database. */
export function learnedRepository(connection: Connection, deskId: string): LearnedRepository {
  const one = connection.prepare<ItemRow>(`${currentItems} WHERE i.id = ?`);
  const ofOutcome = connection.prepare<ItemRow>(`${currentItems} WHERE i.outcome_id = ? ORDER BY i.created_at, i.id`);
  const page = connection.prepare<ItemRow>(`
    ${currentItems} WHERE i.store_id = @storeId AND i.state = @state AND ${reached}
     ORDER BY i.updated_at DESC, i.id DESC LIMIT @limit OFFSET @offset`);
  const count = connection.prepare<{ total: number }>(
    `SELECT count(*) AS total FROM learned_item i WHERE i.store_id = @storeId AND i.state = @state AND ${reached}`,
  );
  const insertItem = connection.prepare(`
    INSERT INTO learned_item (id, store_id, origin_desk, kind, language, topic, corrects_entry_id, before, outcome_id,
      conversation_id, author_id, lesson_type, supersedes_id, is_foreign, current_version_id, state, reach, updated_at,
      created_at)
    VALUES (@id, @storeId, @deskId, @kind, @language, @topic, @correctsEntryId, @before, @outcomeId,
      @conversationId, @authorId, @type, @supersedesId, @isForeign, @versionId, @state, @reach, @updatedAt, @createdAt)`);
  const insertVersion = connection.prepare(`
    INSERT INTO learned_version (id, item_id, number, origin_desk, state, question, answer, reach, scope,
      channels, customer_group, outcome_id, created_at)
    VALUES (@versionId, @itemId,
      1 + coalesce((SELECT max(number) FROM learned_version WHERE item_id = @itemId), 0), @deskId, @state, @question,
      @answer, @reach, @scope, @channels, @customerGroup, @taughtBy, @updatedAt)`);

  const updateTeaching = connection.prepare(`
    UPDATE learned_item SET outcome_id = @outcomeId, conversation_id = @conversationId, author_id = @authorId
     WHERE id = @itemId`);

  const get = (itemId: string): LearnedItem => itemOf(found(one.get(itemId), 'learned item', itemId));
  const append = (itemId: string, version: LearnedVersion): void => {
    const { scope, channels } = version;
    insertVersion.run({
      ...version,
      taughtBy: version.taughtBy ?? null,
      itemId,
      deskId,
      scope: JSON.stringify(scope),
      channels: JSON.stringify(channels),
    });
  };

  return {
    get,
    list: ({ reaching, ...query }) => {
      const values = { ...query, isLimited: Number(reaching !== undefined), profileId: reaching?.profileId ?? null };
      return { items: page.all(values).map(itemOf), total: count.get(values)?.total ?? 0 };
    },
    ofOutcome: (outcomeId) => ofOutcome.all(outcomeId).map(itemOf),
    add: (item) => {
      connection.transaction(() => {
        insertItem.run({ ...item, isForeign: Number(item.isForeign), deskId });
        append(item.id, item);
      });
    },
    append: (itemId, version) =>
      connection.transaction(() => {
        get(itemId);
        append(itemId, version);
        return get(itemId);
      }),
    setTeaching: (itemId, { outcomeId, conversationId, authorId }) => {
      updateTeaching.run({ itemId, outcomeId, conversationId, authorId });
      return get(itemId);
    },
  };
}

/** A row as an item. */
export function itemOf(row: ItemRow): LearnedItem {
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
    reach: row.reach,
    type: row.lesson_type,
    scope: JSON.parse(row.scope) as string[],
    channels: JSON.parse(row.channels) as LearnedItem['channels'],
    customerGroup: row.customer_group,
    supersedesId: row.supersedes_id,
    authorId: row.author_id,
    isForeign: row.is_foreign === 1,
    confirmedBy: JSON.parse(row.confirmed_by) as string[],
    outcomeId: row.outcome_id,
    conversationId: row.conversation_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
