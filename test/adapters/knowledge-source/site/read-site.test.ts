import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterEach, expect, test } from 'vitest';
import { page, readingOf, settingsOf, sitemap, siteReader, startSite, stopSites, textOf } from './site-server.ts';

afterEach(stopSites);

test('bug: links are followed where a sitemap lists the pages, or what it lists is not read', async () => {
  const site = await startSite();
  const more = ['/help/a', '/help/b', '/help/c'];
  for (const path of more) site.routes[path] = { body: page(path, `Text of ${path}.`) };
  Object.assign(site.routes, {
    '/robots.txt': { body: `User-agent: *\nDisallow: /internal\nSitemap: ${site.origin}/maps/index.xml\n` },
    '/maps/index.xml': {
      body: `<?xml version="1.0"?><sitemapindex><sitemap><loc>${site.origin}/maps/help.xml.gz</loc></sitemap></sitemapindex>`,
    },
    '/maps/help.xml.gz': {
      headers: { 'content-type': 'application/x-gzip' },
      body: gzipSync(
        sitemap(
          `${site.origin}/help/returns?utm_source=map#top`,
          [`${site.origin}/help/shipping`, '2026-03-01'],
          ...more.map((path) => `${site.origin}${path}`),
        ),
      ),
    },
    '/': {
      body: page('Help', 'Welcome to our help centre.', [
        '/help/linked',
        '/internal/prices',
        'https://elsewhere.example/',
      ]),
    },
    '/help/returns': { body: page('Returns', 'Return within 30 days.', ['/help/deeper']) },
    '/help/shipping': { body: page('Shipping', 'We ship within 2 days.') },
    '/help/linked': { body: page('Warranty', 'Two years.') },
    '/help/deeper': { body: page('Deeper', 'Only a link leads here.') },
  });
  const reading = await readingOf(site);
  expect(reading.paths).toEqual(['/', '/help/shipping', '/help/returns', ...more, '/help/linked']);
  expect(reading.problems).toEqual([]);
  expect(reading.asked).toEqual([
    '/robots.txt',
    '/maps/index.xml',
    '/maps/help.xml.gz',
    '/',
    '/help/shipping',
    '/help/returns',
    ...more,
    '/help/linked',
  ]);
  const [, shipping] = reading.pages;
  expect(shipping).toMatchObject({ name: 'Shipping', rows: [{ place: { url: `${site.origin}/help/shipping` } }] });
  expect(textOf(reading.pages)).toContain('Return within 30 days.');
});

test('bug: without a sitemap pages are not found, or one address is read in each of its spellings', async () => {
  const links = [
    '/a',
    '/a#part',
    '/a?utm_source=x&gclid=1',
    '//elsewhere.example/b',
    'mailto:a@b.example',
    '/cart',
    '/logo.png',
  ];
  const site = await startSite({
    '/': { body: page('Help', 'Welcome.', links) },
    '/a': { body: page('A', 'Text of A.', ['/b?y=2&x=1', '/b?x=1&y=2', 'javascript:alert(1)']) },
    '/b?x=1&y=2': { body: page('B', 'Text of B.', ['/']) },
  });
  const reading = await readingOf(site);
  expect(reading.paths).toEqual(['/', '/a', '/b?x=1&y=2']);
  expect(reading.asked).toEqual(['/robots.txt', '/sitemap.xml', '/', '/a', '/b?x=1&y=2']);
  expect(reading.codes).toEqual([]);
});

test('bug: one text is taken twice, by its canonical address or word for word', async () => {
  const canonical = '<link rel="canonical" href="/hc/1-returns">';
  const site = await startSite({
    '/': { body: page('Help', 'Welcome.', ['/hc/1', '/hc/2', '/hc/3', '/hc/4']) },
    '/hc/1': { body: page('Returns', 'Return within 30 days.', [], canonical) },
    '/hc/1-returns': { body: page('Returns', 'Return within 30 days!', [], canonical) },
    '/hc/2': { body: page('Same', 'The very same text.') },
    '/hc/3': { body: page('Same', 'The very same text.') },
    // A theme that names the front page as every page's own.
    '/hc/4': { body: page('Own', 'A text of its own.', [], '<link rel="canonical" href="/">') },
  });
  const first = await readingOf(site);
  expect(first.paths).toEqual(['/', '/hc/2', '/hc/4', '/hc/1-returns']);
  const second = await readingOf(site, {}, {}, first.state);
  expect([second.paths, second.gonePaths, second.unchangedPaths.length]).toEqual([[], [], 4]);
});

test('bug: of two canonical pages that point at each other, or at one that is gone, none is taken', async () => {
  const towards = (href: string): string => `<link rel="canonical" href="${href}">`;
  const site = await startSite({
    '/': { body: page('Help', 'Welcome.', ['/a', '/c']) },
    '/a': { body: page('A', 'Text.', [], towards('/b')) },
    '/b': { body: page('B', 'Text!', [], towards('/a')) },
    '/c': { body: page('C', 'Other text.', [], towards('/gone')) },
  });
  const { paths } = await readingOf(site);
  expect(paths).toEqual(['/', '/a', '/c']);
});

test('bug: what asks not to be kept or followed is', async () => {
  const site = await startSite({
    '/robots.txt': {
      body: 'User-agent: *\nAllow: /\n\nUser-agent: deskside\nDisallow: /private\nDisallow: /*?draft=\n',
    },
    '/sitemap.xml': { body: '' },
    '/': { body: page('Help', 'Welcome.', ['/private/a', '/b?draft=1', '/noindex', '/header', '/nofollow', '/open']) },
    '/noindex': {
      body: page('No', 'Secret of the page.', ['/from-noindex'], '<meta name="robots" content="noindex">'),
    },
    '/header': {
      headers: { 'x-robots-tag': 'otherbot: none, deskside: noindex' },
      body: page('No', 'Secret of the header.'),
    },
    '/nofollow': { headers: { 'x-robots-tag': 'nofollow' }, body: page('Links', 'Kept text.', ['/secret']) },
    '/open': { headers: { 'x-robots-tag': 'otherbot: noindex' }, body: page('Open', 'Open text.', []) },
    '/from-noindex': { body: page('From', 'Found beyond.') },
    '/secret': { body: page('Secret', 'Nobody may come here.') },
  });
  const reading = await readingOf(site);
  expect(reading.paths).toEqual(['/', '/nofollow', '/open', '/from-noindex']);
  expect(textOf(reading.pages)).not.toMatch(/Secret|Nobody/);
  expect(reading.asked).not.toContain('/private/a');
  expect(reading.asked).not.toContain('/b?draft=1');
});

test('bug: a start that robots.txt forbids is silently empty', async () => {
  const site = await startSite({
    '/robots.txt': { body: 'User-agent: *\nDisallow: /\n' },
    '/': { body: page('A', 'B') },
  });
  const reading = await readingOf(site);
  expect(reading.asked).toEqual(['/robots.txt']);
  expect(reading.codes).toContainEqual(['/', 'refused_by_robots']);
});

test('bug: pages outside the paths are taken, or the start outside of them leads nowhere', async () => {
  const site = await startSite({
    '/': { body: page('Shop', 'Front of the shop.', ['/pages/faq', '/blogs/news', '/pages-old']) },
    '/pages/faq': { body: page('FAQ', 'Answers.', ['/blogs/other', '/pages/%E5%B8%B8']) },
    '/pages/%E5%B8%B8': { body: page('常见问题', '七天内可以退货。') },
  });
  const reading = await readingOf(site, { paths: ['/pages/'] });
  expect(reading.paths).toEqual(['/pages/faq', '/pages/%E5%B8%B8']);
  expect(reading.asked.filter((path) => path.includes('blogs') || path.includes('old'))).toEqual([]);
});

test('bug: an endless calendar is read for ever', async () => {
  const site = await startSite();
  let month = 0;
  site.routes['/'] = { body: page('Help', 'Welcome.', ['/faq', '/calendar?month=0']) };
  site.routes['/faq'] = { body: page('FAQ', 'Answers.') };
  for (let each = 0; each < 500; each++) {
    site.routes[`/calendar?month=${each}`] = (_, response) => {
      month += 1;
      response.setHeader('content-type', 'text/html');
      response.end(
        page(`Month ${each}`, `Events of month ${each}.`, [`/calendar?month=${each + 1}`, `/x/x/x/x/x/${each}`]),
      );
    };
  }
  const bounded = await readingOf(site, { mostPages: 8 });
  expect(bounded.paths.slice(0, 3)).toEqual(['/', '/faq', '/calendar?month=0']);
  expect(bounded.pages).toHaveLength(8);
  expect(bounded.codes).toEqual([['/', 'page_limit']]);
  month = 0;
  const deep = await readingOf(site, { mostPages: 5_000 });
  expect(month).toBe(10);
  expect(deep.asked.filter((path) => path.startsWith('/x/'))).toEqual([]);
});

test('bug: a page in an encoding of its own comes as rubbish', async () => {
  const japanese = page('返品について', '商品の到着後、三十日以内に返品できます。');
  const chinese = page('退货政策', '商品签收后七天内可以无理由退货。', [], '<meta charset="gb2312">');
  const site = await startSite({
    '/': { body: page('Help', 'Welcome.', ['/ja', '/zh', '/bom']) },
    '/ja': { headers: { 'content-type': 'text/html; charset=Shift_JIS' }, body: iconv.encode(japanese, 'shift_jis') },
    '/zh': { headers: { 'content-type': 'text/html' }, body: iconv.encode(chinese, 'gb18030') },
    '/bom': {
      headers: { 'content-type': 'text/html; charset=iso-8859-1' },
      body: Buffer.from(`\uFEFF${page('Größe', 'Maße in cm: 30 × 40.')}`),
    },
  });
  const { pages } = await readingOf(site);
  expect(pages.map(({ name }) => name)).toEqual(['Help', '返品について', '退货政策', 'Größe']);
  expect(textOf(pages)).toContain('三十日以内に返品できます');
  expect(textOf(pages)).toContain('七天内可以无理由退货');
  expect(textOf(pages)).toContain('30 × 40');
});

test('bug: what cannot be read hides the rest, or is not named', async () => {
  const site = await startSite({
    '/': { body: page('Help', 'Welcome.', ['/broken', '/members', '/dead', '/fine', '/data']) },
    '/broken': { status: 500 },
    '/members': { status: 403 },
    '/data': { headers: { 'content-type': 'application/zip' }, body: 'PK' },
    '/fine': { body: page('Fine', 'Text.') },
  });
  const reading = await readingOf(site);
  expect(reading.paths).toEqual(['/', '/fine']);
  expect(reading.codes.sort()).toEqual([
    ['/broken', 'remote_failed'],
    ['/dead', 'not_found'],
    ['/members', 'refused_by_server'],
  ]);
});

test('bug: progress runs backwards or tells no end', async () => {
  const site = await startSite();
  const paths = ['/a', '/b', '/c'];
  site.routes['/sitemap.xml'] = { body: sitemap(...paths.map((path) => `${site.origin}${path}`)) };
  for (const path of paths) site.routes[path] = { body: page(path, `Text of ${path}`) };
  const told: (readonly [number, number | null])[] = [];
  await siteReader().read(
    settingsOf(site, { url: `${site.origin}/sitemap.xml` }),
    null,
    new AbortController().signal,
    (...each) => void told.push(each),
  );
  expect(told).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
});
