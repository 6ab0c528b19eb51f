import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openGlosses } from '#adapters/embedder/gloss/open-glosses.ts';
import type { Glosses } from '#core/ports/glosses.ts';
import { resourcesFolder } from '#test/support/sample-resources.ts';

const glosses = openGlosses(path.join(resourcesFolder, 'glosses')) as Glosses;
const read = (text: string): string => glosses.readingOf(text);

describe('a reading', () => {
  test('bug: other texts are changed', () => {
    const english = 'Where is my order? It says "arrived", but made in Itami – 50% off, naïve café 3.5 kg.';
    expect(read(english)).toBe(english);
    expect(read('')).toBe('');
  });

  test.each([
    ['a negation is lost', '没收到包裹', /not received|not receive/],
    ['a Japanese negation is lost', 'まだ商品が届いてません', /not arrive/],
    ['a question that ends in "not" is a negation', '能用不？', /^can use \?$/],
    ['an inflected verb is not found', '先週送り返しました', /last week return/],
    ['an inflected adjective is not found', '色が濃くなかった', /strong|dark|deep|thick/],
    [
      'polite words drown the question',
      'お忙しいところ恐れ入りますが、領収書を発行していただけますでしょうか',
      /^receipt issue$/,
    ],
    ['colloquial words of shops are unknown', '亲，包邮吗', /^free shipping$/],
    ['a loanword stays in katakana', 'キャンセルできますか', /cancel/],
    ['compounds in katakana stay whole', 'レディースプラン', /lad|wom|plan/],
    ['an unknown loanword vanishes', 'ゾルパックスは使えますか', /^zolpacus use$/],
    ['a word in pinyin is no word', 'mima想不起来了', /^password/],
    ['numbers and names vanish', 'E3エラー、HL-10423', /e3 error.* hl-10423/],
    ['a number in characters takes part of the next word', '三十套餐具', /^30 tableware|^30 /],
  ])('bug: %s', (_bug, text, reading) => {
    expect(read(text)).toMatch(reading);
  });

  test.each([
    ['traditional characters', '運費誰出？', '运费谁出？'],
    ['half-width kana', 'ｷｬﾝｾﾙしたい', 'キャンセルしたい'],
    ['full-width letters', 'ＩＨで使えますか', 'IHで使えますか'],
    ['the long mark at the end', 'コンピュータ', 'コンピューター'],
    ['Latin letters', 'henpin dekimasu ka', '返品できますか'],
    ['Latin letters with long vowels', 'sōryō wa ikura desu ka', '送料はいくらですか'],
  ])('bug: %s are read otherwise', (_what, one, other) => {
    expect(read(one).replace(/\W+/g, ' ').trim()).toBe(read(other).replace(/\W+/g, ' ').trim());
  });

  test('bug: English with a word of Japan in it is taken for Japanese', () => {
    const text = 'Arigatou for the quick reply, can I return the sake set?';
    expect(read(text)).toBe(text);
  });

  test('bug: hostile text takes long or throws', () => {
    const piece = fc.constantFrom(
      '返',
      '品',
      'の',
      'ッ',
      'ー',
      '々',
      '三',
      '\u{20bb7}',
      '\ud842',
      'a',
      ' ',
      '。',
      '🎂',
      '\0',
      '\t',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 300 }), (pieces) => {
        const reading = read(pieces.join(''));
        expect(reading).toBe(read(pieces.join('')));
      }),
    );
    expect(typeof read('ア'.repeat(20_000))).toBe('string');
  });
});
