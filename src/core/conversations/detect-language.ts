import type { Language } from '#shared/model/basics.ts';
import {
  chineseParticles,
  japaneseOnlyHan,
  japaneseWords,
  simplifiedOnlyHan,
  traditionalChineseOnlyHan,
} from './han-evidence.ts';

/**
 * The language a text is written in, by its script and a few telling characters and words.
 *
 * Right for a sentence and mostly for a heading of two words; a text in several scripts gets the language that carries
 * it ("AirPods Pro 什么时候发货" is `zh`). Latin script counts as English unless its function words say otherwise.
 * Links, e-mail addresses and tokens with digits say nothing. No letters at all: `und`.
 */
export function detectLanguage(text: string): Language {
  const letters = text.normalize('NFKC').replace(/https?:\/\/[!-~]+|[\w.+-]{1,64}@[\w.-]+/gu, ' ');
  const scripts = countScripts(letters);
  const words = latinWords(letters);
  const latin = latinWeight(words);
  const han = (scripts.han + scripts.kana) * weightOfCjkCharacter;
  const other = scripts.hangul * weightOfCjkCharacter + scripts.other * weightOfOtherLetter;

  if (han === 0 && latin === 0 && other === 0) return 'und';
  if (other >= han && other >= latin) return 'und';
  if (han >= latin) return scripts.kana > 0 ? languageWithKana(letters, scripts) : languageOfHan(letters);
  return isForeignLatin(words) ? 'und' : 'en';
}

type Scripts = {
  /** Hiragana and katakana together. */
  readonly kana: number;
  readonly hiragana: number;
  readonly han: number;
  readonly hangul: number;
  /** Letters of every other script but Latin. */
  readonly other: number;
};

/*
 * How much of a language one unit shows, in words: about 1.7 Chinese or Japanese characters make a word, five letters
 * of an alphabet do. A Latin word that is no function word is often a product's name inside another language.
 */
const weightOfCjkCharacter = 0.6;
const weightOfOtherLetter = 0.2;
const weightOfFunctionWord = 1.5;
const weightOfLatinWord = 0.4;

function countScripts(text: string): Scripts {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const hiragana = count(/\p{Script=Hiragana}/gu);
  const kana = hiragana + count(/\p{Script=Katakana}/gu);
  const han = count(/\p{Script=Han}/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const latin = count(/\p{Script=Latin}/gu);
  const letters = count(/\p{L}/gu);
  return { kana, hiragana, han, hangul, other: Math.max(0, letters - kana - han - hangul - latin) };
}

/** Chinese shops write の and Japanese product names into Chinese sentences; Japanese always has hiragana of its own. */
function languageWithKana(text: string, scripts: Scripts): Language {
  const chinese = countOf(text, simplifiedOnlyHan) + countOf(text, chineseParticles);
  if (scripts.hiragana === 0 && chinese > 0) return 'zh';
  return chinese > scripts.hiragana ? 'zh' : 'ja';
}

function languageOfHan(text: string): Language {
  const japanese = countOf(text, japaneseOnlyHan) + 2 * (text.match(japaneseWords)?.length ?? 0);
  const chinese =
    countOf(text, simplifiedOnlyHan) + countOf(text, traditionalChineseOnlyHan) + 2 * countOf(text, chineseParticles);
  return japanese > chinese ? 'ja' : 'zh';
}

function countOf(text: string, characters: ReadonlySet<string>): number {
  let count = 0;
  for (const character of text) if (characters.has(character)) count += 1;
  return count;
}

/** Longer than any word of a language in Latin script that somebody writes to a shop. */
const longestWord = 60;

function latinWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .filter((word) => word.length <= longestWord)
    .map((word) => word.replaceAll('’', "'").replace(/^'+|'+$/gu, ''))
    .filter((word) => /\p{Script=Latin}/u.test(word) && !/[\p{N}\p{Script=Han}]/u.test(word));
}

function latinWeight(words: readonly string[]): number {
  const functionWords = words.filter(isEnglishWord).length;
  return functionWords * weightOfFunctionWord + (words.length - functionWords) * weightOfLatinWord;
}

/** One foreign word alone is too often a name ("La Mer", "café"), so it takes a second sign. */
function isForeignLatin(words: readonly string[]): boolean {
  const english = words.filter(isEnglishWord).length;
  const foreign = words.reduce((sum, word) => {
    if (foreignFunctionWords.has(word) || elidedArticle.test(word)) return sum + 1;
    return /[^\p{ASCII}]/u.test(word) ? sum + 0.5 : sum;
  }, 0);
  return foreign >= 1.5 && foreign > english;
}

function isEnglishWord(word: string): boolean {
  return englishFunctionWords.has(word) || /^[a-z]+'(?:s|t|re|ve|ll|m|d)$/u.test(word);
}

const elidedArticle = /^(?:l|d|qu|n|j|m|c|s|un|dell|all|nell|sull)'\p{L}{2,}/u;

const englishFunctionWords: ReadonlySet<string> = new Set(
  (
    'the a an and or but if of to in on at by for from with without about is are was were be been am do does did done ' +
    'have has had can could will would should may might must not no yes my your our their his her its i you we they he ' +
    'she it this that these those what which who when where why how there here please thanks thank hello hi any some ' +
    'all as than then so up out after before because until me us them still yet only also get got'
  ).split(' '),
);

/** Function words of languages in Latin script that are no English words. */
const foreignFunctionWords: ReadonlySet<string> = new Set(
  (
    'le la les des une est et dans avec mon ma mes votre vous nous je tu il elle pas que qui sur au aux ce cette ' +
    'der das und ist nicht ich sie wir ihr mein meine wie kann ein eine einen den dem zu mit auf für von bitte ' +
    'el los las una con por para como mi su pero es muy cuando puedo donde se lo del y ' +
    'uma não meu minha como posso do seu você quando da dos ' +
    'di che il lo gli della mio sono quando posso vorrei ho ' +
    'het een niet ik je voor met hoe wat dat zijn ' +
    'och att jag det som inte har kan på till og ikke jeg ' +
    'yang dan tidak saya untuk dengan ini itu apa ako ang ng mga ' +
    'nie jest się czy moje proszę bir ve için mi'
  )
    .split(' ')
    .filter((word) => !englishFunctionWords.has(word)),
);
