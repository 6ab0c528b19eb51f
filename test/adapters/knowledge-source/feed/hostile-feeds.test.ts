import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feedFormatOf, readFeed } from '#adapters/knowledge-source/feed/read-feed.ts';
import { KnowledgeContent } from '#shared/model/knowledge.ts';
import { AppError } from '#shared/errors.ts';
import * as feeds from './feeds.ts';

const item = (inner: string): string =>
  `<rss xmlns:g="http://base.google.com/ns/1.0"><channel><item><g:id>1</g:id><g:title>T</g:title>${inner}</item></channel></rss>`;

test.each([
  [
    'too_large_inside',
    `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${item('<g:description>&b;</g:description>')}`,
  ],
  ['too_deep', item('<g:x>'.repeat(100_000))],
  ['no_products', '<rss xmlns:g="http://base.google.com/ns/1.0"><channel></channel></rss>'],
  ['no_products', 'id\ttitle\tprice\tlink\tbrand\n'],
] as const)('bug: hostile XML (%s) takes the desk down', async (reason, text) => {
  await expect(readFeed('feed.xml', text)).rejects.toMatchObject({ code: 'file_unreadable', detail: { reason } });
});

test('bug: an entity of HTML, a bare ampersand or an item that breaks off costs the whole feed', async () => {
  const text = item('<g:description>Salt & pepper&nbsp;mill</g:description>').replace(
    '</channel></rss>',
    '<item><g:id>2</g:id><g:title>Half',
  );
  const rows = await readFeed('feed.xml', text);
  expect(rows.map(({ refusal }) => refusal)).toEqual([null, 'broken_row']);
  expect(rows[0]?.content?.answer).toMatch(/^Salt & pepper\s?mill$/u);
});

test('bug: one giant cell or element costs all other products, or hours', async () => {
  const giant = 'x'.repeat(8_000_000);
  const table = `${feeds.shopifyCsv}\ngiant,Giant,"${giant}",V,,,,true,Title,Default Title,,,G,1,1,1,,,,,,,,,,,active`;
  expect((await readFeed('a.csv', table)).map(({ refusal }) => refusal)).toEqual([null, null, 'broken_row']);
  const xml = feeds.merchantRss.replace('</channel>', `${item(giant).match(/<item>.*<\/item>/su)?.[0]}</channel>`);
  expect((await readFeed('a.xml', xml)).at(-1)).toMatchObject({ key: '1', refusal: null });
  const described = feeds.merchantRss.replace('two pockets.', `two pockets. ${giant}`);
  expect((await readFeed('a.xml', described)).filter(({ refusal }) => refusal !== null)).toHaveLength(1);
});

test('bug: a reading that was cancelled goes on', async () => {
  const signal = AbortSignal.abort();
  await expect(readFeed('feed.xml', feeds.merchantRss, signal)).rejects.toMatchObject({ code: 'cancelled' });
});

const all = [
  feeds.merchantRss,
  feeds.merchantAtom,
  feeds.merchantTsv,
  feeds.merchantTsvJapanese,
  feeds.shopifyCsv,
  feeds.shopifyCsvNew,
];
const mutated = fc
  .tuple(
    fc.constantFrom(...all),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(40),
        fc.oneof(
          fc.constantFrom(
            '<',
            '>',
            '&',
            '"',
            '\n',
            ',',
            '\t',
            ']]>',
            '<![CDATA[',
            '<!--',
            '</item>',
            '<item>',
            '\0',
            '\uD800',
          ),
          fc.string(),
        ),
      ),
      { maxLength: 12 },
    ),
  )
  .map(([text, edits]) =>
    edits.reduce((before, [place, length, put]) => {
      const at = Math.floor(place * before.length);
      return before.slice(0, at) + put + before.slice(at + length);
    }, text),
  );

test('bug: a feed makes its reader crash, or entries that cannot be stored', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: mutated }, fc.string()), async (text) => {
      feedFormatOf('x', text);
      try {
        for (const { content } of await readFeed('feed', text)) if (content !== null) KnowledgeContent.parse(content);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    }),
    { numRuns: 400 },
  );
});
