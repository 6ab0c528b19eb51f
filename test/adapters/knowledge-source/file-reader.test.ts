import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKnowledgeFileReader } from '#adapters/knowledge-source/file-reader.ts';
import { readFile } from '#adapters/knowledge-source/read-file.ts';
import { KnowledgeContent } from '#shared/model/knowledge.ts';
import { AppError } from '#shared/errors.ts';

const reader = createKnowledgeFileReader();

const foreign: readonly (readonly [format: string, name: string, start: string])[] = [
  ['xlsb', 'renamed.csv', 'PK\x03\x04 [Content_Types].xml xl/workbook.bin'],
  ['ods', 'faq.xlsx', 'PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
  ['odt', 'faq.docx', 'PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text'],
  ['zip', 'faq.zip', 'PK\x03\x04 faq.csv'],
  ['xls', 'faq.csv', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0k\0b\0o\0o\0k\0'],
  ['doc', 'faq.docx', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0'],
  ['rtf', 'faq.doc', '{\\rtf1 hello}'],
  ['image', 'scan.pdf', '\x89PNG\r\n'],
  ['xml', 'faq.xml', '<?xml version="1.0"?><faq><q>a</q></faq>'],
  ['binary', 'faq.csv', '\x01\x00\x02\x03\x00\x00\x07question,answer'],
  ['text', 'notes.txt', 'Just a note to myself'],
];

// Catches: a foreign document is imported as gibberish, or refused without a word on what to do.
test.each(foreign)('refuses %s (%s) and says what to do', async (format, name, start) => {
  const bytes = Buffer.from(start, 'latin1');
  await expect(reader.read({ name, bytes })).rejects.toThrow(
    expect.objectContaining({
      code: 'unsupported',
      detail: { file: name, format },
      message: expect.stringMatching(/import/iu),
    }),
  );
});

// Catches: a document that its owner protected is called broken, and he looks for the fault in vain.
test('says that an Office document has a password', async () => {
  const bytes = Buffer.from('\xD0\xCF\x11\xE0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0', 'latin1');
  await expect(reader.read({ name: 'faq.xlsx', bytes })).rejects.toThrow(
    expect.objectContaining({ code: 'file_unreadable', detail: { file: 'faq.xlsx', reason: 'encrypted' } }),
  );
});

// Catches: a table or page saved under another ending is refused though it can be read.
test.each([
  ['csv', 'export.xls', 'question\tanswer\na\tb\n'],
  ['csv', 'faq.txt', '问题,答案\n多久发货,两天\n'],
  ['csv', 'faq', '"a, b","c"\n"d","e"\n'],
  ['jsonl', 'faq.txt', '{"question":"a","answer":"b"}\n'],
  ['markdown', 'faq.txt', '# Title\n\nText, with commas.\n'],
  ['html', 'faq.xls', '\n<html><table><tr><td>question<td>answer<tr><td>a?<td>b'],
  ['html', 'faq.md', '<!doctype html><h1>A</h1><p>b'],
] as const)('reads %s in %s', async (format, name, text) => {
  const file = await reader.read({ name, bytes: Buffer.from(text) });
  expect(file.format).toBe(format);
  expect(file.rows.every(({ refusal }) => refusal === null)).toBe(true);
});

// Catches: the pages and entries the desk itself ships with are not wholly read.
test('reads every file of the sample store', async () => {
  const folder = 'resources/sample-store';
  const articles = readdirSync(`${folder}/articles`).map((name) => `articles/${name}`);
  for (const name of ['knowledge.jsonl', ...articles]) {
    const { rows } = await reader.read({ name, bytes: readFileSync(`${folder}/${name}`) });
    expect(rows.filter(({ refusal }) => refusal !== null)).toEqual([]);
    expect(rows.length).toBeGreaterThan(2);
  }
});

const names = fc.constantFrom('a.csv', 'a.tsv', 'a.txt', 'a.json', 'a.jsonl', 'a.md', 'a.html', 'a.xls', 'a', '.csv');

async function expectRowsOrAppError(name: string, bytes: Uint8Array): Promise<void> {
  try {
    let last = 0;
    for (const { row, content } of (await readFile(name, bytes)).rows) {
      expect(row).toBeGreaterThanOrEqual(last);
      last = row;
      if (content !== null) expect(KnowledgeContent.parse(content)).toEqual(content);
    }
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
  }
}

// Catches: some file ends in a foreign error, in an entry the store refuses, or in rows out of order.
test('any bytes give valid rows or an AppError', async () => {
  await fc.assert(fc.asyncProperty(names, fc.uint8Array({ maxLength: 400 }), expectRowsOrAppError), { numRuns: 500 });
});

test('any text of telling pieces gives valid rows or an AppError', async () => {
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
    '<html>',
    '<h1>',
    '<table><tr><td>',
    '<dl><dt>',
    '<details><summary>',
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
  await fc.assert(fc.asyncProperty(names, texts, expectRowsOrAppError), { numRuns: 1_000 });
});

test('bug: a short Markdown file that was made to take seconds is read where the desk works', async () => {
  const { read } = createKnowledgeFileReader({ workerScript: '/nowhere/worker.js' });
  const given = (name: string, text: string) => read({ name, bytes: Buffer.from(text) });
  const markdown = `# T\n\n## Q\n\n${'*a_'.repeat(1_000)}`;
  await expect(given('a.md', markdown)).rejects.toBeInstanceOf(Error);
  await expect(given('a', markdown)).rejects.toBeInstanceOf(Error);
  expect((await given('a.csv', `question,answer\nQ?,${'a'.repeat(5_000)}\n`)).rows).toHaveLength(1);
});
