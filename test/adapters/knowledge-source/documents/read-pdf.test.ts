import PdfKit from 'pdfkit';
import { expect, test } from 'vitest';
import { createKnowledgeFileReader } from '#adapters/knowledge-source/file-reader.ts';
import { pdfOfObjects } from './policy-pdf.ts';

const reader = createKnowledgeFileReader();

async function rowsOf(bytes: Uint8Array) {
  const { rows } = await reader.read({ name: 'a.pdf', bytes });
  return rows.map(({ place, content, refusal }) => [
    place?.page,
    place?.headings?.join(' › '),
    content?.answer ?? refusal,
  ]);
}

async function written(write: (pdf: InstanceType<typeof PdfKit>) => void): Promise<Buffer> {
  const pdf = new PdfKit({ size: 'A4', margins: { top: 90, bottom: 80, left: 72, right: 72 }, bufferPages: true });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => void chunks.push(chunk));
  const ended = new Promise((resolve) => void pdf.on('end', resolve));
  write(pdf.font('Helvetica').fontSize(11));
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

const filler = 'It goes on with words that fill the line to its end and need another. ';

// Catches: headings that are only bold, as most letters have them, are text; or every bold line within text is a heading.
test('a line of its own in another font is a heading, one within a paragraph is not', async () => {
  const bytes = await written((pdf) => {
    pdf.text(filler.repeat(4)).moveDown();
    pdf
      .font('Helvetica-Bold')
      .text('Returns')
      .font('Helvetica')
      .text(`Within 30 days. ${filler.repeat(3)}`)
      .moveDown();
    pdf.font('Helvetica-Bold').text('Note: ', { continued: true }).font('Helvetica').text(filler.repeat(2));
  });
  expect((await rowsOf(bytes)).map(([, headings]) => headings)).toEqual(['a', 'Returns']);
});

// Catches: the outline that a writer made is passed over, so numbered headings of one size lose who stands below whom.
test('the outline tells how deep a heading stands', async () => {
  const bytes = await written((pdf) => {
    const head = (text: string) => pdf.moveDown().font('Helvetica-Bold').text(text).font('Helvetica');
    head('Delivery').text(filler);
    head('Times').text(filler);
    head('Returns').text(filler);
    const delivery = pdf.outline.addItem('Delivery');
    delivery.addItem('Times');
    pdf.outline.addItem('Returns');
  });
  expect((await rowsOf(bytes)).map(([, headings]) => headings)).toEqual(['Delivery', 'Delivery › Times', 'Returns']);
});

// Catches: the lines of two columns are read across, so that no sentence is left whole.
test('text in two columns is read column by column', async () => {
  const column = (side: string) =>
    Array.from({ length: 8 }, (_, index) => `${side} line ${index} of the column goes on`).join(' ');
  const bytes = await written((pdf) => {
    pdf.text(column('Left'), 72, 120, { width: 200 }).text(column('Right'), 320, 120, { width: 200 });
  });
  const [[, , answer]] = (await rowsOf(bytes)) as [[unknown, unknown, string]];
  expect(answer.replace(/\s+/gu, ' ')).toBe(`${column('Left')} ${column('Right')}`);
});

// Catches: the line that stands on every page, or its number, lands in the middle of a sentence.
test('a sentence that a page cuts goes on, and what stands on every page is left out', async () => {
  const words = 'harbour kettle linen copper garden winter parcel ribbon saddle timber velvet window anchor'.split(' ');
  const text = Array.from({ length: 700 }, (_, index) => words[(index * index + (index >> 3)) % words.length]).join(
    ' ',
  );
  const bytes = await written((pdf) => {
    pdf.fontSize(18).text('Terms').fontSize(11).text(text);
    const { count } = pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      pdf.switchToPage(page);
      pdf.page.margins = { top: 0, bottom: 0, left: 72, right: 72 };
      pdf
        .text('The shop, as of today', 72, 40, { lineBreak: false })
        .text(`- ${page + 1} -`, 280, 800, { lineBreak: false });
    }
  });
  const rows = await rowsOf(bytes);
  expect(rows.map(([page]) => page)).toContain(1);
  expect(
    rows
      .map(([, , answer]) => answer)
      .join(' ')
      .replace(/\s+/gu, ' '),
  ).toBe(text);
});

/** A page of text at places: points from the left and from the bottom. */
function placed(texts: readonly (readonly [x: number, y: number, text: string])[], map = ''): Buffer {
  const content = texts.map(([x, y, text]) => `BT /F1 11 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`).join('\n');
  return pdfOfObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica ${map === '' ? '' : '/ToUnicode 6 0 R'} >>`,
    `<< /Length ${map.length} >>\nstream\n${map}\nendstream`,
  ]);
}

// Catches: a cell of two lines beside cells of one, which stand at half its height, tears the table apart.
test('cells that stand at the middle of their row stay in it', async () => {
  const bytes = placed([
    [72, 700, 'Reason'],
    [220, 700, 'Who pays'],
    [320, 700, 'What to do'],
    [72, 668, 'Changed your'],
    [72, 652, 'mind'],
    [220, 660, 'you do'],
    [320, 660, 'Print the label'],
    [72, 620, 'Faulty'],
    [220, 620, 'we do'],
    [320, 628, 'Ask us for'],
    [320, 612, 'a label'],
  ]);
  expect(await rowsOf(bytes)).toEqual([
    [
      1,
      'a',
      'Reason: Changed your mind; Who pays: you do; What to do: Print the label\nReason: Faulty; Who pays: we do; What to do: Ask us for a label',
    ],
  ]);
});

// Catches: a letter that the document cannot name is left out, and the passage says something else.
test('a passage with letters that nobody can name is refused', async () => {
  const map = (code: string) =>
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <78> <${code}> endbfchar endcmap end end`;
  expect(await rowsOf(placed([[72, 700, 'No x here.']], map('0000')))).toEqual([[1, 'a', 'unreadable_characters']]);
  expect(await rowsOf(placed([[72, 700, 'No x here.']], map('2F47')))).toEqual([[1, 'a', 'No 日 here.']]);
  expect(await rowsOf(placed([[72, 700, 'No x here.']], map('2EC4')))).toEqual([[1, 'a', 'No 西 here.']]);
});
