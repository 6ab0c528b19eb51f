import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { safeBaseUrl } from '#adapters/http/base-url.ts';
import { AppError } from '#shared/errors.ts';
import { ModelRecord, modelRecordFile } from '../folder-model/model-record.ts';
import { checksumsIn } from './checksum.ts';
import { diskError } from './disk.ts';
import { type DownloadTimes, type FileRecord, downloadFile, realTimes } from './download-file.ts';

export type ModelOrder = {
  /** Where models are: the hub, or a server that lays them out as it does. */
  readonly host: string;
  /** `owner/model`. */
  readonly model: string;
  /** The model's own folder; made where it is not there. */
  readonly folder: string;
};

export type DownloadOptions = {
  readonly signal: AbortSignal;
  readonly onProgress: (file: string, done: number, total: number | null) => void;
  readonly times?: DownloadTimes;
};

const required = ['config.json', 'tokenizer.json', 'tokenizer_config.json'] as const;
const optional = [
  'modules.json',
  '1_Pooling/config.json',
  'sentence_bert_config.json',
  'config_sentence_transformers.json',
] as const;
/** The smaller one first: a quarter of the size, and as good within a point. */
const weights = ['onnx/model_quantized.onnx', 'onnx/model.onnx'] as const;
/** Whoever lays a model out may lay this beside it, as `sha256sum` writes it. */
const checksumFile = 'SHA256SUMS';
const longestSums = 2 ** 20;
const longestText = 64 * 2 ** 20;
const largestWeights = 8 * 2 ** 30;

const stateFile = 'download.json';
const DownloadState = z.object({ source: z.string(), files: ModelRecord.shape.files });

/**
 * Fetches the files of a model into its folder. What is there from an earlier go is not fetched again; the record that
 * makes it a whole model (`modelRecordFile`) is written last. Checked are sizes, the sums in `SHA256SUMS` where the place
 * has one, and else those in the hub's headers. Errors: `invalid_input`, `download_refused` where there is no such model or
 * it is not given to everybody, and those of `downloadFile`.
 */
export async function downloadModel(order: ModelOrder, options: DownloadOptions): Promise<void> {
  const base = new URL(`${order.model}/resolve/main/`, safeBaseUrl(order.host));
  const times = options.times ?? realTimes;
  await mkdir(order.folder, { recursive: true }).catch((error: unknown) => {
    throw diskError(order.folder, error);
  });
  const state = await startState(order.folder, base.href);
  const take = (file: string, mostBytes: number, sha256: string | null): Promise<FileRecord | null> =>
    downloadFile({
      url: new URL(file, base),
      file: path.join(order.folder, file),
      sha256,
      mostBytes,
      signal: options.signal,
      times,
      onBytes: (done, total) => options.onProgress(file, done, total),
    });
  const sums = await readSums(order.folder, take);

  /** False where there is no such file. */
  async function isThere(file: string, mostBytes: number): Promise<boolean> {
    const sum = sums.get(file) ?? null;
    if (await isKept(order.folder, file, state.files[file], sum)) return true;
    const record = await take(file, mostBytes, sum);
    if (record === null) return false;
    state.files[file] = record;
    await writeJson(order.folder, stateFile, state);
    return true;
  }
  async function need(file: string, mostBytes: number): Promise<void> {
    if (!(await isThere(file, mostBytes))) throw absent(base, file);
  }

  for (const file of required) await need(file, longestText);
  for (const file of optional) await isThere(file, longestText);
  const [small, large] = weights;
  const file = (await isThere(small, largestWeights)) ? small : large;
  await need(file, largestWeights);
  await isThere(`${file}_data`, largestWeights);
  const record: ModelRecord = { name: order.model, source: base.href, files: state.files };
  await writeJson(order.folder, modelRecordFile, record);
  await rm(path.join(order.folder, stateFile), { force: true });
}

function absent(base: URL, file: string): AppError {
  return new AppError('download_refused', `${base.host} has no ${file}`, {
    detail: { host: base.host, status: 404, file },
  });
}

type State = { readonly source: string; readonly files: Record<string, FileRecord> };

/** What an earlier go has brought, whole or not; nothing where it came from another place. */
async function startState(folder: string, source: string): Promise<State> {
  const files: Record<string, FileRecord> = {};
  for (const name of [modelRecordFile, stateFile]) {
    try {
      const known = DownloadState.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8')));
      if (known.source === source) Object.assign(files, known.files);
    } catch {
      // None, or cut short: then it begins anew.
    }
  }
  await writeJson(folder, stateFile, { source, files });
  await rm(path.join(folder, modelRecordFile), { force: true });
  return { source, files };
}

async function isKept(folder: string, file: string, known: FileRecord | undefined, sum: string | null) {
  if (known === undefined || (sum !== null && sum !== known.sha256)) return false;
  return stat(path.join(folder, file)).then(
    ({ size }) => size === known.bytes,
    () => false,
  );
}

type Take = (file: string, mostBytes: number, sha256: string | null) => Promise<FileRecord | null>;

/** Checksums as the place gives them; none where it gives none. */
async function readSums(folder: string, take: Take): Promise<ReadonlyMap<string, string>> {
  const record = await take(checksumFile, longestSums, null);
  if (record === null) return new Map();
  const file = path.join(folder, checksumFile);
  const text = await readFile(file, 'utf8');
  await rm(file, { force: true });
  return checksumsIn(text);
}

async function writeJson(folder: string, name: string, content: unknown): Promise<void> {
  const file = path.join(folder, name);
  try {
    await writeFile(`${file}.new`, JSON.stringify(content, null, 2));
    await rename(`${file}.new`, file);
  } catch (error) {
    throw diskError(file, error);
  }
}
