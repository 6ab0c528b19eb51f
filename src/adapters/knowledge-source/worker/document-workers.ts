import { Worker } from 'node:worker_threads';
import { AppError, errorOf } from '#shared/errors.ts';
import { unreadable } from '../document/unreadable.ts';
import type { DocumentAnswer, DocumentResult, DocumentTask } from './document-task.ts';

/** What reading one document may take. */
export type DocumentLimits = {
  /** Objects of the worker, MiB. */
  readonly heapMb: number;
  /** By how much the whole process may grow meanwhile, MiB: buffers count here and not as objects. */
  readonly growthMb: number;
  readonly timeMs: number;
};

/* The largest honest documents (64 MiB, thousands of pages) take about a third of each. */
const usualLimits: DocumentLimits = { heapMb: 512, growthMb: 768, timeMs: 120_000 };

const watchedEveryMs = 50;
/* Starting a worker and loading its parsers takes a fifth of a second, which a folder of files need not pay for each. */
const restsForMs = 5_000;

export type DocumentWorkers = {
  /** Errors: those of reading, `file_unreadable` (`too_large_inside`, `took_too_long`, `broken`), `cancelled`. */
  run<Kind extends DocumentTask['kind']>(
    task: Extract<DocumentTask, { kind: Kind }>,
    signal?: AbortSignal,
  ): Promise<DocumentResult[Kind]>;
};

/**
 * Has documents read in worker threads, one document a worker at a time, and ends a worker that takes too much. `script`
 * is the worker's own: the source, or what it was bundled to.
 */
export function documentWorkers(script: URL | string, limits: DocumentLimits = usualLimits): DocumentWorkers {
  let resting: { readonly worker: Worker; readonly timer: NodeJS.Timeout } | null = null;

  const take = (): Worker => {
    if (resting === null) {
      const started = startedWorker(script, limits);
      started.on('exit', () => {
        if (resting?.worker === started) resting = null;
      });
      return started;
    }
    const { worker, timer } = resting;
    resting = null;
    clearTimeout(timer);
    return worker;
  };
  const rest = (worker: Worker): void => {
    if (resting !== null) return void worker.terminate();
    const timer = setTimeout(() => void worker.terminate(), restsForMs);
    timer.unref();
    worker.unref();
    resting = { worker, timer };
  };

  return {
    async run(task, signal) {
      if (signal?.aborted === true) throw cancelled();
      const worker = take();
      const answer = await watchedAnswer(worker, task, limits, signal);
      rest(worker);
      if (!answer.isRead) throw errorOf(answer.problem);
      return answer.value as never;
    },
  };
}

function startedWorker(script: URL | string, { heapMb }: DocumentLimits): Worker {
  const worker = new Worker(script, {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 64 },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  // Whoever waits for it hears of its end too; an error that comes when nobody does must not end the process.
  worker.on('error', () => undefined);
  // What parsers remark on a document is of no use to anybody, and must not pile up either.
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}

/** Resolves with the worker's answer. Rejects, and ends the worker, where it takes too much or is wanted no more. */
function watchedAnswer(
  worker: Worker,
  task: DocumentTask,
  limits: DocumentLimits,
  signal: AbortSignal | undefined,
): Promise<DocumentAnswer> {
  return new Promise((resolve, reject) => {
    const begun = Date.now();
    const before = process.memoryUsage.rss();
    const settle = (act: () => void): void => {
      clearInterval(watch);
      signal?.removeEventListener('abort', abort);
      worker.off('message', take).off('error', crash).off('exit', end);
      act();
    };
    const fail = (error: AppError): void => {
      const ended = worker.terminate();
      settle(() => reject(error));
      void ended;
    };
    const take = (answer: DocumentAnswer): void => settle(() => resolve(answer));
    const crash = (error: Error & { readonly code?: string }): void => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      fail(unreadable(task.name, isMemory ? 'too_large_inside' : 'broken', error));
    };
    const end = (): void => fail(unreadable(task.name, 'broken'));
    const abort = (): void => fail(cancelled());
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.growthMb * 1024 * 1024)
        fail(unreadable(task.name, 'too_large_inside'));
      else if (Date.now() - begun > limits.timeMs) fail(unreadable(task.name, 'took_too_long'));
    }, watchedEveryMs);
    signal?.addEventListener('abort', abort);
    worker.ref();
    worker.on('message', take).on('error', crash).on('exit', end);
    post(worker, task);
  });
}

/** Hands over a copy of the bytes: the caller keeps its own. */
function post(worker: Worker, task: DocumentTask): void {
  if (task.kind === 'page') return worker.postMessage(task);
  const bytes = new Uint8Array(task.bytes);
  worker.postMessage({ ...task, bytes }, [bytes.buffer]);
}

function cancelled(): AppError {
  return new AppError('cancelled', 'Reading the document was cancelled.');
}
