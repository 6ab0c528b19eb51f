import { lookup as resolveName, type LookupAddress } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isLoopbackAddress } from '#adapters/http/internal-address.ts';
import { AppError } from '#shared/errors.ts';

/** Tells every address of a name; tests replace it. */
export type Lookup = (
  host: string,
  tell: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

export const systemLookup: Lookup = (host, tell) =>
  // Where a name is not known, Node gives no addresses, whatever its types say.
  resolveName(host, { all: true }, (error, addresses) => tell(error, error === null ? addresses : []));

export type Sending = {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** Then every address of the host must be this computer's own. */
  readonly isLocal: boolean;
  readonly lookup: Lookup;
  readonly signal: AbortSignal;
};

const largestHeaders = 32_768;

/**
 * One request on a connection of its own: no redirects, cookies or proxies. Aborting closes the socket, whatever has
 * come. A host that counts as this computer is looked up by the socket itself, so that what was checked is what is
 * connected to. Errors: `host_not_named`, and those of `node:http`.
 */
export function sendRequest(sending: Sending): Promise<IncomingMessage> {
  const { url, method, headers, bytes, signal } = sending;
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, {
      agent: false,
      method,
      lookup: guardedLookup(sending),
      maxHeaderSize: largestHeaders,
      signal,
      headers: { ...headers, ...(method === 'GET' ? {} : { 'content-length': String(bytes.byteLength) }) },
    });
    request.once('response', (message) => {
      // What breaks later is told to whoever reads the body; without a listener it would end the process.
      message.on('error', () => undefined);
      resolve(message);
    });
    request.on('error', reject);
    request.on('close', () => reject(new Error('The connection was closed')));
    request.end(bytes);
  });
}

function guardedLookup({ url, isLocal, lookup }: Sending): LookupFunction {
  return (name, options, callback) => {
    lookup(name, (error, addresses) => {
      const [first] = addresses;
      const isAllowed = !isLocal || addresses.every(({ address }) => isLoopbackAddress(address));
      if (error !== null) callback(error, []);
      else if (first === undefined || !isAllowed) callback(notNamed(url), []);
      else if (options.all === true) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    });
  };
}

/** The AppError for an address the owner did not name. */
export function notNamed(url: URL): AppError {
  return new AppError('host_not_named', `${url.host} is not the named host`, { detail: { host: url.host } });
}
