import type { PdfPage, Segment } from './segment.ts';

/** What stands at one height of a page, left to right: a line of text, or the line of a table. */
export type VisualRow = {
  readonly page: number;
  readonly y: number;
  readonly segments: readonly Segment[];
};

/* The cells of one table row are written close after each other; the columns of a newspaper are not. */
const nearInOrder = 24;
/* Times the size of its text. */
const tallestCell = 8;

type OpenRow = { y: number; last: number; segments: Segment[] };

/** The rows of a page in the order they were written, so that text in columns stays a column. */
export function visualRows(page: PdfPage): readonly VisualRow[] {
  const rows: OpenRow[] = [];
  let open: OpenRow[] = [];
  for (const [index, segment] of page.segments.entries()) {
    open = open.filter(({ last }) => index - last <= nearInOrder);
    const row = open.findLast(
      ({ y, segments }) =>
        Math.abs(y - segment.y) < segment.size * 0.4 &&
        segments.every((other) => segment.x >= other.right - 1 || segment.right <= other.x + 1),
    );
    if (row === undefined) {
      const begun = { y: segment.y, last: index, segments: [segment] };
      // A cell is written to its end before the next begins, which may begin higher.
      let at = rows.length;
      while (at > 0 && isJustBelow(rows[at - 1], segment, open)) at -= 1;
      rows.splice(at, 0, begun);
      open.push(begun);
    } else {
      row.segments.push(segment);
      row.last = index;
    }
  }
  return rows.map(({ y, segments }) => ({
    page: page.number,
    y,
    segments: segments.toSorted((left, right) => left.x - right.x),
  }));
}

function isJustBelow(row: OpenRow | undefined, { y, size }: Segment, open: readonly OpenRow[]): boolean {
  return row !== undefined && row.y > y && row.y - y < size * tallestCell && open.includes(row);
}

export function rowText({ segments }: VisualRow): string {
  return segments.map(({ text }) => text).join(' ');
}

/** Lines that every page repeats at its top or bottom, and page numbers, left out. */
export function withoutRunningRows(
  pages: readonly PdfPage[],
  rowsOfPages: readonly (readonly VisualRow[])[],
): readonly (readonly VisualRow[])[] {
  const seen = new Map<string, Set<number>>();
  const edgeKeys = pages.map((page, index) =>
    (rowsOfPages[index] ?? []).map((row) => {
      const edge = row.y < page.height * 0.1 ? 'top' : row.y > page.height * 0.9 ? 'bottom' : null;
      if (edge === null) return null;
      const key = `${edge} ${Math.round(row.y / 3)} ${rowText(row).replace(/\d+/gu, '#')}`;
      seen.set(key, (seen.get(key) ?? new Set()).add(index));
      return key;
    }),
  );
  const isRunning = (key: string): boolean => {
    const count = seen.get(key)?.size ?? 0;
    return count >= 2 && count * 2 >= pages.length;
  };
  return rowsOfPages.map((rows, page) =>
    rows.filter((row, index) => {
      const key = edgeKeys[page]?.[index] ?? null;
      return key === null || !(isRunning(key) || isPageNumber(rowText(row)));
    }),
  );
}

function isPageNumber(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  return /^(?:[-–—]\s*)?(?:page|seite|p\.|第)?\s*\d{1,4}\s*(?:(?:of|\/|von)\s*\d{1,4})?\s*(?:页|頁|ページ)?(?:\s*[-–—]|[/／共]\s*共?\s*\d{1,4}\s*(?:页|頁|ページ)?)?$/iu.test(
    plain,
  );
}
