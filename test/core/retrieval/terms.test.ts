import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedTerms, termsOf } from '#core/retrieval/terms.ts';

test.each([
  ['English forms do not meet', 'Returned KETTLES', ['return', 'kettl']],
  ['a possessive is a word of its own', 'the kettle’s lid', ['the', 'kettl', 'lid']],
  ['an apostrophe parts a word', "doesn't", ['doesnt']],
  ['Chinese has no terms', '退款申请', ['退款', '款申', '申请']],
  ['one Chinese character has no term', '茶', ['茶']],
  ['Japanese has no terms', '返品できますか', ['返品', '品で', 'でき', 'きま', 'ます', 'すか']],
  ['a product name inside Chinese is lost', '水壶 E3 错误', ['水壶', 'e3', '错误']],
  ['half-width and full-width forms do not meet', 'Ｅ３ ｷｬﾝｾﾙ', ['e3', 'キャ', 'ャン', 'ンセ', 'セル']],
  ['traditional and simplified characters do not meet', '發貨後退款', ['发货', '货后', '后退', '退款']],
  ['a loanword has two spellings', 'コンピューター', termsOf('コンピュータ')],
  ['an emoji is a term', '👍 ok', ['ok']],
  ['nothing has terms', ' \n… ', []],
])('bug: %s', (_bug, text, terms) => {
  expect(termsOf(text)).toEqual(terms);
});

test('bug: words that say nothing drown the others, or a question of such words finds nothing', () => {
  expect(askedTerms('Hello, can you please tell me about the kettle?')).toEqual(expect.arrayContaining(['kettl']));
  expect(askedTerms('Hello, can you please tell me about the kettle?')).not.toContain('the');
  expect(askedTerms('What about it?')).not.toEqual([]);
  expect(askedTerms('It is not working')).toContain('not');
});

test('bug: a term holds what the index cannot take, or depends on the form of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      for (const term of termsOf(text)) expect(term).toMatch(/^[\p{L}\p{M}\p{N}々〆ー]+$/u);
      expect(new Set(askedTerms(text)).size).toBe(askedTerms(text).length);
      expect(termsOf(text.normalize('NFKC'))).toEqual(termsOf(text));
    }),
  );
});
