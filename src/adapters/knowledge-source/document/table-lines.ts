import { columnsOfHeader } from '../csv-columns.ts';
import type { Block } from './blocks.ts';

/** A table row as a line that stands for itself: "Country: France; Days: 3". Empty cells are left out. */
export function tableLine(header: readonly string[], cells: readonly string[]): string {
  return cells
    .map((cell, index) => ({ heading: (header[index] ?? '').trim(), text: cell.trim() }))
    .filter(({ text }) => text !== '')
    .map(({ heading, text }) => (heading === '' || heading === text ? text : `${heading}: ${text}`))
    .join('; ');
}

/** A table's rows as lines, the first row being its header where `hasHeader`; a table of one row has none. */
export function tableLines(rows: readonly (readonly string[])[], hasHeader: boolean): readonly string[] {
  const isHeaded = hasHeader && rows.length > 1;
  const header = isHeaded ? (rows[0] ?? []) : [];
  return rows
    .slice(isHeaded ? 1 : 0)
    .map((cells) => tableLine(header, cells))
    .filter((line) => line !== '');
}

/** A table inside a document: pairs where its header names a question and an answer, else one line a row. */
export function tableBlocks(
  rows: readonly (readonly string[])[],
  hasHeader: boolean,
  place: { readonly row: number; readonly page: number | null },
): readonly Block[] {
  const columns = hasHeader && rows.length > 1 ? columnsOfHeader(rows[0] ?? []) : null;
  if (columns !== null && columns.isPlain) {
    return rows.slice(1).flatMap((cells): Block[] => {
      const [question = '', answer = ''] = [cells[columns.question], cells[columns.answer]];
      return question.trim() === '' || answer.trim() === '' ? [] : [{ kind: 'pair', question, answer, ...place }];
    });
  }
  const lines = tableLines(rows, hasHeader);
  return lines.length === 0 ? [] : [{ kind: 'lines', lines, ...place }];
}
