import { type Element, attribute, isUnread, walk } from './element.ts';
import { plainText } from './plain-text.ts';

/* Nobody reads a wider or longer table; spans beyond it are a mistake or a trap. */
const widest = 200;
const mostSpannedRows = 1_000;

export type HtmlTable = { readonly rows: readonly (readonly string[])[]; readonly hasHeader: boolean };

/** The cells of a table. A cell that spans rows is repeated in each; one that spans columns is repeated in headers only. */
export function tableOf(table: Element): HtmlTable {
  const rows: (readonly string[])[] = [];
  const headers: (readonly string[])[] = [];
  let carried: Carried[] = [];
  let group: unknown = null;
  for (const line of linesOf(table)) {
    // A cell spans no further than its group of rows (HTML, 4.9.12).
    if (line.parentNode !== group) carried = [];
    group = line.parentNode;
    const cells = cellsOf(line);
    const isHeader = isInHead(line) || (cells.length > 0 && cells.every(({ tagName }) => tagName === 'th'));
    const row = rowOf(cells, carried, isHeader);
    if (row.every((text) => text === '')) continue;
    if (isHeader && rows.length === 0) headers.push(row);
    else rows.push(row);
  }
  if (headers.length > 0) return { rows: [joinedHeader(headers), ...rows], hasHeader: true };
  // A table without `th` has its names in its first row all the same, unless that is wide text or its only row.
  return { rows, hasHeader: rows.length > 1 && looksLikeHeader(rows) };
}

/** What a cell above says in this column, and in how many rows more. */
type Carried = { readonly text: string; left: number };

function rowOf(cells: readonly Element[], carried: Carried[], isHeader: boolean): readonly string[] {
  const row: string[] = [];
  const takeCarried = (): void => {
    for (let above = carried[row.length]; above !== undefined && above.left > 0; above = carried[row.length]) {
      above.left -= 1;
      row.push(above.text);
    }
  };
  for (const cell of cells) {
    takeCarried();
    const text = plainText(cell, ' ');
    const columns = spanOf(cell, 'colspan', widest);
    const left = spanOf(cell, 'rowspan', mostSpannedRows) - 1;
    for (let column = 0; column < columns && row.length < widest; column += 1) {
      const shown = column === 0 || isHeader ? text : '';
      carried[row.length] = { text: shown, left };
      row.push(shown);
    }
  }
  takeCarried();
  return row;
}

/** Names in several rows as one: "Charge" over "Letter" is "Charge Letter". */
function joinedHeader(headers: readonly (readonly string[])[]): readonly string[] {
  const width = Math.max(...headers.map((row) => row.length));
  return Array.from({ length: width }, (_, column) =>
    [...new Set(headers.map((row) => row[column] ?? ''))].filter((text) => text !== '').join(' '),
  );
}

/** Names of columns are short, all there, and not figures. */
export function looksLikeHeader(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = rows;
  const isNamed =
    first.length > 1 && first.every((cell) => cell !== '' && cell.length <= 60 && !/^[\d\s.,:%$€£¥-]+$/u.test(cell));
  return isNamed && others.every((row) => row.length <= first.length) && new Set(first).size === first.length;
}

function linesOf(table: Element): readonly Element[] {
  const lines: Element[] = [];
  walk(table, {
    enter(element) {
      if (isUnread(element) || element.tagName === 'table' || element.tagName === 'caption') return false;
      if (element.tagName !== 'tr') return true;
      lines.push(element);
      return false;
    },
  });
  return lines;
}

function cellsOf(line: Element): readonly Element[] {
  return line.childNodes.filter(
    (node): node is Element => (node.nodeName === 'td' || node.nodeName === 'th') && !isUnread(node as Element),
  );
}

function isInHead(line: Element): boolean {
  return line.parentNode?.nodeName === 'thead';
}

function spanOf(cell: Element, name: string, most: number): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isNaN(span) ? 1 : Math.min(most, Math.max(1, span));
}
