import { expect, test } from 'vitest';
import { createKnowledgeFileReader } from '#adapters/knowledge-source/file-reader.ts';

function read(text: string, name = 'guide.md') {
  return createKnowledgeFileReader().read({ name, bytes: Buffer.from(text) });
}

async function sectionsOf(text: string, name?: string) {
  return (await read(text, name)).rows.map(({ row, content, refusal }) => [
    row,
    content?.question ?? refusal,
    content?.answer,
  ]);
}

// Catches: a section lands under the wrong heading, or the person is led to the wrong line.
test('splits at headings and keeps the path to each', async () => {
  const text = [
    '# Returns',
    '',
    'Within 30 days.',
    '',
    '## Refunds',
    'By card.',
    '',
    '### Late',
    '',
    'Call us.',
    '',
    'Exchanges',
    '---------',
    '',
    'Free.',
    '# Other',
    'Text.',
  ];
  expect(await sectionsOf(text.join('\r\n'))).toEqual([
    [1, 'Returns', 'Within 30 days.'],
    [5, 'Returns › Refunds', 'By card.'],
    [8, 'Returns › Refunds › Late', 'Call us.'],
    [12, 'Returns › Exchanges', 'Free.'],
    [16, 'Other', 'Text.'],
  ]);
});

// Catches: text before the first heading is lost, or stands without a name.
test('text before the first heading goes under the name of the file', async () => {
  expect(await sectionsOf('Intro.\n\n## A\n\nText.', 'docs/shipping.md')).toEqual([
    [1, 'shipping', 'Intro.'],
    [3, 'A', 'Text.'],
  ]);
});

// Catches: mark-up, scripts or images reach a reply; or links and tables lose what they say.
test('turns mark-up into plain readable text', async () => {
  const text = [
    '# T',
    '',
    '**Bold** _it_ `code` [site](https://x.example/a "t") [top](#t) [a@b.example](mailto:a@b.example) ![pic](p.png)',
    'two<br>lines &amp; <b>tag</b> <script>alert(1)</script>end',
    '',
    '- one',
    '  - inner',
    '- [x] two',
    '',
    '3. three',
    '4. four',
    '',
    '| Land | Days |',
    '|---|---|',
    '| FR | 3 |',
    '| ES | |',
    '',
    '<div>Shown</div>',
    '',
    '<script>',
    'alert(2)',
    '</script>',
    '',
    '> said',
    '',
    '```js',
    'a < b',
    '```',
    '',
    '&lt;i&gt;',
    '',
    '[ref]: https://ref.example',
  ];
  const answer = [
    'Bold it code site (https://x.example/a) top a@b.example',
    'two',
    'lines & tag end',
    '',
    '- one',
    '  - inner',
    '- two',
    '',
    '3. three',
    '4. four',
    '',
    'Land: FR; Days: 3',
    'Land: ES',
    '',
    'Shown',
    '',
    'said',
    '',
    'a < b',
    '',
    '<i>',
  ];
  expect(await sectionsOf(text.join('\n'))).toEqual([[1, 'T', answer.join('\n')]]);
});

// Catches: FAQ pages come in as articles whose headings nobody asks for.
test('a heading that asks makes a pair', async () => {
  const { rows } = await read(
    '# FAQ\n\n## How long?\n\nA: Three days.\n\n## Q: Refunds\n\nYes.\n\n## 送料はいくらですか？\n\n500円です。\n',
  );
  expect(rows.map(({ content }) => [content?.kind, content?.question, content?.answer, content?.language])).toEqual([
    ['pair', 'How long?', 'Three days.', 'en'],
    ['pair', 'Refunds', 'Yes.', 'en'],
    ['pair', '送料はいくらですか？', '500円です。', 'ja'],
  ]);
});

// Catches: headings that only hold other headings are reported as broken, empty ones are passed over in silence.
test('an empty section at the end of a path is refused', async () => {
  expect(await sectionsOf('# T\n\n## Holder\n\n### A\n\nText.\n\n## Empty\n\n## Why?\n')).toEqual([
    [5, 'T › Holder › A', 'Text.'],
    [9, 'no_answer', undefined],
    [11, 'no_answer', undefined],
  ]);
});

// Catches: a long page becomes one passage too long to find anything in; or splitting loses text.
test('splits long sections at paragraphs and long lists at items', async () => {
  const paragraphs = Array.from({ length: 6 }, (_, index) => `P${index} ${'word '.repeat(100).trim()}`);
  const items = Array.from({ length: 60 }, (_, index) => `- item ${index} ${'x'.repeat(40)}`);
  const { rows } = await read(`# T\n\n${paragraphs.join('\n\n')}\n\n## L\n\n${items.join('\n')}\n`);
  expect(rows.map(({ row, content }) => [row, content?.question])).toEqual([
    [1, 'T'],
    [7, 'T'],
    [11, 'T'],
    [15, 'T › L'],
    [17, 'T › L'],
    [17, 'T › L'],
  ]);
  expect(rows.every(({ content }) => (content?.answer.length ?? 9_999) <= 1_500)).toBe(true);
  const texts = rows.map(({ content }) => content?.answer ?? '');
  expect(texts.slice(0, 3).join('\n\n')).toBe(paragraphs.join('\n\n'));
  expect(texts.slice(3).join('\n')).toBe(items.join('\n'));
});

// Catches: front matter becomes an entry, is ignored, or shifts the line numbers.
test('reads front matter', async () => {
  const text = '---\ntitle: "Care"\nlang: zh\ntopic: care\nscope:\n  - Pot\n  - Cup\n---\n\n## Wash\n\nBy hand.\n';
  expect((await read(text)).rows).toMatchObject([
    {
      row: 10,
      content: { question: 'Care › Wash', topic: 'care', scope: ['Pot', 'Cup'], language: 'zh', kind: 'article' },
    },
  ]);
  expect(await sectionsOf('---\n\nJust a rule.\n\n---\n\n# A\n\nb')).toEqual([
    [1, 'guide', 'Just a rule.'],
    [7, 'A', 'b'],
  ]);
});

// Catches: a hostile page overflows the stack with an error nobody words, or takes minutes.
test('hostile Markdown ends in an AppError or in rows', async () => {
  await expect(read('>'.repeat(20_000))).rejects.toThrow(expect.objectContaining({ code: 'file_unreadable' }));
  for (const text of [`<div>${'<a'.repeat(50_000)}`, '['.repeat(5_000), `# ${'#'.repeat(5_000)}`, '- '.repeat(200)]) {
    expect((await read(`# T\n\n${text}\n\nx`)).format).toBe('markdown');
  }
});
