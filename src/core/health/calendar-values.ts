import type { Value } from './fact.ts';
import { withoutStretch } from './folded-text.ts';

type Reading = { readonly values: readonly Value[]; readonly rest: string };
type Draft = Pick<Value, 'fact' | 'unit' | 'low' | 'high'> & { readonly text?: string };

function read(
  text: string,
  pattern: RegExp,
  made: (groups: Readonly<Record<string, string | undefined>>, match: string) => Draft | null,
): Reading {
  const values: Value[] = [];
  let rest = text;
  for (const match of text.matchAll(pattern)) {
    const draft = made(match.groups ?? {}, match[0]);
    if (draft === null || !Number.isFinite(draft.low)) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    values.push({ text: '', ...draft, start, end, bound: null });
    rest = withoutStretch(rest, start, end);
  }
  return { values, rest };
}

function all(text: string, readers: ReadonlyArray<(text: string) => Reading>): Reading {
  const values: Value[] = [];
  let rest = text;
  for (const reader of readers) {
    const reading = reader(rest);
    values.push(...reading.values);
    rest = reading.rest;
  }
  return { values, rest };
}

const mail = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/gu;
const link = /https?:\/\/[^\s"<>）)。，、]+|\bwww\.[^\s"<>）)。，、]+/gu;
const phone =
  /(?<![\w.])(?:\+\d{1,3}[\s-]?)?(?:\(0?\d{1,4}\)[\s-]?|0\d{1,4}[\s-]|1[3-9]\d-?|[48]00[\s-]|\d{3}[\s-])\d{2,4}[\s-]?\d{3,4}(?:[\s-]?\d{1,4})?(?![\w-])/gu;

/** Mail addresses, links and telephone numbers. */
export function addressValues(text: string): Reading {
  const contact =
    (unit: string, written: (match: string) => string) =>
    (_: unknown, match: string): Draft | null => {
      const said = written(match);
      return unit === 'phone' && said.length < 7 ? null : { fact: 'contact', unit, low: 0, high: 0, text: said };
    };
  return all(text, [
    (rest) =>
      read(
        rest,
        mail,
        contact('mail', (match) => match),
      ),
    (rest) =>
      read(
        rest,
        link,
        contact('link', (match) => match.replace(/[.,/]+$/, '')),
      ),
    (rest) =>
      read(
        rest,
        phone,
        contact('phone', (match) => match.replace(/\D/g, '').replace(/^0+/, '')),
      ),
  ]);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const day = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?';
const year = '(?:,? (?<year>(?:19|20)\\d\\d))?';
const datePatterns = [
  new RegExp(`\\b${day}(?: of)? ${month}\\b\\.?${year}`, 'gu'),
  new RegExp(`\\b${month}\\.? ${day}\\b${year}`, 'gu'),
  /\b(?<year>(?:19|20)\d\d)[-/.](?<month>[01]?\d)[-/.](?<day>[0-3]?\d)\b/gu,
  /(?:(?<year>(?:19|20)\d\d)年)?(?<month>[01]?\d)月(?<day>[0-3]?\d)[日号]/gu,
  /(?<![\d.])(?<month>1?\d)[./](?<day>[0-3]?\d)(?=\s?(?:前|之前|まで|至|から|开始))/gu,
];

/** Dates: month and day, with the year where both texts name it. */
export function dateValues(text: string): Reading {
  return all(
    text,
    datePatterns.map(
      (pattern) => (rest: string) =>
        read(rest, pattern, ({ month: named = '', day: numbered = '', year: written }) => {
          const index = /^\d/.test(named) ? Number(named) : months.indexOf(named.slice(0, 3)) + 1;
          const place = index * 31 + Number(numbered);
          return { fact: 'date', unit: written ?? '', low: place, high: place };
        }),
    ),
  );
}

const clock = (name: string): string =>
  `(?:(?<${name}h>\\d{1,2})(?:[:.](?<${name}m>[0-5]\\d))?\\s?(?<${name}p>[ap]m\\b|[ap]\\.m\\.)?|(?<${name}w>noon|midday|midnight))`;
const range = new RegExp(
  `\\b${clock('a')}\\s*(?:-|–|—|~|to|until|till|through|and)\\s*${clock('b')}(?![\\d%]|\\s?(?:days?|business|working|hours?|weeks?|months?|years?|items?|times?|minutes?|ml|cm|mm|kg|g)\\b)`,
  'gu',
);
const single =
  /\b(?<ah>\d{1,2})(?::(?<am>[0-5]\d))?\s?(?<ap>[ap]m\b|[ap]\.m\.)|\b(?<bh>\d{1,2}):(?<bm>[0-5]\d)(?!\d)|\b(?<aw>noon|midday|midnight)\b/gu;
const half =
  '(?<§p>上午|下午|早上|中午|晚上|凌晨|午前|午後|夜|朝)?\\s?(?<§h>\\d{1,2}|[一二三四五六七八九十两]{1,3})(?:(?:点|時(?!間)|时)(?:(?<§m>\\d{1,2})分?|(?<§half>半))?|[:：](?<§n>[0-5]\\d))';
const cjkOne = (name: string): string => half.replaceAll('§', name);
const cjkRange = new RegExp(`${cjkOne('a')}\\s*(?:-|–|—|~|～|〜|至|到|から)\\s*${cjkOne('b')}`, 'gu');
const cjkSingle = new RegExp(cjkOne('a'), 'gu');

type Groups = Readonly<Record<string, string | undefined>>;

/** Times of day and ranges of them, in minutes. */
export function timeValues(text: string): Reading {
  const time = (low: number | null, high: number | null): Draft | null =>
    low === null || high === null ? null : { fact: 'time', unit: '', low, high };
  return all(text, [
    (rest) =>
      read(rest, cjkRange, (groups) => {
        const low = cjkMinutes(groups, 'a', undefined);
        return time(
          low,
          cjkMinutes(groups, 'b', groups['ap'] === '下午' || groups['ap'] === '午後' ? groups['ap'] : undefined),
        );
      }),
    (rest) =>
      read(rest, range, (groups, match) => {
        // 9-6 alone is any range of numbers.
        if (!/[:apnm]/.test(match.replace(/\b(?:and|until|till|through|to)\b/g, ''))) return null;
        const end = minutes(groups, 'b', undefined);
        const start = minutes(
          groups,
          'a',
          end !== null && groups['bp'] !== undefined && Number(groups['ah']) < Number(groups['bh'])
            ? groups['bp']
            : undefined,
        );
        return time(start, end);
      }),
    (rest) =>
      read(rest, cjkSingle, (groups) => {
        const at = cjkMinutes(groups, 'a', undefined);
        return time(at, at);
      }),
    (rest) =>
      read(rest, single, (groups) => {
        const at = minutes(groups, groups['bh'] === undefined ? 'a' : 'b', undefined);
        return time(at, at);
      }),
  ]);
}

function minutes(groups: Groups, name: string, otherHalf: string | undefined): number | null {
  const word = groups[`${name}w`];
  if (word !== undefined) return word === 'midnight' ? 1_440 : 720;
  const hour = Number(groups[`${name}h`]);
  const minute = Number(groups[`${name}m`] ?? 0);
  const halfOfDay = groups[`${name}p`] ?? otherHalf;
  if (!(hour <= 24)) return null;
  if (halfOfDay === undefined) return hour * 60 + minute;
  return ((hour % 12) + (halfOfDay.startsWith('p') ? 12 : 0)) * 60 + minute;
}

const hanHours: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十一: 11,
  十二: 12,
};

function cjkMinutes(groups: Groups, name: string, otherHalf: string | undefined): number | null {
  const written = groups[`${name}h`] ?? '';
  const hour = hanHours[written] ?? Number(written);
  if (!(hour <= 24)) return null;
  const minute = groups[`${name}half`] === undefined ? Number(groups[`${name}m`] ?? groups[`${name}n`] ?? 0) : 30;
  const halfOfDay = groups[`${name}p`] ?? otherHalf;
  const isLate = halfOfDay !== undefined && /下午|晚上|午後|夜/.test(halfOfDay) && hour < 12;
  return (hour + (isLate ? 12 : 0)) * 60 + minute;
}

const weekday = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?';
const weekdayRange = new RegExp(`\\b(?<from>${weekday})\\s*(?:-|–|—|to|through|until)\\s*(?<to>${weekday})\\b`, 'gu');
const zhRange =
  /(?:周|星期|礼拜)(?<from>[一二三四五六日天])\s?(?:-|–|至|到|~)\s?(?:周|星期|礼拜)?(?<to>[一二三四五六日天])/gu;
const jaRange =
  /(?<from>[月火水木金土日])(?:曜日?)?\s?(?:-|–|~|～|〜|から)\s?(?<to>[月火水木金土日])(?:曜日?|(?=\s|$|\d|[、,。(（]|の|は))/gu;
const daily = /\b(?:seven days a week|7 days a week|every day(?! of)|daily)\b|每天|全年无休|年中無休|毎日/gu;
const weekdaysOnly = /\b(?:on )?weekdays\b|平日/gu;

/** Ranges of weekdays, as a set: bit 0 is Monday. */
export function weekdayValues(text: string): Reading {
  const set = (from: number, to: number): Draft | null => {
    if (from < 0 || to < 0) return null;
    let bits = 0;
    for (let at = from; ; at = (at + 1) % 7) {
      bits |= 1 << at;
      if (at === to) break;
    }
    return { fact: 'weekdays', unit: '', low: bits, high: bits };
  };
  const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const named =
    (order: string) =>
    ({ from = '', to = '' }: Groups) =>
      set(order.indexOf(from.replace('天', '日')), order.indexOf(to.replace('天', '日')));
  return all(text, [
    (rest) =>
      read(rest, weekdayRange, ({ from = '', to = '' }) =>
        set(names.indexOf(from.slice(0, 3)), names.indexOf(to.slice(0, 3))),
      ),
    (rest) => read(rest, zhRange, named('一二三四五六日')),
    (rest) => read(rest, jaRange, named('月火水木金土日')),
    (rest) => read(rest, daily, () => set(0, 6)),
    (rest) => read(rest, weekdaysOnly, () => set(0, 4)),
  ]);
}
