import { z } from 'zod';
import type { LessonRepository } from '#core/ports/repositories/lessons.ts';
import { Id } from '#shared/model/basics.ts';
import { type DecidedItem, LessonDecision } from '#shared/model/lesson-review.ts';
import type { Connection } from './connection.ts';
import { found } from './found.ts';
import { checkedJson } from './stored-json.ts';

type DecisionRow = {
  id: string;
  store_id: string | null;
  act: LessonDecision['act'];
  profile_id: string | null;
  who: string;
  role: LessonDecision['role'];
  why: string;
  rules_version_id: string | null;
  undoes_id: string | null;
  undone_by_id: string | null;
  entries: string;
  confirmations: string;
  created_at: number;
};

const select = `
  SELECT d.*, (
    SELECT u.id FROM lesson_decision u WHERE u.undoes_id = d.id ORDER BY u.created_at, u.id LIMIT 1) AS undone_by_id FROM lesson_decision d`;
const among = `
  (d.store_id IS NULL OR d.store_id = @storeId)
  AND (@itemId IS NULL OR d.id IN (SELECT decision_id FROM lesson_decision_item WHERE item_id = @itemId))`;

const Ids = z.array(Id);

/** What leads, and their rules, have decided about lessons. Append-only by trigger. */
export function lessonDecisions(
  connection: Connection,
  deskId: string,
): Pick<LessonRepository, 'decide' | 'decision' | 'decisions'> {
  const one = connection.prepare<DecisionRow>(`${select} WHERE d.id = ?`);
  const page = connection.prepare<DecisionRow>(
    `${select} WHERE ${among} ORDER BY d.created_at DESC, d.id DESC LIMIT @limit OFFSET @offset`,
  );
  const count = connection.prepare<{ total: number }>(`SELECT count(*) AS total FROM lesson_decision d WHERE ${among}`);
  const items = connection.prepare<DecidedItem>(`
    SELECT d.item_id AS itemId, v.question, d.standing_before AS before, d.standing_after AS after,
           d.version_before AS versionBefore, d.version_after AS versionAfter
      FROM lesson_decision_item d JOIN learned_version v ON v.id = d.version_after
     WHERE d.decision_id = ? ORDER BY d.number`);
  const insert = connection.prepare(`
    INSERT INTO lesson_decision (id, origin_desk, store_id, act, profile_id, who, why, rules_version_id, undoes_id,
      entries, confirmations, created_at)
    VALUES (@id, @deskId, @storeId, @act, @profileId, @who, @why, @rulesVersionId, @undoesId, @entries,
      @confirmations, @at)`);
  const insertItem = connection.prepare(`
    INSERT INTO lesson_decision_item (decision_id, item_id, number, standing_before, standing_after, version_before,
      version_after)
    VALUES (@decisionId, @itemId, @number, @before, @after, @versionBefore, @versionAfter)`);

  const decisionOf = (row: DecisionRow): LessonDecision => ({
    again: againOf(row),
    id: row.id,
    storeId: row.store_id,
    act: row.act,
    profileId: row.profile_id,
    who: row.who,
    role: row.role,
    why: row.why,
    at: row.created_at,
    rulesVersionId: row.rules_version_id,
    undoesId: row.undoes_id,
    undoneById: row.undone_by_id,
    items: [...items.all(row.id)],
    entries: checkedJson(LessonDecision.shape.entries, row.entries, 'lesson_decision.entries'),
    confirmationIds: checkedJson(Ids, row.confirmations, 'lesson_decision.confirmations'),
  });
  /** An undoing of what did nothing again undoes it; of what undid, it does again what that one undid. */
  const againOf = ({ undoes_id }: DecisionRow): LessonDecision['act'] | null => {
    const undone = undoes_id === null ? undefined : one.get(undoes_id);
    if (undone?.act !== 'undo' || undone.undoes_id === null || againOf(undone) !== null) return null;
    const first = one.get(undone.undoes_id);
    return first === undefined ? null : (againOf(first) ?? first.act);
  };
  const decision = (decisionId: string): LessonDecision =>
    decisionOf(found(one.get(decisionId), 'decision', decisionId));

  return {
    decision,
    decide: (made) =>
      connection.transaction(() => {
        insert.run({
          ...made,
          deskId,
          entries: JSON.stringify(made.entries),
          confirmations: JSON.stringify(made.confirmationIds),
        });
        made.items.forEach((item, number) => insertItem.run({ ...item, decisionId: made.id, number }));
        return decision(made.id);
      }),
    decisions: (query) => {
      const values = { ...query, itemId: query.itemId ?? null };
      return { items: page.all(values).map(decisionOf), total: count.get(values)?.total ?? 0 };
    },
  };
}
