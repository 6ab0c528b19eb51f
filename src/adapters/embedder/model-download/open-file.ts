import { safeBaseUrl } from '#adapters/http/base-url.ts';
import { AppError } from '#shared/errors.ts';
import { type Checksum, checksumIn } from './checksum.ts';

const mostRedirects = 5;

/**
 * Asks for a file and goes where it is said to lie: hubs keep large files with others. No secret is sent, so that none can
 * be led astray; a way from https to anything else is not taken. Errors: `remote_failed`, and what `fetch` throws.
 */
export async function openFile(
  address: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<{ readonly response: Response; readonly checksum: Checksum }> {
  let url = address;
  let linked: Checksum = { bytes: null, sha256: null, gitSha1: null };
  for (let hops = 0; hops <= mostRedirects; hops++) {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { ...headers, 'accept-encoding': 'identity' },
      signal,
    });
    if (response.headers.has('x-linked-etag')) linked = checksumIn(response.headers);
    const target = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (target === null) {
      const isHub = linked.bytes !== null || linked.sha256 !== null || linked.gitSha1 !== null;
      return { response, checksum: isHub ? linked : checksumIn(response.headers) };
    }
    await response.body?.cancel();
    url = nextOf(url, target);
  }
  throw elsewhere(address);
}

function nextOf(from: URL, target: string): URL {
  const next = URL.parse(target, from.href);
  if (next === null || (from.protocol === 'https:' && next.protocol !== 'https:')) throw elsewhere(from);
  try {
    safeBaseUrl(next.href);
  } catch {
    throw elsewhere(from);
  }
  return next;
}

function elsewhere(url: URL): AppError {
  return new AppError('remote_failed', `${url.host} leads elsewhere`, { detail: { host: url.host, reason: 'host' } });
}
