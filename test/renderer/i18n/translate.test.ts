import { describe, expect, it } from 'vitest';
import { errorCodes } from '#shared/errors.ts';
import { en } from '../../../src/renderer/src/i18n/en/index.ts';
import { momentText, sizeText, spanText } from '../../../src/renderer/src/i18n/formats.ts';
import { ja } from '../../../src/renderer/src/i18n/ja/index.ts';
import { problemText } from '../../../src/renderer/src/i18n/problem-text.ts';
import { type Key, closestLanguage, translateIn, uiLanguages } from '../../../src/renderer/src/i18n/translate.ts';
import { zh } from '../../../src/renderer/src/i18n/zh/index.ts';

const minute = 60_000;
const hour = 60 * minute;

function blanksOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ''))].sort();
}

describe('dictionaries', () => {
  it('fill the same blanks in every language: a forgotten one would show the wrong sentence', () => {
    for (const key of Object.keys(en) as Key[]) {
      const wanted = blanksOf(en[key]);
      expect({ key, blanks: blanksOf(zh[key]) }).toEqual({ key, blanks: wanted });
      expect({ key, blanks: blanksOf(ja[key]) }).toEqual({ key, blanks: wanted });
    }
  });

  it('leave nothing empty', () => {
    for (const words of [en, zh, ja]) for (const text of Object.values(words)) expect(text.trim()).not.toBe('');
  });

  it('speak of the file that cannot be read and the encryption that is missing, not of codes and fields', () => {
    const t = translateIn('en');
    const book = problemText(t, { code: 'unsupported', message: '', detail: { file: 'a.xlsx', format: 'xlsx' } });
    expect(book.remedy).toContain('CSV');
    const open = problemText(t, { code: 'invalid_input', message: '', detail: { field: 'security' } });
    expect(open.what).toContain('encryption');
  });

  it('say for every error what happened and what to do', () => {
    for (const language of uiLanguages) {
      for (const code of errorCodes) {
        const { what, remedy } = problemText(translateIn(language), {
          code,
          message: '',
          detail: { host: 'mail.example', field: 'port' },
        });
        expect(what.length + remedy.length).toBeGreaterThan(8);
        expect(what + remedy).not.toMatch(/[{}]/);
      }
    }
  });

  it('fill blanks with text that looks like a pattern as it is', () => {
    expect(translateIn('en')('toast.sent', { name: '{name} $& $1' })).toBe('Sent to {name} $& $1');
  });

  it('choose the word that fits the count', () => {
    const t = translateIn('en');
    expect(t('composer.gapsLeft', { count: 1 })).toBe('1 gap left');
    expect(t('composer.gapsLeft', { count: 1200 })).toBe('1,200 gaps left');
  });
});

describe('formats', () => {
  it('read a wait at a glance', () => {
    expect(
      [10_000, 5 * minute, 130 * minute, 2 * hour, 20 * hour, 26 * hour, 75 * hour].map((ms) => spanText(ms, 'en')),
    ).toEqual(['now', '5 min', '2 h 10 min', '2 h', '20 h', '26 h', '3 d']);
    expect(spanText(130 * minute, 'ja')).toBe('2時間10分');
    expect(spanText(130 * minute, 'zh')).toBe('2 小时 10 分钟');
  });

  it('give the time today and the year only where it is another', () => {
    const now = new Date(2026, 5, 15, 18, 0).getTime();
    expect(momentText(new Date(2026, 5, 15, 9, 5).getTime(), now, 'en')).toBe('09:05');
    expect(momentText(new Date(2026, 5, 13, 9, 5).getTime(), now, 'en')).toMatch(/Sat/);
    expect(momentText(new Date(2026, 1, 3).getTime(), now, 'en')).not.toMatch(/2026/);
    expect(momentText(new Date(2024, 1, 3).getTime(), now, 'en')).toMatch(/2024/);
  });

  it('write sizes in a unit that stays readable', () => {
    expect([0, 999, 1_000, 2_481_930].map((bytes) => sizeText(bytes, 'en'))).toEqual([
      '0 B',
      '999 B',
      '1 kB',
      '2.5 MB',
    ]);
  });
});

it('speaks the person’s first language that it knows', () => {
  expect(closestLanguage(['fr-FR', 'ja-JP', 'en'])).toBe('ja');
  expect(closestLanguage(['zh-Hant-TW'])).toBe('zh');
  expect(closestLanguage(['fr'])).toBe('en');
});
