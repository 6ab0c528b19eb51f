import { AppError } from '#shared/errors.ts';

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether a URL's host name is this computer by its spelling alone. */
export function isLoopbackHost(hostname: string): boolean {
  return loopback.test(hostname);
}

/** A base address that a token may be sent to: https, or http on this computer. Errors: `invalid_input`. */
export function safeBaseUrl(address: string): URL {
  const url = URL.parse(address);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHost(url.hostname));
  if (url === null || !isSafe || url.username !== '' || url.password !== '') {
    // Without what stands before the @: it may be a password.
    const field = url === null ? address.replace(/^.*@/, '') : `${url.protocol}//${url.host}${url.pathname}`;
    throw new AppError('invalid_input', 'The address must begin with https://', { detail: { field } });
  }
  return new URL(`${url.origin}${url.pathname.replace(/\/+$/, '')}/`);
}
