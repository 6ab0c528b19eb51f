import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import BetterSqlite from 'better-sqlite3';

/** What a thread of its own does with database files: reading gigabytes through would hold up the desk. */
export type FileTask =
  /** Writes what `source` holds at this moment to `target`, without a write-ahead log of its own. */
  | { readonly kind: 'copy'; readonly source: string; readonly target: string }
  /** Reads every page; rejects where one is damaged. */
  | { readonly kind: 'check'; readonly file: string };

/*
 * Plain JavaScript as text: the app is bundled into one file that has no neighbour to start a thread from, and tests and
 * command line run from the sources.
 */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const BetterSqlite = require(workerData.module);
const open = (file, options) => new BetterSqlite(file, { ...options, ...workerData.options });
async function copy({ source, target }) {
  const from = open(source, { readonly: true, fileMustExist: true });
  try {
    // Held open, it keeps the moment: else every write of the desk would begin the copy anew.
    from.exec('BEGIN');
    from.prepare('SELECT count(*) FROM sqlite_schema').get();
    await from.backup(target, {
      progress({ totalPages, remainingPages }) {
        parentPort.postMessage({ done: totalPages - remainingPages, total: totalPages });
        return 5000;
      },
    });
  } finally {
    from.close();
  }
  const to = open(target, { fileMustExist: true });
  try {
    to.pragma('journal_mode = DELETE');
  } finally {
    to.close();
  }
}
function check({ file }) {
  const db = open(file, { readonly: true, fileMustExist: true });
  try {
    const found = db.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw Object.assign(new Error(String(found)), { code: 'SQLITE_CORRUPT' });
  } finally {
    db.close();
  }
}
Promise.resolve()
  .then(() => (workerData.task.kind === 'copy' ? copy(workerData.task) : check(workerData.task)))
  .then(
    () => parentPort.postMessage({ isDone: true }),
    (error) => parentPort.postMessage({ failure: { message: String(error.message), code: String(error.code ?? '') } }),
  );
`;

type Told =
  | { readonly isDone: true }
  | { readonly done: number; readonly total: number }
  | { readonly failure: { readonly message: string; readonly code: string } };

/** Runs a task in a thread of its own. Rejects with what SQLite said, as `SqliteError`. */
export function runFileTask(
  task: FileTask,
  nativeBinding: string | undefined,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const module = createRequire(import.meta.url).resolve('better-sqlite3');
  const options = nativeBinding === undefined ? {} : { nativeBinding };
  const worker = new Worker(program, { eval: true, workerData: { module, options, task } });
  return new Promise((resolve, reject) => {
    worker.on('message', (told: Told) => {
      if ('done' in told) onProgress?.(told.done, told.total);
      else if ('failure' in told) reject(new BetterSqlite.SqliteError(told.failure.message, told.failure.code));
      else resolve();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread ended by itself (${code})`)));
  });
}
