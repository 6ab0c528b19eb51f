import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import { takeMessages } from '#core/inbox/take-messages.ts';
import { importKnowledge } from '#core/knowledge/import-knowledge.ts';
import { contentOf, saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import type { SearchModelStatus } from '#shared/model/search-model.ts';
import { type ModelHost, startModelHost, sumsOf } from '#test/support/doubles/model-host.ts';
import { makeModelFolder } from '#test/support/model-folder.ts';
import { type TestDesk, eventually, startTestDesk } from '#test/support/test-desk.ts';

let root = '';
let folder = '';
let desk: TestDesk;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'deskside-model-change-'));
  folder = await makeModelFolder(path.join(root, 'multilingual-e5-tiny'));
  desk = await start();
  const nothing = { en: '', zh: '', ja: '' };
  const settings = { name: 'Kettles', language: 'en' as const, signature: nothing };
  const greetings = { greeting: nothing, greetingUnnamed: nothing, closing: nothing };
  await desk.client.call('store.create', { settings: { ...settings, ...greetings } });
});
afterEach(async () => {
  await desk.end();
  expect(desk.errors).toEqual([]);
  await rm(root, { recursive: true, force: true });
});

/** A desk where a person who is asked for a folder names the one of the test. */
function start(): Promise<TestDesk> {
  const host = { ...noKeychainHost(), fileDialog: { choose: async () => folder } };
  return startTestDesk({ host, seedsSample: false, watchesInboxes: false, dataFolder: path.join(root, 'data') });
}

async function restart(): Promise<void> {
  await desk.halt();
  desk = await start();
}

const status = (): Promise<SearchModelStatus> => desk.client.call('searchModel.status', {});
const storeId = (): string => desk.desk.deps.stores.list()[0]?.id ?? '';
const unembedded = (embedderId: string): number => desk.desk.deps.passages.count(embedderId).toEmbed;

async function takenOver(): Promise<void> {
  await eventually('the model has taken over', async () => {
    const { current, next } = await status();
    return next === null && current?.kind === 'folder';
  });
}

/** Enough to read for some seconds. */
async function importMany(count: number): Promise<void> {
  const rows = Array.from(
    { length: count },
    (_, i) =>
      `"Does model ${i} of the kettle fit socket ${(i * 7) % 31}?","Yes, kettle ${i} comes with plug ${i % 5}."`,
  );
  const bytes = Buffer.from(`question,answer\n${rows.join('\n')}\n`);
  await importKnowledge(desk.desk.deps, { storeId: storeId(), file: { name: 'many.csv', bytes }, isDryRun: false });
  await eventually('all is embedded', () => unembedded(desk.desk.deps.embedder()?.id ?? '') === 0);
}

const find = (text: string) => desk.client.call('conversation.findEvidence', { storeId: storeId(), text });

/** A customer has asked; returns the conversation. */
function customerAsks(text: string): string {
  const { deps } = desk.desk;
  const at = deps.clock.now();
  const named = { storeId: storeId(), name: 'Test', settings: { kind: 'sample' as const } };
  const inbox = deps.inboxes.add({ id: deps.ids.newId(), ...named, createdAt: at });
  const author = { authorName: '', authorAddress: '', customerAddress: 'noor@example.com', customerName: '' };
  const plain = { references: [], subject: '', attachments: [], automatic: null, channel: 'email' as const };
  const message = { remoteId: 'm1', threadId: 't1', role: 'customer' as const, ...author, ...plain, text, sentAt: at };
  const [conversationId] = deps.transaction(() => takeMessages(deps, inbox, [message])).changed;
  return conversationId ?? '';
}

test('bug: while another model takes over, a search or a draft goes by words alone or finds nothing', async () => {
  await importMany(60);
  const conversationId = customerAsks('Does model 17 of the kettle fit socket 26?');
  const before = await status();
  expect(before.current).toMatchObject({ kind: 'built-in', name: 'all-MiniLM-L6-v2' });
  expect(await desk.client.call('searchModel.chooseFolder', {})).toMatchObject({
    current: { kind: 'built-in' },
    next: { model: { name: 'multilingual-e5-tiny', languages: 'many' } },
  });
  let looks = 0;
  for (let isOver = false; !isOver; looks++) {
    const [first] = await find('Will kettle 17 go into my socket?');
    expect(first?.cosine).toEqual(expect.any(Number));
    const draft = await desk.client.call('draft.make', { conversationId });
    expect(draft.evidence[0]?.cosine).toEqual(expect.any(Number));
    const { next, current } = await status();
    isOver = next === null;
    if (!isOver) expect(current?.kind).toBe('built-in');
    // Between two requests of a window others get their turn.
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  expect(looks).toBeGreaterThan(1);
  const after = await status();
  expect(after.current).toMatchObject({ kind: 'folder', name: 'multilingual-e5-tiny', folder });
  expect(after.current?.bytes).toBeGreaterThan(40_000_000);
  expect(unembedded(after.current?.id ?? '')).toBe(0);
});

test('bug: a change of models that the program’s end cuts begins anew, or is forgotten', async () => {
  await importMany(120);
  const { next } = (await desk.client.call('searchModel.chooseFolder', {})) as SearchModelStatus;
  const id = next?.model.id ?? '';
  const all = unembedded(id);
  await eventually('some is embedded', () => unembedded(id) < all - 30);
  await restart();
  expect(await status()).toMatchObject({ current: { kind: 'built-in' }, missing: null });
  expect(unembedded(id)).toBeLessThan(all - 25);
  await takenOver();
  const builtIn = 'all-MiniLM-L6-v2';
  // The former model may still answer a draft that was begun with it; after a restart nothing can.
  await restart();
  expect((await status()).current).toMatchObject({ kind: 'folder', id });
  expect(unembedded(id)).toBe(0);
  await eventually('the former vectors are gone', () => {
    const setting = desk.desk.deps.settings.get('search_model.vectors');
    return setting === id;
  });
  await desk.client.call('searchModel.useBuiltIn', {});
  const back = await status();
  expect(back.next?.model.name).toBe(builtIn);
  // All but what was embedded since.
  expect(back.next?.toEmbed).toBeGreaterThan(all - 20);
});

test('bug: where the folder is gone at the next start the desk does not start, forgets the choice or loses its vectors', async () => {
  await importMany(20);
  await desk.client.call('searchModel.chooseFolder', {});
  await takenOver();
  const id = (await status()).current?.id ?? '';
  await desk.halt();
  await rename(folder, `${folder}-away`);
  desk = await start();
  expect(await status()).toMatchObject({
    current: { kind: 'built-in' },
    missing: { folder, problem: { code: 'model_unusable', detail: { fault: 'no_model' } } },
  });
  await desk.loops.index.settled();
  expect((await find('Will kettle 17 go into my socket?'))[0]?.cosine).toEqual(expect.any(Number));
  await expect(desk.client.call('searchModel.tryAgain', {})).rejects.toMatchObject({ code: 'model_unusable' });
  expect((await status()).missing).not.toBeNull();
  expect(unembedded(id)).toBe(0);
  await rename(`${folder}-away`, folder);
  await desk.client.call('searchModel.tryAgain', {});
  await takenOver();
  expect(await status()).toMatchObject({ current: { id }, missing: null });
});

test('bug: a folder that cannot be used takes the place of the model that can', async () => {
  const good = folder;
  folder = path.join(root, 'empty');
  await expect(desk.client.call('searchModel.chooseFolder', {})).rejects.toMatchObject({ code: 'model_unusable' });
  expect(await status()).toMatchObject({ current: { kind: 'built-in' }, next: null, missing: null });
  folder = good;
});

test('bug: who thinks better of it keeps half of the other model’s vectors', async () => {
  await importMany(80);
  const { next } = (await desk.client.call('searchModel.chooseFolder', {})) as SearchModelStatus;
  const id = next?.model.id ?? '';
  const all = unembedded(id);
  await eventually('some is embedded', () => unembedded(id) < all - 25);
  expect(await desk.client.call('searchModel.useBuiltIn', {})).toMatchObject({
    current: { kind: 'built-in' },
    next: null,
  });
  await eventually('they are gone', () => unembedded(id) === all);
});

test('bug: what is written during the change is not found by the new model', async () => {
  await importMany(80);
  await desk.client.call('searchModel.chooseFolder', {});
  const { deps } = desk.desk;
  await eventually('it has begun', async () => ((await status()).next?.toEmbed ?? 0) > 0);
  const some = contentOf(deps.knowledge.get(deps.knowledge.activeIds('', 1)[0] ?? ''));
  const content = { ...some, question: 'Is the wool itchy?', answer: 'It is merino and soft on the skin.' };
  await saveKnowledge(deps, { storeId: storeId(), entryId: null, content });
  await takenOver();
  expect(unembedded((await status()).current?.id ?? '')).toBe(0);
  expect((await find('does the yarn scratch?')).some((one) => one.answer.includes('merino'))).toBe(true);
});

test('bug: a model that was downloaded, with the line cut and the program ended in between, is not taken', async () => {
  const host = await modelHost();
  try {
    host.faults.push({ kind: 'cut', file: 'onnx/model.onnx', times: 1, after: 10_000_000 });
    host.pauseMs = 2;
    const order = { host: host.origin, model: 'example/multilingual-e5-tiny' };
    await desk.client.call('searchModel.download', order);
    await expect(desk.client.call('searchModel.download', order)).rejects.toMatchObject({ code: 'conflict' });
    await eventually('some has come', async () => ((await status()).download?.doneBytes ?? 0) > 15_000_000);
    await restart();
    expect((await status()).download).toMatchObject({ ...order, phase: 'stopped', problem: null });
    host.pauseMs = 0;
    await desk.client.call('searchModel.download', order);
    await takenOver();
    expect(await status()).toMatchObject({ download: null, current: { name: 'multilingual-e5-tiny' } });
    expect(host.requests.filter(({ file, range }) => file === 'onnx/model.onnx' && range !== null)).toHaveLength(2);
    await restart();
    expect((await status()).current?.kind).toBe('folder');
    // It is not written over while it is in use.
    await expect(desk.client.call('searchModel.download', order)).rejects.toMatchObject({ code: 'conflict' });
  } finally {
    await host.stop();
  }
});

test('bug: a download that fails is forgotten, or what is discarded stays on the disk', async () => {
  const host = await modelHost();
  try {
    host.files.delete('tokenizer.json');
    const order = { host: host.origin, model: 'example/multilingual-e5-tiny' };
    await desk.client.call('searchModel.download', order);
    await eventually('it has failed', async () => (await status()).download?.phase === 'stopped');
    expect((await status()).download?.problem).toMatchObject({ code: 'download_refused' });
    expect((await desk.client.call('searchModel.discardDownload', {})).download).toBeNull();
    await expect(readFile(path.join(root, 'data/models/example+multilingual-e5-tiny/config.json'))).rejects.toThrow(
      'ENOENT',
    );
    await expect(
      desk.client.call('searchModel.download', { ...order, host: 'http://example.com' }),
    ).rejects.toMatchObject({ code: 'invalid_input' });
    expect((await status()).download).toBeNull();
  } finally {
    await host.stop();
  }
});

async function modelHost(): Promise<ModelHost> {
  const names = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx'];
  const files: Record<string, Buffer> = {};
  for (const name of names) files[name] = await readFile(path.join(folder, name));
  const host = await startModelHost('example/multilingual-e5-tiny', { ...files, SHA256SUMS: sumsOf(files) });
  return host;
}
