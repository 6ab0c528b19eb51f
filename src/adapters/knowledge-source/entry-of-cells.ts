import type { CsvColumns } from './csv-columns.ts';
import { type RawEntry, splitNames } from './file-row.ts';

/** The pair that a table's row holds, whatever the table was read from. */
export function entryOfCells(cells: readonly string[], columns: CsvColumns): RawEntry {
  const cell = (index: number): string => cells[index] ?? '';
  return {
    kind: 'pair',
    question: cell(columns.question).trim() === '' ? cell(columns.title) : cell(columns.question),
    answer: cell(columns.answer),
    topic: cell(columns.topic),
    scope: splitNames(cell(columns.scope)),
    language: cell(columns.language),
  };
}
