import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Value } from '../../health/fact.ts';
import { foldedInPlace, withoutStretch } from '../../health/folded-text.ts';
import { valuesOf } from '../../health/values-of.ts';
import { withoutMarks } from './kept-pieces.ts';

/** What a text says that may be right or wrong. Keys: the same fact in other words, or another language, has the same. */
export type Facts = {
  /** Addresses on the web, of mail and telephones. */
  readonly contacts: ReadonlySet<string>;
  /** Amounts, dates, periods, percentages, numbers and codes. */
  readonly values: ReadonlySet<string>;
  /** Of the values, those with a bound: value → "at most" or "at least". */
  readonly bounds: ReadonlyMap<string, 'most' | 'least'>;
  /** What a shop is held to: a refund, a discount, that something has been sent. */
  readonly promises: ReadonlySet<string>;
  /** Words that are written as names are; by the language alone, so compared within one. */
  readonly names: ReadonlySet<string>;
};

const days: ReadonlyArray<readonly [string, RegExp]> = [
  ['monday', /\bmon(?:day)?s?\b|(?:周|星期|礼拜)一|月曜/gu],
  ['tuesday', /\btues(?:day)?s?\b|(?:周|星期|礼拜)二|火曜/gu],
  ['wednesday', /\bwed(?:nesday)?s?\b|(?:周|星期|礼拜)三|水曜/gu],
  ['thursday', /\bthu(?:rs(?:day)?)?s?\b|(?:周|星期|礼拜)四|木曜/gu],
  ['friday', /\bfri(?:day)?s?\b|(?:周|星期|礼拜)五|金曜/gu],
  ['saturday', /\bsat(?:urday)?s?\b|(?:周|星期|礼拜)六|土曜/gu],
  ['sunday', /\bsun(?:day)?s?\b|(?:周|星期|礼拜)[日天]|日曜/gu],
  ['today', /\btoday\b|今天|今日|本日/gu],
  ['tomorrow', /\btomorrow\b|明天|明日/gu],
  ['yesterday', /\byesterday\b|昨天|昨日/gu],
];
const promises: ReadonlyArray<readonly [string, RegExp]> = [
  ['refund', /\brefund\w*|\bmoney back\b|\breimburs\w+|退款|退还|返金/u],
  ['exchange', /\bexchang\w+|\breplac(?:e|ed|ing|ement)\b|换货|更换|交換/u],
  ['cancel', /\bcancel\w*|取消|キャンセル/u],
  ['free', /\bfree\b(?! to\b)|\bcomplimentary\b|\bno (?:extra )?(?:charge|cost|fee)\b|免费|免邮|包邮|赠送|無料/u],
  ['discount', /\bdiscount\w*|\bvouchers?\b|\bcoupons?\b|\bcredit\b|折扣|优惠|代金券|割引|クーポン/u],
  ['compensate', /\bcompensat\w+|补偿|赔偿|補償|賠償/u],
  ['guarantee', /\bguarante\w+|\bwarrant\w+|保证|保修|质保|保証/u],
  [
    'shipped',
    /\b(?:has|have|was|were|is|are|been|already|just) (?:\w+ )?(?:shipped|dispatched|sent|posted)\b|已(?:经)?(?:发货|发出|寄出)|(?:発送|出荷)(?:済|しました|いたしました)/u,
  ],
  ['delivered', /\b(?:delivered|arriv(?:es?|ed|ing))\b|送达|送到|签收|到货|寄到|收到|配達|届(?:き|い|か|け)|到着/u],
  ['in stock', /\bin stock\b|有货|现货|在庫(?:が|は)?(?:あり|ござい)/u],
];

/** The facts of a text. `language`: of the text it is compared with, too, for a yen sign means another currency in each. */
export function factsOf(text: string, language: ReplyLanguage): Facts {
  const plain = withoutMarks(text);
  const folded = foldedInPlace(plain);
  const contacts = new Set<string>();
  const values = new Set<string>();
  const bounds = new Map<string, 'most' | 'least'>();
  let rest = folded;
  for (const value of valuesOf(folded, language)) {
    rest = withoutStretch(rest, value.start, value.end);
    if (value.fact === 'contact') contacts.add(`${value.unit} ${value.text}`);
    else if (value.fact !== 'stance') {
      const key = keyOf(value);
      values.add(key);
      if (value.bound === 'most' || value.bound === 'least') bounds.set(key, value.bound);
    }
  }
  for (const [day, pattern] of days)
    rest = rest.replace(pattern, (found) => {
      values.add(day);
      return ' '.repeat(found.length);
    });
  for (const code of rest.match(codes) ?? []) values.add(plainCode(code));
  return {
    contacts,
    values,
    bounds,
    promises: new Set(promises.flatMap(([promise, pattern]) => (pattern.test(folded) ? [promise] : []))),
    names: new Set(namesIn(plain)),
  };
}

/** Whether a text says something that may be right or wrong. */
export function hasFacts({ contacts, values, promises: promised }: Facts): boolean {
  return contacts.size + values.size + promised.size > 0;
}

/** Numbers that no value was read from, with the letters they are written together with. */
const codes = /#?[a-z_-]*\d[a-z\d_.,/-]*/gu;

/** "#1001," is 1001 and "1,001" too; letters stay. */
function plainCode(code: string): string {
  return code.replace(/^[#_-]+|[.,/_-]+$/gu, '').replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '');
}

/** What is counted is named in the text's language, and a number beside a word may look counted in one only. */
function keyOf({ fact, unit, low, high, text }: Value): string {
  const rounded = (value: number): string => String(Math.round(value * 1e6) / 1e6);
  const amount = low === high ? rounded(low) : `${rounded(low)}–${rounded(high)}`;
  return fact === 'count' ? amount : `${fact} ${unit} ${amount} ${text}`;
}

const capitalised = /(?<![\p{L}\p{M}\p{N}'’.])\p{Lu}[\p{L}\p{M}\p{N}'’-]*/gu;
const startsSentence = /(?:^|[.!?:;\n…。！？：]["'”’)」]?\s*|^\s*["'“‘(「-])$/u;
const noName = /^(?:I(?:['’]\p{L}+)?|OK|Ok|PS)$/u;

/** Capitals within a sentence; in a text of another script every Latin word. */
function namesIn(text: string): readonly string[] {
  const links = text.replace(/https?:\/\/\S+|\bwww\.\S+|\S+@\S+/gu, ' ');
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(links))
    return (links.match(/\p{Script=Latin}{2,}/gu) ?? []).map((name) => name.toLowerCase());
  return [...links.matchAll(capitalised)]
    .filter(
      ({ 0: name, index }) => !noName.test(name) && !startsSentence.test(links.slice(Math.max(0, index - 4), index)),
    )
    .map(([name]) => name.toLowerCase().replace(/['’]s$/u, ''));
}
