import { afterEach, expect, test } from 'vitest';
import type { RequestListener } from 'node:http';
import { page, readingOf, sitemap, startSite, stopSites } from './site-server.ts';

afterEach(stopSites);

/** A page as a server with validators gives it. */
function tagged(tag: string, body: string): RequestListener {
  return (request, response) => {
    response.setHeader('content-type', 'text/html');
    response.setHeader('etag', tag);
    if (request.headers['if-none-match'] === tag) response.writeHead(304).end();
    else response.end(body);
  };
}

async function helpCentre() {
  const site = await startSite({
    '/': { body: page('Help', 'Welcome.', ['/tagged', '/dated', '/plain', '/changing', '/leaving', '/moving']) },
    '/tagged': tagged('"v1"', page('Tagged', 'Text with a tag.', ['/behind'])),
    '/dated': (request, response) => {
      const date = 'Tue, 10 Mar 2026 08:00:00 GMT';
      response.setHeader('content-type', 'text/html');
      response.setHeader('last-modified', date);
      if (request.headers['if-modified-since'] === date) response.writeHead(304).end();
      else response.end(page('Dated', 'Text with a date.'));
    },
    '/plain': { body: page('Plain', 'Neither tag nor date.') },
    '/changing': tagged('"v1"', page('Changing', 'Return within 14 days.')),
    '/leaving': { body: page('Leaving', 'An offer that ends.') },
    '/moving': { body: page('Moving', 'A text that moves.') },
    '/behind': { body: page('Behind', 'Only an unchanged page leads here.') },
  });
  return { site, first: await readingOf(site) };
}

test('bug: what has not changed is sent again, what has is missed, what is gone stays', async () => {
  const { site, first } = await helpCentre();
  expect(first.paths).toEqual(['/', '/tagged', '/dated', '/plain', '/changing', '/leaving', '/moving', '/behind']);
  expect(first.asked).toHaveLength(10);

  const nonce = Math.random();
  site.routes['/plain'] = {
    body: page('Plain', 'Neither tag nor date.', [], `<meta name="nonce" content="${nonce}">`),
  };
  site.routes['/changing'] = tagged('"v2"', page('Changing', 'Return within 30 days.', ['/new']));
  site.routes['/new'] = { body: page('New', 'A page that is new.') };
  site.routes['/leaving'] = { status: 410 };
  site.routes['/moving'] = { status: 301, headers: { location: '/moved' } };
  site.routes['/moved'] = { body: page('Moving', 'A text that moves.') };
  const mark = site.asked.length;
  const second = await readingOf(site, {}, {}, first.state);
  expect(second.paths.sort()).toEqual(['/changing', '/moved', '/new']);
  expect(second.unchangedPaths.sort()).toEqual(['/', '/behind', '/dated', '/plain', '/tagged']);
  expect(second.gonePaths.sort()).toEqual(['/leaving', '/moving']);
  expect(second.codes).toEqual([]);
  // robots.txt, sitemap.xml, the eight that were known, the two that are new.
  expect(second.asked).toHaveLength(12);
  const conditional = site.asked
    .slice(mark)
    .filter(({ headers }) => 'if-none-match' in headers || 'if-modified-since' in headers);
  expect(conditional.map(({ path }) => path).sort()).toEqual(['/changing', '/dated', '/tagged']);

  const third = await readingOf(site, {}, {}, JSON.parse(JSON.stringify(second.state)));
  expect([third.paths, third.gonePaths, third.unchanged.length]).toEqual([[], [], 8]);
  expect(third.codes).toEqual([['/leaving', 'not_found']]);
});

test('bug: a page that fails today counts as gone, or is forgotten', async () => {
  const { site, first } = await helpCentre();
  const changing = site.routes['/changing'] ?? {};
  site.routes['/changing'] = { status: 500 };
  site.routes['/behind'] = { status: 302, headers: { location: '/maintenance' } };
  site.routes['/maintenance'] = { body: page('Soon', 'We are back soon.') };
  const second = await readingOf(site, {}, {}, first.state);
  expect(second.gonePaths).toEqual([]);
  expect(second.codes).toEqual([['/changing', 'remote_failed']]);
  site.routes['/changing'] = changing;
  site.routes['/behind'] = { body: page('Behind', 'Only an unchanged page leads here.') };
  site.routes['/maintenance'] = { status: 404 };
  const third = await readingOf(site, {}, {}, second.state);
  expect(third.paths).toEqual([]);
  expect(third.unchangedPaths).toContain('/changing');
  expect(third.unchangedPaths).toContain('/behind');
  expect(third.gonePaths).toEqual(['/maintenance']);
});

test('bug: a page that has no text today counts as gone, and nobody is told', async () => {
  const { site, first } = await helpCentre();
  const changing = site.routes['/changing'] ?? {};
  site.routes['/changing'] = { body: '<!doctype html><title>Soon</title><body></body>' };
  const second = await readingOf(site, {}, {}, first.state);
  expect(second.gonePaths).toEqual([]);
  expect(second.codes).toEqual([['/changing', 'file_unreadable']]);
  site.routes['/changing'] = changing;
  const third = await readingOf(site, {}, {}, second.state);
  expect(third.unchangedPaths).toContain('/changing');
});

test('bug: a page that failed at first is never asked for again once the page that leads to it stays the same', async () => {
  const site = await startSite({
    '/': tagged('"v1"', page('Help', 'Welcome.', ['/later'])),
    '/later': { status: 500 },
  });
  const first = await readingOf(site);
  site.routes['/later'] = { body: page('Later', 'Here after all.') };
  const second = await readingOf(site, {}, {}, first.state);
  expect([second.paths, second.unchangedPaths]).toEqual([['/later'], ['/']]);
});

test('bug: after other settings an unchanged page hides the links that count now', async () => {
  const site = await startSite({
    '/help': tagged('"v1"', page('Help', 'Welcome.', ['/help/1', '/shop/1'])),
    '/help/1': tagged('"v1"', page('A', 'Text of A.')),
    '/shop/1': tagged('"v1"', page('B', 'Text of B.')),
  });
  const url = `${site.origin}/help`;
  const first = await readingOf(site, { url, paths: ['/help'] });
  expect(first.paths).toEqual(['/help', '/help/1']);
  const second = await readingOf(site, { url, paths: ['/help', '/shop'] }, {}, first.state);
  expect([second.paths, second.unchangedPaths]).toEqual([['/shop/1'], ['/help', '/help/1']]);
  const third = await readingOf(site, { url, paths: ['/shop'] }, {}, second.state);
  expect([third.unchangedPaths, third.gonePaths]).toEqual([['/shop/1'], ['/help', '/help/1']]);
});

test('bug: a reading that ends at its limit takes the pages beyond it for gone', async () => {
  const { site, first } = await helpCentre();
  const second = await readingOf(site, { mostPages: 3 }, {}, first.state);
  expect(second.unchanged).toHaveLength(3);
  expect(second.gone).toEqual([]);
  const third = await readingOf(site, {}, {}, second.state);
  expect([third.pages.length, third.unchanged.length]).toEqual([0, 8]);
});

test('bug: a state that is not of this reader ends the reading', async () => {
  const { site } = await helpCentre();
  for (const state of [
    {},
    { version: 2 },
    { version: 1, scope: 'x', pages: { 'no address': { digest: '', depth: 0 } } },
  ]) {
    const reading = await readingOf(site, {}, {}, state);
    expect(reading.pages).toHaveLength(8);
    expect(reading.gone).toEqual([]);
  }
});

test('bug: the state of a large site weighs as much as its text', async () => {
  const { first } = await helpCentre();
  expect(JSON.stringify(first.state).length / first.pages.length).toBeLessThan(300);
});

test('bug: what a limit or a failing host left out is forgotten once the page that leads to it stays the same', async () => {
  const links = ['/1', '/2', '/3', '/4'];
  const site = await startSite({ '/': tagged('"v1"', page('Help', 'Welcome.', links)) });
  for (const path of links) site.routes[path] = { body: page(path, `Text of ${path}.`) };
  const first = await readingOf(site, { mostPages: 3 });
  expect(first.paths).toEqual(['/', '/1', '/2']);
  for (const path of ['/1', '/2']) site.routes[path] = { status: 404 };
  const second = await readingOf(site, { mostPages: 3 }, {}, first.state);
  expect([second.paths, second.gonePaths]).toEqual([
    ['/3', '/4'],
    ['/1', '/2'],
  ]);
});

test('bug: a forgotten sitemap of one page hides all others', async () => {
  const site = await startSite({
    '/': { body: page('Help', 'Welcome.', ['/a']) },
    '/a': { body: page('A', 'Text of A.', ['/b']) },
    '/b': { body: page('B', 'Text of B.') },
  });
  site.routes['/sitemap.xml'] = { body: sitemap(`${site.origin}/`) };
  expect((await readingOf(site)).paths).toEqual(['/', '/a', '/b']);
});
