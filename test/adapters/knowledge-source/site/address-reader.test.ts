import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { createAddressReader } from '#adapters/knowledge-source/site/address-reader.ts';
import type { ReaderState } from '#core/ports/site-reader.ts';
import { largestImport } from '#shared/model/knowledge.ts';
import { never, startSite, stopSites } from './site-server.ts';

afterEach(stopSites);

const reader = createAddressReader({ version: '1.2.3', now: Date.now, timeLimit: () => AbortSignal.timeout(20_000) });

function read(url: string, known: ReaderState | null = null, signal = never) {
  return reader.read(url, known, signal);
}

test('bug: a feed is sent again though it has not changed, or its change is missed', async () => {
  const site = await startSite({
    '/feed.xml': (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"1"';
      response.writeHead(isKnown ? 304 : 200, { etag: '"1"', 'content-type': 'application/xml' });
      response.end(isKnown ? '' : '<rss/>');
    },
    '/untagged.csv': { headers: { 'content-type': 'text/csv' }, body: 'question,answer\na,b\n' },
  });
  const first = await read(`${site.origin}/feed.xml`);
  expect([first.name, Buffer.from(first.bytes ?? []).toString()]).toEqual(['feed.xml', '<rss/>']);
  const second = await read(`${site.origin}/feed.xml`, JSON.parse(JSON.stringify(first.state)));
  expect([second.name, second.bytes, second.state]).toEqual(['feed.xml', null, first.state]);

  const table = await read(`${site.origin}/untagged.csv`);
  expect((await read(`${site.origin}/untagged.csv`, table.state)).bytes).toBeNull();
  site.routes['/untagged.csv'] = { body: 'question,answer\na,c\n' };
  expect(Buffer.from((await read(`${site.origin}/untagged.csv`, table.state)).bytes ?? []).toString()).toContain('a,c');
  // What is known of another address says nothing of this one.
  expect((await read(`${site.origin}/feed.xml`, table.state)).bytes).not.toBeNull();
});

test.each([
  ['/feed', { 'content-type': 'text/csv; charset=utf-8' }, 'feed.csv'],
  ['/export.php?id=3', { 'content-type': 'application/xml' }, 'export.php.xml'],
  ['/x', { 'content-disposition': 'attachment; filename="products.tsv"' }, 'products.tsv'],
  ['/x', { 'content-disposition': "attachment; filename=a.csv; filename*=UTF-8''%E5%95%86%E5%93%81.csv" }, '商品.csv'],
  ['/x', { 'content-disposition': 'attachment; filename="../../etc/passwd.csv"' }, '.._.._etc_passwd.csv'],
  ['/%E5%95%86%E5%93%81.xlsx', {}, '商品.xlsx'],
  ['/', { 'content-type': 'application/pdf' }, '127.0.0.1.pdf'],
])('bug: what is behind %s (%o) loses its name', async (path, headers, name) => {
  const site = await startSite({ [path]: { headers, body: 'text' } });
  expect((await read(`${site.origin}${path}`)).name).toBe(name);
});

test('bug: a packed feed is unpacked without a limit, or not at all', async () => {
  const bomb = gzipSync(Buffer.alloc(largestImport + 1));
  const site = await startSite({
    '/feed.xml.gz': { headers: { 'content-type': 'application/gzip' }, body: gzipSync('<rss/>') },
    '/bomb.xml.gz': { headers: { 'content-type': 'application/gzip' }, body: bomb },
    '/bomb.xml': { headers: { 'content-encoding': 'gzip' }, body: bomb },
    '/announced.xml': { headers: { 'content-length': String(largestImport + 1) } },
  });
  const feed = await read(`${site.origin}/feed.xml.gz`);
  expect([feed.name, Buffer.from(feed.bytes ?? []).toString()]).toEqual(['feed.xml', '<rss/>']);
  for (const path of ['/bomb.xml.gz', '/bomb.xml', '/announced.xml']) {
    await expect(read(`${site.origin}${path}`)).rejects.toMatchObject({ code: 'file_too_large' });
  }
});

test('bug: a redirect leads to another host, or round in a circle', async () => {
  const other = await startSite({ '/x': { body: 'Text of another host.' } });
  const site = await startSite({
    '/on': { status: 302, headers: { location: '/there.csv#part' } },
    '/there.csv': { body: 'a,b' },
    '/away': { status: 302, headers: { location: `${other.origin}/x` } },
    '/name': { status: 302, headers: { location: 'http://elsewhere.example/' } },
    '/circle': { status: 302, headers: { location: '/circle' } },
    '/odd': { status: 302 },
  });
  expect((await read(`${site.origin}/on`)).bytes).toEqual(Buffer.from('a,b'));
  await expect(read(`${site.origin}/away`)).rejects.toMatchObject({ code: 'address_internal' });
  await expect(read(`${site.origin}/name`)).rejects.toMatchObject({
    code: 'host_not_named',
    detail: { host: 'elsewhere.example' },
  });
  await expect(read(`${site.origin}/circle`)).rejects.toMatchObject({ code: 'remote_failed' });
  await expect(read(`${site.origin}/odd`)).rejects.toMatchObject({ code: 'remote_failed' });
  expect(other.connections()).toBe(0);
});

test.each([
  [401, 'refused_by_server'],
  [403, 'refused_by_server'],
  [404, 'not_found'],
  [410, 'not_found'],
  [418, 'refused_by_server'],
  [429, 'rate_limited'],
  [500, 'remote_failed'],
])('bug: %s is misread', async (status, code) => {
  const site = await startSite({ '/x': { status } });
  await expect(read(`${site.origin}/x`)).rejects.toMatchObject({ code });
});

test('bug: cancelling waits for the file', async () => {
  const controller = new AbortController();
  const site = await startSite({
    '/slow': (_, response) => {
      response.writeHead(200).write('begun');
      setTimeout(() => controller.abort(), 20);
    },
  });
  await expect(read(`${site.origin}/slow`, null, controller.signal)).rejects.toMatchObject({ code: 'cancelled' });
});

test.each(['', 'ftp://a.example/', 'file:///etc/passwd', 'https://user:secret@a.example/'])(
  'bug: %j is read, or its password told',
  async (url) => {
    await expect(read(url)).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(read(url)).rejects.not.toThrow(/secret/);
  },
);
