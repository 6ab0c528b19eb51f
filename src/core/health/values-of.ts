import type { Language } from '#shared/model/basics.ts';
import { addressValues, dateValues, timeValues, weekdayValues } from './calendar-values.ts';
import type { Bound, Value } from './fact.ts';
import { withoutStretch } from './folded-text.ts';
import { numberOf, numberPattern } from './numerals.ts';
import { type Unit, currencySigns, currencyWords, durationUnits, measureUnits } from './units.ts';

const joint = '(?:\\s*(?:-|–|—|~|～|〜|\\bto\\b|\\band\\b|\\bor\\b|至|到|から|或|または)\\s*)';

/** What a reader of one class found, and the text without it for the next. */
type Reading = { readonly values: readonly Value[]; readonly rest: string };
type Draft = Pick<Value, 'fact' | 'unit' | 'low' | 'high'>;

/** Every typed value of a folded text, in order. Each character is read once, by the most telling class. */
export function valuesOf(folded: string, language: Language): readonly Value[] {
  const values: Value[] = [];
  let rest = folded;
  const take = (reading: Reading): void => {
    values.push(...reading.values);
    rest = reading.rest;
  };
  take(addressValues(rest));
  take(dateValues(rest));
  take(money(rest, language));
  take(percents(rest));
  take(timeValues(rest));
  take(weekdayValues(rest));
  for (const unit of durationUnits) take(quantities(rest, unit, 'duration'));
  for (const unit of measureUnits) take(quantities(rest, unit, 'measure'));
  take(counts(rest));
  return withJointRanges(
    folded,
    values.toSorted((a, b) => a.start - b.start),
  );
}

const between = new RegExp(`^${joint}$`, 'u');

/** "1 week to 10 days" is one period. */
function withJointRanges(text: string, values: readonly Value[]): readonly Value[] {
  const merged: Value[] = [];
  for (const value of values) {
    const last = merged.at(-1);
    const isRange =
      last?.fact === 'duration' &&
      value.fact === 'duration' &&
      last.high < value.high &&
      between.test(text.slice(last.end, value.start));
    if (isRange) merged[merged.length - 1] = { ...value, low: last.low, start: last.start };
    else merged.push(value);
  }
  return merged;
}

/** Reads what a pattern finds; `made` gives null for what is no value after all. */
export function readAll(
  text: string,
  pattern: RegExp,
  made: (groups: Readonly<Record<string, string | undefined>>, match: string) => Draft | null,
): Reading {
  const values: Value[] = [];
  let rest = text;
  for (const match of text.matchAll(pattern)) {
    const draft = made(match.groups ?? {}, match[0]);
    if (draft === null || !Number.isFinite(draft.low) || !Number.isFinite(draft.high)) continue;
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const end = match.index + match[0].trimEnd().length;
    values.push({ ...draft, start, end, bound: boundOf(text, start, end), text: '' });
    rest = withoutStretch(rest, start, end);
  }
  return { values, rest };
}

const quantityPatterns = new Map<Unit, RegExp>();

function quantities(text: string, unit: Unit, fact: 'duration' | 'measure'): Reading {
  let pattern = quantityPatterns.get(unit);
  if (pattern === undefined) {
    pattern = new RegExp(
      `(?<![\\d.])(?<low>${numberPattern}|\\b(?:an?|half an?|quarter of an)(?= ))(?:(?:\\s*(?:${unit.words}))?${joint}(?<high>${numberPattern}))?[ -]*(?:full )?(?:${unit.words})(?:\\s*(?<half>半))?`,
      'gu',
    );
    quantityPatterns.set(unit, pattern);
  }
  const { dimension, factor } = unit;
  return readAll(text, pattern, ({ low = '', high, half }) => {
    const first = low.startsWith('half')
      ? 0.5
      : low.startsWith('quarter')
        ? 0.25
        : /^an?$/.test(low)
          ? 1
          : numberOf(low);
    const extra = half === undefined ? 0 : 0.5;
    // A year of the calendar is none of somebody's warranty.
    if (fact === 'duration' && factor === 365 && first > 150) return null;
    return {
      fact,
      unit: dimension,
      low: (first + extra) * factor,
      high: ((high === undefined ? first : numberOf(high)) + extra) * factor,
    };
  });
}

const amount = '\\d[\\d,]*(?:\\.\\d+)?(?:万|k\\b)?';

function money(text: string, language: Language): Reading {
  let rest = text;
  const values: Value[] = [];
  const amountOf = (written: string): number =>
    numberOf(written.replace(/k$/, '')) * (written.endsWith('k') ? 1_000 : 1);
  const of = (currency: string): string => (currency === '¥' ? (language === 'ja' ? 'JPY' : 'CNY') : currency);
  for (const [sign, currency] of currencySigns) {
    const pattern = new RegExp(
      `(?<![a-z])${sign}\\s?(?<low>${amount})(?:${joint}(?:${sign})?\\s?(?<high>${amount}))?(?:\\s?(?:元|円|dollars?|usd|eur|gbp)(?!\\p{L}))?`,
      'gu',
    );
    const reading = readAll(rest, pattern, ({ low = '', high }) => ({
      fact: 'money',
      unit: of(currency),
      low: amountOf(low),
      high: amountOf(high ?? low),
    }));
    values.push(...reading.values);
    rest = reading.rest;
  }
  for (const [words, currency] of currencyWords) {
    const pattern = new RegExp(`(?<low>${numberPattern})(?:${joint}(?<high>${numberPattern}))?\\s?(?:${words})`, 'gu');
    const reading = readAll(rest, pattern, ({ low = '', high }) => {
      const scale = currency === 'GBX' ? 0.01 : 1;
      return {
        fact: 'money',
        unit: currency === 'GBX' ? 'GBP' : currency,
        low: numberOf(low) * scale,
        high: numberOf(high ?? low) * scale,
      };
    });
    values.push(...reading.values);
    rest = reading.rest;
  }
  return { values, rest };
}

const percentPattern = new RegExp(
  `(?<low>${numberPattern})(?:\\s?%?${joint}(?<high>${numberPattern}))?\\s?(?:%|percent\\b|per cent\\b|パーセント)`,
  'gu',
);
const foldPattern = /(?<low>\d+(?:\.\d+)?|[一二三四五六七八九]{1,2})\s?折(?!扣)/gu;
const tenthPattern = /(?<low>\d+|[一二三四五六七八九])\s?割(?:引き?|り引き)/gu;

function percents(text: string): Reading {
  const plain = readAll(text, percentPattern, ({ low = '', high }) => ({
    fact: 'percent',
    unit: '%',
    low: numberOf(low),
    high: numberOf(high ?? low),
  }));
  // 八五折 is 85 of a hundred, 8折 is 80: a reduction of 15 and 20.
  const folds = readAll(plain.rest, foldPattern, ({ low = '' }) => {
    const paid = numberOf(low);
    const off = 100 - (paid < 10 ? paid * 10 : paid);
    return { fact: 'percent', unit: '%', low: off, high: off };
  });
  const tenths = readAll(folds.rest, tenthPattern, ({ low = '' }) => ({
    fact: 'percent',
    unit: '%',
    low: numberOf(low) * 10,
    high: numberOf(low) * 10,
  }));
  return { values: [...plain.values, ...folds.values, ...tenths.values], rest: tenths.rest };
}

const counters =
  '个|個|件|份|颗|条|支|根|套|对|罐|块|次(?!日)|张|張|枚|款|瓶|盒|包|名|位|人|台|本|回|点|袋|箱|双|足|册|冊|口|杯|粒|片|种|種|カ国|ヶ国|店舗|积分|分|ポイント|ページ|つ|色|组|セット|层|段|字|文字|セル|歳|岁|周岁|才';
const cjkCount = new RegExp(
  `(?<low>${numberPattern})(?:${joint}(?<high>${numberPattern}))?\\s?(?<unit>${counters})`,
  'gu',
);
const wordCount = new RegExp(
  `(?<![\\w.#/-])(?<low>${numberPattern})(?:${joint}(?<high>${numberPattern}))?[ -](?!(?:of|to|for|or|and|in|at|on|is|are|the|per|a|more|less|other|after|before|that|this|with|by|from)\\b)(?<adjective>(?:different|free|separate|individual|extra|additional|reward|loyalty|bonus|single|full)\\s)?(?<unit>[a-z]{3,})`,
  'gu',
);

function counts(text: string): Reading {
  const cjk = readAll(text, cjkCount, ({ low = '', high, unit = '' }) => {
    // 一个 and 一件 are articles.
    if (/^[一两]$/u.test(low) && high === undefined) return null;
    return { fact: 'count', unit: countedBy(unit), low: numberOf(low), high: numberOf(high ?? low) };
  });
  const words = readAll(cjk.rest, wordCount, ({ low = '', high, unit = '' }) => {
    if (low === 'one' && high === undefined) return null;
    return { fact: 'count', unit: unit.replace(/(?:es|s)$/, ''), low: numberOf(low), high: numberOf(high ?? low) };
  });
  return { values: [...cjk.values, ...words.values], rest: words.rest };
}

function countedBy(unit: string): string {
  if (/^(?:积分|分|ポイント|点)$/u.test(unit)) return 'point';
  if (/^(?:歳|岁|周岁|才)$/u.test(unit)) return 'age';
  if (/^(?:人|名|位)$/u.test(unit)) return 'person';
  return /^(?:次|回)$/u.test(unit) ? 'time' : 'piece';
}

const most =
  /(?:\bwithin|\bup to|\bat most|\bmaximum(?: of)?|\bmax\.?|\bno more than|\bnot exceed(?:ing)?|\bless than|\bunder|\bbelow|\bno later than|\bin|\buntil|最多|不超过|最长|最大|最高|最长|少于|低于|限)[\s:]*(?:the first |a |an |our |about )?$/u;
const least =
  /(?:\bat least|\bminimum(?: \w+)?(?: of| is)?|\bmore than|\bover|\babove|\bfrom|\bexceeds?|\bexceeding|\borders of|\bspend(?:ing)?|满|超过|至少|最少|最低|不少于|高于)[\s:]*(?:a |an )?$/u;
const each = /(?:\bevery|\bper|\beach|\bonce (?:a|every)|每隔?|每(?:消费|满|购|花费)|毎)\s*$/u;
const age = /(?:\baged?|\bover the age of|年满)\s*$/u;

function boundOf(text: string, start: number, end: number): Bound {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 14);
  if (/^\s*(?:old\b|years old|of age|or older|and over|or over\b.*old|周?岁|歳|才)/u.test(after) || age.test(before))
    return 'age';
  if (/^\s*(?:before\b|ahead\b|in advance|prior to|前(?!後|后))/u.test(after) || /提前\s*$/u.test(before))
    return 'ahead';
  if (
    each.test(before) ||
    /^\s*(?:(?:for )?(?:a|per|every|each|\/) ?(?:month|year|week|day)\b|ごと|おき|毎|につき|一次|に(?:一|1)[回度])/u.test(
      after,
    )
  )
    return 'each';
  if (
    /^\s*(?:以上|起(?!订)|より多|超|を超え|から(?!の)|\+|or more|and (?:over|above|up)|and more|or above|plus\b)/u.test(
      after,
    )
  )
    return 'least';
  if (/^\s*(?:以内|以下|之内|内|まで|未満|を上限|or less|or under|or fewer|max\b|at most)/u.test(after)) return 'most';
  if (least.test(before)) return 'least';
  return most.test(before) ? 'most' : null;
}
