export type CsvValue = string | number | boolean | null;

/**
 * A table as CSV (RFC 4180): comma, CRLF, quotes where they are needed, and the byte order mark by which spreadsheets
 * know UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection").
 */
export function csvOf(header: readonly string[], rows: ReadonlyArray<readonly CsvValue[]>): string {
  const lines = [header, ...rows].map((row) => row.map(field).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** A spreadsheet looks past white space for what begins a formula, and takes the wide forms for the narrow ones. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function field(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const harmless = harmlessText(value);
  return /[",\t\r\n]/.test(harmless) || value !== value.trim() ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A text with an apostrophe before it where a spreadsheet would take it for a formula. */
export function harmlessText(value: string): string {
  return formula.test(value) ? `'${value}` : value;
}
