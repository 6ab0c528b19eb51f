import { createHash } from 'node:crypto';
import path from 'node:path';
import { recordOf } from '../minilm/inspect-model.ts';
import { modelError } from './model-error.ts';
import type { ModelLayout } from './model-layout.ts';

/** Grows where the same files come to give other vectors. */
const readingVersion = 1;

/**
 * Names the content of a model folder, by every file that decides its vectors and by what is put before texts, which the
 * model's name may have decided: the same folder elsewhere has the same id. Reads all of it (about 1 s for 400 MB). Errors: `model_unusable` where a downloaded file is not what was downloaded.
 */
export async function modelIdOf({ folder, name, files, prefixes, record }: ModelLayout): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    const { bytes, sha256 } = await recordOf(path.join(folder, file)).catch((error: unknown) => {
      throw modelError('damaged', file, error);
    });
    const expected = record?.files[file];
    if (expected !== undefined && expected.sha256 !== sha256) throw modelError('damaged', file);
    hash.update(`${file}\0${bytes}\0${sha256}\n`);
  }
  hash.update(JSON.stringify([prefixes.question, prefixes.answer]));
  return `${name}/${hash.digest('hex').slice(0, 16)}/${readingVersion}`;
}
