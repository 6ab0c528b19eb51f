import { unreadable } from '../document/unreadable.ts';
import type { ZipParts } from '../zip/open-zip.ts';

/* Cells with something in them: a table of a hundred thousand answers has fewer. */
const mostCells = 1_000_000;
/* Cells of the rectangle around them, all of which are made: one value in the last corner of a sheet asks for 17 billion. */
const mostGrid = 20_000_000;

/** Refuses a workbook whose sheets are larger than they can be read. Errors: `file_unreadable` (`too_large_inside`). */
export function expectReadableExtent(name: string, parts: ZipParts): void {
  let cells = 0;
  for (const part of parts.names) {
    if (!part.startsWith('xl/worksheets/') || part.endsWith('.rels')) continue;
    let [lastRow, lastColumn] = [0, 0];
    for (const [, column = '', row = ''] of (parts.text(part) ?? '').matchAll(filledCell)) {
      cells += 1;
      lastRow = Math.max(lastRow, Number(row));
      lastColumn = Math.max(lastColumn, columnNumber(column) + 1);
      if (cells > mostCells || lastRow * lastColumn > mostGrid) throw unreadable(name, 'too_large_inside');
    }
  }
}

/** A cell's start tag; one that is closed at once holds a style and no value. */
const filledCell = /<(?:\w+:)?c\s(?:[^<>]*?\s)?r="([A-Z]{1,3})(\d{1,7})"[^<>]*(?<!\/)>/gu;

/** 0-based: A is 0, AA is 26. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + (letter.codePointAt(0) ?? 64) - 64;
  return number - 1;
}
