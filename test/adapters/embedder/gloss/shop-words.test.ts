import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readShopWords } from '#adapters/embedder/gloss/shop-words.ts';
import { resourcesFolder } from '#test/support/sample-resources.ts';

test('bug: a word of the hand-written layer stands twice, and the later line wins unseen', () => {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const { meaning, words, language } of readShopWords(
    readFileSync(path.join(resourcesFolder, 'glosses/shop.txt'), 'utf8'),
  ))
    for (const word of words) {
      const key = `${language ?? 'both'} ${word}`;
      if (seen.has(key)) twice.push(`${key}: ${seen.get(key)} / ${meaning}`);
      seen.set(key, meaning);
    }
  expect(twice).toEqual([]);
  expect(seen.size).toBeGreaterThan(2_000);
});
