import type { MacroRepository, MacroVersion } from '#core/ports/repositories/macros.ts';
import { type Macro, MacroContent, MacroOrigin, type MacroPart } from '#shared/model/macro.ts';
import type { Connection } from './connection.ts';
import { found } from './found.ts';
import { checkedJson, jsonOrNull } from './stored-json.ts';

type MacroRow = {
  id: string;
  version_id: string;
  version: number;
  state: Macro['state'];
  content: string;
  origin: string | null;
  changed_by: string;
  created_at: number;
  updated_at: number;
  uses: number;
  edited: number;
  last_used_at: number | null;
};

/** A reply that was taken back before it left was no use. */
const selectMacro = `
  SELECT m.id, v.id AS version_id, v.number AS version, v.state, v.content, v.origin, v.changed_by, m.created_at,
         v.created_at AS updated_at, coalesce(u.uses, 0) AS uses, coalesce(u.edited, 0) AS edited, u.last_used_at
    FROM macro m JOIN macro_version v ON v.id = %version%
    LEFT JOIN (SELECT macro_id, count(*) AS uses, sum(is_edited) AS edited, max(created_at) AS last_used_at
                 FROM macro_use
                WHERE NOT EXISTS (SELECT 1 FROM outbox_item o WHERE o.id = macro_use.outcome_id AND o.state = 'cancelled')
                GROUP BY macro_id) u ON u.macro_id = m.id`;
const currentMacro = selectMacro.replace('%version%', 'm.current_version_id');

/** The macros of one database. */
export function macroRepository(connection: Connection, deskId: string): MacroRepository {
  const all = connection.prepare<MacroRow>(`${currentMacro} ORDER BY m.created_at, m.id`);
  const one = connection.prepare<MacroRow>(`${currentMacro} WHERE m.id = ?`);
  const versions = connection.prepare<MacroRow>(`
    ${selectMacro.replace('v.id = %version%', 'v.macro_id = m.id')} WHERE m.id = ? ORDER BY v.number DESC, v.id DESC`);
  const insertMacro = connection.prepare(
    'INSERT INTO macro (id, origin_desk, current_version_id, created_at) VALUES (?, ?, ?, ?)',
  );
  const insertVersion = connection.prepare(`
    INSERT INTO macro_version (id, macro_id, number, origin_desk, state, content, origin, changed_by, created_at)
    VALUES (@versionId, @macroId,
      1 + coalesce((SELECT max(number) FROM macro_version WHERE macro_id = @macroId), 0), @deskId, @state, @content,
      @origin, @who, @at)`);
  const insertUse = connection.prepare(`
    INSERT INTO macro_use (id, macro_id, version_id, outcome_id, text, is_edited, created_at)
    VALUES (@id, @macroId, @versionId, @outcomeId, @text, @isEdited, @at)`);
  const takenBack = connection.prepare<MacroPart>(`
    SELECT u.macro_id AS macroId, u.version_id AS versionId, u.text
      FROM outbox_item o JOIN macro_use u ON u.outcome_id = o.id
     WHERE o.conversation_id = ? AND o.state = 'cancelled' ORDER BY u.created_at, u.id`);

  const get = (macroId: string): Macro => macroOf(found(one.get(macroId), 'macro', macroId));
  const appended = ({ content, origin, ...version }: MacroVersion): Macro => {
    insertVersion.run({ ...version, deskId, content: JSON.stringify(content), origin: jsonOrNull(origin) });
    return get(version.macroId);
  };

  return {
    list: () => all.all().map(macroOf),
    get,
    versions: (macroId) => versions.all(macroId).map(macroOf),
    add: (version) =>
      connection.transaction(() => {
        insertMacro.run(version.macroId, deskId, version.versionId, version.at);
        return appended(version);
      }),
    append: (version) =>
      connection.transaction(() => {
        get(version.macroId);
        return appended(version);
      }),
    takenBack: (conversationId) => takenBack.all(conversationId),
    addUse: (use) => {
      insertUse.run({ ...use, isEdited: use.isEdited ? 1 : 0 });
    },
  };
}

function macroOf(row: MacroRow): Macro {
  return {
    id: row.id,
    versionId: row.version_id,
    version: row.version,
    state: row.state,
    content: checkedJson(MacroContent, row.content, 'macro_version.content'),
    origin: row.origin === null ? null : checkedJson(MacroOrigin, row.origin, 'macro_version.origin'),
    changedBy: row.changed_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    usage: { uses: row.uses, edited: row.edited, lastUsedAt: row.last_used_at },
  };
}
