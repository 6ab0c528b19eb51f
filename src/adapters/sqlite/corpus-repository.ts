import type { CorpusRepository, CorpusSnapshot } from '#core/ports/repositories/corpus.ts';
import {
  type CorpusRecord,
  type OwnerRecord,
  type RecordOf,
  type VersionRecord,
  ownerIdOf,
  versionTypeOf,
} from '#core/portable/records.ts';
import { AppError } from '#shared/errors.ts';
import type { Connection, Statement } from './connection.ts';
import { ownerFields, selected, shapes, sourceOf, workedOut } from './corpus-columns.ts';
import { decisionItems } from './corpus-lessons.ts';

type Row = Readonly<Record<string, unknown>>;

/** The corpus of one database. */
export function corpusRepository(connection: Connection, snapshot: () => CorpusSnapshot): CorpusRepository {
  const prepared = new Map<string, Statement<Row>>();
  const statement = (sql: string): Statement<Row> => {
    const known = prepared.get(sql) ?? connection.prepare<Row>(sql);
    prepared.set(sql, known);
    return known;
  };
  const insert = (record: CorpusRecord, extra: Row): void => {
    const { table, columns, written = columns } = shapes[record.type];
    // Of a union of shapes TypeScript cannot tell that shape and record are of the same type.
    const values = (shapes[record.type].valuesOf as (given: CorpusRecord) => Row)(record);
    const fields = Object.keys(written);
    const more = Object.keys(extra);
    const names = [...fields.map((field) => written[field] ?? ''), ...more].join(', ');
    const places = [...fields, ...more].map((field) => `@${field}`).join(', ');
    statement(`INSERT INTO ${table} (${names}) VALUES (${places})`).run({ ...values, ...extra });
  };
  const insertItem = (item: Row): void => {
    const names = Object.keys(item);
    const places = names.map((name) => `@${name}`).join(', ');
    statement(`INSERT INTO lesson_decision_item (${names.join(', ')}) VALUES (${places})`).run(item);
  };
  const addVersion = (record: VersionRecord): void => insert(record, workedOut(record));

  return {
    snapshot,
    find: <T extends CorpusRecord['type']>(type: T, id: string): RecordOf<T> | null => {
      const shape = shapes[type];
      const row = statement(`SELECT ${selected(shape, 't')} FROM ${sourceOf(shape)} t WHERE t.id = ?`).get(id);
      return row === undefined ? null : (shape.recordOf(row) as RecordOf<T>);
    },
    versionIds: (type, ownerId) => {
      const versionType = versionTypeOf[type];
      if (versionType === null) return [];
      const { table, columns } = shapes[versionType];
      const owner = (columns as Readonly<Record<string, string>>)[ownerFields[versionType]] ?? '';
      return statement(`SELECT id FROM ${table} WHERE ${owner} = ? ORDER BY number, id`)
        .all(ownerId)
        .map((row) => String(row['id']));
    },
    isDismissed: ({ kind, key }) =>
      statement('SELECT 1 FROM finding_dismissal WHERE kind = ? AND finding_key = ?').get(kind, key) !== undefined,
    unindexed: (type, after, limit) =>
      statement(
        `SELECT t.id FROM ${shapes[type].table} t
          WHERE t.id > ? AND t.state = 'active' AND NOT EXISTS (SELECT 1 FROM passage p WHERE p.owner_id = t.id)
          ORDER BY t.id LIMIT ?`,
      )
        .all(after, limit)
        .map((row) => String(row['id'])),
    addOwner: (owner, versions, isOwn = false) => {
      const isHere = (): boolean => isOwn && statement('SELECT id FROM desk').get()?.['id'] === owner.originDesk;
      insert(owner, {
        ...firstState(owner, versions),
        ...(owner.type === 'learned' ? { is_foreign: Number(!isHere()) } : {}),
      });
      if (owner.type === 'decision') for (const item of decisionItems(owner)) insertItem(item);
      for (const record of versions) addVersion(record);
    },
    addVersion,
    deferReferences: () => void statement('PRAGMA defer_foreign_keys = ON').run(),
  };
}

/** What an owner's row repeats of its newest version; the triggers keep it from the first on. */
function firstState(owner: OwnerRecord, versions: readonly VersionRecord[]): Row {
  if (versionTypeOf[owner.type] === null) return {};
  const first = versions[0];
  if (first === undefined || ownerIdOf(first) !== owner.id)
    throw new AppError('internal', `A ${owner.type} comes without its versions`);
  const current = { current_version_id: first.id };
  if (first.type !== 'entryVersion' && first.type !== 'learnedVersion') return current;
  return { ...current, state: first.state, updated_at: first.createdAt };
}
