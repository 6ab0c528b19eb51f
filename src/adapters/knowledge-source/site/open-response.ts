import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { type Lookup, guardedLookup } from '#adapters/http/guarded-lookup.ts';
import { connectionError } from '#adapters/http/http-error.ts';
import { AppError } from '#shared/errors.ts';
import { type BodyLimits, decodedBody } from './decoded-body.ts';
import { isInternalAddress, isLoopbackAddress } from '#adapters/http/internal-address.ts';

/** What reaches the network; tests replace it. */
export type Wire = {
  readonly lookup: Lookup;
  /** A signal that aborts after this many ms. */
  readonly timeLimit: (ms: number) => AbortSignal;
  readonly userAgent: string;
};

export type OpenRequest = {
  readonly url: URL;
  /** Whether the owner named this host. Asked for every request: nothing leaves for another. */
  readonly isNamed: (url: URL) => boolean;
  /** Beside those every request has. */
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: BodyLimits;
  /** ms for the request, its answer included. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
};

export type OpenResponse = {
  readonly status: number;
  readonly headers: Headers;
  /** Unpacked, at most `limits.bytes`. To be read at most once; throws AppError. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Ends the connection; may be called at any time. */
  readonly close: () => void;
};

const largestHeaders = 32_768;

/**
 * One GET: no redirects, no cookies, no credentials. A name that stands for an address inside a network is refused in
 * the socket's own look-up, so that what was checked is what is connected to; only a host that the owner named by such
 * an address, or as `localhost`, is one. Errors: `host_not_named`, `address_internal`, `unreachable`, `timed_out`,
 * `cancelled`, `page_too_large`, `remote_failed`.
 */
export async function openResponse(wire: Wire, open: OpenRequest): Promise<OpenResponse> {
  const { url } = open;
  refuseUnnamed(url, open.isNamed);
  const limit = wire.timeLimit(open.timeoutMs);
  const signal = AbortSignal.any([open.signal, limit]);
  const translated = (error: unknown): AppError => {
    if (open.signal.aborted) return new AppError('cancelled', 'Cancelled');
    if (error instanceof AppError) return error;
    return connectionError({ host: url.host, secrets: [] }, error, limit.aborted ? 'timed_out' : 'unreachable');
  };
  try {
    const message = await answered(wire, open, signal);
    return {
      status: message.statusCode ?? 0,
      headers: headersOf(message),
      body: decodedBody(message, { host: url.host, limits: open.limits, translated }),
      close: () => void message.destroy(),
    };
  } catch (error) {
    throw translated(error);
  }
}

/** Errors: `host_not_named`, or `address_internal` where it is spelled as an address inside a network. */
export function refuseUnnamed(url: URL, isNamed: (url: URL) => boolean): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isPlain = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  if (isPlain && isNamed(url)) return;
  if (isIP(host) !== 0 && isInternalAddress(host)) throw internalAddress(url.host);
  throw new AppError('host_not_named', `${url.host} is not among the named hosts`, { detail: { host: url.host } });
}

function internalAddress(host: string): AppError {
  return new AppError('address_internal', `${host} is inside a network, not on the web`, { detail: { host } });
}

function answered(wire: Wire, { url, headers }: OpenRequest, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, {
      agent: false,
      method: 'GET',
      lookup: guardedLookup(
        wire.lookup,
        (address, name) => (name === 'localhost' ? isLoopbackAddress(address) : !isInternalAddress(address)),
        () => internalAddress(url.host),
      ),
      maxHeaderSize: largestHeaders,
      signal,
      headers: { 'user-agent': wire.userAgent, 'accept-encoding': 'gzip, br', ...headers },
    });
    request.once('response', (message) => {
      // What breaks later is told to whoever reads the body; without a listener it would end the process.
      message.on('error', () => undefined);
      resolve(message);
    });
    // One that switches to another protocol is closed without an error.
    request.on('close', () =>
      reject(new AppError('unreachable', `${url.host}: closed`, { detail: { host: url.host } })),
    );
    request.on('error', reject);
    request.end();
  });
}

function headersOf(message: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headersDistinct)) {
    for (const each of value ?? []) headers.append(name, each);
  }
  return headers;
}
