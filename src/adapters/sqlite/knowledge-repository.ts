import type { KnowledgeRepository, KnowledgeVersion } from '#core/ports/repositories/knowledge.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { Connection } from './connection.ts';
import { foldedLine } from './folded-text.ts';
import { found } from './found.ts';
import { textHash } from './text-hash.ts';

type EntryRow = {
  id: string;
  store_id: string | null;
  version_id: string;
  version: number;
  state: KnowledgeEntry['state'];
  kind: KnowledgeEntry['kind'];
  question: string;
  answer: string;
  topic: string | null;
  scope: string;
  language: KnowledgeEntry['language'];
  source_origin: KnowledgeEntry['source']['origin'];
  source_file: string | null;
  source_row: number | null;
  created_at: number;
  updated_at: number;
};

const entryColumns = `
  e.id, e.store_id, v.id AS version_id, v.number AS version, v.state, v.kind, v.question, v.answer, v.topic, v.scope,
  v.language, v.source_origin, v.source_file, v.source_row, e.created_at, v.created_at AS updated_at`;
/** Entries with their newest version. */
const currentEntries = 'knowledge_entry e JOIN knowledge_version v ON v.id = e.current_version_id';
/** The same, read from a version found by its content; CROSS JOIN keeps the planner from walking all entries. */
const fromVersions = `
  knowledge_version v CROSS JOIN knowledge_entry e ON e.id = v.entry_id AND e.current_version_id = v.id`;
/** What a store can answer from: its own entries and the base. */
const ofStore = '(e.store_id = @storeId OR e.store_id IS NULL)';

/** The knowledge of one database. */
export function knowledgeRepository(connection: Connection, deskId: string): KnowledgeRepository {
  const one = connection.prepare<EntryRow>(`SELECT ${entryColumns} FROM ${currentEntries} WHERE e.id = ?`);
  const history = connection.prepare<EntryRow>(`
    SELECT ${entryColumns} FROM knowledge_entry e JOIN knowledge_version v ON v.entry_id = e.id
     WHERE e.id = ? ORDER BY v.number DESC, v.id DESC`);
  const get = (entryId: string): KnowledgeEntry => entryOf(found(one.get(entryId), 'knowledge entry', entryId));

  return {
    get,
    find: (entryId) => {
      const row = one.get(entryId);
      return row === undefined ? null : entryOf(row);
    },
    history: (entryId) => {
      const rows = history.all(entryId);
      found(rows[0], 'knowledge entry', entryId);
      return rows.map(entryOf);
    },
    ...finds(connection),
    ...writes(connection, deskId, get),
  };
}

type Finds = Pick<KnowledgeRepository, 'list' | 'findByQuestion' | 'topicOfAnswer' | 'countActive'>;

function finds(connection: Connection): Finds {
  const ofState = `${ofStore} AND e.state = @state`;
  const withText = `(instr(v.question_key, @key) > 0 OR v.answer LIKE @pattern ESCAPE '\\')`;
  const sorting = 'ORDER BY e.updated_at DESC, e.id DESC LIMIT @limit OFFSET @offset';
  const page = connection.prepare<EntryRow>(
    `SELECT ${entryColumns} FROM ${currentEntries} WHERE ${ofState} ${sorting}`,
  );
  const pageWithText = connection.prepare<EntryRow>(
    `SELECT ${entryColumns} FROM ${currentEntries} WHERE ${ofState} AND ${withText} ${sorting}`,
  );
  const count = connection.prepare<{ total: number }>(
    `SELECT count(*) AS total FROM knowledge_entry e WHERE ${ofState}`,
  );
  const countWithText = connection.prepare<{ total: number }>(
    `SELECT count(*) AS total FROM ${currentEntries} WHERE ${ofState} AND ${withText}`,
  );
  const byQuestion = connection.prepare<EntryRow>(`
    SELECT ${entryColumns} FROM ${fromVersions}
     WHERE v.question_key = @key AND e.state = 'active' AND ${ofStore} ORDER BY e.created_at, e.id`);
  const topicOfAnswer = connection.prepare<{ topic: string }>(`
    SELECT v.topic FROM ${fromVersions}
     WHERE v.answer_hash = @hash AND v.topic IS NOT NULL AND e.state = 'active' AND ${ofStore}
     ORDER BY e.created_at, e.id LIMIT 1`);

  return {
    list: ({ storeId, state, text, offset, limit }) => {
      const key = foldedLine(text ?? '');
      const values = { storeId, state, key, pattern: likePattern(text ?? ''), offset, limit };
      return {
        items: (key === '' ? page : pageWithText).all(values).map(entryOf),
        total: (key === '' ? count : countWithText).get(values)?.total ?? 0,
      };
    },
    findByQuestion: (storeId, question) => byQuestion.all({ storeId, key: foldedLine(question) }).map(entryOf),
    topicOfAnswer: (storeId, answer) => topicOfAnswer.get({ storeId, hash: textHash(answer) })?.topic ?? null,
    countActive: (storeId) => count.get({ storeId, state: 'active' })?.total ?? 0,
  };
}

function writes(
  connection: Connection,
  deskId: string,
  get: (entryId: string) => KnowledgeEntry,
): Pick<KnowledgeRepository, 'add' | 'append'> {
  const insertEntry = connection.prepare(`
    INSERT INTO knowledge_entry (id, store_id, origin_desk, current_version_id, state, updated_at, created_at)
    VALUES (@entryId, @storeId, @deskId, @versionId, @state, @at, @at)`);
  const insertVersion = connection.prepare(`
    INSERT INTO knowledge_version (id, entry_id, number, origin_desk, state, kind, question, answer, topic, scope,
      language, source_origin, source_file, source_row, question_key, answer_hash, created_at)
    VALUES (@versionId, @entryId,
      1 + coalesce((SELECT max(number) FROM knowledge_version WHERE entry_id = @entryId), 0), @deskId, @state, @kind,
      @question, @answer, @topic, @scope, @language, @sourceOrigin, @sourceFile, @sourceRow, @questionKey,
      @answerHash, @at)`);

  const appended = (version: KnowledgeVersion): KnowledgeEntry => {
    insertVersion.run({ ...versionColumns(version), deskId });
    return get(version.entryId);
  };
  return {
    add: (storeId, version) =>
      connection.transaction(() => {
        insertEntry.run({ ...version, storeId, deskId });
        return appended(version);
      }),
    append: (version) =>
      connection.transaction(() => {
        get(version.entryId);
        return appended(version);
      }),
  };
}

function versionColumns(version: KnowledgeVersion): Readonly<Record<string, unknown>> {
  const { content, source } = version;
  return {
    entryId: version.entryId,
    versionId: version.versionId,
    state: version.state,
    at: version.at,
    ...content,
    scope: JSON.stringify(content.scope),
    sourceOrigin: source.origin,
    sourceFile: source.file,
    sourceRow: source.row,
    questionKey: foldedLine(content.question),
    answerHash: textHash(content.answer),
  };
}

function likePattern(text: string): string {
  return `%${text.trim().replace(/[\\%_]/g, (wildcard) => `\\${wildcard}`)}%`;
}

function entryOf(row: EntryRow): KnowledgeEntry {
  return {
    id: row.id,
    storeId: row.store_id,
    versionId: row.version_id,
    version: row.version,
    state: row.state,
    kind: row.kind,
    question: row.question,
    answer: row.answer,
    topic: row.topic,
    // Parsed without its schema: a list reads thousands, and only this file wrote it.
    scope: row.scope === '[]' ? [] : (JSON.parse(row.scope) as string[]),
    language: row.language,
    source: { origin: row.source_origin, file: row.source_file, row: row.source_row },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
