import type { RecordOf } from '#core/portable/records.ts';
import { LessonDecision, LessonRule } from '#shared/model/lesson-review.ts';
import { z } from 'zod';
import { checkedJson } from './stored-json.ts';

/*
 * How what stands around lessons lies in its tables. Who decided here is told by what they are: people are no part of a
 * corpus. What comes from another desk bears out lessons and counts for nobody's drafts, so that it lies apart.
 */

type Row = Readonly<Record<string, unknown>>;

const common = { id: 'id', originDesk: 'origin_desk', createdAt: 'created_at' };
const confirmed = {
  ...common,
  itemId: 'item_id',
  versionId: 'version_id',
  outcomeId: 'outcome_id',
  personId: 'profile_id',
  conversationId: 'conversation_id',
  takenBackAt: 'taken_back_at',
};
const confirmedColumns = Object.values(confirmed).join(', ');

export const confirmationShape = {
  table: 'foreign_confirmation',
  from: `(SELECT ${confirmedColumns} FROM lesson_confirmation UNION ALL SELECT ${confirmedColumns} FROM foreign_confirmation)`,
  columns: confirmed,
  recordOf: (row: Row): RecordOf<'confirmation'> => ({ ...row, type: 'confirmation' }) as RecordOf<'confirmation'>,
  valuesOf: (record: RecordOf<'confirmation'>): Row => record,
};

/** Of a row its own role, else that of whoever of this desk it names. */
const toldRole = 'coalesce(t.role, (SELECT p.role FROM profile p WHERE p.id = t.profile_id)) AS told_role';

const decided = {
  ...common,
  storeId: 'store_id',
  act: 'act',
  why: 'why',
  rulesVersionId: 'rules_version_id',
  undoesId: 'undoes_id',
  entries: 'entries',
  confirmationIds: 'confirmations',
};

export const decisionShape = {
  table: 'lesson_decision',
  from: `(SELECT t.*, ${toldRole},
            (SELECT json_group_array(json_object('itemId', i.item_id, 'before', i.standing_before,
                      'after', i.standing_after, 'versionBefore', i.version_before,
                      'versionAfter', i.version_after) ORDER BY i.number)
               FROM lesson_decision_item i WHERE i.decision_id = t.id) AS items
            FROM lesson_decision t)`,
  columns: { ...decided, role: 'told_role', items: 'items' },
  written: { ...decided, role: 'role', who: 'who' },
  recordOf: (row: Row): RecordOf<'decision'> =>
    ({
      ...row,
      type: 'decision',
      items: checkedJson(z.array(z.record(z.string(), z.string().nullable())), String(row['items']), 'items'),
      entries: checkedJson(LessonDecision.shape.entries, String(row['entries']), 'lesson_decision.entries'),
      confirmationIds: checkedJson(
        z.array(z.string()),
        String(row['confirmationIds']),
        'lesson_decision.confirmations',
      ),
    }) as unknown as RecordOf<'decision'>,
  valuesOf: (record: RecordOf<'decision'>): Row => ({
    ...record,
    who: '',
    entries: JSON.stringify(record.entries),
    confirmationIds: JSON.stringify(record.confirmationIds),
  }),
};

/** The rows of `lesson_decision_item` that belong to a decision. */
export function decisionItems({ id, items }: RecordOf<'decision'>): readonly Row[] {
  return items.map((item, number) => ({
    decision_id: id,
    item_id: item.itemId,
    number,
    standing_before: item.before,
    standing_after: item.after,
    version_before: item.versionBefore,
    version_after: item.versionAfter,
  }));
}

const ruled = { ...common, storeId: 'store_id', number: 'number', rules: 'rules' };

export const rulesShape = {
  table: 'lesson_rules_version',
  from: `(SELECT t.*, ${toldRole} FROM lesson_rules_version t)`,
  columns: { ...ruled, role: 'told_role' },
  written: { ...ruled, role: 'role', who: 'who' },
  recordOf: (row: Row): RecordOf<'rules'> =>
    ({
      ...row,
      type: 'rules',
      rules: checkedJson(z.array(LessonRule), String(row['rules']), 'lesson_rules_version.rules'),
    }) as unknown as RecordOf<'rules'>,
  valuesOf: (record: RecordOf<'rules'>): Row => ({ ...record, who: '', rules: JSON.stringify(record.rules) }),
};
