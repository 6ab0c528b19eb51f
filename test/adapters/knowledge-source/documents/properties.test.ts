import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createKnowledgeFileReader } from '#adapters/knowledge-source/file-reader.ts';
import { readHtmlPage } from '#adapters/knowledge-source/html/read-html-page.ts';
import type { KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';
import { AppError } from '#shared/errors.ts';
import { KnowledgeContent } from '#shared/model/knowledge.ts';
import '#test/support/property-seed.ts';
import { chinesePolicy } from './policy-chinese.ts';
import { type PolicyFile, htmlOf, markdownOf, stepsOf } from './policy-file.ts';
import { docxOf, xlsxOf } from './policy-office.ts';
import { chineseScript, eastAsianPdfOf, pdfOf } from './policy-pdf.ts';
import { type Policy, type PolicyBlock, type PolicySection, englishPolicy } from './policy.ts';

const reader = createKnowledgeFileReader({ limits: { heapMb: 512, growthMb: 700, timeMs: 20_000 } });

function expectValid(rows: readonly KnowledgeFileRow[]): void {
  for (const { content, row, place } of rows) {
    expect(row).toBeGreaterThan(0);
    if (place?.page !== undefined && place.page !== null) expect(place.page).toBeGreaterThan(0);
    if (content !== null) expect(KnowledgeContent.parse(content)).toEqual(content);
  }
}

async function expectRowsOrAppError(name: string, bytes: Uint8Array): Promise<void> {
  try {
    expectValid((await reader.read({ name, bytes })).rows);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect(['file_unreadable', 'unsupported']).toContain((error as AppError).code);
  }
}

const makers: Readonly<Record<string, () => Promise<PolicyFile>>> = {
  pdf: () => pdfOf(englishPolicy),
  'pdf with Chinese': async () => eastAsianPdfOf(chinesePolicy, chineseScript),
  docx: () => docxOf(englishPolicy),
  xlsx: () => xlsxOf(englishPolicy),
  html: async () => htmlOf(englishPolicy, 'en'),
  markdown: async () => markdownOf(englishPolicy),
};

/** What happens to bytes on their way: some are changed, a stretch is lost or comes twice. */
const damage = fc.record({
  changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(2_000),
  isLost: fc.boolean(),
});

function damaged(
  bytes: Uint8Array,
  { changes, from, length, isLost }: typeof damage extends fc.Arbitrary<infer T> ? T : never,
) {
  const copy = Buffer.from(bytes);
  for (const [at, value] of changes) copy[at % copy.length] = value;
  const start = Math.floor(from * copy.length);
  const end = Math.min(copy.length, start + length);
  return Buffer.concat([copy.subarray(0, isLost ? start : end), copy.subarray(isLost ? end : start)]);
}

// Catches: one damaged byte crashes the reader, hangs it, or gives an entry that the store refuses.
describe('a damaged document gives valid rows or an AppError', () => {
  test.each(Object.keys(makers))(
    '%s',
    async (format) => {
      const file = await makers[format]?.();
      if (file === undefined) throw new Error(format);
      const property = fc.asyncProperty(damage, (harm) => expectRowsOrAppError(file.name, damaged(file.bytes, harm)));
      await fc.assert(property, { numRuns: 60 });
    },
    120_000,
  );
});

// Catches: bytes that only begin like a document end in a foreign error.
test('anything that begins like a document gives valid rows or an AppError', async () => {
  const starts = fc.constantFrom(
    '%PDF-1.7\n',
    'PK\x03\x04',
    'PK\x03\x04 word/document.xml',
    'PK\x05\x06 xl/workbook.xml',
    '<html>',
    'From a\n',
  );
  const property = fc.asyncProperty(starts, fc.uint8Array({ maxLength: 300 }), (start, rest) =>
    expectRowsOrAppError('a', Buffer.concat([Buffer.from(start, 'latin1'), rest])),
  );
  await fc.assert(property, { numRuns: 200 });
}, 60_000);

// Catches: some nesting of elements loses its way out, or makes an entry that the store refuses.
test('any page of telling pieces gives valid rows', () => {
  const names =
    'h1 h2 p ul li ol dl dt dd table tr td th details summary div main article section header nav a pre br b button'.split(
      ' ',
    );
  const pieces = fc.oneof(
    fc.constantFrom(...names.map((name) => `<${name}>`), ...names.map((name) => `</${name}>`)),
    fc.constantFrom(
      'text',
      ' ',
      '\n',
      'Why?',
      '&amp;',
      '<!--',
      '-->',
      '<td rowspan=3>',
      '<td colspan=2>',
      '<p hidden>',
      '<base href=x:>',
    ),
    fc.constantFrom(
      '<a href="https://a.example/x">',
      '<a href=../y>',
      '<div itemtype="https://schema.org/Question">',
      '<i itemprop=name>',
    ),
    fc.constantFrom(
      '<script type="application/ld+json">{"@type":"Question","name":"N?","acceptedAnswer":{"text":"T"}}</script>',
      '\u0000',
      '\uD800',
    ),
  );
  const property = fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
    const page = readHtmlPage({ name: 'a.html', html: parts.join(''), url: 'https://shop.example/help/' });
    expectValid(page.rows);
    for (const link of page.links) expect(link).toMatch(/^https?:\/\//u);
  });
  fc.assert(property, { numRuns: 500 });
});

const words =
  'harbour kettle linen copper garden winter parcel ribbon saddle timber velvet window anchor basket candle'.split(' ');
const word = fc.constantFrom(...words);
const sentence = fc.array(word, { minLength: 8, maxLength: 40 }).map((all) => `The ${all.join(' ')} is here.`);
const cell = fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 5 }).map((rows) => ({
  table: [['Region', 'Time needed', 'Charge'], ...rows.map(([a, b, c], index) => [`${a} ${index}`, b, c])],
}));
const blocks: fc.Arbitrary<readonly PolicyBlock[]> = fc.oneof(
  fc.array(sentence, { minLength: 1, maxLength: 3 }),
  fc.tuple(table),
  fc.tuple(sentence, table),
  fc.tuple(table, sentence),
);
const section = (parts: fc.Arbitrary<readonly PolicySection[]>): fc.Arbitrary<PolicySection> =>
  fc.record({ heading: fc.tuple(word, word).map((pair) => pair.join(' ')), blocks, parts });
const chapter = section(fc.array(section(fc.array(section(fc.constant([])), { maxLength: 2 })), { maxLength: 3 }));
/** Every heading is another: where two were alike nobody could say which came back. */
const policies: fc.Arbitrary<Policy> = fc
  .record({ title: fc.constant('Terms of the shop'), chapters: fc.array(chapter, { minLength: 1, maxLength: 3 }) })
  .map((policy) => {
    let count = 0;
    const numbered = (each: PolicySection): PolicySection => {
      count += 1;
      return {
        ...each,
        heading: `${each.heading} ${'abcdefghijklmnopqrstuvwxyz'[count % 26]}${count}`,
        parts: (each.parts ?? []).map(numbered),
      };
    };
    return { ...policy, chapters: policy.chapters.map(numbered) };
  });

// Catches: some order of headings, paragraphs and tables loses text or puts it under another heading.
describe('what is written comes back under its headings', () => {
  const formats: Readonly<Record<string, readonly [make: (policy: Policy) => Promise<PolicyFile>, runs: number]>> = {
    markdown: [async (policy) => markdownOf(policy), 60],
    html: [async (policy) => htmlOf(policy, 'en'), 60],
    docx: [docxOf, 25],
    xlsx: [xlsxOf, 25],
    pdf: [pdfOf, 25],
  };
  test.each(Object.keys(formats))(
    '%s',
    async (format) => {
      const [make, numRuns] = formats[format] ?? [async (policy: Policy) => markdownOf(policy), 1];
      const property = fc.asyncProperty(policies, async (policy) => {
        const file = await make(policy);
        const { rows } = await reader.read(file);
        for (const { headings, section: written } of stepsOf(policy)) {
          const path = file.pathOf(headings);
          const own = rows.filter(({ place }) => place?.headings?.join('/') === path.join('/'));
          const text = own
            .map(({ content }) => content?.answer ?? '')
            .join('\n\n')
            .replace(/\s+/gu, ' ');
          for (const line of written.blocks.flatMap(linesOf)) expect(text).toContain(line);
          for (const { place } of own.slice(0, 1)) expect(place?.page ?? null).toBe(file.pageOf(headings));
        }
      });
      await fc.assert(property, { numRuns });
    },
    120_000,
  );
});

function linesOf(block: PolicyBlock): readonly string[] {
  if (typeof block === 'string') return [block];
  if ('list' in block) return block.list;
  const [header = [], ...rows] = block.table;
  return rows.map((cells) => cells.map((text, index) => `${header[index]}: ${text}`).join('; '));
}
