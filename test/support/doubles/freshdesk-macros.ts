import { type KeptMacro, type MacroRow, type MacroShelf, macroHtml } from './double-macros.ts';
import type { Fault } from './inbox-double.ts';

/** The first folders of every account; canned responses have but one level of them. */
const general = { id: 40, name: 'General' };
const personal = { id: 41, name: 'Personal' };

/** All folders that hold something, at once. */
export function freshdeskFolders(shelf: MacroShelf): readonly unknown[] {
  return foldersOf(shelf).map(({ id, name }) => ({
    id,
    name,
    personal: id === personal.id,
    responses_count: inFolder(shelf, id).length,
    created_at: '2024-07-19T09:08:53Z',
    updated_at: '2024-07-19T09:08:53Z',
  }));
}

/** What stands in a folder; null where there is none. */
export function freshdeskResponses(
  shelf: MacroShelf,
  folderId: number,
  content: ReadonlySet<Fault>,
): readonly unknown[] | null {
  if (!foldersOf(shelf).some(({ id }) => id === folderId)) return null;
  const rows = inFolder(shelf, folderId).map(({ id, title, text, files, at }) => ({
    id,
    title,
    folder_id: folderId,
    content: text.replaceAll('\n', ' \n '),
    content_html: macroHtml(text),
    attachments: files.map((name, i) => ({ id: id * 10 + i, name, content_type: 'application/pdf', size: 9 })),
    created_at: new Date(at).toISOString(),
    updated_at: new Date(at).toISOString(),
  }));
  const doubled = content.has('duplicate_delivery') ? [...rows, ...rows] : rows;
  return content.has('out_of_order') ? doubled.toReversed() : doubled;
}

export function keptFreshdeskMacros(shelf: MacroShelf): readonly KeptMacro[] {
  return shelf.rows().map((row) => ({
    id: String(row.id),
    title: row.title,
    body: row.text,
    folders: [folderOf(row)],
    isShared: !row.isPersonal,
  }));
}

function foldersOf(shelf: MacroShelf): readonly { readonly id: number; readonly name: string }[] {
  const own = [...new Set(shelf.rows().map(folderOf))].filter(
    (name) => name !== general.name && name !== personal.name,
  );
  const all = [general, personal, ...own.map((name, i) => ({ id: 50 + i, name }))];
  return all.filter(({ name }) => shelf.rows().some((row) => folderOf(row) === name));
}

function inFolder(shelf: MacroShelf, folderId: number): readonly MacroRow[] {
  const folder = foldersOf(shelf).find(({ id }) => id === folderId);
  return shelf.rows().filter((row) => folderOf(row) === folder?.name);
}

function folderOf({ folders, isPersonal }: MacroRow): string {
  return isPersonal ? personal.name : (folders[0] ?? general.name);
}
