import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSitemap } from '#adapters/knowledge-source/site/read-sitemap.ts';
import { robotsRules, robotsTag } from '#adapters/knowledge-source/site/robots-rules.ts';
import { pageAddress } from '#adapters/knowledge-source/site/page-address.ts';
import { AppError } from '#shared/errors.ts';
import { never, page, siteReader, type SiteServer, startSite, stopSites } from './site-server.ts';

/* Whatever texts say, nothing outside the named hosts is looked up, connected to or asked. */

let site: SiteServer;
let named: SiteServer;
let other: SiteServer;

beforeEach(async () => {
  [site, named, other] = await Promise.all([startSite(), startSite(), startSite()]);
});
afterEach(stopSites);

const anyAddress = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.webPath(),
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.ipV4().map((ip) => `http://${ip}/`),
  fc.ipV4Extended().map((ip) => `//${ip}/x`),
  fc.ipV6().map((ip) => `http://[${ip}]/`),
  fc.constantFrom(
    'OTHER/x',
    'OTHER',
    'NAMED/x',
    'SITE/a',
    'SITE@OTHER/',
    'SITE.example/',
    '//169.254.169.254/',
    '\\\\OTHER\\x',
    'http:OTHER',
  ),
);

const anyRobots = fc
  .array(
    fc.oneof(
      anyAddress.map((address) => `Sitemap: ${address}`),
      fc.string().map((rule) => `Disallow: ${rule}`),
      fc.constantFrom('User-agent: *', 'User-agent: Deskside', 'Allow: /', 'Crawl-delay: 1', '\0', '#'),
    ),
  )
  .map((lines) => lines.join('\n'));

const anySitemap = fc.oneof(
  fc
    .array(anyAddress)
    .map(
      (list) => `<?xml version="1.0"?><urlset>${list.map((each) => `<url><loc>${each}</loc></url>`).join('')}</urlset>`,
    ),
  fc
    .array(anyAddress)
    .map(
      (list) =>
        `<sitemapindex>${list.map((each) => `<sitemap><loc><![CDATA[${each}]]></loc></sitemap>`).join('')}</sitemapindex>`,
    ),
  fc.array(anyAddress).map((list) => list.join('\n')),
  fc.string({ unit: 'binary' }),
);

test('bug: some text leads beyond the named hosts', async () => {
  const looked = new Set<string>();
  const reader = siteReader({
    lookup: (host, tell) => {
      looked.add(host);
      tell(null, [{ address: '127.0.0.1', family: 4 }]);
    },
  });
  const filled = (text: string): string =>
    text.replaceAll('SITE', site.origin).replaceAll('OTHER', other.origin).replaceAll('NAMED', named.origin);
  const property = fc.asyncProperty(
    fc.record({
      links: fc.array(anyAddress),
      location: anyAddress,
      robots: anyRobots,
      map: anySitemap,
      canonical: anyAddress,
    }),
    async ({ links, location, robots, map, canonical }) => {
      const html = page(
        'Help',
        'Welcome.',
        [...links.map(filled), '/moved'],
        `<link rel="canonical" href="${filled(canonical)}">`,
      );
      Object.assign(site.routes, {
        '/robots.txt': { body: filled(robots) },
        '/sitemap.xml': { body: filled(map) },
        '/': { body: html },
        '/moved': (_: unknown, response: import('node:http').ServerResponse) => {
          const safe = Buffer.from(filled(location))
            .toString('latin1')
            .replace(/[^\t\x20-\x7e\x80-\xff]/g, '');
          response.writeHead(302, { location: safe }).end();
        },
      });
      const settings = { url: `${site.origin}/`, hosts: [named.host], paths: [], mostPages: 20 };
      await reader.read(settings, null, never, () => undefined);
      expect(other.connections()).toBe(0);
      expect([...looked]).toEqual([]);
    },
  );
  await fc.assert(property, { numRuns: 150 });
  expect(named.asked.length).toBeGreaterThan(0);
});

test('bug: some text as settings is read as another host than it names, or ends with a foreign error', async () => {
  const looked: string[] = [];
  const reader = siteReader({
    lookup: (host, tell) => {
      looked.push(host);
      tell(null, [{ address: '10.0.0.1', family: 4 }]);
    },
  });
  const property = fc.asyncProperty(
    fc.oneof(fc.string(), fc.webUrl(), fc.domain()),
    fc.array(fc.string()),
    async (url, hosts) => {
      looked.length = 0;
      const settings = { url, hosts, paths: hosts, mostPages: 3 };
      try {
        const { pages } = await reader.read(settings, null, never, () => undefined);
        expect(pages).toEqual([]);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
      const host = URL.parse(url)?.hostname;
      expect(looked.every((each) => each === host)).toBe(true);
    },
  );
  await fc.assert(property, { numRuns: 300 });
});

test('bug: some text as robots.txt, header or sitemap throws, or an address is not the same when read twice', async () => {
  const url = new URL('https://help.example/robots.txt');
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary' }),
      anyRobots,
      anySitemap,
      anyAddress,
      async (text, robots, map, address) => {
        robotsRules(url, text)?.allows(url);
        const rules = robotsRules(url, robots);
        expect(rules?.delayMs ?? 1).toBeGreaterThan(0);
        robotsTag(new Headers({ 'x-robots-tag': text.replace(/[^\x20-\x7e]/g, '') }));
        await readSitemap(pieces(map));
        const once = pageAddress(address, url);
        if (once !== null) expect(pageAddress(once.href)?.href).toBe(once.href);
      },
    ),
    { numRuns: 500 },
  );
});

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}
