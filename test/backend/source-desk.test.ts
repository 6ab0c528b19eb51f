import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RequestInput } from '#shared/contract/index.ts';
import { deskSettings } from '#test/support/core-desk.ts';
import { memoryHost } from '#test/support/memory-host.ts';
import { type TestDesk, startTestDesk } from '#test/support/test-desk.ts';

/*
 * Sources through the contract, on real files.
 */

let desk: TestDesk;
let folder: string;
/** What the person names in the system's dialog next; null: they close it. */
let named: string | null;
let storeId: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'deskside-sources-'));
  const { host } = memoryHost();
  desk = await startTestDesk({
    seedsSample: false,
    watchesInboxes: false,
    host: { ...host, fileDialog: { choose: async () => named } },
  });
  storeId = (await desk.client.call('store.create', { settings: deskSettings })).id;
});

afterEach(async () => {
  await desk.end();
  await rm(folder, { recursive: true, force: true });
  expect(desk.errors).toEqual([]);
});

const base = { storeId: null, setId: null };
const all = {
  kinds: ['added', 'changed', 'gone'],
  takesUnsure: true,
  flipped: [],
} satisfies RequestInput<'source.take'>['choice'];
const call: TestDesk['client']['call'] = (name, input, signal) => desk.client.call(name, input, signal);
const text = (words: string) => new TextEncoder().encode(words);
const write = (name: string, words: string): Promise<void> => writeFile(path.join(folder, name), words);

async function addFolder(): Promise<string> {
  named = folder;
  const chosen = await call('source.choose', { what: 'folder' });
  const settings = { kind: 'chosen' as const, choiceId: chosen?.choiceId ?? '' };
  const { id } = await call('source.add', { place: base, name: chosen?.name ?? '', settings });
  return id;
}

async function taken(sourceId: string, files?: RequestInput<'source.read'>['files']) {
  const plan = await call('source.read', { sourceId, ...(files === undefined ? {} : { files }) });
  const result = await call('source.take', { planId: plan.id, choice: all, why: 'Read' });
  return { plan, result };
}

const entries = async (sourceId: string) => (await call('knowledge.list', { storeId, sourceId, limit: 500 })).items;

test('bug: a folder is read but for one file, or reads what it should pass over', async () => {
  const outside = await mkdtemp(path.join(tmpdir(), 'deskside-outside-'));
  await mkdir(path.join(folder, 'returns'));
  await mkdir(path.join(folder, '.git'));
  await write('faq.csv', 'question,answer\nHow long?,Two days.\nHow much?,Four euros.\n');
  await write('returns/policy.md', '# Returns\n\n## Refunds\n\nWithin thirty days.\n');
  await write('.git/hidden.md', '# Hidden\n\nNever read.\n');
  await write('~$faq.csv', 'question,answer\nLock?,No.\n');
  await write('photo.png', 'no text');
  await writeFile(path.join(outside, 'secret.md'), '# Secret\n\nNever read.\n');
  await symlink(outside, path.join(folder, 'link'));
  await symlink(path.join(outside, 'secret.md'), path.join(folder, 'secret.md'));
  const id = await addFolder();
  const { plan, result } = await taken(id);
  expect(plan).toMatchObject({ counts: { added: 3, refused: 0 }, problems: [] });
  expect(result).toEqual({ added: 3, changed: 0, gone: 0, outrun: 0 });
  const files = (await entries(id)).map(({ source }) => source.file).toSorted();
  expect(files).toEqual(['faq.csv', 'faq.csv', 'returns/policy.md']);
  await rm(outside, { recursive: true });
});

test('bug: what changed in a file is not seen, or taken before it was shown', async () => {
  await write('faq.csv', 'question,answer\nHow long?,Two days.\nHow much?,Four euros.\n');
  const id = await addFolder();
  await taken(id);
  await write('faq.csv', 'question,answer\nHow long?,Nine days.\nWhere?,Everywhere.\n');
  const plan = await call('source.read', { sourceId: id });
  expect(plan.counts).toMatchObject({ added: 1, changed: 1, gone: 1, unchanged: 0 });
  expect((await entries(id)).map(({ answer }) => answer)).toContain('Two days.');
  const changed = await call('source.changes', { planId: plan.id, only: 'changed' });
  expect(changed.items).toMatchObject([{ before: { answer: 'Two days.' }, after: { answer: 'Nine days.' } }]);
  await call('source.take', { planId: plan.id, choice: { ...all, kinds: ['changed'] }, why: '' });
  expect((await entries(id)).map(({ answer }) => answer).toSorted()).toEqual(['Four euros.', 'Nine days.']);
  await expect(call('source.take', { planId: plan.id, choice: all, why: '' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('bug: one broken file keeps the others out, or takes its entries away', async () => {
  await write('a.csv', 'question,answer\nHow long?,Two days.\n');
  await write('b.csv', 'question,answer\nHow much?,Four euros.\n');
  const id = await addFolder();
  await taken(id);
  await writeFile(path.join(folder, 'b.csv'), new Uint8Array([0, 1, 2, 3, 0, 0, 255, 254]));
  const plan = await call('source.read', { sourceId: id });
  expect(plan.counts).toMatchObject({ unchanged: 1, gone: 0 });
  expect(plan.problems).toMatchObject([{ file: 'b.csv' }]);
});

test('bug: a folder that is gone takes its entries away, or its problem is forgotten', async () => {
  await write('a.csv', 'question,answer\nHow long?,Two days.\n');
  const id = await addFolder();
  await taken(id);
  await rm(folder, { recursive: true });
  await expect(call('source.read', { sourceId: id })).rejects.toMatchObject({ code: 'file_unreadable' });
  expect(await call('source.list', {})).toMatchObject([{ id, problem: { code: 'file_unreadable' }, entryCount: 1 }]);
  await mkdir(folder);
  await write('a.csv', 'question,answer\nHow long?,Two days.\n');
  await call('source.read', { sourceId: id });
  expect(await call('source.list', {})).toMatchObject([{ id, problem: null }]);
});

test('bug: more files than may be read are read, or left out silently, or gone', async () => {
  for (let i = 0; i < 503; i++) await write(`f${String(i).padStart(3, '0')}.md`, `# Q${i}\n\nAnswer number ${i}.\n`);
  const id = await addFolder();
  const { plan } = await taken(id);
  expect(plan.counts.added).toBe(500);
  expect(plan.problems).toMatchObject([{ problem: { code: 'too_many_files', detail: { left: 3 } } }]);
});

test('bug: a given file is a new source each time, or its second reading changes what did not change', async () => {
  const given = { place: { storeId, setId: null }, name: 'faq.md', settings: { kind: 'given' as const } };
  const first = await call('source.add', given);
  await taken(first.id, [{ name: 'faq.md', bytes: text('# Returns\n\nWithin thirty days.\n') }]);
  const second = await call('source.add', given);
  expect(second.id).toBe(first.id);
  const plan = await call('source.read', {
    sourceId: second.id,
    files: [{ name: 'faq.md', bytes: text('# Refunds\n\nWithin thirty days.\n') }],
  });
  expect(plan.counts).toMatchObject({ changed: 1, added: 0, gone: 0 });
  await expect(call('source.read', { sourceId: first.id })).rejects.toMatchObject({ code: 'invalid_input' });
});

test('bug: a page names a path that nobody has chosen', async () => {
  const settings = { kind: 'folder', path: '/etc' };
  const asked = call('source.add', { place: base, name: 'etc', settings: settings as never });
  await expect(asked).rejects.toMatchObject({ code: 'invalid_input' });
  const guessed = { kind: 'chosen' as const, choiceId: '0195c0de-0000-7000-8000-ffffffffffff' };
  await expect(call('source.add', { place: base, name: 'x', settings: guessed })).rejects.toMatchObject({
    code: 'not_found',
  });
  named = null;
  expect(await call('source.choose', { what: 'file' })).toBeNull();
});

test('bug: a source is read twice at once, or one that was cancelled is left with a problem', async () => {
  for (let i = 0; i < 200; i++) await write(`f${i}.md`, `# Q${i}\n\nAnswer number ${i}.\n`);
  const id = await addFolder();
  const reading = call('source.read', { sourceId: id });
  await expect(call('source.read', { sourceId: id })).rejects.toMatchObject({ code: 'conflict' });
  await call('source.cancel', { sourceId: id });
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  expect(await call('source.list', {})).toMatchObject([{ problem: null, readAt: null }]);
  await expect(call('source.read', { sourceId: id })).resolves.toMatchObject({ counts: { added: 200 } });
});

test('bug: a feed behind an address is taken for gone while it is the same, or when it cannot be had', async () => {
  let feed: string | null = 'question,answer\nHow long?,Two days.\n';
  const server = createServer((request, response) => {
    const tag = `"${feed?.length ?? 0}"`;
    const status = feed === null ? 404 : request.headers['if-none-match'] === tag ? 304 : 200;
    response.writeHead(status, { 'content-type': 'text/csv', etag: tag }).end(status === 200 ? feed : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}/faq.csv`;
  try {
    const { id } = await call('source.add', { place: base, name: 'faq.csv', settings: { kind: 'address', url } });
    expect((await taken(id)).plan.counts.added).toBe(1);
    expect((await taken(id)).plan.counts).toMatchObject({ unchanged: 1, gone: 0 });
    feed = 'question,answer\nHow long?,Nine days.\n\n';
    expect((await taken(id)).plan.counts).toMatchObject({ changed: 1, gone: 0 });
    feed = null;
    await expect(call('source.read', { sourceId: id })).rejects.toMatchObject({ code: 'not_found' });
    expect(await entries(id)).toHaveLength(1);
  } finally {
    server.close();
  }
});

test('bug: a page of a site that changed is a new entry, one that went answers on, one that stayed is read as changed', async () => {
  const html = (title: string, words: string, links = ''): string =>
    `<!doctype html><html lang="en"><title>${title}</title><body><main><h1>${title}</h1><p>${words}</p>${links}</main></body></html>`;
  const links = '<a href="/returns">Returns</a> <a href="/care">Care</a>';
  const pages = new Map([
    ['/', html('Help', 'Here we answer what customers of our shop ask most often.', links)],
    ['/returns', html('Returns', 'You may return a kettle within thirty days of delivery.')],
    ['/care', html('Care', 'Rinse the kettle with vinegar once a month to keep it clean.')],
  ]);
  const server = createServer((request, response) => {
    const body = pages.get(request.url ?? '');
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
  try {
    const settings = { kind: 'site' as const, url, hosts: [], paths: [], mostPages: 20 };
    const { id } = await call('source.add', { place: base, name: 'Help', settings });
    expect((await taken(id)).plan).toMatchObject({ counts: { added: 3, gone: 0 }, problems: [] });
    expect((await entries(id)).map(({ source }) => source.url).toSorted()).toContain(`${url}returns`);
    pages.set('/returns', html('Returns', 'You may return a kettle within sixty days of delivery.'));
    pages.delete('/care');
    const { plan } = await taken(id);
    expect(plan.counts).toMatchObject({ added: 0, changed: 1, gone: 1, unchanged: 1 });
    expect((await entries(id)).map(({ answer }) => answer).join(' ')).toContain('sixty days');
    expect((await taken(id)).plan.counts).toMatchObject({ added: 0, changed: 0, gone: 0, unchanged: 2 });
  } finally {
    server.close();
  }
}, 120_000);

test('bug: a removed source is read on, or its entries go on answering', async () => {
  await write('a.csv', 'question,answer\nHow long?,Two days.\n');
  const id = await addFolder();
  await taken(id);
  await call('source.remove', { sourceId: id, entries: 'retire', why: '' });
  expect(await call('source.list', {})).toEqual([]);
  expect(await entries(id)).toEqual([]);
  await expect(call('source.read', { sourceId: id })).rejects.toMatchObject({ code: 'not_found' });
});

test('bug: a set or a store that is not there gets a source', async () => {
  const nobody = '0195c0de-0000-7000-8000-ffffffffffff';
  const settings = { kind: 'given' as const };
  for (const place of [
    { storeId: nobody, setId: null },
    { storeId: null, setId: nobody },
  ])
    await expect(call('source.add', { place, name: 'x', settings })).rejects.toMatchObject({ code: 'not_found' });
  const { id: setId } = await call('set.save', { setId: null, name: 'Winter' });
  const source = await call('source.add', { place: { storeId: null, setId }, name: 'x', settings });
  await taken(source.id, [{ name: 'x.md', bytes: text('# Winter\n\nGloves cost four euros.\n') }]);
  expect((await call('knowledge.list', { storeId, setId })).items).toMatchObject([{ setId, storeId: null }]);
});

test('bug: an old Word file in the folder is left out without a word', async () => {
  await write('a.csv', 'question,answer\nHow long?,Two days.\n');
  await writeFile(path.join(folder, 'terms.doc'), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
  await write('letter.rtf', '{\\rtf1 Returns within thirty days.}');
  await write('photo.png', 'no text');
  const plan = await call('source.read', { sourceId: await addFolder() });
  expect(plan.counts).toMatchObject({ added: 1 });
  expect(plan.problems.map(({ file, problem }) => [file, problem.code]).toSorted()).toEqual([
    ['letter.rtf', 'unsupported'],
    ['terms.doc', 'unsupported'],
  ]);
});
