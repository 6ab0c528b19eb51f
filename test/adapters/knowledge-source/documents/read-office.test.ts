import { expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { createKnowledgeFileReader } from '#adapters/knowledge-source/file-reader.ts';
import { docxOf, paragraph, sheetXml, wordXml, xlsxOf } from './hostile-files.ts';

const reader = createKnowledgeFileReader();

async function rowsOf(name: string, bytes: Uint8Array) {
  const { rows } = await reader.read({ name, bytes });
  return rows.map(({ row, place, content, refusal }) => [
    row,
    place?.headings?.join(' › '),
    content?.kind ?? refusal,
    content?.question,
    content?.answer,
  ]);
}

function cells(rows: readonly (readonly (string | number | boolean | Date | null)[])[]) {
  return rows.map((row) =>
    row.map((value) => (value === null ? null : { value, ...(value instanceof Date && { format: 'yyyy-mm-dd' }) })),
  );
}

// Catches: a workbook's FAQ is taken for a table, one of its sheets is passed over, or rows are counted from the wrong line.
test('every sheet is read, a table of questions as pairs', async () => {
  const book = await writeWorkbook([
    {
      sheet: 'FAQ',
      data: cells([
        ['Our answers'],
        [],
        ['No', 'Question', 'Answer', 'Category'],
        [1, 'How?', 'So.', 'use'],
        [2, 'Why?', null, null],
      ]),
    },
    {
      sheet: '送料',
      data: cells([
        ['質問', '回答'],
        ['いくらですか？', '五百円です。'],
      ]),
    },
    {
      sheet: 'Rates',
      data: cells([
        ['Zone', 'Days', 'Since'],
        ['North', 3, new Date(Date.UTC(2026, 0, 5))],
        ['South', 0.1 + 0.2, null],
      ]),
    },
  ] as never).toBuffer();
  expect(await rowsOf('faq.xlsx', book)).toEqual([
    [4, 'FAQ', 'pair', 'How?', 'So.'],
    [5, 'FAQ', 'no_answer', undefined, undefined],
    [2, '送料', 'pair', 'いくらですか？', '五百円です。'],
    [1, 'Rates', 'article', 'Rates', 'Zone: North; Days: 3; Since: 2026-01-05\nZone: South; Days: 0.3'],
  ]);
});

// Catches: rows below a merged cell lose what it says, or a row with one value ends the table.
test('a merged cell holds in each of its rows, and empty cells do not end a table', async () => {
  const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const rows =
    `<row r="1">${text('A1', 'Zone')}${text('B1', 'Kind')}${text('C1', 'Charge')}</row>` +
    `<row r="2">${text('A2', 'North')}${text('B2', 'Letter')}${text('C2', 'two')}</row>` +
    `<row r="3">${text('B3', 'Parcel')}${text('C3', 'five')}</row><row r="4">${text('A4', 'South')}</row>` +
    `<row r="5">${text('A5', 'Charges hold until further notice.')}</row>`;
  const sheet = sheetXml(rows).replace('</worksheet>', '<mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>');
  expect(await rowsOf('rates.xlsx', xlsxOf(sheet))).toEqual([
    [
      1,
      'Rates',
      'article',
      'Rates',
      'Zone: North; Kind: Letter; Charge: two\nZone: North; Kind: Parcel; Charge: five\nZone: South\n\nCharges hold until further notice.',
    ],
  ]);
});

const styled = (style: string, text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

// Catches: headings in a style of the owner's own are text, so all of a document is one passage.
test('styles that Word lists in its outline are headings', async () => {
  const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
    <w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>`;
  const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;
  const main = wordXml(
    styled('Kapitel', 'Returns') + paragraph('In 30 days.') + styled('a1', 'Refunds') + paragraph('By card.'),
  );
  const others = { 'word/styles.xml': Buffer.from(styles), 'word/_rels/document.xml.rels': Buffer.from(relations) };
  expect(await rowsOf('policy.docx', docxOf(main, others))).toEqual([
    [1, 'Returns', 'article', 'Returns', 'In 30 days.'],
    [3, 'Returns › Refunds', 'article', 'Returns › Refunds', 'By card.'],
  ]);
});

// Catches: a document whose writer only made lines bold is one long passage.
test('bold lines are headings where there are no others', async () => {
  const bold = (text: string) => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
  const main = wordXml(
    bold('Returns') + paragraph('In 30 days.') + bold('How are refunds paid?') + paragraph('By card.'),
  );
  expect(await rowsOf('policy.docx', docxOf(main))).toEqual([
    [1, 'Returns', 'article', 'Returns', 'In 30 days.'],
    [3, '', 'pair', 'How are refunds paid?', 'By card.'],
  ]);
});

// Catches: a break that the program marked twice counts twice, or one inside a paragraph tears it apart.
test('pages are counted by the breaks in a document', async () => {
  const rendered = '<w:lastRenderedPageBreak/>';
  const main = wordXml(
    `${paragraph('One.')}<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p><w:r>${rendered}<w:t>Two, which </w:t>${rendered}<w:t>goes on.</w:t></w:r></w:p>${paragraph('Three.')}`,
  );
  const { rows } = await reader.read({ name: 'a.docx', bytes: docxOf(main) });
  expect(rows.map(({ place, content }) => [place?.page, content?.answer])).toEqual([
    [1, 'One.\n\nTwo, which goes on.\n\nThree.'],
  ]);
});
