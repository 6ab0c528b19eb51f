import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { foldedScript } from '#core/retrieval/folded-script.ts';
import { readShopWords } from './shop-words.ts';
import { sortedLines } from './sorted-lines.ts';

export type GlossLanguage = 'zh' | 'ja';

/** A word that is known: the lower its cost, the likelier it is meant where it could begin. */
export type KnownWord = {
  /** Best first; empty for a word that says nothing. */
  readonly glosses: readonly string[];
  /** About −ln of its share of running text. */
  readonly cost: number;
  /** Of Japanese words that change their ending: `1` and `5` verbs, `i` adjectives; else empty. */
  readonly inflection: string;
};

/** The words of one language, in folded script. */
export type GlossDictionary = {
  readonly language: GlossLanguage;
  /** Length of the longest word. */
  readonly longest: number;
  find(word: string): KnownWord | undefined;
};

/** Of the dictionaries, as `build/make-glosses.ts` writes them. */
const longestWord = 9;

/** Reads the dictionary of a language from `resources/glosses`; the hand-written layer goes before the others. */
export function loadGlossDictionary(folder: string, language: GlossLanguage): GlossDictionary {
  const text = gunzipSync(readFileSync(path.join(folder, `${language}.txt.gz`))).toString('utf8');
  const rows = sortedLines(text);
  let longest = longestWord;
  const wordOf = language === 'zh' ? chineseWord : japaneseWord;
  const read = new Map<string, KnownWord>();
  for (const { meaning, words, language: own } of readShopWords(readFileSync(path.join(folder, 'shop.txt'), 'utf8'))) {
    if (own !== null && own !== language) continue;
    for (const word of words.map(foldedScript)) {
      const row = rows.find(word);
      const known = row === undefined ? undefined : wordOf(row);
      longest = Math.max(longest, word.length);
      read.set(word, {
        glosses: meaning === '' ? [] : [meaning],
        cost: Math.min(known?.cost ?? Infinity, shopCost(word, meaning)),
        inflection: known?.inflection ?? '',
      });
    }
  }
  return {
    language,
    longest,
    find(word) {
      const remembered = read.get(word);
      if (remembered !== undefined) return remembered;
      const row = rows.find(word);
      if (row === undefined) return undefined;
      const known = wordOf(row);
      read.set(word, known);
      return known;
    },
  };
}

const hiragana = /^\p{Script=Hiragana}+$/u;

/** What the hand-written layer knows is common; a single character less so, as most of them begin or end other words. */
function shopCost(word: string, meaning: string): number {
  if (hiragana.test(word)) return meaning === '' ? (word.length === 1 ? 5 : 5.5) : word.length === 1 ? 11 : 7;
  return word.length === 1 ? (meaning === '' ? 7 : 10) : 8;
}

function chineseWord(row: string): KnownWord {
  const [cost = '', glosses = ''] = row.split('\t');
  return { glosses: glosses.split('|'), cost: Number(cost) / 10, inflection: '' };
}

const rankCosts = [9, 12.5, 14, 17] as const;

function japaneseWord(row: string): KnownWord {
  const [inflection = '', rank = '', glosses = ''] = row.split('\t');
  return { glosses: glosses.split('|'), cost: rankCosts[Number(rank)] ?? 17, inflection };
}
