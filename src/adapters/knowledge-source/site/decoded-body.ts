import type { IncomingMessage } from 'node:http';
import { pipeline, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { AppError } from '#shared/errors.ts';

export type BodyLimits = {
  /** Most bytes, as they travel and unpacked alike. */
  readonly bytes: number;
  /** Whether what is beyond the limit is left away instead of refused. */
  readonly isCut?: boolean;
};

type BodyOptions = {
  readonly host: string;
  readonly limits: BodyLimits;
  /** What a foreign error becomes. */
  readonly translated: (error: unknown) => AppError;
};

/** The body of an answer, unpacked piece by piece: a bomb is given up as soon as it exceeds its limit. */
export async function* decodedBody(message: IncomingMessage, options: BodyOptions): AsyncGenerator<Uint8Array> {
  const { limits, translated } = options;
  try {
    refuseAnnounced(message, options);
    const unpack = unpackerOf(message.headers['content-encoding'] ?? '', options.host);
    const travelled = counted(message, options);
    // Its error is the iteration's too; the callback is only there because pipeline wants one.
    const stream = unpack === null ? travelled : pipeline(travelled, unpack, () => undefined);
    yield* counted(stream, options);
  } catch (error) {
    if (limits.isCut === true && error instanceof AppError && error.code === 'page_too_large') return;
    throw isZlib(error) ? brokenPacking(options.host) : translated(error);
  } finally {
    message.destroy();
  }
}

/** Unpacks what is gzip by its first two bytes, whatever its headers say (`sitemap.xml.gz`). Errors: AppError. */
export async function* unzippedBody(
  body: AsyncIterable<Uint8Array>,
  options: Pick<BodyOptions, 'host' | 'limits'>,
): AsyncGenerator<Uint8Array> {
  const source = body[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done === true) return;
  const whole = joined(first.value, { [Symbol.asyncIterator]: () => source });
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* whole;
    return;
  }
  try {
    yield* counted(
      pipeline(whole, createGunzip(), () => undefined),
      options,
    );
  } catch (error) {
    throw isZlib(error) ? brokenPacking(options.host) : error;
  }
}

async function* joined(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  { host, limits }: Pick<BodyOptions, 'host' | 'limits'>,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    const left = limits.bytes - size;
    size += chunk.length;
    if (size <= limits.bytes) yield chunk;
    else {
      if (limits.isCut === true && left > 0) yield chunk.subarray(0, left);
      throw tooLarge(host, limits);
    }
  }
}

function refuseAnnounced(message: IncomingMessage, { host, limits }: BodyOptions): void {
  const announced = Number(message.headers['content-length'] ?? 0);
  if (announced > limits.bytes && limits.isCut !== true) throw tooLarge(host, limits);
}

function unpackerOf(encoding: string, host: string): Transform | null {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw brokenPacking(host);
  }
}

function isZlib(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^(?:Z_|ERR_BROTLI|ERR__ERROR|ERR_PADDING)/.test(String(error.code))
  );
}

function tooLarge(host: string, limits: BodyLimits): AppError {
  const megabytes = Math.round(limits.bytes / 1_048_576);
  return new AppError('page_too_large', `${host}: the answer is larger than ${megabytes} MB`, {
    detail: { host, megabytes },
  });
}

function brokenPacking(host: string): AppError {
  return new AppError('remote_failed', `${host}: the answer cannot be unpacked`, { detail: { host } });
}
