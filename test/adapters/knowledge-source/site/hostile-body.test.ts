import { createServer } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { never, page, readingOf, siteReader, startSite, stopSites } from './site-server.ts';

afterEach(stopSites);

/** A gigabyte in a megabyte: gzip may be joined end to end. */
function gzipBomb(byte: number): Uint8Array {
  const part = gzipSync(Buffer.alloc(100 * 1024 * 1024, byte));
  return Buffer.concat(new Array<Uint8Array>(10).fill(part));
}

const mostGrowth = 200 * 1024 * 1024;

test('bug: a packed answer fills the memory', async () => {
  const zeros = Buffer.alloc(100 * 1024 * 1024);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
  const site = await startSite({
    '/': { body: page('Help', 'Welcome.', ['/gz', '/br', '/twice', '/plain', '/announced', '/rubbish']) },
    '/gz': { headers: { 'content-encoding': 'gzip' }, body: gzipBomb(0) },
    '/br': { headers: { 'content-encoding': 'br' }, body: brotliCompressSync(zeros, quality) },
    '/twice': { headers: { 'content-encoding': 'gzip, gzip' }, body: gzipSync(gzipSync(page('A', 'B'))) },
    '/plain': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const more = (): void => {
        if (!response.destroyed && response.write(Buffer.alloc(1_048_576, 32))) setImmediate(more);
      };
      response.on('drain', more);
      more();
    },
    '/announced': { headers: { 'content-length': '99999999999' } },
    '/rubbish': { headers: { 'content-encoding': 'gzip' }, body: 'no gzip at all' },
  });
  // What reads pages is there already, and not counted.
  await readingOf(site, { mostPages: 1 });
  const before = process.memoryUsage.rss();
  const reading = await readingOf(site);
  expect(process.memoryUsage.rss() - before).toBeLessThan(mostGrowth);
  expect(Object.fromEntries(reading.codes)).toEqual({
    '/gz': 'page_too_large',
    '/br': 'page_too_large',
    '/twice': 'remote_failed',
    '/plain': 'page_too_large',
    '/announced': 'page_too_large',
    '/rubbish': 'remote_failed',
  });
});

test('bug: a packed or endless sitemap fills the memory, or one that breaks off counts for nothing', async () => {
  const site = await startSite();
  const one = `<url><loc>${site.origin}/a</loc></url>`;
  Object.assign(site.routes, {
    '/robots.txt': {
      body: ['bomb.xml.gz', 'deep.xml', 'wide.xml', 'broken.xml', 'loop.xml', 'text']
        .map((path) => `Sitemap: ${site.origin}/${path}\n`)
        .join(''),
    },
    '/bomb.xml.gz': {
      headers: { 'content-type': 'application/gzip' },
      body: gzipBomb(32),
    },
    '/deep.xml': { body: `<?xml version="1.0"?>${'<a>'.repeat(1_000_000)}` },
    '/wide.xml': {
      body: `<?xml version="1.0"?><urlset ${Array.from({ length: 1_000_000 }, (_, each) => `a${each}=""`).join(' ')}>${one}</urlset>`,
    },
    '/broken.xml': {
      body: `\n <?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "eeeee">]><urlset>${one}<url><loc>&e;</loc></url><oops`,
    },
    '/loop.xml': {
      body: `<?xml version="1.0"?><sitemapindex><sitemap><loc>${site.origin}/loop.xml</loc></sitemap></sitemapindex>`,
    },
    '/text': { headers: { 'content-type': 'text/plain' }, body: `${site.origin}/b\nnot an address\n` },
    '/': { body: page('Help', 'Welcome.') },
    '/a': { body: page('A', 'Text of A.') },
    '/b': { body: page('B', 'Text of B.') },
  });
  const before = process.memoryUsage.rss();
  const reading = await readingOf(site);
  expect(process.memoryUsage.rss() - before).toBeLessThan(mostGrowth);
  expect(reading.paths).toEqual(['/', '/a', '/b']);
  expect(reading.codes).toEqual([['/bomb.xml.gz', 'page_too_large']]);
});

test('bug: a tangled robots.txt holds up the desk', async () => {
  const agents = Array.from({ length: 20_000 }, (_, each) => `User-agent: bot${each}\n\n`).join('');
  const rules = Array.from({ length: 20_000 }, (_, each) => `Disallow: /${each}\n`).join('');
  const tangle = `User-agent: *\n${'Disallow: /*a*a*a*a*a*b\n'.repeat(10_000)}`;
  const site = await startSite({ '/': { body: page('Help', 'Welcome.', [`/${'a'.repeat(900)}`]) } });
  for (const [body, pages] of [
    [agents + rules, 1],
    [`${'User-agent: *\n'.repeat(20_000)}${rules}`, 1],
    [tangle, 0],
  ] as const) {
    site.routes['/robots.txt'] = { body };
    const started = performance.now();
    const reading = await readingOf(site);
    expect(reading.pages).toHaveLength(pages);
    expect(performance.now() - started).toBeLessThan(5_000);
  }
});

test('bug: a page that comes byte by byte, never, or with endless headers holds up the reading', async () => {
  const site = await startSite({
    '/': { body: page('Help', 'Welcome.', ['/drip', '/silent', '/headers', '/fine']) },
    '/drip': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const drip = setInterval(() => response.write(' '), 5);
      response.on('close', () => clearInterval(drip));
    },
    '/silent': () => undefined,
    '/headers': (request) => void request.socket.end(`HTTP/1.1 200 OK\r\nx-long: ${'a'.repeat(100_000)}\r\n\r\n`),
    '/fine': { body: page('Fine', 'Text.') },
  });
  const reading = await readingOf(site, {}, { timeLimit: () => AbortSignal.timeout(150) });
  expect(reading.paths).toEqual(['/', '/fine']);
  expect(reading.codes).toEqual([
    ['/drip', 'timed_out'],
    ['/silent', 'timed_out'],
    ['/headers', 'unreachable'],
  ]);
});

test('bug: what is no HTTP at all ends the backend', async () => {
  const answers = [
    '',
    'SSH-2.0-x\r\n',
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZ',
  ];
  for (const answer of answers) {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(answer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const reading = await siteReader().read(
      { url: `http://127.0.0.1:${port}/`, hosts: [], paths: [], mostPages: 5 },
      null,
      never,
      () => undefined,
    );
    expect(reading.problems.map(({ problem }) => problem.code)).toEqual(['unreachable']);
    server.close();
  }
});
