import { deflateSync } from 'node:zlib';
import PdfKit from 'pdfkit';
import { afterAll, describe, expect, test } from 'vitest';
import { createKnowledgeFileReader } from '#adapters/knowledge-source/file-reader.ts';
import { AppError } from '#shared/errors.ts';
import * as files from './hostile-files.ts';
import { measuredTable, outcomeOf, refused } from './outcome-of.ts';
import { htmlOf, markdownOf } from './policy-file.ts';
import { docxOf as policyDocx, xlsxOf as policyXlsx } from './policy-office.ts';
import { pdfOf, pdfOfObjects } from './policy-pdf.ts';
import { englishPolicy } from './policy.ts';

afterAll(() => console.log(measuredTable()));

/** A PDF of one page whose content is the stream given. */
function pdfWithContent(content: Buffer, filter: string): Buffer {
  return pdfOfObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} /Filter ${filter} >>\nstream\n${content.toString('latin1')}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]);
}

// Catches: a PDF takes the memory of the machine, never ends, or is read whole before its size is looked at.
describe('PDFs', () => {
  test('one of a gigabyte is refused by its size', async () => {
    // The pages of such an array are not in memory until they are touched.
    const { outcome, growth } = await outcomeOf('pdf, 1 GiB', 'a.pdf', new Uint8Array(1024 ** 3));
    expect(outcome).toMatchObject({ code: 'file_too_large', message: expect.stringContaining('a.pdf') });
    expect(growth).toBeLessThan(100);
  });
  test('a page of two gigabytes, packed twice', async () => {
    const content = deflateSync(files.zlibBomb(128, ' ', 'BT /F1 12 Tf 72 700 Td (Hello) Tj ET '));
    const { outcome } = await outcomeOf(
      'pdf, 2 GiB of spaces',
      'a.pdf',
      pdfWithContent(content, '[/FlateDecode /FlateDecode]'),
    );
    expect(outcome).toEqual(refused('a.pdf', 'too_large_inside', 'took_too_long', 'broken', 'no_text'));
  });
  test('a page of a hundred million letters', async () => {
    const text = 'BT /F1 12 Tf 72 700 Td (Hello hello hello) Tj ET\n'.repeat(40_000);
    const content = deflateSync(Buffer.from(text.repeat(8)));
    const { outcome } = await outcomeOf(
      'pdf, 320,000 runs at one place',
      'a.pdf',
      pdfWithContent(content, '/FlateDecode'),
    );
    if (outcome instanceof AppError) expect(outcome).toEqual(refused('a.pdf', 'too_large_inside', 'took_too_long'));
  });
  test('one with a password', async () => {
    const pdf = new PdfKit({ userPassword: 'secret', ownerPassword: 'other', pdfVersion: '1.7' });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => void chunks.push(chunk));
    pdf.text('Hello');
    const ended = new Promise((resolve) => void pdf.on('end', resolve));
    pdf.end();
    await ended;
    expect((await outcomeOf('pdf, encrypted', 'a.pdf', Buffer.concat(chunks))).outcome).toEqual(
      refused('a.pdf', 'encrypted'),
    );
  });
  test('pages that hold themselves, and a billion of them', async () => {
    const loop = pdfOfObjects([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 >>',
    ]);
    expect((await outcomeOf('pdf, pages in a circle', 'a.pdf', loop)).outcome).toEqual(
      refused('a.pdf', 'broken', 'too_large_inside', 'no_text', 'took_too_long'),
    );
  });
  test('arrays a million deep', async () => {
    const deep = pdfOfObjects([
      `<< /Type /Catalog /Pages 2 0 R /X ${'['.repeat(1_000_000)} >>`,
      '<< /Type /Pages /Kids [] /Count 0 >>',
    ]);
    expect((await outcomeOf('pdf, arrays a million deep', 'a.pdf', deep)).outcome).toEqual(
      refused('a.pdf', 'broken', 'too_deep', 'no_text', 'took_too_long', 'too_large_inside'),
    );
  });
  test('pictures of text alone', async () => {
    expect(
      (await outcomeOf('pdf, no text', 'a.pdf', pdfWithContent(Buffer.from('0 0 100 100 re f'), '[]'))).outcome,
    ).toEqual(refused('a.pdf', 'no_text'));
  });
});

// Catches: time or the stack grows with the square of what a page holds.
describe('pages and texts', () => {
  test('elements a hundred thousand deep', async () => {
    const page = Buffer.from(`<!doctype html><p>x${'<div>'.repeat(100_000)}y`);
    expect((await outcomeOf('html, 100,000 deep', 'a.html', page)).outcome).toEqual(refused('a.html', 'too_deep'));
  });
  const baits: readonly (readonly [title: string, ending: string, text: string])[] = [
    [
      'formatting never closed',
      'html',
      `<!doctype html>${Array.from({ length: 200_000 }, (_, index) => `<b id=${index}><p>`).join('')}`,
    ],
    [
      'a hundred thousand attributes',
      'html',
      `<!doctype html><p ${Array.from({ length: 100_000 }, (_, index) => `a${index}=1`).join(' ')}>x`,
    ],
    ['comments never closed', 'html', `<!doctype html><p>x${'<!--'.repeat(300_000)}`],
    [
      'tables in a row',
      'html',
      `<!doctype html>${'<table><tr><td>x'.repeat(100)}${'<table><tr><td>x</table>'.repeat(100_000)}`,
    ],
    [
      'spans of a billion',
      'html',
      `<!doctype html><table>${'<tr><td rowspan=1000000000 colspan=1000000000>x'.repeat(20_000)}</table>`,
    ],
    ['lists of lists', 'html', `<!doctype html>${'<ul><li>x'.repeat(240)}`],
    [
      'a script of ten megabytes',
      'html',
      `<!doctype html><script type="application/ld+json">${'[{"@type":"Question"},'.repeat(450_000)}</script><p>x`,
    ],
    ['brackets', 'md', `# T\n\n${'['.repeat(200_000)}`],
    ['stars', 'md', `# T\n\n${'*a **b '.repeat(60_000)}`],
    ['quotes in quotes', 'md', `# T\n\n${'> '.repeat(40_000)}x`],
  ];
  // A bait may be read, or given up in time; it may not run on.
  const hasty = createKnowledgeFileReader({ limits: { heapMb: 512, growthMb: 700, timeMs: 8_000 } });
  test.each(baits)(
    '%s (%s)',
    async (title, ending, text) => {
      const name = `a.${ending}`;
      const { outcome } = await outcomeOf(`${ending}, ${title}`, name, Buffer.from(text), hasty);
      if (outcome instanceof AppError)
        expect(outcome).toEqual(refused(name, 'took_too_long', 'too_deep', 'too_large_inside'));
      else expect(outcome).toMatchObject({ rows: expect.any(Array) });
    },
    30_000,
  );
});

// Catches: a file that was cut off on its way crashes the reader or is taken for something else.
describe('files that are not whole', () => {
  test.each(['pdf', 'docx', 'xlsx', 'html', 'md'])('%s', async (ending) => {
    const all = {
      pdf: await pdfOf(englishPolicy),
      docx: await policyDocx(englishPolicy),
      xlsx: await policyXlsx(englishPolicy),
      html: htmlOf(englishPolicy, 'en'),
      md: markdownOf(englishPolicy),
    };
    const { name, bytes } = all[ending as keyof typeof all];
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const { outcome } = await outcomeOf(
        `${ending}, ${share * 100} % of it`,
        name,
        bytes.subarray(0, Math.round(bytes.length * share)),
      );
      if (outcome instanceof AppError) {
        expect(['file_unreadable', 'unsupported']).toContain(outcome.code);
        expect(outcome.message).toContain(name);
      } else expect(outcome).toMatchObject({ rows: expect.any(Array) });
    }
  });
});
