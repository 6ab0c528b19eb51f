import { foldedScript } from '#core/retrieval/folded-script.ts';
import type { GlossDictionary, GlossLanguage } from './gloss-dictionary.ts';
import { type Token, segmented } from './segmented.ts';
import { katakanaInLetters } from './katakana-letters.ts';

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const runs =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+/gu;

/** 能用不: a "not" at the end of a sentence only asks. */
const questionAtTheEnd = /(?<=\p{Script=Han})[不没否](?=\s*(?:$|[?？。!！,，]))/gu;

/** Whether a text has words of Chinese or Japanese. */
export function isForReading(text: string): boolean {
  return unspaced.test(text);
}

/** A text with kana is Japanese. */
export function languageOf(text: string): GlossLanguage {
  return kana.test(text) ? 'ja' : 'zh';
}

/** The words of a text, as the dictionary parts it; what is in other scripts stands between them as it is. */
export function tokensOf(text: string, dictionary: GlossDictionary): readonly Token[] {
  const folded = foldedScript(text).replace(questionAtTheEnd, '');
  return [...folded.matchAll(runs)].flatMap(([run]) =>
    isForReading(run) ? segmented(run, dictionary) : [{ text: run, known: null }],
  );
}

/** Marks between words, full stops of Chinese and Japanese among them: a model of English takes them for words. */
const marks = /[、。，,!！「」『』“”【】《》()・]+|\.(?=\s|$)/gu;

/** A text in English words: each word by the first `most` of its glosses, in the order of the text. */
export function readInEnglish(text: string, dictionary: GlossDictionary, most = 1): string {
  const words: string[] = [];
  for (const { text: own, known } of tokensOf(text, dictionary)) {
    if (known !== null) {
      const meaning = known.glosses.slice(0, most).join(' ');
      // Japanese negates after the verb, English before it.
      if (meaning === 'not' && dictionary.language === 'ja' && words.length > 0) words.splice(-1, 0, meaning);
      else if (meaning !== '') words.push(meaning);
    } else if (/[\p{Script=Katakana}]/u.test(own)) words.push(katakanaInLetters(own));
    else if (!isForReading(own)) words.push(withPinyinRead(own, dictionary).replace(marks, ' ').trim());
  }
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

/** 想改mima: of Latin words within Chinese, those that are Chinese words as they sound. */
function withPinyinRead(text: string, dictionary: GlossDictionary): string {
  if (dictionary.language !== 'zh') return text;
  return text.replace(/[a-z]{4,}/g, (word) => dictionary.find(word)?.glosses[0] ?? word);
}
