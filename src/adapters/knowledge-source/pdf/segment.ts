/** A run of text on one line of a page without a gap in it. Points, from the page's top left corner. */
export type Segment = {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** Its baseline. */
  readonly y: number;
  readonly size: number;
  readonly font: string;
  /** Its number among those of its page, as they were written. */
  readonly order: number;
};

/** A page's text in the order it was written. */
export type PdfPage = {
  /** 1-based. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly segments: readonly Segment[];
};

/** What pdf.js gives for a run, its place already turned to the page's top left corner. */
export type TextRun = Omit<Segment, 'order'>;

/** Runs joined where they stand side by side on one line: writers place words, letters and accents one by one. */
export function segmentsOf(runs: readonly TextRun[]): readonly Segment[] {
  const segments: TextRun[] = [];
  let open: TextRun | null = null;
  let isSpaced = false;
  for (const run of runs) {
    if (run.text.trim() === '') {
      isSpaced ||= run.right - run.x > 0 || run.text !== '';
      continue;
    }
    const joined: TextRun | null = open === null ? null : joinedRun(open, run, isSpaced);
    if (joined === null && open !== null) segments.push(open);
    open = joined ?? run;
    isSpaced = /\s$/u.test(run.text);
  }
  if (open !== null) segments.push(open);
  return segments.map((segment, order) => ({ ...segment, order, text: segment.text.replace(/\s+/gu, ' ').trim() }));
}

/** Null where the run stands elsewhere; the same segment where it is the same text drawn again to look bold. */
function joinedRun(open: TextRun, run: TextRun, isSpaced: boolean): TextRun | null {
  const size = Math.max(open.size, run.size);
  if (Math.abs(run.y - open.y) > size * 0.4) return null;
  if (run.text === open.text && Math.abs(run.x - open.x) < size * 0.2) return open;
  const gap = run.x - open.right;
  if (gap < -size * 0.6 || gap > size * 1.1) return null;
  const isWord = isSpaced || gap > size * 0.2;
  const separator = isWord && !/\s$/u.test(open.text) && !/^\s/u.test(run.text) ? ' ' : '';
  const isMain = run.text.length > open.text.length;
  return {
    text: open.text + separator + run.text,
    x: open.x,
    right: Math.max(open.right, run.right),
    y: open.y,
    size,
    font: isMain ? run.font : open.font,
  };
}
