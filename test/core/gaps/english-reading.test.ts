import { describe, expect, test } from 'vitest';
import { readingOf } from '#core/gaps/english-reading.ts';

describe('readingOf', () => {
  test('leaves English as it stands (bug: a model of sentences given bare words)', () => {
    expect(readingOf('Do you sell spare lids?')).toMatchObject({
      english: 'Do you sell spare lids?',
      unread: new Map(),
    });
  });

  test('reads the words of Chinese and Japanese without what carries the question (bug: 请问 and ですか make all alike)', () => {
    expect(readingOf('请问退货运费谁出？').english).toBe('return goods postage who');
    expect(readingOf('返品の送料は無料ですか').english).toBe('return goods postage free');
  });

  test('takes the longer word where one begins inside another (bug: 可以用电磁炉 read as the use of electricity)', () => {
    expect(readingOf('可以用电磁炉吗').english).toBe('use induction cooker');
  });

  test('reads one word in every script alike (bug: a shop in Taipei has groups of its own)', () => {
    const [simplified, traditional] = ['耳机没有声音', '耳機沒有聲音'].map((text) => readingOf(text).english);
    expect(traditional).toBe(simplified);
    expect(readingOf('ｺﾝﾋﾟｭｰﾀと接続').english).toBe(readingOf('コンピューターと接続').english);
  });

  test('keeps apart what it cannot read (bug: two unknown things are one question)', () => {
    const [one, other] = ['鼹鼠能洗吗', '蜥蜴能洗吗'].map(readingOf);
    expect(one?.english).toBe(other?.english);
    expect([...(one?.unread.keys() ?? [])]).toContain('鼹鼠');
    expect([...(other?.unread.keys() ?? [])]).toContain('蜥蜴');
  });
});
