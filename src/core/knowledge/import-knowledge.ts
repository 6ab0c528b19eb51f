import { AppError } from '#shared/errors.ts';
import { largestImport } from '#shared/model/knowledge.ts';
import type {
  ImportReport,
  ImportRow,
  KnowledgeContent,
  KnowledgeEntry,
  KnowledgeSource,
} from '#shared/model/knowledge.ts';
import type { KnowledgeFileRow, KnowledgeReader } from '../ports/knowledge-reader.ts';
import { type KnowledgeDeps, addEntry, appendVersion } from './save-knowledge.ts';

export type ImportDeps = KnowledgeDeps & {
  readonly reader: KnowledgeReader;
  /** Lets other work run between slices of a long import. */
  readonly passTurn: () => Promise<void>;
};

export type ImportInput = {
  readonly storeId: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly isDryRun: boolean;
  readonly origin?: KnowledgeSource['origin'];
};

const slice = 200;
const addedRowsReported = 100;

/**
 * Takes a file of questions and answers, row by row: new ones are added; the same question with another answer is
 * updated where it came from the same file, else added beside it; what is there already stays unchanged; a row given
 * twice in the file is merged; what cannot be used is refused with its reason. Slices of rows are one transaction each.
 * Errors: `file_too_large`, and those of the reader.
 */
export async function importKnowledge(
  deps: ImportDeps,
  input: ImportInput,
  onProgress?: (done: number, total: number) => void,
): Promise<ImportReport> {
  const { name, bytes } = input.file;
  if (bytes.byteLength > largestImport)
    throw new AppError('file_too_large', `${name} is larger than 64 MiB`, { detail: { file: name } });
  const file = deps.reader.read(input.file);
  const course: Course = {
    inFile: new Set(file.rows.flatMap((row) => (row.content === null ? [] : [rowKey(row.content)]))),
    seen: new Set(),
    replaced: new Set(),
  };
  const results: ImportRow[] = [];
  for (let start = 0; start < file.rows.length; start += slice) {
    const rows = file.rows.slice(start, start + slice);
    deps.transaction(() => {
      for (const row of rows) results.push(takenRow(deps, input, row, course));
    });
    onProgress?.(Math.min(start + slice, file.rows.length), file.rows.length);
    await deps.passTurn();
  }
  if (!input.isDryRun && results.some((row) => row.result === 'added' || row.result === 'updated')) {
    deps.emit('knowledge.changed', { storeId: input.storeId });
  }
  return reportOf(input, file.format, file.encoding, results);
}

/** What an import has to remember from row to row. */
type Course = {
  /** Keys of all rows of the file. */
  readonly inFile: ReadonlySet<string>;
  readonly seen: Set<string>;
  /** Entries that a row of this file has taken the place of. */
  readonly replaced: Set<string>;
};

function takenRow(deps: ImportDeps, input: ImportInput, row: KnowledgeFileRow, course: Course): ImportRow {
  const done = (result: ImportRow['result'], reason: ImportRow['reason'] = null): ImportRow => ({
    row: row.row,
    result,
    reason,
    excerpt: row.excerpt,
  });
  if (row.content === null) return done('refused', row.refusal);
  const { content } = row;
  const key = rowKey(content);
  if (course.seen.has(key)) return done('merged', 'same_in_file');
  course.seen.add(key);
  const same = deps.knowledge.findByQuestion(input.storeId, content.question);
  if (same.some((entry) => rowKey(entry) === key)) return done('unchanged', 'same_in_knowledge');
  const source: KnowledgeSource = { origin: input.origin ?? 'import', file: input.file.name, row: row.row };
  const earlier = earlierOf(same, source, course);
  if (earlier !== undefined) course.replaced.add(earlier.id);
  if (!input.isDryRun) {
    if (earlier === undefined) addEntry(deps, input.storeId, content, source);
    else appendVersion(deps, earlier, { content, source });
  }
  return done(earlier === undefined ? 'added' : 'updated');
}

/**
 * The entry of which a row is the new wording: of the same file, and said by no row of it any more; the one of the same
 * row where there are several.
 */
function earlierOf(
  same: readonly KnowledgeEntry[],
  source: KnowledgeSource,
  course: Course,
): KnowledgeEntry | undefined {
  const gone = same.filter(
    (entry) => entry.source.file === source.file && !course.inFile.has(rowKey(entry)) && !course.replaced.has(entry.id),
  );
  return gone.find((entry) => entry.source.row === source.row) ?? gone[0];
}

/** Rows are the same when question, answer and scope are, white space and letter case aside. */
function rowKey(content: KnowledgeContent): string {
  const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return JSON.stringify([folded(content.question), folded(content.answer), [...content.scope].sort(), content.topic]);
}

function reportOf(
  input: ImportInput,
  format: ImportReport['format'],
  encoding: string,
  results: readonly ImportRow[],
): ImportReport {
  const counts = { added: 0, updated: 0, merged: 0, unchanged: 0, refused: 0 };
  const rows: ImportRow[] = [];
  for (const row of results) {
    counts[row.result]++;
    if (row.result !== 'added' || counts.added <= addedRowsReported) rows.push(row);
  }
  return { file: input.file.name, format, encoding, isDryRun: input.isDryRun, counts, rows };
}
