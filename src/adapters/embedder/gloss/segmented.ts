import type { GlossDictionary, KnownWord } from './gloss-dictionary.ts';
import { baseForms } from './japanese-forms.ts';

/** A stretch of a text; `known` is null where the dictionary has nothing for it. */
export type Token = { readonly text: string; readonly known: KnownWord | null };

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const katakana = /[\p{Script=Katakana}ー]/u;
const hiragana = /\p{Script=Hiragana}/u;

const inflectedCost = 0.5;
const unknown = { han: 20, hiragana: 12, katakana: 24, other: 8 } as const;

/** Longer ones are no words. */
const longestUnknown = 40;

type Step = { readonly cost: number; readonly from: number; readonly known: KnownWord | null };

/**
 * Parts a stretch of unspaced script into words, so that the sum of their costs is least (the usual lattice with one cost
 * a word; Nagata, 1994). `run` is in folded script.
 */
export function segmented(run: string, dictionary: GlossDictionary): readonly Token[] {
  const best: Array<Step | undefined> = Array.from({ length: run.length + 1 });
  best[0] = { cost: 0, from: 0, known: null };
  const offer = (from: number, to: number, cost: number, known: KnownWord | null): void => {
    const total = (best[from]?.cost ?? Infinity) + cost;
    if (total < (best[to]?.cost ?? Infinity)) best[to] = { cost: total, from, known };
  };
  for (let at = 0; at < run.length; at++) {
    if (best[at] === undefined) continue;
    offerUnknown(run, at, offer);
    offerCount(run, at, offer);
    const most = Math.min(dictionary.longest, run.length - at);
    for (let length = 1; length <= most; length++) {
      const end = at + length;
      const word = run.slice(at, end);
      const found = dictionary.find(word);
      const inside = katakanaCut(run, at, end);
      if (found !== undefined) offer(at, end, found.cost + inside, found);
      if (dictionary.language === 'ja') offerInflected(run, at, end, word, dictionary, offer);
    }
  }
  const tokens: Token[] = [];
  for (let at = run.length; at > 0;) {
    const step = best[at] as Step;
    tokens.push({ text: run.slice(step.from, at), known: step.known });
    at = step.from;
  }
  return tokens.reverse();
}

type Offer = (from: number, to: number, cost: number, known: KnownWord | null) => void;

const count =
  /(?:[一二两三四五六七八九十百千万半几]+)(?=[个天日周年月件台套条双只瓶盒袋包块片颗粒张份次回岁期号分小度克斤箱本枚人])/y;
const countCost = 7;
const numerals = new Map([...'一二两三四五六七八九'].map((sign, i) => [sign, [1, 2, 2, 3, 4, 5, 6, 7, 8, 9][i] ?? 0]));
const powers = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1_000],
]);

/** A number in Chinese characters before what is counted: 三十套 is thirty of something and no 套餐. */
function offerCount(run: string, at: number, offer: Offer): void {
  count.lastIndex = at;
  const text = count.exec(run)?.[0] ?? '';
  if (text === '' || /[万半几]/.test(text)) return;
  let [sum, digit] = [0, 0];
  for (const sign of text) {
    const power = powers.get(sign);
    if (power === undefined) digit = numerals.get(sign) ?? 0;
    else {
      sum += (digit === 0 ? 1 : digit) * power;
      digit = 0;
    }
  }
  offer(at, at + text.length, countCost, { glosses: [`${sum + digit}`], cost: countCost, inflection: '' });
}

/** A stretch of katakana, or one character of another script, that no dictionary knows. */
function offerUnknown(run: string, at: number, offer: Offer): void {
  const first = String.fromCodePoint(run.codePointAt(at) ?? 0);
  let end = at + first.length;
  if (katakana.test(first)) {
    while (end < run.length && end - at < longestUnknown && katakana.test(run[end] ?? '')) end++;
    if (katakana.test(run[at - 1] ?? '')) offer(at, end, unknown.katakana + 4, null);
    else offer(at, end, unknown.katakana, null);
    end = at + 1;
  }
  offer(at, end, hiragana.test(first) ? unknown.hiragana : kana.test(first) ? unknown.katakana : unknown.han, null);
}

/** Katakana words no longer than two characters also begin and end others: パン in パンダ. */
function katakanaCut(run: string, at: number, end: number): number {
  if (!katakana.test(run[at] ?? '')) return 0;
  const isInside = katakana.test(run[at - 1] ?? '') || katakana.test(run[end] ?? '');
  return isInside ? (end - at <= 2 ? 8 : 2) : 0;
}

function offerInflected(
  run: string,
  at: number,
  end: number,
  word: string,
  dictionary: GlossDictionary,
  offer: Offer,
): void {
  const isKanjiStem = /\p{Script=Han}$/u.test(word);
  if (!isKanjiStem && !hiragana.test(run[end - 1] ?? '')) return;
  for (const { base, inflection } of baseForms(word, run.slice(end, end + 2))) {
    const found = dictionary.find(base);
    if (found?.inflection === inflection) offer(at, end, found.cost + inflectedCost, found);
  }
}
