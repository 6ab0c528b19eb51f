import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { cleanText } from '#adapters/knowledge-source/clean-text.ts';
import { createKnowledgeFileReader } from '#adapters/knowledge-source/file-reader.ts';

const reader = createKnowledgeFileReader();

/** What a table says nothing of. */
const always = { channels: [], attributes: [], validity: null, overlaysEntryId: null };

function read(text: string | Uint8Array, name = 'faq.csv') {
  return reader.read({ name, bytes: typeof text === 'string' ? Buffer.from(text) : text });
}

async function pairsOf(text: string | Uint8Array, name?: string) {
  const { rows } = await read(text, name);
  return rows.map(({ row, content, refusal }) =>
    content === null ? [row, refusal] : [row, content.question, content.answer],
  );
}

// Catches: a column is missed, its values misread, or the language guessed although the file gives it.
test('maps every column by its name', async () => {
  const file = await read(
    'ID,Question,Answer,Category,Product,Lang\n7,How?,So.,shipping,Kettle; Pot|Cup;,en-GB\n8,"A, b?",C,,,fr\n',
  );
  expect(file).toMatchObject({ format: 'csv', encoding: 'utf-8' });
  expect(file.rows).toEqual([
    {
      row: 2,
      excerpt: '7,How?,So.,shipping,Kettle; Pot|Cup;,en-GB',
      refusal: null,
      content: {
        kind: 'pair',
        question: 'How?',
        answer: 'So.',
        topic: 'shipping',
        scope: ['Kettle', 'Pot', 'Cup'],
        language: 'en',
        ...always,
      },
    },
    {
      row: 3,
      excerpt: '8,"A, b?",C,,,fr',
      refusal: null,
      content: { kind: 'pair', question: 'A, b?', answer: 'C', topic: null, scope: [], language: 'und', ...always },
    },
  ]);
});

// Catches: columns named in the owner's language are not found, or answer and question are swapped.
test.each([
  ['shift_jis', '番号,回答,お問い合わせ内容,カテゴリ\n1,500円です。,送料はいくらですか？,送料\n', 'ja'],
  ['euc-jp', '番号,回答,ご質問,カテゴリー\n1,500円です。,送料はいくらですか？,送料\n', 'ja'],
  ['gb18030', '编号,回复,问题,分类\n1,满一百元包邮。,请问运费是多少？,运费\n', 'zh'],
  ['big5', '編號,回覆,問題,類別\n1,滿一百元免運費。,請問運費是多少？,運費\n', 'zh'],
])('reads a table in %s by the names of its language', async (encoding, text, language) => {
  const file = await read(iconv.encode(text, encoding));
  const [, answer, question, topic] = text.trim().split('\n')[1]?.split(',') ?? [];
  expect(file.encoding).toBe(encoding);
  expect(file.rows.map(({ content }) => content)).toEqual([
    { kind: 'pair', question, answer, topic, scope: [], language, ...always },
  ]);
});

// Catches: a Chinese spreadsheet's own encoding is misread on the way through the whole reader.
test('reads a GB18030 table', async () => {
  const file = await read(
    iconv.encode(
      '问题,答案,商品\r\n多久发货？,付款后48小时内发货。,茶壶；茶杯\r\n可以退货吗？,七天内可以。,\r\n',
      'gb18030',
    ),
  );
  expect(file.encoding).toBe('gb18030');
  expect(file.rows.map(({ row, content }) => [row, content?.question, content?.scope, content?.language])).toEqual([
    [2, '多久发货？', ['茶壶', '茶杯'], 'zh'],
    [3, '可以退货吗？', [], 'zh'],
  ]);
});

// Catches: the wrong delimiter is taken where answers are full of commas.
test.each([
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
])('finds the delimiter %j', async (delimiter) => {
  const rows = [
    'Do you ship?',
    'Yes, to France, Spain, and Italy',
    'How, when?',
    'Soon, really',
    'Why?',
    'Well, so, yes',
  ];
  const text = [0, 2, 4].map((at) => `${rows[at]}${delimiter}${rows[at + 1]}`).join('\n');
  const pairs = [
    [1, rows[0], rows[1]],
    [2, rows[2], rows[3]],
    [3, rows[4], rows[5]],
  ];
  expect(await pairsOf(text)).toEqual(pairs);
  expect(await pairsOf(text, 'faq.txt')).toEqual(pairs);
});

// Catches: a spreadsheet's "sep=" line becomes a row, or row numbers shift by it.
test('a sep= line names the delimiter and is no row', async () => {
  expect(await pairsOf('sep=;\r\nquestion;answer\r\na, b;c\r\n')).toEqual([[2, 'a, b', 'c']]);
});

// Catches: rows are numbered by line, so that the person looks for the broken one in the wrong place.
test('numbers rows as a spreadsheet does', async () => {
  expect(await pairsOf('question,answer\r\n"one\r\ntwo","x\r\n\r\ny"\r\n\r\n,\r\nthree,z\r\n,no\r\nno,\r\n')).toEqual([
    [2, 'one\ntwo', 'x\n\ny'],
    [5, 'three', 'z'],
    [6, 'no_question'],
    [7, 'no_answer'],
  ]);
});

// Catches: one broken row stops the import, swallows its neighbours, or is counted at the wrong place.
test('takes 997 of 1,000 rows and names the three broken ones', async () => {
  const lines = Array.from({ length: 1_000 }, (_, index) => `"Question ${index}?","Answer, ${index}\nmore"`);
  lines[99] = '"Question 99?,"Answer 99"';
  lines[499] = 'Question 499?,';
  lines[899] = '"Question 899?","Answer "899" here"';
  const { rows } = await read(`question,answer\n${lines.join('\n')}\n`);
  expect(rows).toHaveLength(1_000);
  expect(rows.filter(({ content }) => content !== null)).toHaveLength(997);
  expect(rows.filter(({ refusal }) => refusal !== null)).toEqual([
    { row: 101, refusal: 'broken_row', content: null, excerpt: '"Question 99?,"Answer 99"' },
    { row: 501, refusal: 'no_answer', content: null, excerpt: 'Question 499?,' },
    { row: 901, refusal: 'broken_row', content: null, excerpt: '"Question 899?","Answer "899" here"' },
  ]);
  expect(rows.at(-1)).toMatchObject({ row: 1_001, content: { question: 'Question 999?' } });
});

// Catches: an opened quote takes everything to the end of the file into one answer.
test('a quote that never closes breaks one row', async () => {
  expect(await pairsOf('question,answer\na,b\nc,"d\ne,f\ng,h\n')).toEqual([
    [2, 'a', 'b'],
    [3, 'broken_row'],
    [4, 'e', 'f'],
    [5, 'g', 'h'],
  ]);
});

// Catches: the further lines of a broken row become entries of their own, or shift the rows after it.
test('the lines of a broken row are not read as rows', async () => {
  const text = 'question,answer,topic\na,b,c\n"d","press "OK"\nthen, wait\n\ndone",e\nf,g,h\n';
  expect(await pairsOf(text)).toEqual([
    [2, 'a', 'b'],
    [3, 'broken_row'],
    [4, 'f', 'g'],
  ]);
});

// Catches: an inch mark refuses a row that every spreadsheet reads.
test('a quote inside an unquoted cell is a character', async () => {
  expect(await pairsOf('question,answer\nIs it 5" wide?,Yes 5" or 6"\nx,y\n')).toEqual([
    [2, 'Is it 5" wide?', 'Yes 5" or 6"'],
    [3, 'x', 'y'],
  ]);
});

// Catches: a space before a quote makes quoting fail.
test('spaces around quoted cells are allowed', async () => {
  expect(await pairsOf('question, answer\n"a, b", "c, d"\n"e" , "f"\n')).toEqual([
    [2, 'a, b', 'c, d'],
    [3, 'e', 'f'],
  ]);
});

// Catches: an answer with commas written without quotes is cut at its first comma without a word.
test('surplus cells are the answer when it is last, else break the row', async () => {
  expect(await pairsOf('question,answer\nShip?,Yes, we do, always\n')).toEqual([[2, 'Ship?', 'Yes, we do, always']]);
  expect(await pairsOf('question,answer,topic\nShip?,Yes, we do,x\nok,fine,,\n')).toEqual([
    [2, 'broken_row'],
    [3, 'ok', 'fine'],
  ]);
});

// Catches: characters lost to a broken encoding reach customers; or they cost the rows beside them.
test('a row with undecodable characters is refused, the others are taken', async () => {
  const rows = ['质量怎么样？,很好', '多久发货？,两天', '可以退吗？,可以的'].map((row) =>
    iconv.encode(`${row}\n`, 'gb18030'),
  );
  const bytes = Buffer.concat([
    iconv.encode('问题,答案\n', 'gb18030'),
    ...rows,
    Buffer.from('a\xff,b\n', 'latin1'),
    ...rows,
  ]);
  expect(await pairsOf(bytes)).toEqual([
    [2, '质量怎么样？', '很好'],
    [3, '多久发货？', '两天'],
    [4, '可以退吗？', '可以的'],
    [5, 'unreadable_characters'],
    [6, '质量怎么样？', '很好'],
    [7, '多久发货？', '两天'],
    [8, '可以退吗？', '可以的'],
  ]);
});

// Catches: limits are off by one, or measured before the text is cleaned.
test('limits hold for the cleaned text', async () => {
  const text = `question,answer\n${'q'.repeat(2_000)}  ,${'a'.repeat(20_000)}\u200B\n${'q'.repeat(2_001)},a\nq,${'a'.repeat(20_001)}\n`;
  expect((await read(text)).rows.map(({ refusal }) => refusal)).toEqual([null, 'too_long', 'too_long']);
});

// Catches: invisible characters make equal questions different.
test('cleans what cannot be seen', async () => {
  expect(await pairsOf('question,answer\n\u200BCafe\u0301\u00AD\u0007 ?,\uFEFFYes\u202E 👨‍👩‍👧\u2028ok\n')).toEqual([
    [2, 'Café ?', 'Yes 👨‍👩‍👧\nok'],
  ]);
});

// Catches: a table nobody can make sense of is imported as questions and answers.
test.each(['a,b,c\nd,e,f\n', 'question\nhow?\nwhy?\n', 'question,answer\n', '', ' \n \n'])(
  'refuses %j',
  async (text) => {
    const detail = expect.objectContaining({ file: 'faq.csv' });
    await expect(read(text)).rejects.toThrow(expect.objectContaining({ code: 'file_unreadable', detail }));
  },
);

// Catches: numbered tables without a header lose their questions to the number.
test('a column of numbers before two others is passed over', async () => {
  expect(await pairsOf('1,how?,so\n2,why?,well\n')).toEqual([
    [1, 'how?', 'so'],
    [2, 'why?', 'well'],
  ]);
});

// Catches: time that grows with the square of the file, so that one bad export freezes the desk.
test('hostile tables are read in bounded steps', async () => {
  const lines = [`"x`, `x,"`, `","`, `"a""b`, `""""`, `a"b,"c`];
  for (const line of lines) {
    await expect(read(`question,answer\n${`${line}\n`.repeat(4_000)}`)).resolves.toBeDefined();
  }
  expect(await pairsOf(`question,answer\nq,a${' '.repeat(500_000)}b\n`)).toEqual([[2, 'too_long']]);
});

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

// Catches: quoting, line breaks or delimiters inside cells are not read back as written.
test('a written table reads back equal', async () => {
  const cell = fc.oneof(
    fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\n', '\t', '|', ' ', '問', 'é'),
      minLength: 1,
      maxLength: 20,
    }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  );
  const usable = cell.filter((text) => cleanText(text) !== '' && !text.includes('\uFFFD'));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(usable, usable), { minLength: 1, maxLength: 12 }), async (pairs) => {
      const text = [['question', 'answer'], ...pairs].map((pair) => pair.map(quoted).join(',')).join('\r\n');
      expect(await pairsOf(text)).toEqual(pairs.map(([q, a], index) => [index + 2, cleanText(q), cleanText(a)]));
    }),
    { numRuns: 300 },
  );
});
