import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DownloadTimes } from '#adapters/embedder/model-download/download-file.ts';
import { downloadModel } from '#adapters/embedder/model-download/download-model.ts';
import { ModelRecord } from '#adapters/embedder/folder-model/model-record.ts';
import { AppError } from '#shared/errors.ts';
import { type ModelHost, startModelHost, sumsOf } from '#test/support/doubles/model-host.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const model = 'example/multilingual-tiny';
const weights = 'onnx/model_quantized.onnx';
const random = seededRandom(11);
const big = Buffer.from(Array.from({ length: 1_000_000 }, () => Math.floor(random.next() * 256)));
const files = {
  'config.json': Buffer.from('{"model_type":"bert"}'),
  'tokenizer.json': Buffer.from('{}'),
  'tokenizer_config.json': Buffer.from('{}'),
  'modules.json': Buffer.from('[]'),
  [weights]: big,
};

let folder = '';
let host: ModelHost;

beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'deskside-download-')), 'model');
  host = await startModelHost(model, files);
});
afterEach(async () => {
  await host.stop();
  await rm(path.dirname(folder), { recursive: true, force: true });
});

const times: DownloadTimes = { sleep: async () => undefined, random: () => 0, stallMs: 300 };

function fetchModel(
  options: {
    readonly signal?: AbortSignal;
    readonly onProgress?: (file: string, done: number, total: number | null) => void;
  } = {},
): Promise<void> {
  return downloadModel(
    { host: host.origin, model, folder },
    {
      signal: options.signal ?? new AbortController().signal,
      onProgress: options.onProgress ?? (() => undefined),
      times,
    },
  );
}

async function refusal(promise: Promise<unknown>): Promise<AppError> {
  const error: unknown = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
}

async function isWhole(): Promise<boolean> {
  const record = ModelRecord.parse(JSON.parse(await readFile(path.join(folder, 'deskside-model.json'), 'utf8')));
  for (const [file, content] of Object.entries(files)) {
    if (!content.equals(await readFile(path.join(folder, file)))) return false;
    if (record.files[file]?.sha256 !== createHash('sha256').update(content).digest('hex')) return false;
  }
  const left = await readdir(folder, { recursive: true });
  return !left.some((name) => /\.part|download\.json|SHA256SUMS|\.new$/.test(name));
}

const asked = (file: string) => host.requests.filter((request) => request.file === file);

test('bug: what was fetched is not what was offered, or leftovers lie about', async () => {
  const seen: number[] = [];
  await fetchModel({ onProgress: (file, done) => file === weights && seen.push(done) });
  expect(await isWhole()).toBe(true);
  expect(seen.at(-1)).toBe(big.byteLength);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});

test('bug: a model that is there already is fetched again', async () => {
  await fetchModel();
  await fetchModel();
  expect(await isWhole()).toBe(true);
  expect(asked(weights)).toHaveLength(1);
});

test('bug: after each cut of the line everything is fetched from the start', async () => {
  host.faults.push({ kind: 'cut', file: weights, times: 3, after: 300_000 });
  await fetchModel();
  expect(await isWhole()).toBe(true);
  const ranges = asked(weights).map(({ range }) => range);
  expect(ranges).toHaveLength(4);
  expect(ranges[0]).toBeNull();
  expect(ranges[3]).toBe('bytes=900000-');
});

test('bug: two versions of a file are put together where the line was cut between them', async () => {
  host.faults.push({ kind: 'cut', file: weights, times: 1, after: 300_000 });
  const later = Buffer.from(big).fill(1, 0, 1000);
  await fetchModel({
    onProgress: (file, done) => {
      if (file === weights && done >= 300_000 && host.files.get(weights) === big) host.files.set(weights, later);
    },
  });
  expect(later.equals(await readFile(path.join(folder, weights)))).toBe(true);
});

test('bug: a server that knows no ranges gets its beginning written behind the part', async () => {
  host.knowsRanges = false;
  host.faults.push({ kind: 'cut', file: weights, times: 1, after: 300_000 });
  await fetchModel();
  expect(await isWhole()).toBe(true);
});

test('bug: a server that falls silent holds the download for ever', async () => {
  host.faults.push({ kind: 'stall', file: weights, times: 2, after: 100_000 });
  await fetchModel();
  expect(await isWhole()).toBe(true);
});

test('bug: a file that is not what its sum says is kept, or taken up again at the next try', async () => {
  host.files.set('SHA256SUMS', sumsOf(files));
  host.faults.push({ kind: 'garble', file: weights, times: 1 });
  const error = await refusal(fetchModel());
  expect(error).toMatchObject({ code: 'download_altered', detail: { file: 'model_quantized.onnx' } });
  await expect(stat(path.join(folder, weights))).rejects.toThrow('ENOENT');
  await expect(stat(path.join(folder, `${weights}.part`))).rejects.toThrow('ENOENT');
  await fetchModel();
  expect(await isWhole()).toBe(true);
  expect(asked('config.json')).toHaveLength(1);
});

test('bug: a file of sums as large as a model is read whole', async () => {
  host.files.set('SHA256SUMS', Buffer.alloc(2 ** 20 + 1, '\n'));
  expect(await refusal(fetchModel())).toMatchObject({ code: 'download_altered', detail: { file: 'SHA256SUMS' } });
});

test('bug: where a hub names a file by its sum, another content is taken', async () => {
  host.isHub = true;
  host.faults.push({ kind: 'garble', file: weights, times: 1 });
  expect((await refusal(fetchModel())).code).toBe('download_altered');
  await fetchModel();
  expect(await isWhole()).toBe(true);
});

test('bug: behind a hub’s redirect a cut download begins anew', async () => {
  host.isHub = true;
  host.faults.push({ kind: 'cut', file: weights, times: 1, after: 400_000 });
  await fetchModel();
  expect(await isWhole()).toBe(true);
  expect(asked(weights).at(-1)).toMatchObject({ range: 'bytes=400000-', status: 206 });
});

test('bug: a model that is not there, or not for everybody, is reported as a fault of the network', async () => {
  host.files.delete('config.json');
  expect(await refusal(fetchModel())).toMatchObject({ code: 'download_refused', detail: { status: 404 } });
  for (const status of [401, 403]) {
    host.faults.push({ kind: 'status', status, times: 1 });
    expect(await refusal(fetchModel())).toMatchObject({ code: 'download_refused', detail: { status } });
  }
});

test('bug: one bad moment of the server ends the download, or a server that stays down is asked for ever', async () => {
  host.faults.push({ kind: 'status', status: 503, file: weights, times: 3 });
  await fetchModel();
  expect(await isWhole()).toBe(true);
  host.faults.push({ kind: 'status', status: 500, times: 100 });
  await rm(folder, { recursive: true });
  expect((await refusal(fetchModel())).code).toBe('remote_failed');
  expect(host.requests.filter(({ status }) => status === 500)).toHaveLength(5);
});

test('bug: the full weights are not looked for where there are no small ones', async () => {
  host.files.delete(weights);
  host.files.set('onnx/model.onnx', big);
  await fetchModel();
  expect(big.equals(await readFile(path.join(folder, 'onnx/model.onnx')))).toBe(true);
});

test('bug: a redirect leads to another protocol, or round in circles for ever', async () => {
  host.faults.push({ kind: 'redirect', times: 100 });
  expect((await refusal(fetchModel())).code).toBe('remote_failed');
  host.faults.length = 0;
  host.faults.push({ kind: 'loop', times: 1_000 });
  expect((await refusal(fetchModel())).code).toBe('remote_failed');
  expect(host.requests.length).toBeLessThan(20);
});

test('bug: a stopped download loses what it has, or goes on in the background', async () => {
  host.pauseMs = 5;
  const stop = new AbortController();
  const stopped = fetchModel({
    signal: stop.signal,
    onProgress: (file, done) => file === weights && done > 300_000 && stop.abort(),
  });
  expect((await refusal(stopped)).code).toBe('cancelled');
  const { size } = await stat(path.join(folder, `${weights}.part`));
  expect(size).toBeGreaterThan(250_000);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await stat(path.join(folder, `${weights}.part`))).size).toBe(size);
  host.pauseMs = 0;
  await fetchModel();
  expect(await isWhole()).toBe(true);
  expect(asked(weights).at(-1)?.range).toBe(`bytes=${size}-`);
  expect(asked('tokenizer.json')).toHaveLength(1);
});

test('bug: a line that stays cut is tried without an end', async () => {
  host.faults.push({ kind: 'cut', file: weights, times: 1_000, after: 0 });
  expect((await refusal(fetchModel())).code).toBe('unreachable');
  await host.stop();
  expect((await refusal(fetchModel())).code).toBe('unreachable');
});

test('bug: a disk without room is found out at the end, or told as a fault of the network', async () => {
  const error = await refusal(
    downloadModel(
      { host: host.origin, model, folder: '/dev/null/model' },
      { signal: new AbortController().signal, onProgress: () => undefined, times },
    ),
  );
  expect(error.code).toBe('file_unwritable');
});

test('bug: an address without encryption is asked', async () => {
  const order = { host: 'http://models.example.com', model, folder };
  const options = { signal: new AbortController().signal, onProgress: () => undefined, times };
  expect((await refusal(downloadModel(order, options))).code).toBe('invalid_input');
});
