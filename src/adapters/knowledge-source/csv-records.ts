import { CsvError, parse } from 'csv-parse/sync';

/** One row of a delimited table. `cells` is null where the row is broken; `raw` is how it begins in the file. */
export type CsvRecord = {
  /** 1-based, as a spreadsheet numbers it: the header and blank rows count, a quoted line break does not. */
  readonly row: number;
  readonly cells: readonly string[] | null;
  readonly raw: string;
};

/* A broken row of more lines than this is read on as rows of their own: a pasted letter has fewer. */
const maximumRemains = 50;

/**
 * The rows of a delimited text with `\n` line ends. A quote that is opened or closed where it cannot be breaks its own
 * row only: reading goes on at the next line, so one stray quote does not swallow the rest of the file.
 */
export function csvRecords(text: string, delimiter: string): readonly CsvRecord[] {
  const bytes = Buffer.from(text);
  const reading = new Reading();
  const hasSpacedQuotes = new RegExp(`(?:^|[${delimiter}]) +"`, 'mu').test(text.slice(0, 20_000));
  let offset = 0;
  while (offset < bytes.length) {
    const part = recordsUntilBroken(bytes.subarray(offset), delimiter, hasSpacedQuotes);
    for (const record of part.records) reading.take(record.cells, record.raw);
    if (part.brokenAt === null) break;
    const start = offset + part.brokenAt;
    const lineEnd = bytes.indexOf(10, start);
    const end = lineEnd === -1 ? bytes.length : lineEnd + 1;
    const line = bytes.subarray(start, end).toString();
    reading.takeBroken(line, part.isQuoteInsideCell ? cellsWithPlainQuotes(line, delimiter) : null);
    offset = end;
  }
  return reading.records;
}

/** The rows read so far, and whether the last of them is a broken one whose further lines may follow. */
class Reading {
  readonly records: CsvRecord[] = [];
  private readonly widths = new Set<number>();
  private remains = 0;

  take(cells: readonly string[], raw: string): void {
    if (this.isRemainOfBroken(cells)) return;
    this.widths.add(cells.length);
    this.remains = 0;
    this.push(cells, raw);
  }

  /** `repaired`: the line's cells where reading the quote as a plain character (5" screen) gives a row. */
  takeBroken(line: string, repaired: readonly string[] | null): void {
    if (repaired !== null && this.isRemainOfBroken(repaired)) return;
    if (repaired !== null && this.widths.has(repaired.length)) {
      this.take(repaired, line);
      return;
    }
    this.remains = maximumRemains;
    this.push(null, line);
  }

  /** Lines after a broken row belong to it until one has as many cells as a row had before. */
  private isRemainOfBroken(cells: readonly string[]): boolean {
    if (this.remains === 0 || this.widths.size === 0 || this.widths.has(cells.length)) return false;
    this.remains -= 1;
    return true;
  }

  private push(cells: readonly string[] | null, raw: string): void {
    this.records.push({ row: this.records.length + 1, cells, raw });
  }
}

type Part = {
  readonly records: readonly { readonly cells: readonly string[]; readonly raw: string }[];
  /** Where the first row begins that cannot be read, in bytes; null when all could. */
  readonly brokenAt: number | null;
  readonly isQuoteInsideCell: boolean;
};

function recordsUntilBroken(bytes: Buffer, delimiter: string, hasSpacedQuotes: boolean): Part {
  const records: { cells: readonly string[]; raw: string }[] = [];
  let read = 0;
  try {
    parse(bytes, {
      ...optionsFor(delimiter),
      trim: hasSpacedQuotes,
      raw: true,
      // With `raw` a record comes as this pair, which the types of csv-parse 7.0.3 do not say.
      on_record: (entry: unknown, context) => {
        const { record, raw } = entry as { record: string[]; raw: string };
        records.push({ cells: record, raw });
        read = context.bytes_records;
        return null;
      },
    });
    return { records, brokenAt: null, isQuoteInsideCell: false };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // csv-parse writes this code without the CSV_ prefix of its others (7.0.3).
    const isQuoteInsideCell = String(error.code).endsWith('INVALID_OPENING_QUOTE');
    return { records, brokenAt: read, isQuoteInsideCell };
  }
}

function cellsWithPlainQuotes(line: string, delimiter: string): readonly string[] | null {
  try {
    const records = parse(line, { ...optionsFor(delimiter), relax_quotes: true });
    return records.length === 1 ? (records[0] ?? null) : null;
  } catch {
    return null;
  }
}

function optionsFor(delimiter: string) {
  return { delimiter, record_delimiter: '\n', relax_column_count: true, skip_empty_lines: false, max_record_size: 0 };
}
