import type { KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';
import { AppError } from '#shared/errors.ts';
import { columnsOfHeader, columnsWithoutHeader, type CsvColumns } from './csv-columns.ts';
import { delimitedText } from './csv-delimiter.ts';
import { type CsvRecord, csvRecords } from './csv-records.ts';
import { entryOfCells } from './entry-of-cells.ts';
import { fileRow, refusedRow } from './file-row.ts';

/**
 * The rows of a delimited table: comma, semicolon, tab or bar, with or without a header (English, Chinese, Japanese).
 * Blank rows are passed over but counted. Errors: `file_unreadable` when no question and answer column can be told.
 */
export function readCsv(name: string, text: string): readonly KnowledgeFileRow[] {
  const delimited = delimitedText(text.replace(/\r\n?/gu, '\n'));
  if (delimited === null) throw withoutColumns(name);
  const { delimiter, body } = delimited;
  const records = csvRecords(body, delimiter).filter((record) => !isBlank(record));

  const header = records.findIndex((record) => record.cells !== null);
  const named = columnsOfHeader(records[header]?.cells ?? []);
  const columns =
    named ?? columnsWithoutHeader(records.flatMap((record) => (record.cells === null ? [] : [record.cells])));
  if (columns === null) throw withoutColumns(name);
  return records
    .filter((_, index) => named === null || index !== header)
    .map((record) => rowOf(record, columns, delimiter));
}

function rowOf(record: CsvRecord, columns: CsvColumns, delimiter: string): KnowledgeFileRow {
  const cells = record.cells === null ? null : fittedCells(record.cells, record.raw, columns, delimiter);
  if (cells === null) {
    return refusedRow(record.row, record.raw, record.raw.includes('\uFFFD') ? 'unreadable_characters' : 'broken_row');
  }
  return fileRow(record.row, record.raw, entryOfCells(cells, columns));
}

/**
 * A row's cells where it has more of them than the table has columns: in a row written without quotes the surplus is
 * commas of the answer, if that comes last. Otherwise no cell can be trusted to stand in its column.
 */
function fittedCells(
  cells: readonly string[],
  raw: string,
  columns: CsvColumns,
  delimiter: string,
): readonly string[] | null {
  const surplus = cells.slice(columns.width);
  if (surplus.every((cell) => cell.trim() === '')) return cells;
  if (columns.answer !== columns.width - 1 || raw.includes('"')) return null;
  return [...cells.slice(0, columns.answer), cells.slice(columns.answer).join(delimiter)];
}

function isBlank(record: CsvRecord): boolean {
  return record.cells !== null && record.cells.every((cell) => cell.trim() === '');
}

function withoutColumns(name: string): AppError {
  return new AppError(
    'file_unreadable',
    `${name} has no question and answer column. Name two columns "question" and "answer" in its first row.`,
    { detail: { file: name } },
  );
}
