import { type KeptMacro, type MacroShelf, macroHtml } from './double-macros.ts';
import type { Fault } from './inbox-double.ts';

const zone = '+05:30';

/** Every macro at once, other agents' own ones too; among them a note for colleagues and one that only sets a status. */
export function libredeskMacroRows(shelf: MacroShelf, content: ReadonlySet<Fault>): readonly unknown[] {
  const rows = shelf.rows().map(({ id, title, text, isPersonal, at }) => ({
    ...shown(id, title, macroHtml(text), at),
    visibility: isPersonal ? 'user' : 'all',
    user_id: isPersonal ? '8' : null,
  }));
  const note = { ...shown(2, 'Ask the warehouse', '<p>Please look</p>', 0), visible_when: ['adding_private_note'] };
  const all = [...rows, note, shown(4, 'Close it', '', 0)].toReversed();
  const doubled = content.has('duplicate_delivery') ? [...all, ...all] : all;
  return content.has('out_of_order') ? doubled.toReversed() : doubled;
}

export function keptLibredeskMacros(shelf: MacroShelf): readonly KeptMacro[] {
  return shelf.rows().map(({ id, title, text, isPersonal }) => ({
    id: String(id),
    title,
    body: text,
    folders: [],
    isShared: !isPersonal,
  }));
}

function shown(id: number, name: string, html: string, at: number) {
  const time = new Date(at + 5.5 * 3_600_000).toISOString().replace('Z', `000${zone}`);
  return {
    id,
    created_at: time,
    updated_at: time,
    name,
    actions: [{ type: 'set_status', value: ['2'], display_value: ['Resolved'] }],
    visibility: 'all',
    visible_when: ['replying', 'starting_conversation'],
    message_content: html,
    user_id: null,
    team_id: null,
    usage_count: 0,
  };
}
