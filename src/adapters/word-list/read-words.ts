import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The English words of `resources/words/en.txt.gz`, the most frequent first; none where the file is not there. */
export function readWords(file: string): readonly string[] {
  try {
    return gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  } catch {
    return [];
  }
}
