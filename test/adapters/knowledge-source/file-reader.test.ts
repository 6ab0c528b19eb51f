import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKnowledgeFileReader } from '#adapters/knowledge-source/file-reader.ts';
import { KnowledgeContent } from '#shared/model/knowledge.ts';
import { AppError } from '#shared/errors.ts';

const reader = createKnowledgeFileReader();

const foreign: readonly (readonly [format: string, name: string, start: string])[] = [
  ['xlsx', 'faq.xlsx', 'PK\x03\x04\x14\x00\x06\x00'],
  ['xlsx', 'renamed.csv', 'PK\x03\x04 [Content_Types].xml xl/workbook.xml'],
  ['docx', 'faq.bin', 'PK\x03\x04 word/document.xml'],
  ['zip', 'faq.zip', 'PK\x03\x04 faq.csv'],
  ['xls', 'faq.xls', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'],
  ['pdf', 'faq.csv', '%PDF-1.7\n'],
  ['html', 'faq.xls', '\n<html><table><tr><td>question'],
  ['image', 'scan.png', '\x89PNG\r\n'],
  ['binary', 'faq.csv', '\x01\x00\x02\x03\x00\x00\x07question,answer'],
  ['text', 'notes.txt', 'Just a note to myself'],
];

// Catches: a workbook is imported as gibberish, or refused without a word on what to do.
test.each(foreign)('refuses %s (%s) and says what to do', (format, name, start) => {
  const bytes = Buffer.from(start, 'latin1');
  expect(() => reader.read({ name, bytes })).toThrow(
    expect.objectContaining({
      code: 'unsupported',
      detail: { file: name, format },
      message: expect.stringMatching(/CSV/u),
    }),
  );
});

// Catches: a table or page saved under another ending is refused though it can be read.
test.each([
  ['csv', 'export.xls', 'question\tanswer\na\tb\n'],
  ['csv', 'faq.txt', '问题,答案\n多久发货,两天\n'],
  ['csv', 'faq', '"a, b","c"\n"d","e"\n'],
  ['jsonl', 'faq.txt', '{"question":"a","answer":"b"}\n'],
  ['markdown', 'faq.txt', '# Title\n\nText, with commas.\n'],
] as const)('reads %s in %s', (format, name, text) => {
  const file = reader.read({ name, bytes: Buffer.from(text) });
  expect(file.format).toBe(format);
  expect(file.rows.every(({ refusal }) => refusal === null)).toBe(true);
});

// Catches: the pages and entries the desk itself ships with are not wholly read.
test('reads every file of the sample store', () => {
  const folder = 'resources/sample-store';
  const articles = readdirSync(`${folder}/articles`).map((name) => `articles/${name}`);
  for (const name of ['knowledge.jsonl', ...articles]) {
    const { rows } = reader.read({ name, bytes: readFileSync(`${folder}/${name}`) });
    expect(rows.filter(({ refusal }) => refusal !== null)).toEqual([]);
    expect(rows.length).toBeGreaterThan(2);
  }
});

const names = fc.constantFrom('a.csv', 'a.tsv', 'a.txt', 'a.json', 'a.jsonl', 'a.md', 'a.xls', 'a', '.csv');

function expectRowsOrAppError(name: string, bytes: Uint8Array): void {
  try {
    let last = 0;
    for (const { row, content } of reader.read({ name, bytes }).rows) {
      expect(row).toBeGreaterThanOrEqual(last);
      last = row;
      if (content !== null) expect(KnowledgeContent.parse(content)).toEqual(content);
    }
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
  }
}

// Catches: some file ends in a foreign error, in an entry the store refuses, or in rows out of order.
test('any bytes give valid rows or an AppError', () => {
  fc.assert(fc.property(names, fc.uint8Array({ maxLength: 400 }), expectRowsOrAppError), { numRuns: 500 });
});

test('any text of telling pieces gives valid rows or an AppError', () => {
  const pieces = fc.constantFrom(
    'question',
    'answer',
    ',',
    '"',
    '""',
    '\n',
    '\r\n',
    '\t',
    ';',
    '|',
    '# ',
    '? ',
    '- ',
    '> ',
    '```',
    '{',
    '}',
    '[',
    ']',
    ':',
    '"answer":',
    '---\n',
    '<b>',
    '](',
    'é',
    '問',
    '\uFFFD',
    '\u0000',
    '\uD800',
    '&#0;',
    '&#55296;',
    '\u200B',
    'sep=;',
    ' ',
  );
  const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => Buffer.from(parts.join('')));
  fc.assert(fc.property(names, texts, expectRowsOrAppError), { numRuns: 1_000 });
});
