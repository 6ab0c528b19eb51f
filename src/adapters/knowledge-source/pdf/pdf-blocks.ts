import type { Block } from '../document/blocks.ts';
import { tableBlocks } from '../document/table-lines.ts';
import { type BodyStyle, type HeadingStyle, bodyStyle, bullet, headingDepths, headingStyle } from './pdf-headings.ts';
import type { PdfText } from './pdf-pages.ts';
import { type PdfTable, joinedText, rowsOfColumns, tableLength, tableOfRows } from './pdf-table.ts';
import { type VisualRow, rowText, visualRows, withoutRunningRows } from './visual-rows.ts';

/** Lines of pages put together to what their writer wrote. */
type Part = { readonly page: number; readonly top: VisualRow } & (
  | { readonly kind: 'heading'; readonly text: string; readonly style: HeadingStyle }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'item'; readonly text: string }
  | { readonly kind: 'table'; readonly table: PdfTable }
);

/** The blocks of a PDF, each with its page. */
export function pdfBlocks({ pages, outline }: PdfText): readonly Block[] {
  const rows = withoutRunningRows(pages, pages.map(visualRows)).flat();
  const body = bodyStyle(rows);
  const parts = partsOf(rows, body);
  const depthInOutline = new Map(outline.map(({ title, depth }) => [folded(title), depth]));
  const depthOf = depthsOf(parts, depthInOutline);
  const blocks: Block[] = [];
  let items: string[] = [];
  for (const [index, part] of parts.entries()) {
    const place = { row: blocks.length + 1, page: part.page };
    if (part.kind === 'item') {
      items.push(part.text);
      const next = parts[index + 1];
      if (next?.kind === 'item' && next.page === part.page) continue;
      blocks.push({ kind: 'lines', lines: items, ...place });
      items = [];
    } else if (part.kind === 'heading') {
      blocks.push({ kind: 'heading', depth: depthOf(part), text: part.text, ...place });
    } else if (part.kind === 'table') {
      blocks.push(...tableBlocks(part.table.rows, part.table.hasHeader, place));
    } else blocks.push({ kind: 'text', text: part.text, ...place });
  }
  return blocks.map((block, index) => ({ ...block, row: index + 1 }));
}

function partsOf(found: readonly VisualRow[], body: BodyStyle): readonly Part[] {
  const rows = [...found];
  const parts: Part[] = [];
  let header: readonly string[] | null = null;
  for (let index = 0; index < rows.length;) {
    const [row, above] = [rows[index], rows[index - 1]];
    if (row === undefined) break;
    const goesOn = isTableRow(row, parts.at(-1), header);
    const length = tableLength(rows, index, goesOn ? 1 : 2);
    const columns = rowsOfColumns(rows.slice(index, index + length));
    if (columns !== null) {
      rows.splice(index, length, ...columns);
      continue;
    }
    if (length > 0) {
      const table: PdfTable = continuedTable(tableOfRows(rows.slice(index, index + length)), parts.at(-1), header);
      header = table.hasHeader ? (table.rows[0] ?? null) : null;
      parts.push({ kind: 'table', page: row.page, top: row, table });
      index += length;
      continue;
    }
    const last = parts.at(-1);
    const joined = last === undefined || above === undefined ? null : joinedPart(last, row, above, body);
    if (joined === null) parts.push(newPart(row, above, body));
    else parts[parts.length - 1] = joined;
    index += 1;
  }
  return parts;
}

/** Whether a row is the first of its page and has as many cells as the table that ended the page before. */
function isTableRow(row: VisualRow, last: Part | undefined, header: readonly string[] | null): boolean {
  return last?.kind === 'table' && last.page === row.page - 1 && row.segments.length === header?.length;
}

/** A table that goes on from the page before takes its header from there, whether it repeats it or not. */
function continuedTable(table: PdfTable, last: Part | undefined, header: readonly string[] | null): PdfTable {
  if (header === null || last?.kind !== 'table' || table.rows[0]?.length !== header.length) return table;
  const repeats = table.rows[0].every((cell, index) => cell === header[index]);
  return { rows: repeats ? table.rows : [header, ...table.rows], hasHeader: true };
}

function newPart(row: VisualRow, above: VisualRow | undefined, body: BodyStyle): Part {
  const text = rowText(row);
  const place = { page: row.page, top: row };
  const style = headingStyle(row, above, body);
  if (style !== null) return { kind: 'heading', text, style, ...place };
  return bullet.test(text)
    ? { kind: 'item', text: text.replace(mark, '- '), ...place }
    : { kind: 'text', text, ...place };
}

const mark = /^[•●○◦▪▫■□‣⁃∙・·*–—-]\s*/u;

/** The part with a line that goes on from it; null where the line begins something new. */
function joinedPart(last: Part, row: VisualRow, above: VisualRow, body: BodyStyle): Part | null {
  if (last.kind === 'table') return null;
  const text = rowText(row);
  const style = headingStyle(row, above, body);
  const gap = row.y - above.y;
  if (last.kind === 'heading') {
    const isSame = style !== null && style.size === last.style.size && style.isOtherFont === last.style.isOtherFont;
    const isClose = gap > 0 && gap < last.style.size * 1.45 && row.page === last.page;
    return isSame && isClose && style.parts === 0 ? { ...last, text: joinedText(last.text, text) } : null;
  }
  if (style !== null || bullet.test(text)) return null;
  if (row.page !== above.page) {
    // A sentence that the end of the page cut goes on; its page is where it began.
    return /[\p{L}\p{N},，、]$/u.test(last.text) &&
      /^[\p{Ll}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
      ? { ...last, text: joinedText(last.text, text) }
      : null;
  }
  const isNextColumn = gap < 0;
  if (gap > body.leading * 1.35) return null;
  if (isNextColumn && /[.!?。！？]$/u.test(last.text)) return null;
  return beginsParagraph(row, above, last, body) ? null : { ...last, text: joinedText(last.text, text) };
}

/**
 * An indented line begins a paragraph, and one whose first word would have had room on the line above: that line was ended
 * by its writer, at the end of a sentence or of a short item.
 */
function beginsParagraph(row: VisualRow, above: VisualRow, last: Part, body: BodyStyle): boolean {
  if (row.y < above.y) return false;
  const [first, lastAbove] = [row.segments[0], above.segments.at(-1)];
  if (first === undefined || lastAbove === undefined) return false;
  const indent = first.x - (above.segments[0]?.x ?? first.x);
  if (last.kind === 'item' && indent < -body.size * 0.5) return true;
  const isSentenceEnd = /[.!?:;。！？：；]["'”’」』)）]?$/u.test(lastAbove.text);
  if (isSentenceEnd && last.kind === 'text' && indent > body.size * 1.2) return true;
  const word = /^\p{Script=Han}|^[\p{Script=Hiragana}\p{Script=Katakana}]|^\S+/u.exec(first.text)?.[0] ?? '';
  const wordWidth = ((first.right - first.x) / Math.max(1, first.text.length)) * (word.length + 1);
  const hadRoom = lastAbove.right + wordWidth * 1.2 < body.right;
  return hadRoom && (isSentenceEnd || lastAbove.right - first.x < (body.right - first.x) * 0.6);
}

/** By the outline where it names the heading; else by how it is set, below or above all that the outline names. */
function depthsOf(
  parts: readonly Part[],
  outlined: ReadonlyMap<string, number>,
): (part: Part & { readonly kind: 'heading' }) => number {
  const headings = parts.filter((part) => part.kind === 'heading');
  const byStyle = headingDepths(headings.map(({ style }) => style));
  const named = headings.filter(({ text }) => outlined.has(folded(text)));
  // An outline that names few of the headings is somebody's bookmarks.
  if (named.length * 2 < headings.length || named.length < 2) return ({ style }) => byStyle(style);
  const largest = Math.max(...named.map(({ style }) => style.size));
  const deepest = Math.max(...outlined.values());
  return ({ text, style }) => {
    const depth = outlined.get(folded(text));
    if (depth !== undefined) return depth + 1;
    return style.size > largest ? 1 : deepest + 1 + byStyle(style);
  };
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.]+/gu, '');
}
