import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { type Lookup, guardedLookup } from '#adapters/http/guarded-lookup.ts';
import { isLoopbackAddress } from '#adapters/http/internal-address.ts';
import { AppError } from '#shared/errors.ts';

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
      lookup: guardedLookup(
        sending.lookup,
        (address) => !sending.isLocal || isLoopbackAddress(address),
        () => notNamed(url),
      ),
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

/** The AppError for an address the owner did not name. */
export function notNamed(url: URL): AppError {
  return new AppError('host_not_named', `${url.host} is not the named host`, { detail: { host: url.host } });
}
