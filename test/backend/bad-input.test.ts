import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import BetterSqlite from 'better-sqlite3';
import iconv from 'iconv-lite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import { databaseFile } from '#backend/compose.ts';
import { type RunningDesk, runDesk } from '#backend/run-desk.ts';
import { AppError } from '#shared/errors.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import { createRpcClient, type RpcClient } from '#shared/rpc/client.ts';
import { portPair } from '#shared/rpc/port.ts';
import { resourcesFolder, sampleResources } from '#test/support/sample-resources.ts';
import { asAnotherUser } from './support/another-user.ts';

type Started = RunningDesk & { readonly client: RpcClient; readonly errors: readonly unknown[] };

function tempFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskside-bad-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The whole backend with the sample store, and a window's end of its wire; without a sentence model unless one is named. */
async function started(dataFolder: string, over: Partial<Parameters<typeof runDesk>[0]> = {}): Promise<Started> {
  const errors: unknown[] = [];
  const running = await runDesk({
    version: '1.2.3',
    dataFolder,
    resourcesFolder,
    modelsFolder: path.join(dataFolder, 'models'),
    host: noKeychainHost(),
    seedsSample: true,
    watchesInboxes: false,
    onError: (context, error) => errors.push([context, error]),
    ...over,
  });
  const [near, far] = portPair();
  running.server.serve(far);
  onTestFinished(() => running.stop());
  return { ...running, client: createRpcClient(near), errors };
}

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error('Nothing was refused', { cause: error });
}

describe('a database that cannot be used', () => {
  // Catches: an old program that writes into the data of a newer one.
  test('one of a newer version is refused by its name, and not a byte of it changes', async () => {
    const dataFolder = tempFolder();
    const file = path.join(dataFolder, databaseFile);
    const first = await started(dataFolder);
    await first.stop();
    const raw = new BetterSqlite(file);
    raw.pragma('user_version = 900');
    raw.close();
    const before = readFileSync(file);
    const beside = readdirSync(dataFolder).toSorted();

    const error = await refusal(started(dataFolder));
    expect(error).toMatchObject({ code: 'database_newer', detail: { found: 900 } });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(dataFolder).toSorted()).toEqual(beside);
  });

  // Catches: a damaged file that is taken for an empty one and written over, so that nothing can be rescued from it.
  test('a file that is no database is refused and kept', async () => {
    const dataFolder = tempFolder();
    const file = path.join(dataFolder, databaseFile);
    for (const content of ['garbage', 'garbage '.repeat(5_000)]) {
      writeFileSync(file, content);
      const error = await refusal(started(dataFolder));
      expect(error.code).toBe('database_failed');
      expect(error.message).toContain('database');
      expect(readFileSync(file, 'utf8')).toBe(content);
    }
  });

  // Catches: a fault of the folder that is told as one of the program.
  test('a folder that may not be written is named', async () => {
    const locked = path.join(tempFolder(), 'locked');
    mkdirSync(locked, { mode: 0o555 });
    chmodSync(path.dirname(locked), 0o755);
    const fresh = await refusal(asAnotherUser(() => started(path.join(locked, 'data'))));
    expect(fresh.code).toBe('database_failed');
    expect(fresh.message).toContain(locked);

    const used = tempFolder();
    await (await started(used)).stop();
    chmodSync(path.join(used, databaseFile), 0o444);
    chmodSync(used, 0o555);
    const readOnly = await refusal(asAnotherUser(() => started(used)));
    chmodSync(used, 0o755);
    expect(readOnly.code).toBe('database_failed');
    expect(readOnly.message).toContain('may not be written');
  });
});

describe('a knowledge file', () => {
  const texts = {
    shift_jis: {
      question: '返品はいつまでできますか？',
      answer: '商品到着後十四日以内であれば、未使用品に限り返品を承ります。',
      header: '質問,回答',
    },
    gb18030: {
      question: '收到的商品有破损怎么办？',
      answer: '请在收货后七天内拍照联系客服，我们会免费为您重新寄送。',
      header: '问题,答案',
    },
  } as const;

  // Catches: letters that turn to rubbish on their way into the database.
  test.each(Object.keys(texts) as (keyof typeof texts)[])('in %s is read in its own letters', async (encoding) => {
    const { client } = await started(tempFolder());
    const { header, question, answer } = texts[encoding];
    const report = await imported(
      client,
      'faq.csv',
      new Uint8Array(iconv.encode(`${header}\r\n${question},${answer}\r\n`, encoding)),
    );
    expect(report).toMatchObject({ counts: { added: 1, refused: 0 } });
    expect(await entriesWith(client, question)).toMatchObject([{ question, answer }]);
  });

  // Catches: one bad row that costs the other 997, or is dropped without a word.
  test('with 3 bad rows in 1,000 gives 997 entries and says which rows and why', async () => {
    const { client } = await started(tempFolder());
    const storeId = await onlyStore(client);
    const total = async (): Promise<number> => (await client.call('knowledge.list', { storeId })).total;
    const before = await total();
    const rows = Array.from({ length: 1_000 }, (_, i) => `How do I use part ${i + 1}?,Turn part ${i + 1} to the left.`);
    rows[99] = 'What is left out here?,';
    rows[499] = ',An answer to nothing.';
    rows[899] = `Is this too long?,${'long '.repeat(5_000)}`;
    const report = await imported(
      client,
      'parts.csv',
      new TextEncoder().encode(`question,answer\n${rows.join('\n')}\n`),
    );
    expect(report.counts).toEqual({ added: 997, changed: 0, gone: 0, merged: 0, unchanged: 0, refused: 3 });
    // As a spreadsheet numbers them: the header is row 1.
    expect(report.refused.map(({ place, reason }) => [place.row, reason])).toEqual([
      [101, 'no_answer'],
      [501, 'no_question'],
      [901, 'too_long'],
    ]);
    expect((await total()) - before).toBe(997);
  });

  // Catches: a desk that stands still over a file of a gigabyte, or says no more than that something is not valid.
  test('of 70 MB is refused as too large', async () => {
    const { client, errors } = await started(tempFolder());
    const error = await refusal(imported(client, 'all.csv', Buffer.alloc(70 * 1024 * 1024, 'question,answer\n')));
    expect(error).toMatchObject({ code: 'file_too_large', detail: { file: 'all.csv' } });
    expect(errors).toEqual([]);
  });

  // Catches: a workbook read as text, and its bytes as thousands of entries.
  test('that is a broken workbook by another name is refused as one', async () => {
    const { client } = await started(tempFolder());
    const workbook = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from('xl/workbook.xml')]);
    const error = await refusal(imported(client, 'faq.csv', workbook));
    expect(error).toMatchObject({ code: 'file_unreadable', detail: { file: 'faq.csv', reason: 'broken' } });
  });
});

async function onlyStore(client: RpcClient): Promise<string> {
  return (await client.call('store.list', {}))[0]?.id ?? '';
}

/** Reads a file as a source and takes what it says; the lines of its plan that were refused. */
async function imported(client: RpcClient, name: string, bytes: Uint8Array<ArrayBuffer>) {
  const place = { storeId: await onlyStore(client), setId: null };
  const source = await client.call('source.add', { place, name, settings: { kind: 'given' } });
  const plan = await client.call('source.read', { sourceId: source.id, files: [{ name, bytes }] });
  const refused = await client.call('source.changes', { planId: plan.id, only: 'refused' });
  const choice = { kinds: ['added' as const], takesUnsure: true, flipped: [] };
  await client.call('source.take', { planId: plan.id, choice, why: '' });
  return { counts: plan.counts, refused: refused.items };
}

async function entriesWith(client: RpcClient, text: string): Promise<readonly KnowledgeEntry[]> {
  return (await client.call('knowledge.list', { storeId: await onlyStore(client), text })).items;
}

describe('a desk that lacks something', () => {
  // Catches: a desk that does not start, or drafts nothing, because its sentence model is gone; a repair that mends nothing.
  test('without the sentence model drafts by words alone, says so, and repairs it', async () => {
    const { client, loops, errors } = await started(tempFolder(), { watchesInboxes: true });
    const { embedder, index } = await client.call('desk.status', {});
    expect(embedder).toMatchObject({ phase: 'absent', problem: { code: 'embedder_unavailable' } });
    expect(index.passages).toBeGreaterThan(40);
    await expect.poll(() => draftStates(client), { timeout: 30_000 }).toContain('ready');

    const mended = await client.call('desk.repairEmbedder', {});
    expect(mended.embedder).toMatchObject({ phase: 'ready', problem: null });
    await loops.index.settled();
    const after = await client.call('desk.status', {});
    expect(after.index).toEqual({ passages: index.passages, toEmbed: 0 });
    const storeId = await onlyStore(client);
    const found = await client.call('conversation.findEvidence', { storeId, text: 'How long does shipping take?' });
    expect(found[0]?.cosine).toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });

  // Catches: a first start cut off between the store and its knowledge, after which the sample store knows nothing for ever.
  test('whose first start was cut off finishes it at the next', async () => {
    const dataFolder = tempFolder();
    const broken = sampleResources(tempFolder(), ['Hello?']);
    rmSync(path.join(broken, 'sample-store', 'knowledge.jsonl'));
    await expect(started(dataFolder, { resourcesFolder: broken })).rejects.toThrow();
    const { client } = await started(dataFolder);
    const stores = await client.call('store.list', {});
    expect(stores).toHaveLength(1);
    const { total } = await client.call('knowledge.list', { storeId: stores[0]?.id ?? '' });
    expect(total).toBeGreaterThan(40);
  });
});

async function draftStates(client: RpcClient): Promise<readonly string[]> {
  const { items } = await client.call('conversation.list', { limit: 500 });
  return items.map((row) => row.draft);
}

describe('requests that are none', () => {
  // Catches: a window (or what got hold of it) that brings the backend down, or reaches past the contract.
  test('are refused one by one, and the next good one is answered', async () => {
    const { client, server, errors } = await started(tempFolder());
    const [raw, far] = portPair();
    server.serve(far);
    const answers: unknown[] = [];
    raw.onMessage((message) => answers.push(message));
    const strange = [
      null,
      7,
      'desk.status',
      {},
      { kind: 'request' },
      { kind: 'request', id: 1.5, name: 'desk.status' },
    ];
    for (const message of strange) raw.post(message);
    raw.post({ kind: 'request', id: 1, name: 'desk.explode', input: {} });
    raw.post({ kind: 'request', id: 2, name: '__proto__', input: {} });
    raw.post({ kind: 'request', id: 3, name: 'constructor', input: {} });
    raw.post({ kind: 'request', id: 4, name: 'conversation.get', input: { conversationId: "'; DROP TABLE message" } });
    raw.post({ kind: 'request', id: 5, name: 'knowledge.list', input: { storeId: 4, limit: 1e9 } });
    raw.post({ kind: 'request', id: 6, name: 'draft.accept', input: 'now' });
    raw.post({ kind: 'cancel', id: 99 });
    await expect.poll(() => answers.length).toBe(6);
    expect(answers).toMatchObject([
      { id: 1, ok: false, error: { code: 'unsupported' } },
      { id: 2, ok: false, error: { code: 'unsupported' } },
      { id: 3, ok: false, error: { code: 'unsupported' } },
      { id: 4, ok: false, error: { code: 'invalid_input', detail: { field: 'conversationId' } } },
      { id: 5, ok: false, error: { code: 'invalid_input', detail: { field: 'limit' } } },
      { id: 6, ok: false, error: { code: 'invalid_input' } },
    ]);
    const gone = '01900000-0000-7000-8000-000000000000';
    expect((await refusal(client.call('conversation.get', { conversationId: gone }))).code).toBe('not_found');
    expect((await client.call('desk.status', {})).version).toBe('1.2.3');
    expect(errors).toEqual([]);
  });
});
