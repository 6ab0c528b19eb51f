import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Llama, LlamaContext, LlamaModel } from 'node-llama-cpp';
import { AppError, assertNever } from '#shared/errors.ts';
import type { LoadMarks } from './load-marks.ts';

export type LlamaPackage = typeof import('node-llama-cpp');

/** A model file in memory, ready to be asked. */
export type LlamaEngine = {
  readonly pack: LlamaPackage;
  readonly llama: Llama;
  readonly model: LlamaModel;
  readonly context: LlamaContext;
  dispose(): Promise<void>;
};

/* Its threads wait for each other busily: one more than there are free cores takes 200 times as long. */
const threads = Math.max(1, availableParallelism() - 1);

/**
 * Loads llama.cpp, on this computer's cores alone and never built or fetched here, and a model file into it. llama.cpp
 * loads, reads and writes on threads of its own. Errors: `engine_missing`, `model_file_unusable`, `cancelled`.
 */
export async function loadEngine(
  { load, marks }: { readonly load: () => Promise<LlamaPackage>; readonly marks: LoadMarks },
  file: ModelFile,
  signal: AbortSignal,
): Promise<LlamaEngine> {
  await requireFile(file.path);
  if (!(await marks.begin(file.path))) throw unusableFile(file.path, 'crashed');
  try {
    const pack = await loadedPackage(load);
    return await loadedModel(pack, await startedLlama(pack), file, signal);
  } catch (error) {
    await marks.end();
    throw error;
  }
}

type ModelFile = { readonly path: string; readonly contextTokens: number };

async function loadedPackage(load: () => Promise<LlamaPackage>): Promise<LlamaPackage> {
  try {
    return await load();
  } catch (error) {
    const detail = { reason: nameOf(error) };
    throw new AppError('engine_missing', 'node-llama-cpp is not installed', { detail, cause: error });
  }
}

async function loadedModel(
  pack: LlamaPackage,
  llama: Llama,
  { path, contextTokens }: ModelFile,
  signal: AbortSignal,
): Promise<LlamaEngine> {
  try {
    const model = await llama.loadModel({ modelPath: path, gpuLayers: 0, loadSignal: signal });
    const context = await model.createContext({ contextSize: contextTokens, sequences: 1, createSignal: signal });
    return { pack, llama, model, context, dispose: () => llama.dispose() };
  } catch (error) {
    await llama.dispose();
    if (signal.aborted) throw error;
    const reason = error instanceof pack.InsufficientMemoryError ? 'memory' : 'broken';
    throw unusableFile(path, reason, error);
  }
}

async function startedLlama(pack: LlamaPackage): Promise<Llama> {
  try {
    return await pack.getLlama({
      gpu: false,
      build: 'never',
      skipDownload: true,
      progressLogs: false,
      maxThreads: threads,
      logLevel: pack.LlamaLogLevel.disabled,
      logger: () => undefined,
    });
  } catch (error) {
    const detail = { reason: nameOf(error) };
    throw new AppError('engine_missing', 'llama.cpp does not run on this computer', { detail, cause: error });
  }
}

async function requireFile(path: string): Promise<void> {
  const isFile = await stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
  if (!isFile) throw unusableFile(path, 'missing');
}

type UnusableReason = 'missing' | 'broken' | 'memory' | 'crashed';

function unusableFile(path: string, reason: UnusableReason, cause?: unknown): AppError {
  const file = path.split(/[\\/]/).pop() ?? '';
  return new AppError('model_file_unusable', `${file}: ${sayOf(reason)}`, { detail: { file, reason }, cause });
}

function sayOf(reason: UnusableReason): string {
  switch (reason) {
    case 'missing':
      return 'there is no such file';
    case 'broken':
      return 'llama.cpp cannot read it';
    case 'memory':
      return 'it does not fit into memory';
    case 'crashed':
      return 'loading it has ended the program before';
    default:
      return assertNever(reason);
  }
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
