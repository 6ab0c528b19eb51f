import { afterEach, expect, test } from 'vitest';
import { page, readingOf, sitemap, startSite, stopSites } from './site-server.ts';

afterEach(stopSites);

test('bug: a limit is spent on products, or policies that robots may not read are missing without a word', async () => {
  const site = await startSite();
  const { origin } = site;
  const products = Array.from({ length: 30 }, (_, each) => `/products/p${each}`);
  for (const path of products) site.routes[path] = { body: page(path, `Text of ${path}.`) };
  const index = ['products_1', 'pages_1'].map(
    (name) => `<sitemap><loc>${origin}/sitemap_${name}.xml?from=1&amp;to=9</loc></sitemap>`,
  );
  Object.assign(site.routes, {
    '/robots.txt': {
      body: `User-agent: *\nDisallow: /cart\nDisallow: /policies/\nDisallow: /search\nSitemap: ${origin}/sitemap.xml\n`,
    },
    '/sitemap.xml': { body: `<?xml version="1.0"?><sitemapindex>${index.join('')}</sitemapindex>` },
    '/sitemap_products_1.xml?from=1&to=9': {
      body: sitemap(...products.map((path) => [`${origin}${path}`, '2026-03-01'] as const)),
    },
    '/sitemap_pages_1.xml?from=1&to=9': {
      body: sitemap([`${origin}/pages/faq`, '2024-01-01'], `${origin}/pages/shipping`),
    },
    '/': {
      body: page('Shop', 'Front of the shop.', ['/cart', '/search?q=', '/policies/refund-policy', '/collections/all']),
    },
    '/collections/all': { body: page('All', 'All we have.', products) },
    '/pages/faq': { body: page('FAQ', 'Answers.') },
    '/pages/shipping': { body: page('Shipping', 'Within two days.') },
  });
  const reading = await readingOf(site, { mostPages: 5 });
  expect(reading.paths.slice(0, 3)).toEqual(['/', '/pages/faq', '/pages/shipping']);
  expect(reading.pages).toHaveLength(5);
  expect(reading.codes).toEqual([
    ['/policies/refund-policy', 'refused_by_robots'],
    ['/', 'page_limit'],
  ]);
});

test('bug: an article is read under each of its addresses, or a click counter is followed', async () => {
  const canonical = (path: string): string => `<link rel="canonical" href="${path}">`;
  const site = await startSite({
    '/': { status: 302, headers: { location: '/hc/en-us' } },
    '/hc/en-us': {
      body: page('Acorn Help', 'Search our help.', [
        '/hc/en-us/sections/2-Returns',
        '/hc/en-us/signin',
        '/hc/en-us/requests/new',
      ]),
    },
    '/hc/en-us/sections/2-Returns': {
      body: page('Returns', 'All about returns.', ['/hc/en-us/articles/1', '/hc/en-us/articles/1-Return-an-item']),
    },
    '/hc/en-us/articles/1': {
      body: page('Return an item', 'Within 30 days.', [], canonical('/hc/en-us/articles/1-Return-an-item')),
    },
    '/hc/en-us/articles/1-Return-an-item': {
      body: page('Return an item', 'Within 30 days.', [], canonical('/hc/en-us/articles/1-Return-an-item')),
    },
  });
  const reading = await readingOf(site);
  expect(reading.paths).toEqual(['/hc/en-us', '/hc/en-us/sections/2-Returns', '/hc/en-us/articles/1-Return-an-item']);
  expect(reading.asked.filter((path) => /signin|requests/.test(path))).toEqual([]);
  const again = await readingOf(site, {}, {}, reading.state);
  expect([again.paths, again.gonePaths, again.unchanged.length, again.codes]).toEqual([[], [], 3, []]);
});

test('bug: a site that scripts draw is silently empty', async () => {
  const site = await startSite({
    '/': { body: '<!doctype html><title>App</title><div id="root"></div><script src="/app.js"></script>' },
  });
  expect((await readingOf(site)).codes).toEqual([['/', 'file_unreadable']]);
});
