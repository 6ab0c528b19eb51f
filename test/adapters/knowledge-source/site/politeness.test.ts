import { afterEach, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { page, readingOf, settingsOf, siteReader, startSite, stopSites, virtualTime } from './site-server.ts';

afterEach(stopSites);

async function sixPages(over: Parameters<typeof startSite>[0] = {}) {
  const time = virtualTime();
  const links = ['/1', '/2', '/3', '/4', '/5'];
  const routes = Object.fromEntries(links.map((path) => [path, { body: page(path, `Text of ${path}.`) }]));
  const site = await startSite({ '/': { body: page('Help', 'Welcome.', links) }, ...routes, ...over }, time);
  const gaps = () => site.asked.slice(1).map(({ at }, index) => at - (site.asked[index]?.at ?? 0));
  return { site, time, gaps };
}

test('bug: a site is asked faster than once a second, or by somebody without a name', async () => {
  const { site, time, gaps } = await sixPages();
  const { pages } = await readingOf(site, {}, time);
  expect(pages).toHaveLength(6);
  expect(gaps()).toEqual(new Array(7).fill(1_000));
  for (const { headers } of site.asked) {
    expect(headers['user-agent']).toMatch(/^Deskside\/1\.2\.3 /);
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('authorization');
    expect(headers).not.toHaveProperty('referer');
  }
});

test.each([
  ['7', 7_000],
  ['0.5', 1_000],
  ['-3', 1_000],
  ['1e300', 600_000],
  ['soon', 1_000],
])('bug: Crawl-delay: %s is not kept, or stops the clock', async (delay, gap) => {
  const { site, time, gaps } = await sixPages({ '/robots.txt': { body: `User-agent: *\nCrawl-delay: ${delay}\n` } });
  await readingOf(site, {}, time);
  expect(gaps()).toEqual(new Array(7).fill(gap));
});

test('bug: two requests are under way at once', async () => {
  let open = 0;
  let most = 0;
  const { site, time } = await sixPages();
  for (const path of Object.keys(site.routes)) {
    const body = page(path, `Slow text of ${path}.`, ['/1', '/2', '/3', '/4', '/5']);
    site.routes[path] = (_, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open -= 1;
        response.writeHead(200, { 'content-type': 'text/html' }).end(body);
      }, 20);
    };
  }
  await readingOf(site, {}, time);
  expect(most).toBe(1);
});

test('bug: a 429 is not waited for as long as it says, or the pace stays', async () => {
  let refusals = 2;
  const { site, time, gaps } = await sixPages({
    '/2': (_, response) => {
      if (refusals-- > 0) response.writeHead(429, { 'retry-after': '30' }).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end(page('2', 'At last.'));
    },
  });
  const { pages, problems } = await readingOf(site, {}, time);
  expect([pages.length, problems]).toEqual([6, []]);
  expect(gaps()).toEqual([1_000, 1_000, 1_000, 1_000, 30_000, 30_000, 4_000, 4_000, 4_000]);
});

test('bug: a host that asks for an hour is asked on', async () => {
  const { site, time } = await sixPages({ '/2': { status: 503, headers: { 'retry-after': '3600' } } });
  const reading = await readingOf(site, {}, time);
  expect(reading.paths).toEqual(['/', '/1']);
  expect(reading.asked.filter((path) => path === '/2')).toHaveLength(1);
  expect(reading.asked.at(-1)).toBe('/2');
  expect(Math.max(...time.pauses)).toBe(1_000);
  expect(reading.codes).toEqual([['/2', 'rate_limited']]);
  expect(reading.problems[0]?.problem.detail).toMatchObject({ retryAfterMs: 3_600_000 });
});

test('bug: a site that fails is asked for each of its pages', async () => {
  const { site, time } = await sixPages();
  const links = Array.from({ length: 50 }, (_, each) => `/down/${each}`);
  site.routes['/'] = { body: page('Help', 'Welcome.', links) };
  for (const path of links) site.routes[path] = (request) => request.socket.destroy();
  const reading = await readingOf(site, {}, time);
  expect(reading.asked.filter((path) => path.startsWith('/down/'))).toHaveLength(10);
  expect(reading.codes).toHaveLength(5);
});

test.each([
  [{ status: 500 }, 'remote_failed'],
  [{ status: 503 }, 'rate_limited'],
  [{ status: 429 }, 'rate_limited'],
])('bug: a site whose robots.txt cannot be had (%o) is read all the same', async (answer, code) => {
  const { site, time } = await sixPages({ '/robots.txt': answer });
  const reading = await readingOf(site, {}, time);
  expect(new Set(reading.asked)).toEqual(new Set(['/robots.txt']));
  expect(reading.codes).toEqual([['/robots.txt', code]]);
  expect(reading.pages).toEqual([]);
});

test.each([401, 403, 404, 410])('bug: a site without a robots.txt (%s) is not read', async (status) => {
  const { site, time } = await sixPages({ '/robots.txt': { status } });
  const { pages } = await readingOf(site, {}, time);
  expect(pages).toHaveLength(6);
});

test('bug: a cancelled reading asks on, waits on or ends as another failure', async () => {
  const { site, time } = await sixPages();
  const between = new AbortController();
  const inPause = siteReader({
    now: time.now,
    pause: (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        setTimeout(() => between.abort(), 10);
      }),
  }).read(settingsOf(site), null, between.signal, () => undefined);
  await expect(inPause).rejects.toMatchObject({ code: 'cancelled' });
  expect(site.asked).toHaveLength(1);

  const during = new AbortController();
  site.routes['/2'] = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).write('<p>begun');
    setTimeout(() => during.abort(), 10);
  };
  const mark = site.asked.length;
  const inRequest = siteReader(time).read(settingsOf(site), null, during.signal, () => undefined);
  await expect(inRequest).rejects.toThrow(AppError);
  await expect(inRequest).rejects.toMatchObject({ code: 'cancelled' });
  expect(site.asked.slice(mark).map(({ path }) => path)).toEqual(['/robots.txt', '/sitemap.xml', '/', '/1', '/2']);

  const before = AbortSignal.abort();
  const asked = site.asked.length;
  await expect(siteReader(time).read(settingsOf(site), null, before, () => undefined)).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(site.asked).toHaveLength(asked);
});
