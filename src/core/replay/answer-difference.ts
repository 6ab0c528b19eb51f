import { numberOf, numberPattern } from '../health/numerals.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { stemOf } from '../retrieval/stem.ts';

const numbered = new RegExp(
  `(?<number>${numberPattern})\\s*(?<unit>[%％€$£¥￥元円]|[\\p{Script=Han}]{1,2}|[\\p{L}]{1,12})?`,
  'gu',
);
const negation =
  /\b(?:no|not|never|without|cannot|unless|except|nor|neither|excluded?|only)\b|n't\b|[不没沒無无非未勿]|除外|禁止|仅限|只限|ない|ません|ず(?=[、。に]|$)|除く|限り|のみ/giu;

/** Numbers with what they count, as far as that follows them: "14:day". */
function amountsIn(text: string): readonly string[] {
  const folded = text.normalize('NFKC').toLowerCase();
  return [...folded.matchAll(numbered)].flatMap(({ groups }) => {
    const value = numberOf(groups?.['number'] ?? '');
    return Number.isNaN(value) ? [] : [`${value}:${stemOf(groups?.['unit'] ?? '')}`];
  });
}

/** Whether one text names a number, sum, date or period that the other does not. */
export function differInNumbers(a: string, b: string): boolean {
  return amountsIn(a).toSorted().join(' ') !== amountsIn(b).toSorted().join(' ');
}

/** Whether a text holds every number of another. */
export function holdsNumbersOf(text: string, of: string): boolean {
  const held = new Set(amountsIn(text));
  return amountsIn(of).every((amount) => held.has(amount));
}

/** Whether one says no, or names a limit, where the other does not; sentences that both hold are left aside. */
export function differInNegation(a: string, b: string): boolean {
  const [left, right] = [sentenceSet(a), sentenceSet(b)];
  const negations = (own: ReadonlySet<string>, other: ReadonlySet<string>): number =>
    [...own].filter((one) => !other.has(one)).reduce((sum, one) => sum + (one.match(negation)?.length ?? 0), 0);
  return negations(left, right) !== negations(right, left);
}

function sentenceSet(text: string): ReadonlySet<string> {
  return new Set(sentencesOf(text).map((sentence) => sentence.text.normalize('NFKC').toLowerCase().trim()));
}
