import { columnsOfHeader } from './csv-columns.ts';

const delimiters = [',', '\t', ';', '|'] as const;

/** What stands between the cells of a delimited text with `\n` line ends, and where its rows begin. */
export type Delimited = {
  readonly delimiter: string;
  /** Without the line `sep=;` that some spreadsheets write first and do not count as a row. */
  readonly body: string;
  readonly hasNamedColumns: boolean;
  /** The share of the first lines that have the same number of cells, 0.5 to 1. */
  readonly share: number;
};

/**
 * The delimiter of a text, or null when its lines share none. A header that names its columns decides; otherwise the
 * character that occurs equally often in most of the first lines.
 */
export function delimitedText(text: string): Delimited | null {
  const named = /^sep=([,;|\t])\n/iu.exec(text);
  if (named?.[1] !== undefined)
    return { delimiter: named[1], body: text.slice(named[0].length), hasNamedColumns: true, share: 1 };

  const [firstLine = ''] = text.trimStart().split('\n', 1);
  const ofHeader = delimiters.find((delimiter) => columnsOfHeader(firstLine.split(delimiter)) !== null);
  if (ofHeader !== undefined) return { delimiter: ofHeader, body: text, hasNamedColumns: true, share: 1 };

  const lines = sampleLines(text);
  const best = delimiters
    .map((delimiter) => ({ delimiter, share: shareOfCommonCount(lines, delimiter) }))
    .reduce((left, right) => (right.share > left.share ? right : left));
  return best.share >= 0.5 ? { ...best, body: text, hasNamedColumns: false } : null;
}

/** The first lines with quoted cells left out, as what stands in quotes separates nothing. */
function sampleLines(text: string): readonly string[] {
  return text
    .slice(0, 50_000)
    .replace(/(^|[,;|\t\n] *)"(?:[^"]|"")*"(?=\s*(?:[,;|\t\n]|$))/gu, '$1q')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 30);
}

/** The share of lines in which the delimiter occurs as often as in most lines; 0 when most have none. */
function shareOfCommonCount(lines: readonly string[], delimiter: string): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values()) / Math.max(1, lines.length);
}
