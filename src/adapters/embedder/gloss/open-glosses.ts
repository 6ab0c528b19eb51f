import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Glosses } from '#core/ports/glosses.ts';
import { type GlossDictionary, type GlossLanguage, loadGlossDictionary } from './gloss-dictionary.ts';
import { isForReading, languageOf, readInEnglish } from './read-in-english.ts';
import { isRomanised, kanaOf } from './romaji.ts';

/** Grows where the same words are read otherwise. */
const readingVersion = 1;
const files = ['zh.txt.gz', 'ja.txt.gz', 'shop.txt'] as const;

/** The glosses in a folder (`resources/glosses`), each dictionary loaded when a text first needs it; null where they are not there. */
export function openGlosses(folder: string): Glosses | null {
  const paths = files.map((file) => path.join(folder, file));
  if (!paths.every((file) => existsSync(file))) return null;
  const digest = createHash('sha256');
  for (const file of paths) digest.update(readFileSync(file));
  const loaded = new Map<GlossLanguage, GlossDictionary>();
  const dictionaryOf = (language: GlossLanguage): GlossDictionary => {
    const dictionary = loaded.get(language) ?? loadGlossDictionary(folder, language);
    loaded.set(language, dictionary);
    return dictionary;
  };
  return {
    version: `${readingVersion}.${digest.digest('hex').slice(0, 8)}`,
    readingOf(text) {
      if (isForReading(text)) return readInEnglish(text, dictionaryOf(languageOf(text)));
      return isRomanised(text) ? readInEnglish(kanaOf(text), dictionaryOf('ja')) : text;
    },
  };
}
