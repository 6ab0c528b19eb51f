import type { KnowledgeVersion } from '#core/ports/repositories/knowledge.ts';
import type { Channel } from '#shared/model/conversation.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { ProductAttribute } from '#shared/model/product-attribute.ts';
import type { Validity } from '#shared/model/validity.ts';
import { foldedLine } from '#core/knowledge/folded-line.ts';
import { textHash } from './text-hash.ts';

export type EntryRow = {
  id: string;
  store_id: string | null;
  set_id: string | null;
  version_id: string;
  version: number;
  state: KnowledgeEntry['state'];
  kind: KnowledgeEntry['kind'];
  question: string;
  answer: string;
  topic: string | null;
  scope: string;
  language: KnowledgeEntry['language'];
  channels: string;
  attributes: string;
  validity: string | null;
  overlays_entry_id: string | null;
  source_origin: KnowledgeEntry['source']['origin'];
  source_id: string | null;
  source_file: string | null;
  source_row: number | null;
  source_page: number | null;
  source_headings: string;
  source_url: string | null;
  changed_by: string;
  reason: string;
  created_at: number;
  updated_at: number;
};

export const entryColumns = `
  e.id, e.store_id, e.set_id, v.id AS version_id, v.number AS version, v.state, v.kind, v.question, v.answer, v.topic,
  v.scope, v.language, v.channels, v.attributes, v.validity, v.overlays_entry_id, v.source_origin, v.source_id,
  v.source_file, v.source_row, v.source_page, v.source_headings, v.source_url, v.changed_by, v.reason, e.created_at,
  v.created_at AS updated_at`;
/** Entries with their newest version. */
export const currentEntries = 'knowledge_entry e JOIN knowledge_version v ON v.id = e.current_version_id';
/** The same, read from a version found by its content; CROSS JOIN keeps the planner from walking all entries. */
export const fromVersions = `
  knowledge_version v CROSS JOIN knowledge_entry e ON e.id = v.entry_id AND e.current_version_id = v.id`;
/** What a store can answer from: its own entries, the base and the sets that are on for it. */
export const ofStore = `(e.store_id = @storeId OR (e.store_id IS NULL AND (e.set_id IS NULL OR e.set_id IN (
  SELECT s.id FROM knowledge_set s JOIN knowledge_set_version w ON w.id = s.current_version_id
   WHERE w.state = 'active' AND @storeId IN (SELECT value FROM json_each(w.stores))))))`;

export function entryOf(row: EntryRow): KnowledgeEntry {
  return {
    id: row.id,
    storeId: row.store_id,
    setId: row.set_id,
    versionId: row.version_id,
    version: row.version,
    state: row.state,
    kind: row.kind,
    question: row.question,
    answer: row.answer,
    topic: row.topic,
    // Parsed without its schema: a list reads thousands, and only this file wrote it.
    scope: listIn<string>(row.scope),
    language: row.language,
    channels: listIn<Channel>(row.channels),
    attributes: listIn<ProductAttribute>(row.attributes),
    validity: row.validity === null ? null : (JSON.parse(row.validity) as Validity),
    overlaysEntryId: row.overlays_entry_id,
    source: {
      origin: row.source_origin,
      sourceId: row.source_id,
      file: row.source_file,
      row: row.source_row,
      page: row.source_page,
      headings: listIn<string>(row.source_headings),
      url: row.source_url,
    },
    change: { who: row.changed_by, why: row.reason },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function listIn<T>(json: string): T[] {
  return json === '[]' ? [] : (JSON.parse(json) as T[]);
}

export function versionColumns(version: KnowledgeVersion): Readonly<Record<string, unknown>> {
  const { content, source, change } = version;
  return {
    entryId: version.entryId,
    versionId: version.versionId,
    state: version.state,
    at: version.at,
    ...content,
    scope: JSON.stringify(content.scope),
    channels: JSON.stringify(content.channels),
    attributes: JSON.stringify(content.attributes),
    validity: content.validity === null ? null : JSON.stringify(content.validity),
    sourceOrigin: source.origin,
    sourceId: source.sourceId,
    sourceFile: source.file,
    sourceRow: source.row,
    sourcePage: source.page,
    sourceHeadings: JSON.stringify(source.headings),
    sourceUrl: source.url,
    ...change,
    questionKey: foldedLine(content.question),
    answerHash: textHash(content.answer),
  };
}
