import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clausesOf, foldedInPlace } from '#core/health/folded-text.ts';
import { profileOf } from '#core/health/entry-profile.ts';
import { numberOf } from '#core/health/numerals.ts';
import { isComparable, isSameValue } from '#core/health/same-value.ts';
import { valuesOf } from '#core/health/values-of.ts';
import type { Language } from '#shared/model/basics.ts';
import { healthEntry } from './measured.ts';

function read(text: string, language: Language = 'en'): readonly string[] {
  const folded = foldedInPlace(text);
  return valuesOf(folded, language).map(({ fact, unit, low, high, bound }) =>
    [fact, unit, low === high ? low : `${low}-${high}`, bound ?? ''].join(' ').replace(/\s+/g, ' ').trim(),
  );
}

describe('values of a text', () => {
  it('are the same however a period is written', () => {
    for (const text of [
      '14 days',
      'two weeks',
      'fourteen days',
      'a 14-day period',
      '１４日以内',
      '十四天',
      '两周',
      '2週間',
    ])
      expect(read(text).map((value) => value.split(' ').at(2))).toEqual(['14']);
    expect(read('3–5 working days')).toEqual(['duration business 3-5']);
    expect(read('三到五个工作日', 'zh')).toEqual(['duration business 3-5']);
    expect(read('1週間から10日', 'ja')).toEqual(['duration calendar 7-10']);
    expect(read('48 hours')).toEqual(['duration calendar 2']);
  });

  it('are no period where a date, a year or a time of day stands', () => {
    expect(read('11月3日', 'ja')).toEqual(['date 344']);
    expect(read('since 2024年', 'zh')).toEqual([]);
    expect(read('14時まで', 'ja')).toEqual(['time 840']);
    expect(read('open 9am–5:30 pm')).toEqual(['time 540-1050']);
    expect(read('31 January 2026')).toEqual(['date 2026 62']);
  });

  it('know money by sign, word and language', () => {
    expect(read('£4.99')).toEqual(['money GBP 4.99']);
    expect(read('1,200 yen')).toEqual(['money JPY 1200']);
    expect(read('￥500', 'ja')).toEqual(['money JPY 500']);
    expect(read('￥500', 'zh')).toEqual(['money CNY 500']);
    expect(read('orders over $50')).toEqual(['money USD 50 least']);
    expect(read('满99元', 'zh')).toEqual(['money CNY 99 least']);
  });

  it('know reductions in every language', () => {
    for (const [text, language] of [
      ['20% off', 'en'],
      ['8折', 'zh'],
      ['八折', 'zh'],
      ['2割引', 'ja'],
    ] as const)
      expect(read(text, language)).toEqual(['percent % 20']);
  });

  it('know measures in other units', () => {
    expect(read('1.7 litres')).toEqual(['measure volume 1700']);
    expect(read('500ml')).toEqual(['measure volume 500']);
    expect(read('40 °C')).toEqual(['measure temperature 40']);
    expect(read('75厘米', 'zh')).toEqual(['measure length 750']);
  });

  it('know addresses', () => {
    expect(read('Write to help@example.com or call 0800 123 4567.').map((value) => value.split(' ')[1])).toEqual([
      'mail',
      'phone',
    ]);
  });
});

it('bug: a number in words is counted wrong', () => {
  expect(['十', '十四', '二十', '三百', '一千二百', '3万', '两', 'twenty-four', '1,200.5'].map(numberOf)).toEqual([
    10, 14, 20, 300, 1_200, 30_000, 2, 24, 1_200.5,
  ]);
});

it('bug: the same time in other words counts as a difference', () => {
  const one = (text: string, language: Language = 'en') => valuesOf(foldedInPlace(text), language)[0];
  for (const [a, b] of [
    ['14 days', 'two weeks'],
    ['12 months', '1 year'],
    ['24 hours', 'one day'],
    ['10 working days', '14 days'],
    ['3-5 days', '4 days'],
    ['9:00', '9 am'],
  ] as const) {
    const [x, y] = [one(a), one(b)];
    if (x === undefined || y === undefined) throw new Error(`${a}, ${b}`);
    expect([a, b, isComparable(x, y) && isSameValue(x, y)]).toEqual([a, b, true]);
  }
});

it('bug: a comma in a number ends a clause', () => {
  const text = 'It costs 1,200 yen, tax included. Open 9:00-17:00; closed on Sunday';
  expect(clausesOf(text).map(({ start, end }) => text.slice(start, end).trim())).toEqual([
    'It costs 1,200 yen',
    'tax included',
    'Open 9:00-17:00',
    'closed on Sunday',
  ]);
});

it('bug: a hostile text takes for ever, throws, or is marked beside itself', () => {
  const pieces = fc.constantFrom(
    '14',
    ' days',
    '天',
    '日以内',
    '～',
    '$',
    '%',
    ',',
    '.',
    '。',
    'no ',
    '不',
    'ません',
    '(',
    '0800 ',
    '\u0001',
    '😀',
    'İ',
    'ｶﾞ',
    '9:00',
    '-',
    'a ',
    'of ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 80 }), fc.string({ maxLength: 40, unit: 'binary' }), (parts, more) => {
      const answer = `${parts.join('')}${more}`;
      const { values, stances } = profileOf(healthEntry({ id: 'x', question: more, answer, language: 'ja' }));
      for (const { value } of [...values, ...stances]) {
        expect(value.start).toBeGreaterThanOrEqual(0);
        expect(value.end).toBeLessThanOrEqual(answer.length);
        expect(value.start).toBeLessThan(value.end);
      }
    }),
    { numRuns: 200 },
  );
  const startedAt = performance.now();
  for (const text of [
    '1'.repeat(20_000),
    'a '.repeat(10_000),
    '至'.repeat(20_000),
    '从'.repeat(20_000),
    '(0'.repeat(10_000),
    '一'.repeat(20_000),
    'of the '.repeat(3_000),
    'return '.repeat(3_000),
  ])
    profileOf(healthEntry({ id: 'x', question: '', answer: text }));
  // Patterns that backtracked took minutes for this.
  expect(performance.now() - startedAt).toBeLessThan(60_000);
});
