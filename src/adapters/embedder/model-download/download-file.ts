import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { backoffMs, retryAfterMs } from '#adapters/http/retry-pause.ts';
import { connectionError, statusError } from '#adapters/http/http-error.ts';
import { AppError } from '#shared/errors.ts';
import { recordOf } from '../minilm/inspect-model.ts';
import { type Checksum, isWhole } from './checksum.ts';
import { diskError, refuseFull } from './disk.ts';
import { openFile } from './open-file.ts';

/** What takes time in a download; tests replace it. */
export type DownloadTimes = {
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** 0 … below 1. */
  readonly random: () => number;
  /** How long a server may say nothing, ms. */
  readonly stallMs: number;
};

export const realTimes: DownloadTimes = {
  sleep: (ms, signal) => wait(ms, undefined, { signal }),
  random: Math.random,
  stallMs: 30_000,
};

export type FileInput = {
  readonly url: URL;
  /** Where it is to lie. */
  readonly file: string;
  /** Null: what the server says of it has to do. */
  readonly sha256: string | null;
  readonly mostBytes: number;
  readonly signal: AbortSignal;
  readonly times: DownloadTimes;
  readonly onBytes: (done: number, total: number | null) => void;
};

export type FileRecord = { readonly bytes: number; readonly sha256: string };

/** Tries in a row that bring no byte. */
const mostTries = 5;
const longestPauseMs = 60_000;

/** Beside a part: what it is a part of. */
const PartState = z.object({ etag: z.string(), total: z.int().nullable() });
type PartState = z.infer<typeof PartState>;

/**
 * Fetches a file, in as many goes as it takes: what came is kept as `….part`, and the rest is asked for by range where the
 * server can tell that it is still the same file. Null where there is none (404). Errors: `download_refused`,
 * `download_altered`, `disk_full`, `file_unwritable`, `cancelled`, and those of HTTP.
 */
export async function downloadFile(input: FileInput): Promise<FileRecord | null> {
  await mkdir(path.dirname(input.file), { recursive: true }).catch((error: unknown) => {
    throw diskError(input.file, error);
  });
  for (let tries = 1; ; tries++) {
    const before = await sizeOf(partOf(input.file));
    try {
      const checksum = await fetchRest(input);
      if (checksum === null) return null;
      return await finished(input, checksum);
    } catch (error) {
      if (input.signal.aborted) throw new AppError('cancelled', 'Cancelled');
      if (!(error instanceof AppError) || !isWorthAnotherTry(error)) throw error;
      if ((await sizeOf(partOf(input.file))) > before) tries = 1;
      const pauseMs = Number(error.detail['retryAfterMs'] ?? backoffMs(tries, input.times.random()));
      if (tries >= mostTries || pauseMs > longestPauseMs) throw error;
      await input.times.sleep(pauseMs, input.signal).catch(() => {
        throw new AppError('cancelled', 'Cancelled');
      });
    }
  }
}

function isWorthAnotherTry({ code, detail }: AppError): boolean {
  // What leads elsewhere once does so again.
  if (detail['reason'] === 'host') return false;
  return code === 'unreachable' || code === 'timed_out' || code === 'rate_limited' || code === 'remote_failed';
}

/** Brings the part to its end; what the server says the whole is. Null where there is no such file. */
async function fetchRest(input: FileInput): Promise<Checksum | null> {
  const part = partOf(input.file);
  const state = await readState(part);
  const have = state === null ? 0 : await sizeOf(part);
  const origin = { host: input.url.host, secrets: [] };
  const stall = new AbortController();
  const signal = AbortSignal.any([input.signal, stall.signal]);
  let timer = setTimeout(() => stall.abort(), input.times.stallMs);
  const isAlive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => stall.abort(), input.times.stallMs);
  };
  try {
    const headers = have > 0 && state !== null ? { range: `bytes=${have}-`, 'if-range': state.etag } : undefined;
    const { response, checksum } = await openFile(input.url, headers ?? {}, signal);
    if (response.status === 404 || response.status === 410) return null;
    if (response.status === 416) {
      // The part is no beginning of what is there now.
      await rm(part, { force: true });
      throw new AppError('remote_failed', `${origin.host} has another file now`, { detail: { host: origin.host } });
    }
    if (response.status === 401 || response.status === 403) throw refused(input.url, response.status);
    if (!response.ok)
      throw statusError(origin, response.status, '', retryAfterMs(response.headers, Date.now()), response.status < 400);
    const start = response.status === 206 ? startOf(response) : 0;
    if (start !== 0 && start !== have) {
      await rm(part, { force: true });
      throw new AppError('remote_failed', `${origin.host} sent another part`, { detail: { host: origin.host } });
    }
    const total = totalOf(response, start);
    if ((total ?? 0) > input.mostBytes) throw altered(input.url);
    await refuseFull(path.dirname(input.file), (total ?? 0) - start);
    const etag = response.headers.get('etag') ?? (start > 0 ? state?.etag : undefined) ?? '';
    await writeState(part, { etag, total });
    await writeBody(input, response, part, { start, total, isAlive });
    return checksum;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw connectionError(origin, error, stall.signal.aborted ? 'timed_out' : 'unreachable');
  } finally {
    clearTimeout(timer);
    // Whatever of the body was not wanted.
    stall.abort();
  }
}

type Writing = { readonly start: number; readonly total: number | null; readonly isAlive: () => void };

async function writeBody(input: FileInput, response: Response, part: string, writing: Writing): Promise<void> {
  let done = writing.start;
  const stream = createWriteStream(part, { flags: writing.start === 0 ? 'w' : 'a' });
  const failure = new Promise<never>((_, reject) => stream.on('error', (error) => reject(diskError(part, error))));
  failure.catch(() => undefined);
  try {
    for await (const chunk of response.body ?? []) {
      writing.isAlive();
      done += chunk.byteLength;
      if (done > input.mostBytes) throw altered(input.url);
      if (!stream.write(chunk)) await Promise.race([failure, once(stream, 'drain')]);
      input.onBytes(done, writing.total);
    }
  } finally {
    const ended = new Promise<void>((resolve) => stream.end(resolve));
    await Promise.race([failure, ended]);
  }
  if (writing.total !== null && done < writing.total)
    throw new AppError('unreachable', `${input.url.host} stopped early`, { detail: { host: input.url.host } });
}

/** Looks whether what has come is what was promised, and puts it in its place. */
async function finished(input: FileInput, checksum: Checksum): Promise<FileRecord> {
  const part = partOf(input.file);
  const record = await recordOf(part);
  const isRight = await isWhole(part, record, { ...checksum, sha256: input.sha256 ?? checksum.sha256 });
  if (!isRight) {
    await rm(part, { force: true });
    await rm(`${part}.json`, { force: true });
    throw altered(input.url);
  }
  await rename(part, input.file);
  await rm(`${part}.json`, { force: true });
  return record;
}

function refused(url: URL, status: number): AppError {
  return new AppError('download_refused', `${url.host} answered ${status}`, { detail: { host: url.host, status } });
}

function altered(url: URL): AppError {
  const file = url.pathname.split('/').at(-1) ?? '';
  return new AppError('download_altered', `${file} is not what it should be`, { detail: { host: url.host, file } });
}

function startOf(response: Response): number {
  return Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1] ?? Number.NaN);
}

/** The size of the whole; null where the server does not tell. */
function totalOf(response: Response, start: number): number | null {
  const told = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
  if (told !== undefined) return Number(told);
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  return Number.isSafeInteger(length) ? start + length : null;
}

function partOf(file: string): string {
  return `${file}.part`;
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

/** Null where it is not known what a part is a part of, so that nothing can be put behind it. */
async function readState(part: string): Promise<PartState | null> {
  try {
    const state = PartState.parse(JSON.parse(await readFile(`${part}.json`, 'utf8')));
    // A weak tag does not promise the same bytes (RFC 9110, 13.1.5).
    return state.etag === '' || state.etag.startsWith('W/') ? null : state;
  } catch {
    return null;
  }
}

async function writeState(part: string, state: PartState): Promise<void> {
  await writeFile(`${part}.json`, JSON.stringify(state)).catch((error: unknown) => {
    throw diskError(part, error);
  });
}
