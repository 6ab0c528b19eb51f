import type { Language, ReplyLanguage } from '#shared/model/basics.ts';
import { isAsk } from '../conversations/asks.ts';
import { isCourtesy } from '../conversations/courtesy.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { foldedScript } from '../retrieval/folded-script.ts';
import { stemOf } from '../retrieval/stem.ts';
import { clausesOf } from './clauses-of.ts';
import { foreignMark, numbersIn } from './foreign-marks.ts';
import type { WrittenFault } from './judge-written.ts';
import { withCostless } from './polarity.ts';
import { isPolitePhrase } from './polite-phrases.ts';
import { repeatsRules } from './repeated-rules.ts';
import { tokensOf } from './telling-tokens.ts';
import { negationsIn } from './tools/negations.ts';
import { weightyIn } from './weighty-words.ts';

export type TranslationGrounds = {
  /** `und`: a language that the desk has few words of, or none. */
  readonly from: Language;
  readonly to: ReplyLanguage;
  /** What the model was told to do. */
  readonly rules: string;
  /** A text in English words, as far as they are known. */
  readonly reading: (text: string) => string;
  readonly readingOfTranslation: (text: string) => string;
  /** How near in meaning two texts come, −1 … 1; null: nobody can tell. */
  readonly nearness: (before: string, after: string) => number | null;
};

/**
 * What speaks against the translation of one sentence; null where nothing does. The model may have been talked into
 * anything: so each sentence and clause has to say what the sentence says, with its numbers, days and names, and nothing
 * that a shop answers for besides.
 */
export function translationFault(before: string, after: string, grounds: TranslationGrounds): WrittenFault | null {
  if (after.trim() === '') return 'empty';
  if (squeezed(after) === squeezed(before)) return null;
  if (weightOf(after) > slack + longestGrowth * weightOf(before)) return 'long';
  const language = detectLanguage(after);
  if (language !== grounds.to && (language !== 'und' || /\p{L}/u.test(after))) return 'language';
  if (repeatsRules(after, grounds.rules, rulesRun)) return 'rules';
  const foreign = foreignMark(after, before);
  if (foreign === 'link' || foreign === 'markup') return foreign;
  const read = grounds.reading(before);
  if (hasOtherFigures(before, read, after) || hasOtherNames(before, read, after, grounds)) return 'facts';
  const said = meaningsIn(`${before}\n${read}`);
  if ([...meaningsIn(after)].some((meaning) => !said.has(meaning))) return 'facts';
  if (isClaimed(before, read, after) || (isQuestion(before) && !isAsk(after))) return 'facts';
  if (isTurned(`${before}\n${read}`, after)) return 'facts';
  const hasMore = clausesOf(after).length > clausesOf(before).length;
  return sentencesOf(after).every(({ text }) => isSaid(text, before, read, hasMore, grounds)) ? null : 'ungrounded';
}

/** Words in a row of what the model was told that no translation has by chance. */
const rulesRun = 5;
/** How much heavier a translation may be than its text, in words, and what a short one may have besides. */
const longestGrowth = 1.6;
const slack = 4;

/** About how many words a text has: 1.7 Chinese characters make one, 2.5 of kana, five and a half letters. */
function weightOf(text: string): number {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const [han, kana] = [count(/\p{Script=Han}/gu), count(/[\p{Script=Hiragana}\p{Script=Katakana}ー]/gu)];
  return han / 1.7 + kana / 2.5 + (count(/[\p{L}\p{N}]/gu) - han - kana) / 5.5;
}

function squeezed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** Days and years of a date, money of Japan and how it is said that something is as it was: no periods and no amounts. */
const noMeaning =
  /(?<=月\s?\d{1,2})日|日元|日圆|元の|元[气気来]|the other day|(?:good|nice|great) (?:day|week)|guten tag|schönen tag|一日も早|先日|後日|日時/giu;
/** Further meanings that a translation keeps to: what is agreed, how often, and that somebody pays at all. */
const further: ReadonlyArray<readonly [string, RegExp]> = [
  ['yesterday', /\byesterday\b|昨[天日晚夜]|gestern/iu],
  ['pay', /(?<![受日寄添片給交])付(?![属近けき着いく上件])|払/u],
  ['twice', /\b(?:twice|doubl\w+|two times)\b|[两兩二2]\s?[次回度遍倍]|zweimal|doppelt/iu],
  [
    'agree',
    /\b(?:agree\w*|approv\w*|accept\w*|consent\w*)\b|同意|批准|接受|承認|認め|受け入れ|einverstanden|genehmig|akzeptier/iu,
  ],
  ['withdraw', /\bwithdr\w+|撤回|撤销|取り下げ|zurückzieh|zurückgezogen/iu],
  ['satisfied', /\bsatisf\w+|满意|満足|zufrieden/iu],
];

/** Bigger, hotter: of things, not of what a shop does. */
const light = new Set(['up', 'down', 'large', 'hot', 'cold', 'cool']);

/** What a shop answers for, in any of the languages. */
function meaningsIn(text: string): ReadonlySet<string> {
  const plain = text
    .replace(/\bmoney\b[^.!?]{0,12}\bback\b|\bback\b[^.!?]{0,12}\bmoney\b/giu, ' refund ')
    .replace(/(\d)\. ?(?=\p{L})/gu, '$1 ')
    .replace(/日元|日圆/gu, '円')
    .replace(noMeaning, ' ');
  return new Set([
    ...[...weightyIn(withCostless(plain))].filter((meaning) => !light.has(meaning)),
    ...further.flatMap(([meaning, pattern]) => (pattern.test(plain) ? [meaning] : [])),
  ]);
}

/** Numbers that a translation adds, and digits that it loses. Words for one and two are often no numbers. */
function hasOtherFigures(before: string, read: string, after: string): boolean {
  const [own, now] = [numbersOf(`${before}\n${read}`), numbersOf(after)];
  const isIn = (value: number, all: ReadonlySet<number>): boolean =>
    all.has(value) || all.has(value + 12) || all.has(value - 12);
  const digits = numbersOf(after.normalize('NFKC').replace(/[^\d.,:\p{L}\s%-]|\p{Script=Han}/gu, ' '));
  if ([...now].some((value) => !isIn(value, own) && (value > 2 || digits.has(value)))) return true;
  const written = before.normalize('NFKC').match(/\d{2,}/g) ?? [];
  const kept = after.normalize('NFKC').replace(/(?<=\d)[,. ](?=\d{3}(?!\d))/g, '');
  const values = numbersOf(kept);
  return written.some((number) => !kept.includes(number) && !isIn(Number(number), values) && !after.includes(number));
}

/** By value, without those of months: they are compared as names. */
function numbersOf(text: string): ReadonlySet<number> {
  return numbersIn(text.normalize('NFKC').replace(/\d{1,2}月|(?<=\d),(?=\d{3}(?!\d))/g, ''));
}

/** Abbreviations of things that many languages write alike. */
const common =
  /^(?:IH|LED|LCD|USB|TV|PC|SMS|QR|GPS|PDF|VAT|EU|UK|US|EUR|USD|GBP|JPY|CNY|RMB|AM|PM|OK|cm|mm|kg|ml|km)$/i;
const ordinary =
  /^(?:I(?:['’]\p{L}+)?|Mr|Mrs|Ms|Dr|No|Co|Ltd|Inc|English|Chinese|Japanese|German|French|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|October|November|December)$/u;

/**
 * Codes, and names in Latin letters: those of a translation stand in its text, and those of a Chinese or Japanese text in its
 * translation. Where capitals are the only sign and the text has none, a name may have been spelt.
 */
function hasOtherNames(before: string, read: string, after: string, { from, to }: TranslationGrounds): boolean {
  const [told, said] = [foldedScript(`${before}\n${read}`), foldedScript(after)];
  const isKnown = (word: string): boolean => common.test(word) || told.includes(foldedScript(word));
  const words = after.match(/[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{M}\p{N}'’-]*/gu) ?? [];
  if (
    words.some(
      (word) => /\p{N}/u.test(word) && /\p{Script=Latin}{2,}/u.test(word) && !isKnown(word) && !isMeasure(word),
    )
  )
    return true;
  if (to !== 'en' && words.some((word) => /\p{Script=Latin}{2}/u.test(word) && !/\p{N}/u.test(word) && !isKnown(word)))
    return true;
  if (
    from === 'und' &&
    [...after.matchAll(/(?<=[\p{L}\p{N},;] )\p{Lu}[\p{L}\p{M}'’-]*/gu)].some(([name]) => !isName(name))
  )
    return true;
  if (from !== 'zh' && from !== 'ja') return false;
  return (before.match(/\p{Script=Latin}{3,}/gu) ?? []).some(
    (name) => !common.test(name) && !said.includes(foldedScript(name)),
  );

  function isName(name: string): boolean {
    return ordinary.test(name) || isKnown(name.replace(/['’]s?$/u, ''));
  }
}

function isMeasure(word: string): boolean {
  return /^\d+(?:st|nd|rd|th|am|pm|cm|mm|m|kg|g|ml|l|h|km|x\d+|V|W|mAh|GB|TB)$/iu.test(word);
}

const done =
  /\b(?:has|have|had|was|were|been|['’]ve)\b|\b\w{3,}(?:ed|zed)\b|已|了|过|ました|済|た(?:$|[。、ので])|ています|\b(?:hat|habe|haben|wurde|ist|sind|war)\b|\bge\w+t\b/iu;
/** What somebody asks of a shop, and a shop is held to once it says that it is done. */
const held = /^(?:refund|replac|cancel|discount|compensat|return|free|gift|guarantee)$/;

/** Whether a translation says that something has been done which its text only asks for. */
function isClaimed(before: string, read: string, after: string): boolean {
  if (done.test(before) || done.test(read) || !claimedDone.test(after)) return false;
  return [...meaningsIn(after)].some((meaning) => held.test(meaning));
}

const claimedDone = /\b(?:has|have|had|was|were|been|['’]ve)\b|已|了(?:$|[。，！])|ました|済み/iu;

function isQuestion(text: string): boolean {
  return /[?？]|(?:です|ます|でしょう|ません)か[。\s]*$|[吗呢][。\s]*$/u.test(text);
}

/** What says that something lacks or fails without a word for "not". */
const lack =
  /\b(?:missing|lack\w*|fail\w*|exclud\w*|except|only|out of|run out|sold out|broken?|crash\w*|unable|refus\w*|dis\w+|un\w+|in(?:correct|valid|complete)|wrong|stop\w*|still|yet|below|under|less|fewer|until|unless|before|within|hardly|long|why|more|too|fehlt|falsch|expired)\b|缺|少|除外|只|才|仅|还|坏|错|停|以内|之前|前|超过|不同|足り|欠|切れ|外れ|以外|しか|のみ|だけ|除|外|まで|違|壊|落ち|負担|对象外|無|无|免|難|过期|終了|售罄|卡/u;

/** "Below 299 yuan": a bound, not a denial. */
const belowAmount = /(?:不满|不足|未满|未満|不到)(?=\s?[\d一二三四五六七八九十百千])/gu;

/** Whether a translation denies what its text says, or says what its text denies. */
function isTurned(before: string, after: string): boolean {
  const isNegative = (text: string): boolean => negationsIn(text.replace(belowAmount, ' '), true) > 0;
  const [was, is] = [isNegative(before), isNegative(after)];
  if (was === is) return false;
  return !(was ? lack.test(foldedScript(after)) : lack.test(foldedScript(before)));
}

/** How near a sentence and a clause have to come, with half of the share of their words that the text has. */
const sentenceFrom = 0.33;
const clauseFrom = 0.15;
const addedFrom = 0.35;

function isSaid(
  sentence: string,
  before: string,
  read: string,
  hasMore: boolean,
  grounds: TranslationGrounds,
): boolean {
  if (squeezed(sentence) === '' || isPolite(sentence)) return true;
  // What says nothing says nothing wrong.
  if (tokensOf(grounds.readingOfTranslation(sentence)).length === 0 && tokensOf(sentence).length === 0) return true;
  const scoreOf = (text: string): number =>
    (grounds.nearness(before, text) ?? -0.2) + coverOf(text, before, read, grounds) / 2;
  if (scoreOf(sentence) < (hasMore ? addedFrom : sentenceFrom)) return false;
  const clauses = clausesOf(sentence).filter((clause) => !isPolite(clause) && weightOf(clause) >= 2);
  // One clause more than the text has is either a matter of style, or added.
  const least = hasMore ? addedFrom : clauseFrom;
  return clauses.length < 2 || clauses.every((clause) => scoreOf(clause) >= least);
}

function isPolite(text: string): boolean {
  return isPolitePhrase(text) || isCourtesy(text);
}

const joining = new Set(
  'the a an is are was be to of in on at it and or for with that this do does did have has been will would so as by from'
    .split(' ')
    .map(stemOf),
);

/** The share of a text's words, as they read in English, that another has. */
function coverOf(text: string, before: string, read: string, { readingOfTranslation }: TranslationGrounds): number {
  const own = new Set(stemsOf(`${before} ${read}`));
  const words = stemsOf(readingOfTranslation(text)).filter((word) => !joining.has(word));
  return words.length === 0 ? 0 : words.filter((word) => own.has(word)).length / words.length;
}

function stemsOf(text: string): readonly string[] {
  return [...new Set(text.toLowerCase().match(/[\p{Script=Latin}\p{N}']+/gu) ?? [])].map(stemOf);
}
