import { foldedScript } from './folded-script.ts';
import { stemOf } from './stem.ts';

/** Letters of scripts written without spaces between words; a radical or a circled sign is none. */
const unspaced = /[[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]&&[\p{L}\p{M}\p{N}]]/v;
const pieces =
  /[[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]&&[\p{L}\p{M}\p{N}]]+|[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]]+(?:['’]\p{L}+)?/gv;

/** English words that say nothing about what is asked. Words that turn a meaning (not, no, without) are kept. */
const emptyWords = new Set(
  (
    'a an the and or of to in on at for from by with is are was were be been am i me my we our you your it its this that ' +
    'these those do does did have has had can could would will shall should may might there here so if as than then ' +
    'please hi hello dear hey im ive id ill its u ur pls plz just also very really about'
  ).split(' '),
);

/**
 * The search terms of a text, in order and with repeats: words in lower case, stemmed where English; overlapping pairs
 * of characters where the script sets no spaces (退款申请 → 退款 款申 申请), a lone character by itself.
 * Width and compatibility forms are folded (NFKC), and so are the characters of one word in two scripts (`foldedScript`):
 * 發貨 and 发货 meet. Terms hold letters, marks and digits only.
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const [piece] of foldedScript(text).matchAll(pieces)) {
    if (unspaced.test(piece)) addPairs(piece, terms);
    else addWord(piece, terms);
  }
  return terms;
}

/** `termsOf` without repeats and without empty words, unless nothing else is there. */
export function askedTerms(text: string): string[] {
  const all = [...new Set(termsOf(text))];
  const telling = all.filter((term) => !isEmptyTerm(term));
  return telling.length > 0 ? telling : all;
}

const emptyStems = new Set([...emptyWords].map(stemOf));

/** Whether a term is one that says nothing by itself. Kana-only pairs are mostly inflection. */
export function isEmptyTerm(term: string): boolean {
  return emptyStems.has(term) || /^[\p{Script=Hiragana}]+$/u.test(term);
}

function addPairs(piece: string, terms: string[]): void {
  const characters = [...piece];
  if (characters.length === 1) {
    terms.push(piece);
    return;
  }
  for (let i = 0; i + 1 < characters.length; i++) terms.push(`${characters[i]}${characters[i + 1]}`);
}

function addWord(piece: string, terms: string[]): void {
  const word = piece.replace(/['’]s$/, '').replace(/['’]/g, '');
  if (word !== '') terms.push(stemOf(word));
}
