import { foldedBy } from '#core/retrieval/folded-script.ts';
import type { ShopWords } from '#adapters/embedder/gloss/shop-words.ts';
import { type EnglishKnowledge, chosenGlosses, plainGloss, tellingWords } from './chosen-glosses.ts';
import type { DictionaryWord } from './chinese-words.ts';

type Pairs = ReadonlyMap<string, string>;

/** What the dictionaries themselves and the hand-written layer say of English words. */
export function englishKnowledge(
  shop: readonly ShopWords[],
  dictionaries: ReadonlyArray<readonly DictionaryWord[]>,
): EnglishKnowledge {
  const shopWords = new Set(shop.flatMap(({ meaning }) => tellingWords(meaning)));
  const commonness = new Map<string, number>();
  for (const { glosses } of dictionaries.flat()) {
    const words = new Set(glosses.flatMap(({ text }) => tellingWords(plainGloss(text))));
    for (const word of words) commonness.set(word, (commonness.get(word) ?? 0) + 1);
  }
  return { shopWords, commonness };
}

/** `word⇥cost⇥gloss|gloss` a line; the cost is −10·ln of the word's share of running text. */
export function chineseLines(
  chinese: readonly DictionaryWord[],
  japanese: readonly DictionaryWord[],
  counts: ReadonlyMap<string, number>,
  known: EnglishKnowledge,
  pairs: Pairs,
  shop: readonly ShopWords[],
): readonly string[] {
  const elsewhere = wordsByForm(japanese, pairs);
  const meanings = meaningsIn(shop, 'zh', pairs);
  const lines: string[] = [];
  for (const { word, pinyin } of chinese.toSorted((a, b) => (counts.get(a.word) ?? 0) - (counts.get(b.word) ?? 0))) {
    const meaning = meanings.get(foldedBy(pairs, word));
    // Of words that sound alike the commoner one comes last, and stays.
    if (meaning !== undefined && [...word].length > 1 && pinyin.length >= shortestPinyin)
      lines.push(`${pinyin}\t${pinyinCost}\t${meaning}`);
  }
  for (const { word, glosses } of chinese) {
    if (!/^[\p{Script=Han}a-z0-9A-Z]+$/u.test(word) || !/\p{Script=Han}/u.test(word) || [...word].length > 7) continue;
    const chosen = chosenGlosses(glosses, known, elsewhere.get(word) ?? nothing);
    if (chosen.length === 0) continue;
    lines.push(`${foldedBy(pairs, word)}\t${costOf(counts.get(word) ?? 0)}\t${chosen.join('|')}`);
  }
  return sorted(lines);
}

/** Shorter ones are English words as well. */
const shortestPinyin = 4;
const pinyinCost = 100;

function meaningsIn(shop: readonly ShopWords[], language: 'zh' | 'ja', pairs: Pairs): ReadonlyMap<string, string> {
  return new Map(
    shop.flatMap(({ meaning, words, language: own }) =>
      (own !== null && own !== language) || meaning === ''
        ? []
        : words.map((word) => [foldedBy(pairs, word), meaning] as const),
    ),
  );
}

const nothing: ReadonlySet<string> = new Set();
const countedWords = 60_101_967;

function costOf(count: number): number {
  return Math.round(-10 * Math.log(Math.max(count, 0.5) / countedWords));
}

const mostJapaneseLength = { common: 9, other: 7 } as const;

/** `word⇥inflection⇥rank⇥gloss|gloss` a line; rank: 0 common … 3 a homophone that is usually written otherwise. */
export function japaneseLines(
  japanese: readonly DictionaryWord[],
  chinese: readonly DictionaryWord[],
  known: EnglishKnowledge,
  pairs: Pairs,
  shop: readonly ShopWords[],
): readonly string[] {
  const elsewhere = wordsByForm(chinese, pairs);
  const meanings = meaningsIn(shop, 'ja', pairs);
  const best = new Map<string, { rank: number; text: string }>();
  const offer = (word: string, rank: number, inflection: string, chosen: string): void => {
    const key = foldedBy(pairs, word);
    const held = best.get(key);
    if (held === undefined || rank < held.rank)
      best.set(key, { rank, text: `${key}\t${inflection}\t${rank}\t${chosen}` });
  };
  for (const one of japanese) {
    const { word, readings, inflection, isCommon, isKana, glosses } = one;
    if (!/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+$/u.test(word)) continue;
    if ([...word].length > mostJapaneseLength[isCommon ? 'common' : 'other']) continue;
    const chosen = chosenGlosses(glosses, known, elsewhere.get(foldedBy(pairs, word)) ?? nothing).join('|');
    if (chosen === '') continue;
    offer(word, isCommon ? 0 : 1, inflection, chosen);
    const meaning = meanings.get(foldedBy(pairs, word));
    for (const reading of readings) {
      // Of words that sound alike, what shops say.
      if (meaning !== undefined && reading.length > 2) offer(reading, 2, inflection, meaning);
      if (reading.length < 2 || (!isCommon && !isKana)) continue;
      offer(reading, isKana ? (isCommon ? 0 : 2) : 3, inflection, chosen);
    }
  }
  return sorted([...best.values()].map(({ text }) => text));
}

function wordsByForm(words: readonly DictionaryWord[], pairs: Pairs): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    words.map(({ word, glosses }) => [
      foldedBy(pairs, word),
      new Set(glosses.flatMap(({ text }) => tellingWords(plainGloss(text)))),
    ]),
  );
}

function sorted(lines: readonly string[]): readonly string[] {
  return [...new Map(lines.map((line) => [line.slice(0, line.indexOf('\t')), line])).values()].sort((a, b) =>
    // The tab sorts before any letter, as the search expects.
    a < b ? -1 : 1,
  );
}
