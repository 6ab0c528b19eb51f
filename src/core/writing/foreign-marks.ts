import { numberOf, numberPattern } from '../health/numerals.ts';
import { foldedScript } from '../retrieval/folded-script.ts';

/** Words in other letters than those of the three languages of the desk. */
const other =
  '[^\\p{Script=Latin}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Common}\\p{Script=Inherited}]';
const foreignWords = new RegExp(`${other}(?:[^\\p{L}\\p{N}]*${other})*`, 'gu');
/** What plain sentences do without: mark-up, programs, places of another format. */
const markup = /[{}<>\\`|[\]=_^#]|\*\*|\/\//;
/** Addresses: of pages, mail and accounts, also bare, split or worded. */
const address =
  /https?:\/\/[^\s<>"'“”「」（）]*[^\s<>"'“”「」（）.,!?;:)\]。、]|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])|[\p{L}\p{N}-]+[[(]\.[\])][\p{L}\p{N}-]+|[\p{L}\p{N}_.+-]+@[\p{L}\p{N}-]+|(?<![\p{N}.])[\p{L}\p{N}-]+\.(?:\p{Script=Latin}){2,}(?![\p{L}])|(?<![\p{L}\p{N}])[a-z0-9-]+[。｡](?:com|net|org|cn|jp|io|[a-z]{2,})(?![\p{L}])|\bwww\b|https?|hxxps?|(?<![\p{L}])@[\p{L}\p{N}_]{2,}|\b(?:dot|point)\s+(?:com|net|org|io|example|info|cn|jp)\b|\(\s*(?:at|dot)\s*\)/giu;
/** Longer than words are, or letters and digits in turn. */
const longest = 22;
const encoded =
  /(?=[a-z0-9+/=]*\d)(?=[a-z0-9+/=]*[a-z])[a-z0-9+/=]{10,}|[a-z0-9+/=]*(?:[a-z]\d){3,}[a-z0-9+/=]*|(?:[01]{6,}\s*){2,}|(?:\\?x[\da-f]{2}){3,}/giu;

/** What stands in a text that its sources do not have and that no wording needs. */
export type ForeignMark = 'link' | 'markup' | 'script' | 'number';

/** The first foreign thing in a text; null where there is none. `said`: all that may be said. */
export function foreignMark(text: string, said: string): ForeignMark | null {
  const known = foldedScript(said);
  const has = (found: string): boolean => known.includes(foldedScript(found));
  const folded = text.normalize('NFKC');
  if ((folded.match(foreignWords) ?? []).some((words) => !has(words))) return 'script';
  if ([...folded.matchAll(address)].some(([found]) => !has(found))) return 'link';
  if (
    [...folded].some((one) => markup.test(one) && !has(one)) ||
    (/\*\*|\/\//.test(folded) && !/\*\*|\/\//.test(said))
  ) {
    return 'markup';
  }
  const words = folded.match(/[\p{Script=Latin}\p{N}+/=-]+/gu) ?? [];
  if (words.some((word) => word.length > longest && !has(word))) return 'markup';
  if ([...folded.matchAll(encoded)].some(([found]) => !has(found))) return 'markup';
  const numbers = numbersIn(said);
  return [...numbersIn(text)].every((value) => numbers.has(value)) ? null : 'number';
}

const numbers = new RegExp(numberPattern, 'gu');
/** Chinese numerals count only before what they number: 一般 and 十分 say no number. */
const counter =
  /^\s*(?:个|個|天|日|小时|時|点|月|年|元|円|圆|块|周|週|星期|件|只|杯|台|箱|次|分|秒|折|%|％|公斤|号|位|欧|美|か月|ヶ月)/u;
/** A pair of small numerals may be a word ("one of our …", 一旦). */
const unspecific = new Set([1, 0.5]);

/** The numbers a text states, by value: twelve, 12 and 十二 are one; three in the afternoon is fifteen. */
export function numbersIn(text: string): ReadonlySet<number> {
  const folded = foldedScript(text)
    .replace(/(?<=\d):00\b/g, '')
    .replace(/(?<=\d)\s(?=\d{3}\b)/g, '');
  const found = new Set<number>();
  for (const match of folded.matchAll(numbers)) {
    const [written] = match;
    const after = folded.slice(match.index + written.length);
    const isHan = /^\p{Script=Han}/u.test(written);
    if (isHan && !counter.test(after)) continue;
    const value = numberOf(written);
    if (Number.isNaN(value) || (!/^\d/.test(written) && unspecific.has(value))) continue;
    const isAfternoon = value < 12 && /^(?:[:.]\d{2})?\s?p\.?m/.test(after);
    found.add(isAfternoon ? value + 12 : value);
  }
  // What the pattern for words passes over, as in a tracking number.
  for (const [digits] of folded.matchAll(/\d{5,}/g)) found.add(Number(digits));
  return found;
}
