import { afterAll, describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import * as files from './hostile-files.ts';
import { measuredTable, outcomeOf, reader, refused } from './outcome-of.ts';

afterAll(() => console.log(measuredTable()));

const document = files.wordXml(files.paragraph('Hello'));
const around = Object.entries(files.docxParts).map(([name, text]) => files.honestEntry(name, text));

// Catches: an archive of a few kB fills the memory of the machine, or holds up everything else on it.
describe('archives that are larger inside', () => {
  test('a part that says it unpacks to four gigabytes', async () => {
    const bomb = { name: 'word/document.xml', packed: files.deflatedBomb(256), declared: 4 * 1024 ** 3 };
    expect((await outcomeOf('docx, 4 GiB declared', 'a.docx', files.zipOf([...around, bomb]))).outcome).toEqual(
      refused('a.docx', 'too_large_inside'),
    );
  });
  test('a part that unpacks to four gigabytes and says it has a thousand bytes', async () => {
    const bomb = { name: 'word/document.xml', packed: files.deflatedBomb(256), declared: 1_000 };
    expect((await outcomeOf('docx, 4 GiB, lying', 'a.docx', files.zipOf([...around, bomb]))).outcome).toEqual(
      refused('a.docx', 'broken', 'too_large_inside'),
    );
  });
  test('a part of half a gigabyte, which is what it says', async () => {
    const bomb = { name: 'xl/sharedStrings.xml', packed: files.deflatedBomb(32), declared: 32 * 16 * 1024 * 1024 };
    const book = Object.entries(files.xlsxParts(files.sheetXml(''))).map(([name, text]) =>
      files.honestEntry(name, text),
    );
    expect((await outcomeOf('xlsx, 512 MiB of strings', 'a.xlsx', files.zipOf([...book, bomb]))).outcome).toEqual(
      refused('a.xlsx', 'too_large_inside'),
    );
  });
  test('four thousand parts that share the same bytes', async () => {
    const packed = files.deflatedBomb(1);
    const names = ['word/document.xml', ...Array.from({ length: 4_000 }, (_, index) => `word/part${index}.xml`)];
    const entries = names.map((name) => ({ name, packed, declared: 1_000 }));
    expect((await outcomeOf('docx, overlapping parts', 'a.docx', files.zipOf(entries, true))).outcome).toEqual(
      refused('a.docx', 'too_large_inside'),
    );
  });
  test('twenty thousand parts', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => files.honestEntry(`word/p${index}.xml`, ''));
    const main = files.honestEntry('word/document.xml', document);
    expect((await outcomeOf('docx, 20,000 parts', 'a.docx', files.zipOf([...around, main, ...many]))).outcome).toEqual(
      refused('a.docx', 'too_large_inside'),
    );
  });
  test('an archive inside an archive stays shut', async () => {
    const inner = files.zipOf([{ name: 'b.xml', packed: files.deflatedBomb(64), declared: 1024 ** 3 }]);
    const { outcome } = await outcomeOf(
      'docx, a bomb in it',
      'a.docx',
      files.docxOf(document, { 'word/embeddings/a.zip': inner }),
    );
    expect(outcome).toMatchObject({ rows: [{ content: { answer: 'Hello' } }] });
  });
  test('a main part that is an archive', async () => {
    const inner = { name: 'word/document.xml', packed: files.zipOf([]), declared: 22 };
    expect(
      (await outcomeOf('docx, an archive as its text', 'a.docx', files.zipOf([...around, inner]))).outcome,
    ).toEqual(refused('a.docx', 'broken'));
  });
  test('a workbook of two million cells', async () => {
    const rows = Array.from(
      { length: 1_000_000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c><c r="B${index + 1}"><v>2</v></c></row>`,
    );
    const book = files.xlsxOf(files.sheetXml(rows.join('')));
    expect((await outcomeOf('xlsx, 2 million cells', 'a.xlsx', book)).outcome).toEqual(
      refused('a.xlsx', 'too_large_inside', 'took_too_long'),
    );
  });
  test('a workbook whose one cell stands in the last corner', async () => {
    const corner = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row>';
    const { outcome } = await outcomeOf('xlsx, one far cell', 'a.xlsx', files.xlsxOf(files.sheetXml(corner)));
    if (outcome instanceof AppError)
      expect(outcome).toEqual(refused('a.xlsx', 'too_large_inside', 'took_too_long', 'broken'));
  });
});

// Catches: a document fetches, runs or unfolds what its writer put into it.
describe('documents that want more than to be read', () => {
  const laughs = `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, index) => `<!ENTITY ${'bcdefghij'[index]} "${`&${'abcdefghij'[index]};`.repeat(10)}">`).join('')}]>`;
  const fetching = '<!DOCTYPE l [<!ENTITY j SYSTEM "file:///etc/passwd">]>';
  test.each([
    ['billion laughs', laughs],
    ['a file of the machine', fetching],
    ['hidden far down', `<!--${' '.repeat(50_000)}-->${laughs}`],
  ])('entities: %s', async (title, before) => {
    const text = files.docxOf(files.wordXml(files.paragraph('&j;'), before));
    expect((await outcomeOf(`docx, ${title}`, 'a.docx', text)).outcome).toEqual(refused('a.docx', 'broken'));
    const book = files.xlsxOf(files.sheetXml(files.inlineRow(1, ['&j;', 'b']), before));
    expect((await outcomeOf(`xlsx, ${title}`, 'a.xlsx', book)).outcome).toEqual(refused('a.xlsx', 'broken'));
  });
  test('a workbook with formulas, links and macros gives the values it was saved with', async () => {
    const rows =
      files.inlineRow(1, ['Region', 'Charge']) +
      '<row r="2"><c r="A2" t="str"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>North</v></c><c r="B2"><f>1+1</f><v>7</v></c></row>' +
      '<row r="3"><c r="A3" t="str"><f>[1]Other!A1</f><v>South</v></c><c r="B3"><f>CMD|"/c calc"!A0</f></c></row>';
    const others = {
      'xl/vbaProject.bin': Buffer.from('Attribute VB_Name = "Run"'),
      'xl/externalLinks/externalLink1.xml': Buffer.from('<externalLink><externalBook r:id="r1"/></externalLink>'),
    };
    const { outcome } = await outcomeOf(
      'xlsm, formulas, links, macros',
      'a.xlsm',
      files.xlsxOf(files.sheetXml(rows), others),
    );
    expect(outcome).toMatchObject({
      format: 'xlsx',
      rows: [{ content: { question: 'Rates', answer: 'Region: North; Charge: 7\nRegion: South' } }],
    });
  });
});

// Catches: whoever closes the window, or a reading that is wanted no more, waits for a document all the same.
test('a reading can be cancelled', async () => {
  const cancelling = new AbortController();
  const bytes = files.xlsxOf(files.sheetXml(files.inlineRow(1, ['a', 'b']).repeat(500_000)));
  const reading = reader.read({ name: 'a.xlsx', bytes }, cancelling.signal);
  setTimeout(() => cancelling.abort(), 50);
  await expect(reading).rejects.toThrow(expect.objectContaining({ code: 'cancelled' }));
});
