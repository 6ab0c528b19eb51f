import { bareAddress, bareSettings } from '#core/portable/bare-address.ts';
import type { CorpusRecord, RecordOf, VersionRecord } from '#core/portable/records.ts';
import { MacroContent } from '#shared/model/macro.ts';
import { SourceSettings } from '#shared/model/source.ts';
import { StoreSettings } from '#shared/model/store.ts';
import { foldedLine } from '#core/knowledge/folded-line.ts';
import { confirmationShape, decisionShape, rulesShape } from './corpus-lessons.ts';
import { checkedJson, jsonOrNull } from './stored-json.ts';
import { textHash } from './text-hash.ts';

/*
 * How the rows of a corpus lie in their tables: each reads and writes every column that travels. The columns of a
 * select bear the names of the record; JSON is still text in them.
 */

type Row = Readonly<Record<string, unknown>>;

type Shape<T extends CorpusRecord['type']> = {
  readonly table: string;
  /** What is read where that is not the table itself. */
  readonly from?: string;
  /** Column by field. */
  readonly columns: Readonly<Record<string, string>>;
  /** Those that are written, where they are others. */
  readonly written?: Readonly<Record<string, string>>;
  readonly recordOf: (row: Row) => RecordOf<T>;
  readonly valuesOf: (record: RecordOf<T>) => Row;
};

const common = { id: 'id', originDesk: 'origin_desk', createdAt: 'created_at' };
const place = { storeId: 'store_id', setId: 'set_id' };
const version = { ...common, number: 'number' };

export const shapes: { readonly [T in CorpusRecord['type']]: Shape<T> } = {
  store: plain('store', 'store', common),
  storeVersion: {
    table: 'store_version',
    columns: { ...version, storeId: 'store_id', settings: 'settings' },
    recordOf: (row) =>
      typed('storeVersion', row, {
        settings: checkedJson(StoreSettings, text(row, 'settings'), 'store_version.settings'),
      }),
    valuesOf: (record) => ({ ...record, settings: JSON.stringify(record.settings) }),
  },
  set: plain('set', 'knowledge_set', common),
  setVersion: {
    table: 'knowledge_set_version',
    columns: { ...version, setId: 'set_id', state: 'state', name: 'name', stores: 'stores', who: 'changed_by' },
    recordOf: (row) => typed('setVersion', row, { stores: json(row, 'stores') }),
    valuesOf: (record) => ({ ...record, stores: JSON.stringify(record.stores) }),
  },
  source: {
    table: 'knowledge_source',
    columns: { ...common, ...place, name: 'name', settings: 'settings', removedAt: 'removed_at' },
    recordOf: (row) =>
      typed('source', row, {
        settings: bareSettings(checkedJson(SourceSettings, text(row, 'settings'), 'knowledge_source.settings')),
      }),
    valuesOf: (record) => ({ ...record, settings: JSON.stringify(record.settings) }),
  },
  entry: plain('entry', 'knowledge_entry', { ...common, ...place }),
  entryVersion: {
    table: 'knowledge_version',
    columns: {
      ...version,
      entryId: 'entry_id',
      state: 'state',
      kind: 'kind',
      question: 'question',
      answer: 'answer',
      topic: 'topic',
      scope: 'scope',
      language: 'language',
      channels: 'channels',
      attributes: 'attributes',
      validity: 'validity',
      overlaysEntryId: 'overlays_entry_id',
      who: 'changed_by',
      why: 'reason',
      origin: 'source_origin',
      sourceId: 'source_id',
      file: 'source_file',
      row: 'source_row',
      page: 'source_page',
      headings: 'source_headings',
      url: 'source_url',
    },
    recordOf: ({ origin, sourceId, file, row, page, headings, url, ...rest }) =>
      typed('entryVersion', rest, {
        ...jsonFields(rest, ['scope', 'channels', 'attributes', 'validity']),
        source: {
          origin,
          sourceId,
          file,
          row,
          page,
          headings: json({ headings }, 'headings'),
          url: typeof url === 'string' ? bareAddress(url) : null,
        },
      }),
    valuesOf: ({ source, ...record }) => ({
      ...record,
      ...source,
      scope: JSON.stringify(record.scope),
      channels: JSON.stringify(record.channels),
      attributes: JSON.stringify(record.attributes),
      validity: jsonOrNull(record.validity),
      headings: JSON.stringify(source.headings),
    }),
  },
  learned: {
    ...plain('learned', 'learned_item', {
      ...common,
      storeId: 'store_id',
      kind: 'kind',
      language: 'language',
      topic: 'topic',
      before: 'before',
      correctsEntryId: 'corrects_entry_id',
      outcomeId: 'outcome_id',
      conversationId: 'conversation_id',
      authorId: 'author_id',
      lessonType: 'lesson_type',
      supersedesId: 'supersedes_id',
    }),
    // A lesson of an older export names nobody.
    valuesOf: (record) => ({ authorId: null, lessonType: null, supersedesId: null, ...record }),
  },
  learnedVersion: {
    table: 'learned_version',
    columns: {
      ...version,
      itemId: 'item_id',
      state: 'state',
      question: 'question',
      answer: 'answer',
      reach: 'reach',
      scope: 'scope',
      channels: 'channels',
      customerGroup: 'customer_group',
    },
    recordOf: (row) => typed('learnedVersion', row, jsonFields(row, ['scope', 'channels'])),
    valuesOf: (record) => ({
      ...record,
      reach: record.reach ?? 'everyone',
      scope: JSON.stringify(record.scope ?? []),
      channels: JSON.stringify(record.channels ?? []),
      customerGroup: record.customerGroup ?? '',
    }),
  },
  macro: plain('macro', 'macro', common),
  macroVersion: {
    table: 'macro_version',
    // Which helpdesk's macro it was stays here, as inboxes do.
    columns: { ...version, macroId: 'macro_id', state: 'state', content: 'content', who: 'changed_by' },
    recordOf: (row) =>
      typed('macroVersion', row, { content: checkedJson(MacroContent, text(row, 'content'), 'macro_version.content') }),
    valuesOf: (record) => ({ ...record, content: JSON.stringify(record.content) }),
  },
  dismissal: plain('dismissal', 'finding_dismissal', {
    ...common,
    kind: 'kind',
    key: 'finding_key',
    who: 'dismissed_by',
  }),
  confirmation: confirmationShape,
  decision: decisionShape,
  rules: rulesShape,
};

/** Where the rows of a kind are read from, to be joined as `t`, `v` or whatever. */
export function sourceOf({ from, table }: Pick<Shape<CorpusRecord['type']>, 'from' | 'table'>): string {
  return from ?? table;
}

/** The field of a version that names its owner. */
export const ownerFields = {
  storeVersion: 'storeId',
  setVersion: 'setId',
  entryVersion: 'entryId',
  learnedVersion: 'itemId',
  macroVersion: 'macroId',
} as const satisfies Record<VersionRecord['type'], string>;

/** What a table holds beside what travels, worked out from it. */
export function workedOut(record: CorpusRecord): Row {
  if (record.type !== 'entryVersion') return {};
  return { question_key: foldedLine(record.question), answer_hash: textHash(record.answer) };
}

/** `SELECT` list of a shape, its columns under the names of the record. */
export function selected({ columns }: { readonly columns: Readonly<Record<string, string>> }, alias: string): string {
  return Object.entries(columns)
    .map(([field, column]) => `${alias}.${column} AS ${field}`)
    .join(', ');
}

/** A shape whose columns are the record. */
function plain<T extends CorpusRecord['type']>(
  type: T,
  table: string,
  columns: Readonly<Record<string, string>>,
): Shape<T> {
  return { table, columns, recordOf: (row) => typed(type, row, {}), valuesOf: (record) => record };
}

/** Unchecked: only this program wrote the tables, and an export is checked line by line when it is read. */
function typed<T extends CorpusRecord['type']>(type: T, row: Row, over: Row): RecordOf<T> {
  return { type, ...row, ...over } as unknown as RecordOf<T>;
}

function jsonFields(row: Row, fields: readonly string[]): Row {
  return Object.fromEntries(fields.map((field) => [field, json(row, field)]));
}

function json(row: Row, field: string): unknown {
  const value = row[field];
  return typeof value === 'string' ? (JSON.parse(value) as unknown) : null;
}

function text(row: Row, field: string): string {
  return String(row[field]);
}
