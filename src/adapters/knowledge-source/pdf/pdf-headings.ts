import { type VisualRow, rowText } from './visual-rows.ts';

/** What ordinary text of a document looks like. */
export type BodyStyle = {
  readonly size: number;
  /** Null where no font has most of the text: some writers make a font for every few letters. */
  readonly font: string | null;
  /** From one line to the next of a paragraph. */
  readonly leading: number;
  /** Where its lines end at the latest. */
  readonly right: number;
};

export function bodyStyle(rows: readonly VisualRow[]): BodyStyle {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  for (const { segments } of rows) {
    for (const { size, font, text } of segments) {
      const rounded = Math.round(size * 2) / 2;
      sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
      fonts.set(font, (fonts.get(font) ?? 0) + text.length);
    }
  }
  const size = mostOf(sizes) ?? 10;
  const gaps = new Map<number, number>();
  for (const [index, row] of rows.entries()) {
    const gap = row.y - (rows[index - 1]?.y ?? Number.POSITIVE_INFINITY);
    if (gap > size * 0.8 && gap < size * 2.2)
      gaps.set(Math.round(gap * 2) / 2, (gaps.get(Math.round(gap * 2) / 2) ?? 0) + 1);
  }
  const font = mostOf(fonts) ?? '';
  const letters = [...fonts.values()].reduce((sum, count) => sum + count, 0);
  const ends = rows
    .flatMap(({ segments }) => (segments.length === 1 ? segments.map(({ right }) => right) : []))
    .toSorted((one, other) => one - other);
  return {
    size,
    font: (fonts.get(font) ?? 0) * 2 > letters ? font : null,
    leading: mostOf(gaps) ?? size * 1.3,
    right: ends[Math.floor(ends.length * 0.95)] ?? 0,
  };
}

function mostOf<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  let best: Key | undefined;
  let most = 0;
  for (const [key, count] of counts) if (count > most) [best, most] = [key, count];
  return best;
}

/** How a heading is set: larger than the body, or in a font of its own; null for a row that is no heading. */
export type HeadingStyle = { readonly size: number; readonly isOtherFont: boolean; readonly parts: number };

const longestLine = 120;

export function headingStyle(row: VisualRow, above: VisualRow | undefined, body: BodyStyle): HeadingStyle | null {
  const text = rowText(row);
  const [first] = row.segments;
  if (first === undefined || text.length > longestLine || !/\p{L}/u.test(text)) return null;
  const size = Math.round(Math.max(...row.segments.map((segment) => segment.size)) * 2) / 2;
  const isOtherFont = body.font !== null && row.segments.every(({ font }) => font !== body.font);
  const numbering = numberingOf(text);
  const style = { size, isOtherFont, parts: numbering };
  if (size >= body.size * 1.08 && size - body.size >= 0.75) return style;
  if (size < body.size - 0.5 || /[.,;:。；，、：]$/u.test(text) || bullet.test(text)) return null;
  const stands =
    above === undefined || above.page !== row.page || row.y - above.y > body.leading * 1.15 || row.y < above.y;
  // A line that reaches the margin is the first of a paragraph.
  const isFull = (row.segments.at(-1)?.right ?? 0) > body.right - body.size * 2;
  if (isOtherFont && stands && !isFull && text.length <= 80) return style;
  return numbering > 0 && stands && text.length <= 60 && isChapter.test(text) ? style : null;
}

export const bullet = /^(?:[•●○◦▪▫■□‣⁃∙・·*–—-]|\(?\d{1,2}[.)）]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳])\s*\S/u;

const isChapter =
  /^(?:\d{1,2}(?:\.\d{1,2}){1,4}\.?\s+\S|第[一二三四五六七八九十百\d]+[章节節条條]|[一二三四五六七八九十]{1,3}、)/u;

/** 1.2.3 has three parts; no number none. */
function numberingOf(text: string): number {
  if (/^第[一二三四五六七八九十百\d]+章|^[一二三四五六七八九十]{1,3}、/u.test(text)) return 1;
  if (/^第[一二三四五六七八九十百\d]+[节節条條]/u.test(text)) return 2;
  const number = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s/u.exec(text)?.[1];
  return number === undefined ? 0 : number.split('.').length;
}

/** The depth of each style: larger stands above smaller, and at one size fewer numbers above more. */
export function headingDepths(styles: readonly HeadingStyle[]): (style: HeadingStyle) => number {
  const order = (style: HeadingStyle): number =>
    style.size * 100 + (style.isOtherFont ? 20 : 0) - Math.max(0, style.parts - 1);
  const ranks = [...new Set(styles.map(order))].sort((left, right) => right - left);
  return (style) => ranks.indexOf(order(style)) + 1;
}
