import type { KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';
import { type CsvColumns, columnsOfHeader } from '../csv-columns.ts';
import type { Block } from '../document/blocks.ts';
import { rowsOfDocument } from '../document/rows-of-document.ts';
import { tableLine } from '../document/table-lines.ts';
import { entryOfCells } from '../entry-of-cells.ts';
import { fileRow } from '../file-row.ts';
import { looksLikeHeader } from '../html/html-table.ts';
import type { SheetShape } from './sheet-shapes.ts';

/** A row that has something in it. `number` is 1-based, as the spreadsheet counts. */
type Row = { readonly number: number; readonly cells: readonly string[] };

/* Above its header a table may have a title, a date and a note. */
const rowsBeforeHeader = 10;

/**
 * What one sheet holds: the entries of a table of questions and answers, else its tables as lines "column: value" under
 * the sheet's name and the titles within it.
 */
export function rowsOfSheet(
  file: string,
  sheet: string,
  values: readonly (readonly string[])[],
  shape: SheetShape,
): readonly KnowledgeFileRow[] {
  const rows = withMerged(values, shape)
    .map((cells, index) => ({ number: index + 1, cells: trimmedEnd(cells) }))
    .filter(({ cells }) => cells.length > 0);
  const header = rows.slice(0, rowsBeforeHeader).findIndex(({ cells }) => columnsOfHeader(cells) !== null);
  const columns = columnsOfHeader(rows[header]?.cells ?? []);
  const place = { page: null, headings: [sheet], url: null };
  if (columns !== null) return rows.slice(header + 1).map((row) => pairOf(row, columns, place));
  return rowsOfDocument({ title: '', blocks: blocksOf(sheet, rows) }, { name: file });
}

function pairOf({ number, cells }: Row, columns: CsvColumns, place: KnowledgeFileRow['place']): KnowledgeFileRow {
  return fileRow(number, cells.filter((text) => text !== '').join(' '), entryOfCells(cells, columns), place);
}

function blocksOf(sheet: string, rows: readonly Row[]): readonly Block[] {
  const blocks: Block[] = [{ kind: 'heading', depth: 1, text: sheet, row: 1, page: null }];
  for (const group of groupsOf(rows)) blocks.push(...blocksOfGroup(group));
  return blocks;
}

/** Rows without an empty one between them, split again where a line of its own ends a table. */
function groupsOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups: Row[][] = [];
  let isInTable = false;
  for (const row of rows) {
    const last = groups.at(-1)?.at(-1);
    const isNext = last !== undefined && last.number === row.number - 1;
    if (isNext && !(isInTable && isSentence(row))) groups.at(-1)?.push(row);
    else {
      groups.push([row]);
      isInTable = false;
    }
    isInTable ||= !isSingle(row);
  }
  return groups;
}

/** A row of one cell below others is a note where it is written as one; else a row whose other cells are empty. */
function isSentence(row: Row): boolean {
  const text = row.cells.find((cell) => cell !== '') ?? '';
  return isSingle(row) && (text.length > 60 || /[.。!！?？;；:：]$/u.test(text));
}

/** A table after its titles and notes; a group of single cells is text, its first a heading where it is like one. */
function blocksOfGroup(group: readonly Row[]): readonly Block[] {
  const start = group.findIndex((row) => !isSingle(row));
  const lead = start === -1 ? group : group.slice(0, start);
  const table = start === -1 ? [] : group.slice(start);
  const blocks = lead.map(({ number, cells }, index): Block => {
    const text = cells.find((cell) => cell !== '') ?? '';
    const place = { row: number, page: null };
    const isTitle =
      index === 0 && text.length <= 80 && !/[.。;；:：,，]$/u.test(text) && (table.length > 0 || lead.length > 1);
    return isTitle ? { kind: 'heading', depth: 2, text, ...place } : { kind: 'text', text, ...place };
  });
  const hasHeader = table.length > 1 && looksLikeHeader(table.map(({ cells }) => cells));
  const names = hasHeader ? (table[0]?.cells ?? []) : [];
  const body = table.slice(hasHeader ? 1 : 0);
  const lines = body.map(({ cells }) => tableLine(names, cells));
  const first = body[0];
  return first === undefined ? blocks : [...blocks, { kind: 'lines', lines, row: first.number, page: null }];
}

function isSingle({ cells }: Row): boolean {
  return cells.filter((cell) => cell !== '').length === 1;
}

function trimmedEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1).map((cell) => cell.trim());
}

/** A cell that is shown over several rows holds in each of them. */
function withMerged(values: readonly (readonly string[])[], { merged }: SheetShape): readonly (readonly string[])[] {
  const rows = values.map((cells) => [...cells]);
  for (const { firstRow, lastRow, firstColumn } of merged) {
    const text = rows[firstRow]?.[firstColumn] ?? '';
    for (let row = firstRow + 1; row <= Math.min(lastRow, rows.length - 1); row += 1) {
      const cells = rows[row];
      if (cells !== undefined) cells[firstColumn] = text;
    }
  }
  return rows;
}
