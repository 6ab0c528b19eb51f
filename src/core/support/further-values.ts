import type { ClaimKind } from '#shared/model/support.ts';
import { numberOf, numberPattern } from '../health/numerals.ts';
import { withoutStretch } from '../health/folded-text.ts';
import type { Value } from '../health/fact.ts';
import type { Claim } from './claim.ts';

type Found = Omit<Claim, 'clause'>;
type Reading = { readonly found: readonly Found[]; readonly rest: string };

function read(text: string, pattern: RegExp, made: (match: RegExpMatchArray) => Omit<Found, 'start' | 'end'> | null) {
  const found: Found[] = [];
  let rest = text;
  for (const match of text.matchAll(pattern)) {
    const claim = made(match);
    if (claim === null) continue;
    const lead = match[0].length - match[0].trimStart().length;
    const [start, end] = [match.index + lead, match.index + match[0].trimEnd().length];
    found.push({ ...claim, start, end });
    rest = withoutStretch(rest, start, end);
  }
  return { found, rest };
}

/** Readers in turn, each over what those before it left. */
export function readInTurn(text: string, readers: ReadonlyArray<(text: string) => Reading>): Reading {
  const found: Found[] = [];
  let rest = text;
  for (const reader of readers) {
    const reading = reader(rest);
    found.push(...reading.found);
    rest = reading.rest;
  }
  return { found, rest };
}

const asNumber = (match: string): Omit<Found, 'start' | 'end'> => ({
  kind: 'number',
  value: null,
  key: bareNumber(match),
});

/** A number of an order, a parcel or a model as it is compared. */
export function bareNumber(written: string): string {
  return written.toLowerCase().replace(/[^a-z0-9]/gu, '');
}

const site =
  /(?<![@\p{L}\d.-])(?:[a-z0-9-]{2,}\.)+(?:com|net|org|shop|store|example|io|co|de|fr|uk|eu|jp|cn|info|be)\b(?:\.[a-z]{2}\b)?(?:\/[^\s"<>）)。，、]*)?/gu;
const ordered =
  /(?<=\b(?:order|orders|tracking|parcel|invoice|ticket|reference|rma|case|booking)(?: (?:number|no\.?|id|code))?(?: is)?[\s:#]{1,3}|(?:订单|運單|运单|快递|物流|单|注文|追跡|受付|お問い合わせ|伝票)(?:编号|号码|号|番号|単号)?(?:是|为|は)?[\s:：#]{0,3}|#\s?)(?=[a-z0-9-]*\d{2})[a-z0-9][a-z0-9-]{2,}(?![a-z0-9-])(?!\s?(?:元|块|円|美元|欧元|ドル|ユーロ|日元|英镑|人民币))/gu;
const mixed =
  /(?<![\p{L}\d.-])(?=[a-z0-9-]*\d[a-z0-9-]*\d[a-z0-9-]*\d)(?=[\d-]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*(?![a-z0-9])/gu;
const unitBehind = /^\d+(?:[.,]\d+)?(?:-?[a-z]{1,6})$/u;
const wordBehind =
  /^\d+-(?:day|days|week|weeks|month|months|year|years|hour|hours|minute|minutes|piece|pack|inch|pin|in|step|star|way|digit|litre|liter|watt|volt)$/u;

/** Links without their scheme, and numbers of orders, parcels and models. */
export const numberReaders: ReadonlyArray<(text: string) => Reading> = [
  (text) => read(text, site, ([match]) => ({ kind: 'link', value: null, key: linkKey(match) })),
  (text) => read(text, ordered, ([match]) => asNumber(match)),
  (text) => read(text, mixed, ([match]) => (unitBehind.test(match) || wordBehind.test(match) ? null : asNumber(match))),
  (text) => read(text, /(?<![\p{L}\d.,-])\d{8,}(?![\d.,]*\d)/gu, ([match]) => asNumber(match)),
];

/** A link as it is compared: without scheme and what ends a sentence. */
export function linkKey(written: string): string {
  return written
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/[.,/:;!?]+$/u, '');
}

const valued = (
  kind: ClaimKind,
  fact: Value['fact'],
  low: number,
  high = low,
  key = '',
): Omit<Found, 'start' | 'end'> => ({
  kind,
  value: { fact, unit: '', low, high, bound: null, text: '', start: 0, end: 0 },
  key,
});

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const oneDay = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/gu;
const cjkDay = /(?:周|星期|礼拜)(?<zh>[一二三四五六日天])|(?<ja>[月火水木金土日])曜日?/gu;
const weekend = /\bweekends?\b|周末|週末|土日(?!本)/gu;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const oneMonth =
  /\b(?:in|by|until|from|of|early|late|mid|end of|since|during|next|this)[ -](?<month>january|february|march|april|may|june|july|august|september|october|november|december)\b(?! \d)/gu;
const cjkMonth = /(?<![\d个箇ヶか])(?<month>1[0-2]|[1-9])月(?![\d目額])(?:份|中|末|初|上旬|中旬|下旬|底)?/gu;
const slashed =
  /(?<![\d/.])(?<a>[0-3]?\d)\/(?<b>[0-3]?\d)(?:\/(?:20)?\d\d)?(?![\d/]|\s?(?:cup|of|inch|tsp|tbsp|")\b)/gu;
const relative: ReadonlyArray<readonly [string, RegExp]> = [
  ['day after tomorrow', /\bday after tomorrow\b|后天|明後日/gu],
  ['tomorrow', /\btomorrow\b|明天|明日(?!葉)/gu],
  ['today', /\b(?:today|tonight)\b|今天|今日(?!は[、,。])|本日/gu],
  ['yesterday', /\byesterday\b|昨天|昨日/gu],
  ['next week', /\bnext week\b|下(?:周|星期|礼拜)(?![一二三四五六日天])|来週/gu],
  ['this week', /\bthis week\b|(?:本|这)(?:周|星期)(?![一二三四五六日天])|今週/gu],
  ['next month', /\bnext month\b|下个?月|来月/gu],
];

const currencies: ReadonlyArray<readonly [string, RegExp]> = [
  ['EUR', /(?<=\bin )euros?\b|(?<=以|用)欧元|ユーロ(?=建て|での|で)/gu],
  ['USD', /(?<=\bin )(?:us )?dollars?\b|(?<=以|用)美元|(?:米)?ドル(?=建て|での|で)/gu],
  ['GBP', /(?<=\bin )(?:british )?pounds?\b|(?<=以|用)英镑|ポンド(?=建て|での|で)/gu],
  ['JPY', /(?<=\bin )(?:japanese )?yen\b|(?<=以|用)日元|(?:日本)?円(?=建て|での)/gu],
  ['CNY', /(?<=\bin )(?:chinese )?(?:yuan|renminbi)\b|(?<=以|用)人民币|人民元(?=建て|での|で)/gu],
];

/** Currencies that something is paid in, without an amount. */
export const currencyReaders: ReadonlyArray<(text: string) => Reading> = currencies.map(
  ([key, pattern]) =>
    (text: string) =>
      read(text, pattern, () => ({ kind: 'price', value: null, key })),
);

const halves: Readonly<Record<string, number>> = { morning: 0, afternoon: 720, evening: 720, night: 720 };
const spokenTime = new RegExp(
  `(?<![a-z\\d.,:])(?<hour>${numberPattern})(?: o['’]clock)? (?:in the (?<half>morning|afternoon|evening)|at (?<late>night))\\b`,
  'gu',
);
const rank = ['third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'];
const ordinal = new RegExp(
  `(?<![\\d.,])(?<digits>\\d{1,3})(?:st|nd|rd|th)\\b|\\b(?<word>${rank.join('|')})\\b(?! of)`,
  'gu',
);

/** Times of day in words, places in an order, and how many times something is done. */
export const spokenReaders: ReadonlyArray<(text: string) => Reading> = [
  (text) =>
    read(text, spokenTime, ({ groups }) => {
      const hour = numberOf(groups?.['hour'] ?? '');
      if (!(hour >= 1 && hour <= 12)) return null;
      return valued('time', 'time', (hour % 12) * 60 + (halves[groups?.['half'] ?? groups?.['late'] ?? ''] ?? 0));
    }),
  (text) =>
    read(text, ordinal, ({ groups }) => {
      const place =
        groups?.['digits'] === undefined ? rank.indexOf(groups?.['word'] ?? '') + 3 : Number(groups['digits']);
      const found = valued('quantity', 'count', place, place, 'place');
      return found.value === null ? null : { ...found, value: { ...found.value, unit: 'place' } };
    }),
  (text) => read(text, /\b(?:twice|thrice)\b/gu, ([match]) => valued('quantity', 'count', match === 'twice' ? 2 : 3)),
];

/** Single weekdays, months, dates with slashes and days told from today. */
export const calendarReaders: ReadonlyArray<(text: string) => Reading> = [
  (text) => read(text, oneDay, ([match]) => valued('weekday', 'weekdays', 1 << days.indexOf(match.slice(0, 3)))),
  (text) =>
    read(text, cjkDay, ({ groups }) => {
      const at =
        groups?.['zh'] === undefined
          ? '月火水木金土日'.indexOf(groups?.['ja'] ?? '')
          : '一二三四五六日'.indexOf(groups['zh'].replace('天', '日'));
      return at < 0 ? null : valued('weekday', 'weekdays', 1 << at);
    }),
  (text) => read(text, weekend, () => valued('weekday', 'weekdays', 96)),
  (text) =>
    read(text, slashed, ({ groups, 0: match }) => {
      const [a, b] = [Number(groups?.['a']), Number(groups?.['b'])];
      if (/^(?:24\/7|1\/[234]|[23]\/[345])$/u.test(match) || a === 0 || b === 0) return null;
      if (a > 12 && b > 12) return null;
      return valued('date', 'date', a > 12 ? b * 31 + a : a * 31 + b, b > 12 ? a * 31 + b : b * 31 + a, 'slashed');
    }),
  (text) =>
    read(text, oneMonth, ({ groups }) =>
      valued('date', 'date', (months.indexOf((groups?.['month'] ?? '').slice(0, 3)) + 1) * 31, undefined, 'month'),
    ),
  (text) =>
    read(text, cjkMonth, ({ groups }) => valued('date', 'date', Number(groups?.['month']) * 31, undefined, 'month')),
  ...relative.map(
    ([key, pattern]) =>
      (text: string) =>
        read(text, pattern, () => ({ kind: 'date', value: null, key })),
  ),
];

const bare = new RegExp(`(?<![a-z\\d.#/-])(?:${numberPattern})(?![a-z\\d])`, 'gu');

/** Numbers that count nothing known: sizes, versions, "No. 4". One and two are seldom more than articles. */
export const bareReader = (text: string): Reading =>
  read(text, bare, ({ 0: match, index = 0 }) => {
    const isHan = /\p{Script=Han}/u.test(match);
    if (isHan && /\p{L}/u.test(text.charAt(index + match.length) + text.charAt(index - 1))) return null;
    const count = numberOf(match);
    if (!Number.isFinite(count) || (!/^\d/u.test(match) && count < 3)) return null;
    if (/^[〇零一二两兩三四五六七八九十百千万半]+$/u.test(match) && match.length < 2) return null;
    return {
      kind: 'quantity',
      value: { fact: 'count', unit: '', low: count, high: count, bound: null, text: '', start: 0, end: 0 },
      key: '',
    };
  });
