import { expect, test } from 'vitest';
import { csvOf } from '#core/insights/csv.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+44', "'+44"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', `"'\t=1"`],
  ['  =1', `"'  =1"`],
  ['＝1', "'＝1"],
  ['a=b', 'a=b'],
  ['say "hi", then\r\ngo', '"say ""hi"", then\r\ngo"'],
  ['=cmd|"/c"', `"'=cmd|""/c"""`],
])('bug: %j is written so that a spreadsheet reads something else', (text, cell) => {
  expect(csvOf(['a'], [[text]])).toBe(`\uFEFFa\r\n${cell}\r\n`);
});

test('bug: a number below zero becomes text, or nothing becomes "null"', () => {
  expect(csvOf(['a', 'b'], [[-5, null]])).toBe('\uFEFFa,b\r\n-5,\r\n');
});
