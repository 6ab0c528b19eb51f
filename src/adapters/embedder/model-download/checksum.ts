import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** What a server says a file is; null where it says nothing of it. */
export type Checksum = {
  readonly bytes: number | null;
  readonly sha256: string | null;
  /** The id Git gives the file: SHA-1 of `blob SIZE\0` and the content. */
  readonly gitSha1: string | null;
};

/**
 * What the headers of an answer tell of the whole file. Model hubs name large files by their SHA-256 and small ones by
 * their Git id, in an `ETag` beside `X-Repo-Commit` or, where they lead on to another host, in `X-Linked-Etag` and
 * `X-Linked-Size`. Any other server's tag says nothing of the content.
 */
export function checksumIn(headers: Headers): Checksum {
  const own = headers.has('x-repo-commit') ? headers.get('etag') : null;
  const tag = (headers.get('x-linked-etag') ?? own ?? '').replace(/^(?:W\/)?"|"$/g, '').toLowerCase();
  const size = Number(headers.get('x-linked-size') ?? Number.NaN);
  return {
    bytes: Number.isSafeInteger(size) ? size : null,
    sha256: /^[0-9a-f]{64}$/.test(tag) ? tag : null,
    gitSha1: /^[0-9a-f]{40}$/.test(tag) ? tag : null,
  };
}

/** Whether a file is what it should be, as far as is known. */
export async function isWhole(
  file: string,
  found: { readonly bytes: number; readonly sha256: string },
  expected: Checksum,
): Promise<boolean> {
  if (expected.bytes !== null && expected.bytes !== found.bytes) return false;
  if (expected.sha256 !== null) return expected.sha256.toLowerCase() === found.sha256;
  if (expected.gitSha1 === null) return true;
  const hash = createHash('sha1').update(`blob ${found.bytes}\0`);
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex') === expected.gitSha1;
}

/** The lines of a `SHA256SUMS` file (`sha256sum`'s own form) by file name. */
export function checksumsIn(text: string): ReadonlyMap<string, string> {
  const lines = text.split(/\r?\n/).flatMap((line): Array<[string, string]> => {
    const [, sha256, name] = /^([0-9a-fA-F]{64})[ \t]+\*?(?:\.\/)?(\S.*)$/.exec(line.trim()) ?? [];
    return sha256 === undefined || name === undefined ? [] : [[name, sha256.toLowerCase()]];
  });
  return new Map(lines);
}
