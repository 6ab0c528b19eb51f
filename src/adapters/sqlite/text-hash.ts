import { createHash } from 'node:crypto';

/** The SHA-256 digest of a text's UTF-8 bytes: 32 bytes. */
export function textHash(text: string): Uint8Array {
  return createHash('sha256').update(text, 'utf8').digest();
}
