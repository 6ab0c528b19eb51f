import type { LanguageModel, ModelAnswer, ModelRequest } from '#core/ports/language-model.ts';
import { AppError } from '#shared/errors.ts';
import type { GgufSettings } from '#shared/model/language-model.ts';
import { cancelled } from '../model-error.ts';
import { startPatience } from '../patience.ts';
import { probeModel } from '../probe-model.ts';
import { type LlamaEngine, type LlamaPackage, loadEngine } from './llama-engine.ts';
import { createLoadMarks } from './load-marks.ts';
import { writeWithLlama } from './write-with-llama.ts';

type Options = {
  readonly id: string;
  readonly settings: GgufSettings;
  /** Where what is being loaded is noted; null: nowhere. */
  readonly marksFile: string | null;
  /** Tests replace it: a desk without the package. */
  readonly load?: () => Promise<LlamaPackage>;
};

/** What stands for a host in errors about it. */
const here = 'llama.cpp';

/**
 * A model file run in this process by llama.cpp; nothing leaves, so that nobody is told of bytes. It is loaded at the
 * first question and stays until `close`. One answer is written at a time; who waits may leave.
 */
export function openGgufModel(options: Options): LanguageModel {
  const { id, settings, load = () => import('node-llama-cpp') } = options;
  const marks = createLoadMarks(options.marksFile);
  let engine: Promise<LlamaEngine> | null = null;
  let line: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const ready = (signal: AbortSignal): Promise<LlamaEngine> => {
    if (isClosed) throw new AppError('cancelled', 'The model is closed');
    engine ??= loadEngine({ load, marks }, settings, signal).catch((error: unknown) => {
      engine = null;
      throw error;
    });
    return engine;
  };

  async function write<T>(request: ModelRequest<T>): Promise<ModelAnswer<T>> {
    const patience = startPatience(settings.times, true, request.signal);
    try {
      const turn = line.then(async () => {
        patience.signal.throwIfAborted();
        patience.waitFor('first_byte');
        const answer = writeWithLlama(await ready(patience.signal), request, patience, here);
        return answer.finally(marks.end);
      });
      line = turn.catch(() => undefined);
      return await orAborted(turn, patience.signal);
    } catch (error) {
      throw patience.failure(here) ?? (error instanceof AppError ? error : brokenOff(error));
    } finally {
      patience.end();
    }
  }

  const models = (): Promise<null> => Promise.resolve(null);
  return {
    id,
    isLocal: true,
    write,
    models,
    probe: (call) => probeModel({ model: settings.model, write, models }, call),
    close: async () => {
      isClosed = true;
      await line;
      await engine?.then(
        (loaded) => loaded.dispose(),
        () => undefined,
      );
      engine = null;
    },
  };
}

/** Settles when the work does, or at once when nobody waits for it any more. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(cancelled());
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject);
  });
}

function brokenOff(error: unknown): AppError {
  return new AppError('remote_failed', 'llama.cpp broke off', {
    detail: { host: here, reason: 'engine' },
    cause: error,
  });
}
