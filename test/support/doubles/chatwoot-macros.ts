import type { KeptMacro, MacroShelf } from './double-macros.ts';
import type { Answer } from './faulty-server.ts';
import type { Fault } from './inbox-double.ts';

/** Canned responses: all at once, with no folders, seen by everybody, in Markdown. */
export function cannedResponses(shelf: MacroShelf, content: ReadonlySet<Fault>): Answer {
  const rows = shelf.rows().map(({ id, title, text, at }) => ({
    id,
    account_id: 3,
    short_code: title,
    content: escaped(text),
    created_at: new Date(at).toISOString(),
    updated_at: new Date(at).toISOString(),
  }));
  const doubled = content.has('duplicate_delivery') ? [...rows, ...rows] : rows;
  return { status: 200, body: content.has('out_of_order') ? doubled.toReversed() : doubled };
}

export function keptCannedResponses(shelf: MacroShelf): readonly KeptMacro[] {
  return shelf
    .rows()
    .map(({ id, title, text }) => ({ id: String(id), title, body: text, folders: [], isShared: true }));
}

/** As the editor's serialiser writes what would be markup; a line end within a paragraph is a backslash before it. */
function escaped(text: string): string {
  return text.replace(/[\\*~[\]]/g, '\\$&').replace(/([^\n])\n(?!\n)/g, '$1\\\n');
}
