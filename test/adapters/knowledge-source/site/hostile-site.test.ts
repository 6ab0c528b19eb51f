import { afterEach, expect, test } from 'vitest';
import { isInternalAddress } from '#adapters/http/internal-address.ts';
import { never, page, readingOf, siteReader, sitemap, startSite, stopSites, textOf } from './site-server.ts';

afterEach(stopSites);

test.each([
  '127.0.0.1',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.100.100.200',
  '168.63.129.16',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1',
  '::127.0.0.1',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd00:ec2::254',
  'fec0::1',
  'ff02::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '64:ff9b:1::1',
  '100::1',
  '3fff::1',
  'no address',
  '',
])('bug: %s counts as the public web', (address) => expect(isInternalAddress(address)).toBe(true));

test.each([
  '1.1.1.1',
  '8.8.8.8',
  '172.15.0.1',
  '172.32.0.1',
  '100.63.0.1',
  '193.168.1.1',
  '198.18.0.7',
  '223.5.5.5',
  '2606:4700::1111',
  '2001:4860:4860::8888',
  '2400:3200::1',
  '64:ff9b::808:808',
  '::ffff:8.8.8.8',
])('bug: the public %s is refused', (address) => expect(isInternalAddress(address)).toBe(false));

test('bug: a redirect or a link leads to another host, another port, or into the network', async () => {
  const other = await startSite({ '/stolen': { body: page('Other', 'Text of another host.') } });
  const port = other.host.split(':')[1] ?? '';
  const targets = {
    '/port': `${other.origin}/stolen`,
    '/name': `http://localhost:${port}/stolen`,
    '/decimal': `http://2130706433:${port}/stolen`,
    '/hex': `http://0x7f.1:${port}/stolen`,
    '/mapped': `http://[::ffff:127.0.0.1]:${port}/stolen`,
    '/metadata': 'http://169.254.169.254/latest/meta-data/',
    '/public': 'https://elsewhere.example/',
    '/file': 'file:///etc/passwd',
    '/script': 'javascript:alert(1)',
    '/credentials': `http://user:secret@${other.host}/stolen`,
    '/nowhere': 'http://',
  };
  const site = await startSite();
  const paths = Object.keys(targets).map((path) => `/go${path}`);
  site.routes['/'] = { body: page('Help', 'Welcome.', [...paths, ...Object.values(targets), '/fine']) };
  site.routes['/fine'] = { body: page('Fine', 'Text.') };
  for (const [path, location] of Object.entries(targets))
    site.routes[`/go${path}`] = { status: 302, headers: { location } };
  const reading = await readingOf(site);
  expect(reading.paths).toEqual(['/', '/fine']);
  expect(other.connections()).toBe(0);
  expect(Object.fromEntries(reading.codes)).toEqual({
    '/go/port': 'address_internal',
    '/go/name': 'host_not_named',
    '/go/decimal': 'address_internal',
    '/go/hex': 'address_internal',
    '/go/mapped': 'address_internal',
    '/go/metadata': 'address_internal',
    '/go/public': 'host_not_named',
    '/go/file': 'host_not_named',
    '/go/script': 'host_not_named',
    '/go/credentials': 'address_internal',
    '/go/nowhere': 'remote_failed',
  });
  expect(JSON.stringify(reading.problems)).not.toContain('secret');
});

test('bug: robots.txt or a sitemap leads to another host', async () => {
  const other = await startSite({
    '/robots.txt': { body: '' },
    '/sitemap.xml': { body: sitemap('http://elsewhere.example/') },
  });
  const site = await startSite({ '/': { body: page('Help', 'Welcome.', ['/a']) }, '/a': { body: page('A', 'Text.') } });
  site.routes['/robots.txt'] = { status: 301, headers: { location: `${other.origin}/robots.txt` } };
  const led = await readingOf(site);
  expect(led.codes).toEqual([['/robots.txt', 'address_internal']]);
  expect(led.pages).toEqual([]);

  site.routes['/robots.txt'] = {
    body: `Sitemap: ${other.origin}/sitemap.xml\nSitemap: /moved.xml\nSitemap: ${site.origin}/own.xml`,
  };
  site.routes['/moved.xml'] = { status: 302, headers: { location: `${other.origin}/sitemap.xml` } };
  site.routes['/own.xml'] = { body: sitemap(`${other.origin}/b`, `${site.origin}/a`, 'file:///etc/passwd', '::::') };
  const listed = await readingOf(site);
  expect(listed.paths).toEqual(['/', '/a']);
  expect(listed.problems.map(({ problem }) => problem.code)).toEqual(['address_internal', 'address_internal']);
  expect(other.connections()).toBe(0);
});

test.each([
  ['127.0.0.1', 4],
  ['::1', 6],
  ['10.0.0.7', 4],
  ['169.254.169.254', 4],
  ['::ffff:127.0.0.1', 6],
  ['fd00::7', 6],
])('bug: a name that stands for %s is connected to', async (address, family) => {
  const inside = await startSite({ '/': { body: page('Inside', 'Text of the network.') } });
  const port = inside.host.split(':')[1] ?? '';
  const options = {
    lookup: (_: string, tell: (error: null, found: { address: string; family: number }[]) => void) =>
      tell(null, [{ address, family }]),
  };
  const reading = await siteReader(options).read(
    { url: `http://help.example:${port}/`, hosts: [], paths: [], mostPages: 5 },
    null,
    never,
    () => undefined,
  );
  expect(reading.pages).toEqual([]);
  expect(reading.problems.map(({ problem }) => problem.code)).toEqual(['address_internal']);
  expect(inside.connections()).toBe(0);
});

test('bug: a name is checked at one look-up and connected to by another, or by one of several addresses', async () => {
  const inside = await startSite({ '/': { body: page('Inside', 'Text of the network.') } });
  const port = inside.host.split(':')[1] ?? '';
  let lookups = 0;
  const reading = await siteReader({
    // The first look-up is innocent and leads to nobody; all others lead inside.
    lookup: (_, tell) => {
      lookups += 1;
      const bad = { address: '127.0.0.1', family: 4 };
      tell(null, lookups === 1 ? [{ address: '192.0.2.1', family: 4 }, bad] : [{ address: '1.1.1.1', family: 4 }, bad]);
    },
  }).read({ url: `http://help.example:${port}/`, hosts: [], paths: [], mostPages: 5 }, null, never, () => undefined);
  expect(reading.pages).toEqual([]);
  expect(inside.connections()).toBe(0);
});

test('bug: a help centre on this computer cannot be read, or `localhost` stands for any address', async () => {
  const site = await startSite({ '/': { body: page('Help', 'A local help centre.') } });
  const port = site.host.split(':')[1] ?? '';
  const settings = { url: `http://localhost:${port}/`, hosts: [], paths: [], mostPages: 5 };
  const local = await siteReader({ lookup: (_, tell) => tell(null, [{ address: '127.0.0.1', family: 4 }]) }).read(
    settings,
    null,
    never,
    () => undefined,
  );
  expect(textOf(local.pages)).toContain('A local help centre.');
  const elsewhere = await siteReader({ lookup: (_, tell) => tell(null, [{ address: '10.0.0.1', family: 4 }]) }).read(
    settings,
    null,
    never,
    () => undefined,
  );
  expect(elsewhere.problems.map(({ problem }) => problem.code)).toEqual(['address_internal']);
});

test('bug: redirects in a circle or without an end are followed for ever', async () => {
  const site = await startSite({
    '/': { body: page('Help', 'Welcome.', ['/a', '/1']) },
    '/a': { status: 302, headers: { location: '/b' } },
    '/b': { status: 302, headers: { location: '/a' } },
  });
  for (let each = 1; each < 100; each++)
    site.routes[`/${each}`] = { status: 301, headers: { location: `/${each + 1}` } };
  const reading = await readingOf(site);
  expect(reading.codes).toEqual([
    ['/b', 'remote_failed'],
    ['/6', 'remote_failed'],
  ]);
  expect(reading.asked.filter((path) => /^\/\d/.test(path))).toHaveLength(6);
});

test.each(['', 'help.example.com', 'ftp://help.example.com/', 'http://', 'https://user:secret@help.example.com/'])(
  'bug: %j is read as an address, or its password told',
  async (url) => {
    const reading = siteReader().read({ url, hosts: [], paths: [], mostPages: 5 }, null, never, () => undefined);
    await expect(reading).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(reading).rejects.not.toThrow(/secret/);
  },
);
