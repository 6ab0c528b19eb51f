import { looksLikeHeader } from '../html/html-table.ts';
import type { Segment } from './segment.ts';
import type { VisualRow } from './visual-rows.ts';

export type PdfTable = {
  readonly rows: readonly (readonly string[])[];
  readonly hasHeader: boolean;
};

/* Enough to know the columns by; a table may be as long as it likes. */
const rowsCompared = 40;

/**
 * How many of the rows from `start` on are one table; 0 where none begins there. `least` rows of several cells make one: two,
 * or one where a table goes on from the page before.
 */
export function tableLength(rows: readonly VisualRow[], start: number, least: 1 | 2): number {
  const first = rows[start];
  if (first === undefined || first.segments.length < 2) return 0;
  const size = sizeOf(first);
  let end = start + 1;
  let several = 1;
  for (; end < rows.length; end += 1) {
    const [row, above] = [rows[end], rows[end - 1]];
    if (row === undefined || above === undefined || row.page !== first.page) break;
    const gap = row.y - above.y;
    if (gap < -size || gap > size * 4.5 || Math.abs(sizeOf(row) - size) > size * 0.25) break;
    const nearest = rows.slice(Math.max(start, end - rowsCompared), end);
    if (row.segments.length > 1) {
      if (!sharesColumn(row, nearest)) break;
      several += 1;
    } else if (!isContinuation(row, nearest, rows[end + 1], size)) break;
  }
  return several >= least ? end - start : 0;
}

/**
 * A line that wraps inside a cell, within one of the columns and not over the next: close to the row above or below, or in
 * a later column, where no paragraph begins. A cell of more lines than its neighbours begins above them.
 */
function isContinuation(
  row: VisualRow,
  above: readonly VisualRow[],
  below: VisualRow | undefined,
  size: number,
): boolean {
  const [segment] = row.segments;
  if (segment === undefined) return false;
  const columns = columnsOf(above);
  const index = columns.findIndex(({ x, right }) => segment.x < right && segment.right > x);
  const isUnder = row.y - (above.at(-1)?.y ?? 0) <= size * wrappedLeading;
  const isBeside = below !== undefined && below.page === row.page && Math.abs(below.y - row.y) < size * leastLeading;
  if (index === -1 || (index === 0 && !isUnder && !isBeside)) return false;
  const next = columns[index + 1];
  return Math.abs(segment.x - (columns[index]?.x ?? 0)) < size * 1.5 && (next === undefined || segment.right < next.x);
}

function sharesColumn(row: VisualRow, above: readonly VisualRow[]): boolean {
  const columns = columnsOf(above);
  const met = row.segments.filter((segment) =>
    columns.some(({ x, right }) => segment.x < right + 1 && segment.right > x - 1),
  );
  return met.length * 2 > row.segments.length;
}

/** The cells of rows that are one table; a line that wraps joins the cell above it. */
export function tableOfRows(rows: readonly VisualRow[]): PdfTable {
  const columns = columnsOf(rows);
  const size = Math.max(...rows.map(sizeOf));
  const gaps = rows.slice(1).map((row, index) => row.y - (rows[index]?.y ?? 0));
  const leading = Math.min(...gaps.filter((gap) => gap >= size * leastLeading));
  const isLoose = gaps.some((gap) => gap > leading * 1.35);
  const cells: string[][] = [];
  for (const [index, row] of rows.entries()) {
    const line = Array.from({ length: columns.length }, () => '');
    for (const segment of row.segments) {
      const column = columnOf(segment, columns);
      line[column] = joinedText(line[column] ?? '', segment.text);
    }
    const gap = gaps[index - 1] ?? Number.POSITIVE_INFINITY;
    const isClose = gap <= size * wrappedLeading && (isLoose ? gap <= leading * 1.2 : (line[0] ?? '') === '');
    const above = cells.at(-1);
    if (above !== undefined && (gap < size * leastLeading || isClose)) {
      for (const [column, text] of line.entries()) above[column] = joinedText(above[column] ?? '', text);
    } else cells.push(line);
  }
  return { rows: cells, hasHeader: looksLikeHeader(cells) };
}

/* Times the size: two lines of one cell are no nearer, so what is belongs to cells side by side; nor much farther. */
const leastLeading = 0.95;
const wrappedLeading = 1.75;

/**
 * The rows of text that only stands in columns, column by column; null where they are a table. A table is written row by
 * row, of text in columns the whole first column comes before the second.
 */
export function rowsOfColumns(rows: readonly VisualRow[]): readonly VisualRow[] | null {
  if (rows.length < leastColumnLines) return null;
  const columns = columnsOf(rows);
  const lines = columns.map((): VisualRow[] => []);
  for (const row of rows) {
    for (const segment of row.segments) lines[columnOf(segment, columns)]?.push({ ...row, segments: [segment] });
  }
  const orders = lines.map((column) => column.flatMap(({ segments }) => segments.map(({ order }) => order)));
  const isInOrder = orders.every(
    (column, index) => index === 0 || Math.min(...column) > Math.max(...(orders[index - 1] ?? [])),
  );
  return isInOrder ? lines.flat() : null;
}

/* Fewer lines may be two cells of a single row. */
const leastColumnLines = 4;

type Column = { readonly x: number; readonly right: number };

/** The columns as the rows of the most cells have them, each as wide as its widest cell. */
function columnsOf(rows: readonly VisualRow[]): readonly Column[] {
  const most = Math.max(...rows.map(({ segments }) => segments.length));
  const columns: Column[] = [];
  for (const row of rows.filter(({ segments }) => segments.length === most)) {
    for (const [index, { x, right }] of row.segments.entries()) {
      const column = columns[index];
      columns[index] =
        column === undefined ? { x, right } : { x: Math.min(column.x, x), right: Math.max(column.right, right) };
    }
  }
  return columns;
}

function columnOf({ x, right }: Segment, columns: readonly Column[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, column] of columns.entries()) {
    const overlap = Math.min(right, column.right) - Math.max(x, column.x);
    const distance =
      overlap > 0 ? Math.abs(x - column.x) - 1_000 : Math.min(Math.abs(x - column.right), Math.abs(column.x - right));
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function sizeOf({ segments }: VisualRow): number {
  return Math.max(...segments.map(({ size }) => size));
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Two lines as one: words with a space between them, Chinese and Japanese without. */
export function joinedText(above: string, text: string): string {
  if (above === '' || text === '') return above + text;
  if (wide.test(above.slice(-1)) && wide.test(text.slice(0, 1))) return above + text;
  return /[\p{L}\d]-$/u.test(above) ? above + text : `${above} ${text}`;
}
