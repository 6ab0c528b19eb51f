import type { KnowledgeRepository } from '#core/ports/repositories/knowledge.ts';
import type { Connection, Statement } from './connection.ts';
import { foldedLine } from '#core/knowledge/folded-line.ts';
import { type EntryRow, currentEntries, entryColumns, entryOf, fromVersions, ofStore } from './knowledge-columns.ts';
import { textHash } from './text-hash.ts';

export type KnowledgeFinds = Pick<
  KnowledgeRepository,
  | 'list'
  | 'findByQuestion'
  | 'ofMatter'
  | 'withAnswer'
  | 'pairIds'
  | 'activeIds'
  | 'overlaying'
  | 'ofSource'
  | 'topicOfAnswer'
  | 'countActive'
  | 'countOfSet'
>;

/** Entries in use whose time is not at that moment. */
const outOfTime = `SELECT p.owner_id FROM passage p WHERE p.audience_id IN (
  SELECT id FROM passage_audience WHERE valid_from > @at OR valid_until <= @at)`;

/** How entries are found other than by their id. */
export function knowledgeFinds(connection: Connection): KnowledgeFinds {
  const byQuestion = connection.prepare<EntryRow>(`
    SELECT ${entryColumns} FROM ${fromVersions}
     WHERE v.question_key = @key AND e.state = 'active' AND (e.store_id IS NULL OR e.store_id = @storeId)
     ORDER BY e.created_at, e.id`);
  const ofMatter = connection.prepare<EntryRow>(`
    SELECT ${entryColumns} FROM passage p CROSS JOIN ${currentEntries}
     WHERE p.matter = @matter AND e.id = p.owner_id AND (e.store_id IS NULL OR e.store_id = @storeId)
     ORDER BY e.created_at, e.id`);
  const overlaying = connection.prepare<EntryRow>(`
    SELECT ${entryColumns} FROM passage p CROSS JOIN ${currentEntries}
     WHERE p.overlays_id = ? AND e.id = p.owner_id AND e.state = 'active' ORDER BY e.id`);
  const ofSource = connection.prepare<EntryRow>(`
    SELECT ${entryColumns} FROM ${fromVersions}
     WHERE v.source_id = ? AND e.state = 'active' ORDER BY v.source_file, v.source_row, e.id`);
  const topicOfAnswer = connection.prepare<{ topic: string }>(`
    SELECT v.topic FROM ${fromVersions}
     WHERE v.answer_hash = @hash AND v.topic IS NOT NULL AND e.state = 'active' AND ${ofStore}
     ORDER BY e.created_at, e.id LIMIT 1`);
  const withAnswer = connection.prepare<EntryRow>(`
    SELECT ${entryColumns} FROM ${fromVersions}
     WHERE v.answer_hash = @hash AND e.state = 'active' AND ${ofStore} ORDER BY e.created_at, e.id`);
  const pairIds = connection.prepare<{ id: string; updatedAt: number }>(`
    SELECT e.id, e.updated_at AS updatedAt FROM ${currentEntries}
     WHERE e.state = 'active' AND (e.updated_at, e.id) < (@updatedAt, @id) AND v.kind = 'pair' AND v.question_key <> ''
       AND ${ofStore}
     ORDER BY e.updated_at DESC, e.id DESC LIMIT @limit`);
  const activeIds = connection.prepare<{ id: string }>(
    `SELECT id FROM knowledge_entry WHERE id > ? AND state = 'active' ORDER BY id LIMIT ?`,
  );
  const count = connection.prepare<{ total: number }>(
    `SELECT count(*) AS total FROM knowledge_entry e WHERE e.state = 'active' AND ${ofStore}`,
  );
  const countOfSet = connection.prepare<{ total: number }>(
    `SELECT count(*) AS total FROM knowledge_entry WHERE set_id = ? AND state = 'active'`,
  );

  return {
    list: listed(connection),
    findByQuestion: (storeId, question) => byQuestion.all({ storeId, key: foldedLine(question) }).map(entryOf),
    ofMatter: (storeId, matter) => ofMatter.all({ storeId, matter }).map(entryOf),
    withAnswer: (storeId, answer) => withAnswer.all({ storeId, hash: textHash(answer) }).map(entryOf),
    pairIds: (storeId, after, limit) =>
      pairIds.all({ storeId, limit, ...(after ?? { updatedAt: Number.MAX_SAFE_INTEGER, id: '' }) }),
    overlaying: (entryId) => overlaying.all(entryId).map(entryOf),
    activeIds: (after, limit) => activeIds.all(after, limit).map((row) => row.id),
    ofSource: (sourceId) => ofSource.all(sourceId).map(entryOf),
    topicOfAnswer: (storeId, answer) => topicOfAnswer.get({ storeId, hash: textHash(answer) })?.topic ?? null,
    countActive: (storeId) => count.get({ storeId })?.total ?? 0,
    countOfSet: (setId) => countOfSet.get(setId)?.total ?? 0,
  };
}

function listed(connection: Connection): KnowledgeRepository['list'] {
  const statements = new Map<string, { page: Statement<EntryRow>; count: Statement<{ total: number }> }>();
  const prepared = (conditions: readonly string[], needsText: boolean) => {
    const where = conditions.join(' AND ');
    const known = statements.get(where);
    if (known !== undefined) return known;
    const counted = needsText ? currentEntries : 'knowledge_entry e';
    const made = {
      page: connection.prepare<EntryRow>(`
        SELECT ${entryColumns} FROM ${currentEntries} WHERE ${where}
         ORDER BY e.updated_at DESC, e.id DESC LIMIT @limit OFFSET @offset`),
      count: connection.prepare<{ total: number }>(`SELECT count(*) AS total FROM ${counted} WHERE ${where}`),
    };
    statements.set(where, made);
    return made;
  };

  return ({ storeId, state, text, setId, layer, time, sourceId, offset, limit }) => {
    const key = foldedLine(text ?? '');
    const conditions = ['e.state = @state'];
    if (setId === undefined) conditions.push(ofStore);
    else if (setId === null) conditions.push('(e.store_id = @storeId OR (e.store_id IS NULL AND e.set_id IS NULL))');
    else conditions.push('e.set_id = @setId');
    if (layer === 'base') conditions.push('e.store_id IS NULL AND e.set_id IS NULL');
    if (layer === 'store') conditions.push('e.store_id = @storeId');
    if (time !== undefined) conditions.push(`e.id ${time.holds ? 'NOT ' : ''}IN (${outOfTime})`);
    if (key !== '') conditions.push(`(instr(v.question_key, @key) > 0 OR v.answer LIKE @pattern ESCAPE '\\')`);
    if (sourceId !== undefined) conditions.push('v.source_id = @sourceId');
    const { page, count } = prepared(conditions, key !== '' || sourceId !== undefined);
    const values = { storeId, state, key, pattern: likePattern(text ?? ''), setId, sourceId, at: time?.at };
    return {
      items: page.all({ ...values, offset, limit }).map(entryOf),
      total: count.get(values)?.total ?? 0,
    };
  };
}

function likePattern(text: string): string {
  return `%${text.trim().replace(/[\\%_]/g, (wildcard) => `\\${wildcard}`)}%`;
}
