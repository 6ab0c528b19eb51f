import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RequestInput } from '#shared/contract/index.ts';
import { deskSettings } from '#test/support/core-desk.ts';
import { memoryHost } from '#test/support/memory-host.ts';
import { type TestDesk, startTestDesk } from '#test/support/test-desk.ts';

/*
 * A source is read, taken and removed one after the other, whatever is asked at once.
 */

let desk: TestDesk;
let storeId: string;

beforeEach(async () => {
  desk = await startTestDesk({ seedsSample: false, watchesInboxes: false, host: memoryHost().host });
  storeId = (await desk.client.call('store.create', { settings: deskSettings })).id;
});

afterEach(() => desk.end());

const base = { storeId: null, setId: null };
const choice = {
  kinds: ['added', 'changed', 'gone'],
  takesUnsure: true,
  flipped: [],
} satisfies RequestInput<'source.take'>['choice'];
const call: TestDesk['client']['call'] = (name, input, signal) => desk.client.call(name, input, signal);
const settled = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { readonly code: string }).code,
  );

async function manyRows() {
  const { id: sourceId } = await call('source.add', { place: base, name: 'faq.csv', settings: { kind: 'given' } });
  const rows = Array.from({ length: 1_500 }, (_, i) => `Question number ${i}?,Answer number ${i}`);
  const files = [{ name: 'faq.csv', bytes: new TextEncoder().encode(`question,answer\n${rows.join('\n')}\n`) }];
  const plan = await call('source.read', { sourceId, files });
  return { sourceId, files, plan };
}

test('bug: a source that is removed while it is read is read to its end, and its plan stays', async () => {
  const { promise: asked, resolve: onAsked } = Promise.withResolvers<() => void>();
  const server = createServer((_request, response) =>
    onAsked(() => response.end('question,answer\nHow long?,Two days.\n')),
  );
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const settings = { kind: 'address' as const, url: `http://127.0.0.1:${port}/faq.csv` };
  const { id: sourceId } = await call('source.add', { place: base, name: 'feed', settings });
  const reading = settled(call('source.read', { sourceId }));
  const answer = await asked;
  await call('source.remove', { sourceId, entries: 'retire', why: '' });
  answer();
  expect(await reading).toBe('cancelled');
  server.close();
});

test('bug: a plan outlives its source', async () => {
  const { sourceId, plan } = await manyRows();
  await call('source.remove', { sourceId, entries: 'keep', why: '' });
  expect(await settled(call('source.changes', { planId: plan.id, only: null }))).toBe('not_found');
});

test('bug: a source is read while its plan is being taken, or removed while what it brings is written', async () => {
  const { sourceId, files, plan } = await manyRows();
  const taking = call('source.take', { planId: plan.id, choice, why: '' });
  expect(await settled(call('source.read', { sourceId, files }))).toBe('conflict');
  expect(await settled(call('source.remove', { sourceId, entries: 'retire', why: '' }))).toBe('conflict');
  expect(await settled(call('source.take', { planId: plan.id, choice, why: '' }))).toBe('not_found');
  expect(await taking).toMatchObject({ added: 1_500 });
  await call('source.remove', { sourceId, entries: 'retire', why: '' });
  expect((await call('knowledge.list', { storeId, limit: 10 })).total).toBe(0);
});
