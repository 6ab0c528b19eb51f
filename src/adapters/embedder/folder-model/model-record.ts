import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** What Deskside writes beside a model it has downloaded, last of all. */
export const modelRecordFile = 'deskside-model.json';

export const ModelRecord = z.object({
  name: z.string().max(200),
  /** Where it came from. */
  source: z.string(),
  /** By path relative to the folder. */
  files: z.record(z.string(), z.object({ bytes: z.int().nonnegative(), sha256: z.string() })),
});
export type ModelRecord = z.infer<typeof ModelRecord>;

/** Null where there is none that can be read: then nothing is known of what the files should be. */
export async function readModelRecord(folder: string): Promise<ModelRecord | null> {
  try {
    return ModelRecord.parse(JSON.parse(await readFile(path.join(folder, modelRecordFile), 'utf8')));
  } catch {
    return null;
  }
}
