import { createHash } from 'node:crypto';
import { z } from 'zod';
import { retryAfterMs } from '#adapters/http/retry-pause.ts';
import { statusError } from '#adapters/http/http-error.ts';
import type { AddressReader, AddressReading, ReaderState } from '#core/ports/site-reader.ts';
import { AppError } from '#shared/errors.ts';
import { largestImport } from '#shared/model/knowledge.ts';
import { unzippedBody } from './decoded-body.ts';
import { downloadAddress, isSamePlace } from './download-address.ts';
import { fileNameOf } from './file-name.ts';
import { openResponse, type OpenResponse, type Wire } from './open-response.ts';
import { type WebReaderOptions, wireOf } from './site-reader.ts';
import { mostHops } from './site-visits.ts';
import { conditionalHeaders, validatorsOf } from './validators.ts';

const AddressState = z.object({
  version: z.literal(1),
  url: z.string(),
  digest: z.string(),
  name: z.string(),
  etag: z.string().optional(),
  modified: z.string().optional(),
});
type AddressState = z.infer<typeof AddressState>;

/** ms for the whole file. */
const timeoutMs = 300_000;

/**
 * Reads the file behind an address. It is one request that a person asked for, as a browser makes it, so that
 * robots.txt, which is for those that wander from page to page, is not asked.
 */
export function createAddressReader(
  options: Pick<WebReaderOptions, 'version' | 'now' | 'lookup' | 'timeLimit'>,
): AddressReader {
  const wire = wireOf(options);
  return {
    async read(address, known, signal) {
      const given = URL.parse(address);
      if (given === null || !/^https?:$/.test(given.protocol) || given.username !== '' || given.password !== '') {
        const field = address.replace(/^.*@/s, '');
        throw new AppError('invalid_input', 'The address must begin with https:// or http://', { detail: { field } });
      }
      const start = downloadAddress(given);
      const before = stateFor(start, known);
      const response = await followed(wire, start, before, signal);
      try {
        return await readingOf(start, before, response, options.now());
      } finally {
        response.close();
      }
    },
  };
}

function stateFor(url: URL, known: ReaderState | null): AddressState | null {
  const parsed = AddressState.safeParse(known);
  return parsed.success && parsed.data.url === url.href ? parsed.data : null;
}

async function followed(
  wire: Wire,
  start: URL,
  before: AddressState | null,
  signal: AbortSignal,
): Promise<OpenResponse> {
  const isNamed = (url: URL): boolean => isSamePlace(start, url);
  let url = start;
  for (let hop = 0; hop <= mostHops; hop++) {
    const headers = { accept: '*/*', ...conditionalHeaders(before ?? {}) };
    const response = await openResponse(wire, {
      url,
      isNamed,
      headers,
      limits: { bytes: largestImport },
      timeoutMs,
      signal,
    });
    const location = response.headers.get('location');
    if (response.status === 304 || response.status < 300 || response.status >= 400 || location === null)
      return response;
    response.close();
    const next = URL.parse(location, url.href);
    if (next === null) break;
    next.hash = '';
    url = next;
  }
  throw new AppError('remote_failed', `${start.host} leads from one address to the next`, {
    detail: { host: start.host },
  });
}

async function readingOf(
  url: URL,
  before: AddressState | null,
  response: OpenResponse,
  now: number,
): Promise<AddressReading> {
  const { status, headers } = response;
  if (status === 304 && before !== null) return { name: before.name, bytes: null, state: before };
  if (status !== 200 && status !== 203) throw refusal(url, status, retryAfterMs(headers, now));
  const bytes = await wholeBody(url, response);
  const digest = createHash('sha256').update(bytes).digest('base64url');
  const state: AddressState = {
    version: 1,
    url: url.href,
    digest,
    name: fileNameOf(url, headers),
    ...validatorsOf(headers),
  };
  return { name: state.name, bytes: digest === before?.digest ? null : bytes, state };
}

function refusal(url: URL, status: number, pauseMs: number | null): AppError {
  // There is no account whose password or rights could be wrong.
  const isClosed = status === 401 || status === 402 || status === 403;
  return statusError({ host: url.host, secrets: [] }, status < 400 ? 502 : isClosed ? 400 : status, '', pauseMs);
}

async function wholeBody({ host }: URL, response: OpenResponse): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  try {
    const limits = { bytes: largestImport };
    for await (const chunk of unzippedBody(response.body, { host, limits })) chunks.push(chunk);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'page_too_large') throw error;
    throw new AppError('file_too_large', error.message, { detail: error.detail });
  }
  return Buffer.concat(chunks);
}
