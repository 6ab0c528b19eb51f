import type { LessonRepository } from '#core/ports/repositories/lessons.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { LessonConfirmation, LessonStanding } from '#shared/model/lesson-review.ts';
import type { Connection } from './connection.ts';
import { found } from './found.ts';
import { currentItems, itemColumns, itemOf, type ItemRow } from './learned-repository.ts';
import { lessonDecisions } from './lesson-decisions.ts';
import { lessonRules } from './lesson-rules.ts';

/** What stands around the learned items of one database. */
export function lessonRepository(connection: Connection, deskId: string): LessonRepository {
  return {
    ...lessonItems(connection),
    ...lessonConfirmations(connection, deskId),
    ...lessonDecisions(connection, deskId),
    ...lessonRules(connection, deskId),
  };
}

/** An item out of use was rejected where the decision that made its newest version says so. */
const isRejected = `EXISTS (
  SELECT 1 FROM lesson_decision_item d WHERE d.version_after = i.current_version_id AND d.standing_after = 'rejected')`;
const where: Readonly<Record<LessonStanding, string>> = {
  waiting: "i.state = 'active' AND i.reach = 'author'",
  shared: "i.state = 'active' AND i.reach = 'everyone'",
  setAside: "i.state = 'active' AND i.reach = 'nobody'",
  rejected: `i.state = 'forgotten' AND ${isRejected}`,
  withdrawn: `i.state = 'forgotten' AND NOT ${isRejected}`,
};
const standings = Object.entries(where).map(([standing, is]) => `WHEN ${is} THEN '${standing}'`);

type Items = Pick<
  LessonRepository,
  'standingOf' | 'list' | 'ofAuthor' | 'history' | 'waitingFor' | 'correcting' | 'taughtBy' | 'touchedBy' | 'versionsBy'
>;

function lessonItems(connection: Connection): Items {
  const standing = connection.prepare<{ standing: LessonStanding }>(
    `SELECT CASE ${standings.join(' ')} END AS standing FROM learned_item i WHERE i.id = ?`,
  );
  const lists = Object.fromEntries(
    Object.entries(where).map(([name, is]) => [
      name,
      {
        page: connection.prepare<ItemRow>(
          `${currentItems} WHERE i.store_id = @storeId AND ${is}
            ORDER BY i.updated_at DESC, i.id DESC LIMIT @limit OFFSET @offset`,
        ),
        count: connection.prepare<{ total: number }>(
          `SELECT count(*) AS total FROM learned_item i WHERE i.store_id = @storeId AND ${is}`,
        ),
      },
    ]),
  );
  // A decision that merges lessons makes one in the name of whoever taught the oldest of them.
  const ofAuthor = `i.author_id = @profileId AND i.is_foreign = 0 AND i.store_id = @storeId AND NOT EXISTS (
    SELECT 1 FROM lesson_decision_item d WHERE d.item_id = i.id AND d.standing_before IS NULL)`;
  const ofAuthorPage = connection.prepare<ItemRow>(
    `${currentItems} WHERE ${ofAuthor} ORDER BY i.updated_at DESC, i.id DESC LIMIT @limit OFFSET @offset`,
  );
  const ofAuthorCount = connection.prepare<{ total: number }>(
    `SELECT count(*) AS total FROM learned_item i WHERE ${ofAuthor}`,
  );
  const history = connection.prepare<ItemRow>(`
    SELECT ${itemColumns} FROM learned_item i JOIN learned_version v ON v.item_id = i.id
     WHERE i.id = ? ORDER BY v.number DESC, v.id DESC`);
  const waitingFor = connection.prepare<ItemRow>(`
    ${currentItems} WHERE i.store_id = @storeId AND ${where.waiting}
       AND ((i.author_id = @profileId AND i.is_foreign = 0) OR i.id IN (
         SELECT item_id FROM lesson_confirmation WHERE profile_id = @profileId AND taken_back_at IS NULL))
     ORDER BY i.id`);
  const correcting = connection.prepare<ItemRow>(
    `${currentItems} WHERE i.corrects_entry_id = ? AND i.state = 'active' ORDER BY i.id`,
  );
  const taughtBy = connection.prepare<ItemRow>(`
    ${currentItems} WHERE i.author_id = @profileId AND i.is_foreign = 0 AND (@storeId IS NULL OR i.store_id = @storeId)
       AND (i.created_at >= @since OR EXISTS (
         SELECT 1 FROM learned_version w WHERE w.item_id = i.id AND w.outcome_id IS NOT NULL AND w.created_at >= @since))
     ORDER BY i.created_at, i.id`);
  const touchedBy = connection.prepare<ItemRow>(`
    ${currentItems} WHERE i.id IN (
      SELECT id FROM learned_item WHERE outcome_id = @outcomeId
      UNION SELECT item_id FROM learned_version WHERE outcome_id = @outcomeId
      UNION SELECT item_id FROM lesson_confirmation WHERE outcome_id = @outcomeId) ORDER BY i.id`);

  const versionsBy = connection.prepare<{ id: string }>(
    'SELECT id FROM learned_version WHERE outcome_id = @outcomeId ORDER BY id',
  );

  return {
    standingOf: (itemId) => found(standing.get(itemId), 'learned item', itemId).standing,
    list: ({ standing: wanted, ...query }) => ({
      items: lists[wanted]?.page.all(query).map(itemOf) ?? [],
      total: lists[wanted]?.count.get(query)?.total ?? 0,
    }),
    ofAuthor: (query) => ({
      items: ofAuthorPage.all(query).map(itemOf),
      total: ofAuthorCount.get(query)?.total ?? 0,
    }),
    history: (itemId) => {
      const versions: readonly LearnedItem[] = history.all(itemId).map(itemOf);
      found(versions[0], 'learned item', itemId);
      return versions;
    },
    waitingFor: (profileId, storeId) => waitingFor.all({ profileId, storeId }).map(itemOf),
    correcting: (entryId) => correcting.all(entryId).map(itemOf),
    taughtBy: (profileId, since, storeId) => taughtBy.all({ profileId, since, storeId }).map(itemOf),
    touchedBy: (outcomeId) => touchedBy.all({ outcomeId }).map(itemOf),
    versionsBy: (outcomeId) => versionsBy.all({ outcomeId }).map(({ id }) => id),
  };
}

type Confirmations = Pick<
  LessonRepository,
  | 'confirm'
  | 'confirmedIn'
  | 'confirmations'
  | 'confirmationsAmong'
  | 'confirmedElsewhere'
  | 'confirmationsOf'
  | 'confirmationsBy'
  | 'takeBack'
>;

function lessonConfirmations(connection: Connection, deskId: string): Confirmations {
  const select = `
    SELECT c.id, c.item_id AS itemId, c.version_id AS versionId, c.outcome_id AS outcomeId, c.profile_id AS profileId,
           c.conversation_id AS conversationId, c.customer, c.created_at AS at
      FROM lesson_confirmation c`;
  const insert = connection.prepare(`
    INSERT INTO lesson_confirmation (id, origin_desk, item_id, version_id, outcome_id, profile_id, conversation_id,
      customer, created_at)
    VALUES (@id, @deskId, @itemId, @versionId, @outcomeId, @profileId, @conversationId, @customer, @at)`);
  const ofItem = connection.prepare<LessonConfirmation>(
    `${select} WHERE c.item_id = ? AND c.taken_back_at IS NULL ORDER BY c.created_at, c.id`,
  );
  const ofOutcome = connection.prepare<LessonConfirmation>(
    `${select} WHERE c.outcome_id = ? AND c.taken_back_at IS NULL ORDER BY c.id`,
  );
  const elsewhere = `
    SELECT c.id, c.item_id AS itemId, c.version_id AS versionId, c.outcome_id AS outcomeId, c.profile_id AS profileId,
           c.conversation_id AS conversationId, '' AS customer, c.created_at AS at
      FROM foreign_confirmation c`;
  const ofItemElsewhere = connection.prepare<LessonConfirmation>(
    `${elsewhere} WHERE c.item_id = ? AND c.taken_back_at IS NULL ORDER BY c.created_at, c.id`,
  );
  const isAmong = 'WHERE c.id IN (SELECT value FROM json_each(@ids))';
  const among = connection.prepare<LessonConfirmation>(
    `SELECT * FROM (${select} ${isAmong} UNION ALL ${elsewhere} ${isAmong}) ORDER BY id`,
  );
  const byProfile = connection.prepare<LessonConfirmation>(`
    ${select} JOIN learned_item i ON i.id = c.item_id
     WHERE c.profile_id = @profileId AND c.created_at >= @since AND c.taken_back_at IS NULL
       AND (@storeId IS NULL OR i.store_id = @storeId) ORDER BY c.created_at, c.id`);
  const confirmedIn = connection.prepare<{ itemId: string; conversationId: string }>(`
    SELECT c.item_id AS itemId, c.conversation_id AS conversationId
      FROM (SELECT id, item_id, conversation_id, taken_back_at FROM lesson_confirmation
             UNION ALL SELECT id, item_id, conversation_id, taken_back_at FROM foreign_confirmation) c
      JOIN learned_item i ON i.id = c.item_id
     WHERE i.store_id = ? AND i.state = 'active' AND c.taken_back_at IS NULL ORDER BY c.id`);
  const takeBack = ['lesson_confirmation', 'foreign_confirmation'].map((table) =>
    connection.prepare(`UPDATE ${table} SET taken_back_at = @at WHERE id = @id`),
  );
  return {
    confirm: (confirmation) => {
      insert.run({ ...confirmation, deskId });
    },
    confirmations: (itemId) => ofItem.all(itemId),
    confirmationsAmong: (ids) => among.all({ ids: JSON.stringify(ids) }),
    confirmedElsewhere: (itemId) => ofItemElsewhere.all(itemId),
    confirmationsOf: (outcomeId) => ofOutcome.all(outcomeId),
    confirmedIn: (storeId) => confirmedIn.all(storeId),
    confirmationsBy: (profileId, since, storeId) => byProfile.all({ profileId, since, storeId }),
    takeBack: (ids, at) => {
      for (const id of ids) for (const statement of takeBack) statement.run({ id, at });
    },
  };
}
