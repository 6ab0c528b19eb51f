import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentencesOf } from '#core/conversations/sentences.ts';

const textsOf = (text: string): readonly string[] => sentencesOf(text).map((sentence) => sentence.text);

const cases: readonly (readonly [bug: string, text: string, sentences: readonly string[]])[] = [
  ['two sentences stay one', 'It is late. Where is it?', ['It is late.', 'Where is it?']],
  ['Chinese is split only at spaces', '包装破了。怎么办？谢谢！', ['包装破了。', '怎么办？', '谢谢！']],
  ['Japanese is split only at spaces', '届きました。ありがとう。', ['届きました。', 'ありがとう。']],
  ['a price is cut in two', 'It costs 12.50 euro. Fine.', ['It costs 12.50 euro.', 'Fine.']],
  ['an abbreviation ends a sentence', 'Ask Dr. Lee about it. Now.', ['Ask Dr. Lee about it.', 'Now.']],
  ['a web address is cut in two', 'See https://a.example/x?y=1 please.', ['See https://a.example/x?y=1 please.']],
  ['a quotation loses its closing mark', 'She said “no.” Then she left.', ['She said “no.”', 'Then she left.']],
  ['several marks make several sentences', 'Really?!! Yes…', ['Really?!!', 'Yes…']],
  ['a forgotten space hides a question', 'Where is it?I paid.', ['Where is it?', 'I paid.']],
  ['a line end is no sentence end', 'Hello Ann\nWhere is it', ['Hello Ann', 'Where is it']],
  ['white space alone is a sentence', ' \n\t ', []],
];

test.each(cases)('bug: %s', (_bug, text, sentences) => {
  expect(textsOf(text)).toEqual(sentences);
});

const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '. ',
    '? ',
    '。',
    '！',
    '\n',
    '\r\n',
    ' \n ',
    '”',
    ')',
    'Dr. ',
    'e.g. ',
    'https://a.b/c?d',
    '1.5',
    '…',
    '\u2028',
  ),
);

test('bug: a sentence loses or gains a character', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const joined = sentencesOf(text)
        .map((sentence) => sentence.lead + sentence.text)
        .join('');
      expect(joined).toBe(text.trimEnd());
    }),
  );
});

test('bug: a sentence is empty or begins or ends with white space', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      for (const { lead, text } of sentencesOf(pieces.join(''))) {
        expect(text).toBe(text.trim());
        expect(text).not.toBe('');
        expect(lead.trim()).toBe('');
      }
    }),
  );
});
