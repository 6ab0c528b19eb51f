import BetterSqlite from 'better-sqlite3';
import type { CorpusPart, CorpusSnapshot } from '#core/ports/repositories/corpus.ts';
import { type CorpusRecord, type OwnerRecord, versionTypeOf } from '#core/portable/records.ts';
import { ownerFields, selected, shapes, sourceOf } from './corpus-columns.ts';
import { translating } from './sqlite-error.ts';

type Row = Readonly<Record<string, unknown>>;
type Values = Readonly<Record<string, string | null>>;

/**
 * A second connection that only reads, within one transaction: it goes on seeing the moment at which it was opened and
 * holds up nobody. A database in memory is copied instead.
 */
export function openSnapshot(raw: BetterSqlite.Database, nativeBinding: string | undefined): CorpusSnapshot {
  const options = nativeBinding === undefined ? {} : { nativeBinding };
  const reader = translating(() => {
    const opened = raw.memory
      ? new BetterSqlite(raw.serialize(), options)
      : new BetterSqlite(raw.name, { ...options, readonly: true });
    opened.exec('BEGIN');
    // Only the first reading takes the moment.
    opened.prepare('SELECT count(*) FROM store').get();
    return opened;
  });
  return {
    records: (part) => recordsOf(reader, part),
    file: (sha256) =>
      translating(() =>
        reader.prepare<[string], Uint8Array>('SELECT bytes FROM kept_file WHERE sha256 = ?').pluck().get(sha256),
      ) ?? null,
    close: () => void reader.close(),
  };
}

const owners: Readonly<Record<CorpusPart['kind'], OwnerRecord['type']>> = {
  stores: 'store',
  sets: 'set',
  sources: 'source',
  knowledge: 'entry',
  learned: 'learned',
  macros: 'macro',
  dismissals: 'dismissal',
  confirmations: 'confirmation',
  rules: 'rules',
  decisions: 'decision',
};

function* recordsOf(reader: BetterSqlite.Database, part: CorpusPart): Generator<CorpusRecord> {
  const type = owners[part.kind];
  const versionType = versionTypeOf[type];
  const { where, values } = filterOf(part);
  const versions = versionType === null ? null : versionsOf(reader, versionType);
  for (const row of pages(reader, type, where, values)) {
    const owner = translating(() => shapes[type].recordOf(row)) as OwnerRecord;
    yield owner;
    if (versions !== null) yield* versions(owner.id);
  }
}

/** Owners read at once. */
const pageSize = 500;

function* pages(reader: BetterSqlite.Database, type: OwnerRecord['type'], where: string, values: Values) {
  const shape = shapes[type];
  const page = reader.prepare<[Record<string, unknown>], Row>(
    `SELECT ${selected(shape, 't')} FROM ${sourceOf(shape)} t WHERE t.id > @after AND ${where} ORDER BY t.id LIMIT ${pageSize}`,
  );
  for (let after = ''; ;) {
    const rows = translating(() => page.all({ ...values, after }));
    yield* rows;
    if (rows.length < pageSize) return;
    after = String(rows.at(-1)?.['id']);
  }
}

function versionsOf(
  reader: BetterSqlite.Database,
  type: keyof typeof ownerFields,
): (ownerId: string) => readonly CorpusRecord[] {
  const shape = shapes[type];
  const owner = (shape.columns as Readonly<Record<string, string>>)[ownerFields[type]] ?? '';
  const select = reader.prepare<[string], Row>(
    `SELECT ${selected(shape, 'v')} FROM ${shape.table} v WHERE v.${owner} = ? ORDER BY v.number, v.id`,
  );
  return (ownerId) => translating(() => select.all(ownerId).map((row) => shape.recordOf(row)));
}

function filterOf(part: CorpusPart): { readonly where: string; readonly values: Values } {
  switch (part.kind) {
    case 'knowledge':
      return {
        where: 't.store_id IS @storeId AND t.set_id IS @setId',
        values: { storeId: part.storeId, setId: part.setId },
      };
    case 'learned':
      return { where: 't.store_id = @storeId', values: { storeId: part.storeId } };
    default:
      return { where: 'TRUE', values: {} };
  }
}
