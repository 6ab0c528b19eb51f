import { expect, test } from 'vitest';
import { createKnowledgeFileReader } from '#adapters/knowledge-source/file-reader.ts';

function read(text: string, name = 'kb.jsonl') {
  return createKnowledgeFileReader().read({ name, bytes: Buffer.from(text) });
}

// Catches: one broken line stops the import, or shifts the numbers of the lines after it.
test('takes the good lines and names the others', async () => {
  const lines = [
    '{"id":"k1","question":"How?","answer":"So.","topic":"t","scope":["a","b"],"language":"en"}',
    '{"question":"broken"',
    '',
    '[1,2]',
    '"text"',
    'null',
    '{"title":"Dispatch","answer":"Daily."}',
    '{"answer":"Only an answer."}',
    '{"question":"none"}',
    '{"question":"x","answer":{"html":"y"}}',
    '{"question":"half a pair \\ud800","answer":"a"}',
    '{"question":"scope","answer":"ok","scope":"a; b","language":"日本語"}',
  ];
  const file = await read(lines.join('\r\n'));
  expect(file.format).toBe('jsonl');
  expect(file.rows.map(({ row, content, refusal }) => [row, content?.kind ?? refusal, content?.question])).toEqual([
    [1, 'pair', 'How?'],
    [2, 'broken_row', undefined],
    [4, 'not_an_object', undefined],
    [5, 'not_an_object', undefined],
    [6, 'not_an_object', undefined],
    [7, 'article', 'Dispatch'],
    [8, 'article', ''],
    [9, 'no_answer', undefined],
    [10, 'no_answer', undefined],
    [11, 'unreadable_characters', undefined],
    [12, 'pair', 'scope'],
  ]);
  expect(file.rows[0]?.content).toEqual({
    kind: 'pair',
    question: 'How?',
    answer: 'So.',
    topic: 't',
    scope: ['a', 'b'],
    language: 'en',
    channels: [],
    attributes: [],
    validity: null,
    overlaysEntryId: null,
  });
  expect(file.rows.at(-1)?.content).toMatchObject({ scope: ['a', 'b'], language: 'ja' });
});

// Catches: a JSON array, as most tools export it, is read as broken lines.
test.each(['faq.json', 'faq.jsonl', 'faq.txt', 'faq.csv'])('reads a JSON array in %s', async (name) => {
  const entries = [{ question: 'a', answer: 'b' }, 3, { question: 'c', answer: 'd' }];
  const rows = [
    [1, 'a', null],
    [2, undefined, 'not_an_object'],
    [3, 'c', null],
  ];
  const seen = async (text: string) =>
    (await read(text, name)).rows.map(({ row, content, refusal }) => [row, content?.question, refusal]);
  expect(await seen(JSON.stringify(entries))).toEqual(rows);
  expect(await seen(`\uFEFF${JSON.stringify(entries, null, 2)}`)).toEqual(rows);
});

// Catches: an export wrapped in an object is taken for one entry without an answer.
test('reads the one array inside an object', async () => {
  const file = await read(JSON.stringify({ exportedAt: 'today', faqs: [{ question: 'a', answer: 'b' }] }), 'faq.json');
  expect(file.rows.map(({ content }) => content?.question)).toEqual(['a']);
});

// Catches: an array that was cut off loses the entries that are whole.
test('keeps the whole entries of an array that was cut off', async () => {
  const file = await read(
    '[\n{"question":"a","answer":"b"},\n{"question":"c","answer":"d"},\n{"question":"e","ans',
    'faq.json',
  );
  expect(file.rows.map(({ row, content, refusal }) => [row, content?.question ?? refusal])).toEqual([
    [2, 'a'],
    [3, 'c'],
    [4, 'broken_row'],
  ]);
});

// Catches: a key of the file reaches an object's prototype.
test('keys are data', async () => {
  const [row] = (await read('{"__proto__":{"answer":"x"},"question":"q","constructor":1}')).rows;
  expect(row?.refusal).toBe('no_answer');
});

// Catches: what is no JSON, or too deep to walk, ends in a foreign error.
test.each(['{"question":', 'hello\nthere', '[]', `${'['.repeat(100_000)}${']'.repeat(100_000)}x`])(
  'refuses %.20s',
  async (text) => {
    const detail = expect.objectContaining({ file: 'kb.jsonl' });
    await expect(read(text)).rejects.toThrow(expect.objectContaining({ code: 'file_unreadable', detail }));
  },
);

test('a value nested very deep is only refused', async () => {
  const { rows } = await read(`[${'['.repeat(50_000)}${']'.repeat(50_000)}]`);
  expect(rows.map(({ refusal }) => refusal)).toEqual(['not_an_object']);
});
