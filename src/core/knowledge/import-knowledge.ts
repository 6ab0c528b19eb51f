import { AppError } from '#shared/errors.ts';
import { largestImport } from '#shared/model/knowledge.ts';
import type { ImportReport, ImportRow, KnowledgeOrigin, KnowledgePlace } from '#shared/model/knowledge.ts';
import type { KnowledgeFile, KnowledgeReader } from '../ports/knowledge-reader.ts';
import type { PlannedChange } from '../sources/plan-changes.ts';
import { planOf } from '../sources/plan-source.ts';
import { piecesOf } from '../sources/source-piece.ts';
import { type TakeDeps, everything, takePlan } from '../sources/take-plan.ts';

export type ImportDeps = TakeDeps & { readonly reader: KnowledgeReader };

export type ImportInput = {
  readonly storeId: string;
  /** Where its entries live; left out: the store's own. */
  readonly place?: KnowledgePlace;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly isDryRun: boolean;
  readonly origin?: KnowledgeOrigin['origin'];
};

const addedRowsReported = 100;

/**
 * Takes a file that is given once, row by row: new ones are added; the same question with another answer is updated where
 * it came from a file of the same name, else added beside it; what is there already stays unchanged; a row given twice in
 * the file is merged; what cannot be used is refused with its reason. What a person has written or changed is never
 * overwritten, and nothing is gone. Errors: `file_too_large`, and those of the reader.
 */
export async function importKnowledge(
  deps: ImportDeps,
  input: ImportInput,
  onProgress?: (done: number, total: number) => void,
): Promise<ImportReport> {
  const { name, bytes } = input.file;
  if (bytes.byteLength > largestImport)
    throw new AppError('file_too_large', `${name} is larger than 64 MiB`, { detail: { file: name } });
  const file = await deps.reader.read(input.file);
  const nothing: ReadonlySet<string> = new Set();
  const plan = await planOf(
    deps,
    {
      sourceId: null,
      place: input.place ?? { storeId: input.storeId, setId: null },
      origin: input.origin ?? 'import',
    },
    {
      pieces: piecesOf(name, file.rows),
      coverage: { isWhole: false, read: nothing, same: nothing, unread: nothing },
      problems: [],
      state: null,
    },
    [],
  );
  if (!input.isDryRun) await takePlan(deps, plan, everything, `Imported from ${name}`, onProgress);
  return reportOf(input, file, plan.changes);
}

function reportOf(input: ImportInput, file: KnowledgeFile, changes: readonly PlannedChange[]): ImportReport {
  const counts = { added: 0, updated: 0, merged: 0, unchanged: 0, refused: 0 };
  const rows: ImportRow[] = [];
  for (const change of changes) {
    const row = rowOf(change);
    counts[row.result]++;
    if (row.result !== 'added' || counts.added <= addedRowsReported) rows.push(row);
  }
  const { format, encoding } = file;
  return { file: input.file.name, format, encoding, isDryRun: input.isDryRun, counts, rows };
}

function rowOf({ change, piece, reason }: PlannedChange): ImportRow {
  const isPlain =
    reason === 'edited_here' || reason === 'retired_here' || reason === 'to_look_at' || reason === 'mostly_gone';
  return {
    row: piece?.place.row ?? 1,
    result: change === 'changed' ? 'updated' : change === 'gone' ? 'unchanged' : change,
    reason: isPlain ? null : (reason ?? (change === 'unchanged' ? 'same_in_knowledge' : null)),
    excerpt: piece?.excerpt ?? '',
  };
}
