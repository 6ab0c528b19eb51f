import type { EmitEvent } from '#shared/contract/index.ts';
import type { ImportReport, ImportRow } from '#shared/model/knowledge.ts';
import { sampleEntries } from './sample.ts';

const results = ['added', 'added', 'added', 'unchanged', 'added', 'updated', 'merged', 'refused', 'added'] as const;

function rowAt(index: number): ImportRow {
  const result = results[index % results.length] ?? 'added';
  const reason =
    result === 'refused' ? (index % 2 === 0 ? 'no_answer' : 'broken_row') : result === 'merged' ? 'same_in_file' : null;
  return { row: index + 2, result, reason, excerpt: sampleEntries[index % sampleEntries.length]?.question ?? '' };
}

/** What an import would say, whatever is in the file. */
export async function fakeImport(file: string, isDryRun: boolean, emit: EmitEvent): Promise<ImportReport> {
  const rows = Array.from({ length: 400 }, (_, index) => rowAt(index));
  for (let done = 0; done <= 400; done += 100) {
    emit('progress.changed', { task: 'import', subject: file, done, total: 400, isFinished: done === 400 });
    await new Promise((resolve) => setTimeout(resolve, 80));
  }
  const count = (result: ImportRow['result']): number => rows.filter((row) => row.result === result).length;
  return {
    file,
    format: 'csv',
    encoding: 'gb18030',
    isDryRun,
    counts: {
      added: count('added'),
      updated: count('updated'),
      merged: count('merged'),
      unchanged: count('unchanged'),
      refused: count('refused'),
    },
    rows,
  };
}
