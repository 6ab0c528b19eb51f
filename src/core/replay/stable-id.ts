/**
 * The name of something that is only supposed, made of its place among others and of what it says, in the form of a UUID:
 * other words never bear the same. Like real ones, those written later are larger, and all of them larger than any real one.
 */
export function stableId(ordinal: number, text: string): string {
  const place = ordinal.toString(16).padStart(6, '0').slice(-6);
  const hash = [0x811c9dc5, 0x9e3779b9].map((seed) => hashOf(text, seed)).join('');
  // No clock writes such a time.
  return `${supposedTime}-7${place.slice(0, 3)}-8${place.slice(3)}-${hash.slice(0, 12)}`;
}

const supposedTime = 'ffffffff-ffff';

/** Murmur3's mixing over UTF-16 units, 32 bits, as 8 hexadecimal digits. */
function hashOf(text: string, seed: number): string {
  let hash = seed;
  for (let i = 0; i < text.length; i++) {
    let part = Math.imul(text.charCodeAt(i), 0xcc9e2d51);
    part = (part << 15) | (part >>> 17);
    hash ^= Math.imul(part, 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  hash ^= text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0');
}
