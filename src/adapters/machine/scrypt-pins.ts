import { type ScryptOptions, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { PinHasher } from '#core/ports/pin-hasher.ts';

/** 2^15 blocks of 8: 32 MiB and some 0.1 s a try (RFC 7914 names 16 MiB for an interactive sign-in). */
const now = { N: 2 ** 15, r: 8, p: 1 };
/** Parameters of a text that was tampered with must not take the machine's memory. */
const mostMemory = 256 * 1024 * 1024;
const saltBytes = 16;
const keyBytes = 32;
const form = /^scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,3})\$([\w-]+)\$([\w-]+)$/;

/** PINs by scrypt (node:crypto): `scrypt$N$r$p$salt$key`, the last two as base64url. */
export const scryptPins: PinHasher = {
  async hash(pin) {
    const salt = randomBytes(saltBytes);
    const key = await derived(pin, salt, keyBytes, now);
    return ['scrypt', now.N, now.r, now.p, salt.toString('base64url'), key.toString('base64url')].join('$');
  },
  async matches(pin, kept) {
    const [, N = '', r = '', p = '', salt = '', key = ''] = form.exec(kept) ?? [];
    const known = Buffer.from(key, 'base64url');
    if (known.byteLength < keyBytes) return false;
    const parameters = { N: Number(N), r: Number(r), p: Number(p) };
    const tried = await derived(pin, Buffer.from(salt, 'base64url'), known.byteLength, parameters).catch(() => null);
    return tried !== null && timingSafeEqual(tried, known);
  },
};

function derived(pin: string, salt: Buffer, length: number, parameters: ScryptOptions): Promise<Buffer> {
  // The same characters may be typed in several ways (NFKC; full-width digits of an input method).
  const text = pin.normalize('NFKC');
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, key: Buffer): void => (error === null ? resolve(key) : reject(error));
    try {
      scrypt(text, salt, length, { ...parameters, maxmem: mostMemory }, done);
    } catch (error) {
      reject(error as Error);
    }
  });
}
