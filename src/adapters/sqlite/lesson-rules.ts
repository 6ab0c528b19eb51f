import { z } from 'zod';
import type { LessonRepository, SentReviewMark } from '#core/ports/repositories/lessons.ts';
import { AppError } from '#shared/errors.ts';
import { LessonRule, type LessonRules } from '#shared/model/lesson-review.ts';
import type { Connection } from './connection.ts';
import { checkedJson } from './stored-json.ts';

type RulesRow = {
  id: string;
  number: number;
  rules: string;
  who: string;
  role: LessonRules['role'];
  created_at: number;
};

const Rules = z.array(LessonRule);

/** What leads have set for stores, and which sent replies they have looked at. */
export function lessonRules(
  connection: Connection,
  deskId: string,
): Pick<LessonRepository, 'rules' | 'saveRules' | 'markReviewed' | 'unmarkReviewed' | 'reviewsOf'> {
  const newest = connection.prepare<RulesRow>(
    'SELECT * FROM lesson_rules_version WHERE store_id = ? ORDER BY number DESC, id DESC LIMIT 1',
  );
  const insert = connection.prepare(`
    INSERT INTO lesson_rules_version (id, origin_desk, store_id, number, rules, profile_id, who, created_at)
    VALUES (@versionId, @deskId, @storeId, @number, @rules, @profileId, @who, @at)`);
  const insertMark = connection.prepare(`
    INSERT INTO sent_review (id, origin_desk, outcome_id, profile_id, who, note, created_at)
    VALUES (@id, @deskId, @outcomeId, @profileId, @who, @note, @at)`);
  const removeMarks = connection.prepare('DELETE FROM sent_review WHERE outcome_id = ?');
  const marks = connection.prepare<SentReviewMark>(`
    SELECT r.id, r.outcome_id AS outcomeId, r.profile_id AS profileId, r.who, r.note, r.created_at AS at
      FROM json_each(?) o CROSS JOIN sent_review r ON r.outcome_id = o.value ORDER BY r.created_at, r.id`);

  const rules = (storeId: string): LessonRules => {
    const row = newest.get(storeId);
    if (row === undefined) return { storeId, versionId: null, version: 0, rules: [], who: '', role: null, at: 0 };
    return {
      storeId,
      versionId: row.id,
      version: row.number,
      rules: checkedJson(Rules, row.rules, 'lesson_rules_version.rules'),
      who: row.who,
      role: row.role,
      at: row.created_at,
    };
  };
  return {
    rules,
    saveRules: ({ fromVersion, ...next }) =>
      connection.transaction(() => {
        if (rules(next.storeId).version !== fromVersion)
          throw new AppError('conflict', 'Somebody has changed the rules meanwhile');
        insert.run({ ...next, deskId, number: fromVersion + 1, rules: JSON.stringify(next.rules) });
        return rules(next.storeId);
      }),
    markReviewed: (mark) => {
      insertMark.run({ ...mark, deskId });
    },
    unmarkReviewed: (outcomeId) => {
      removeMarks.run(outcomeId);
    },
    reviewsOf: (outcomeIds) => new Map(marks.all(JSON.stringify(outcomeIds)).map((mark) => [mark.outcomeId, mark])),
  };
}
