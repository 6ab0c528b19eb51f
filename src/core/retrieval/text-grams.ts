/**
 * What a text is written with, as numbers a linear model can weigh: pieces of its words (2 to 5 characters, with the
 * word's edges) and its words and pairs of words, each weighted by rarity (tf–idf, Salton & Buckley 1988) and folded
 * by a signed hash into a fixed width (Weinberger et al., 2009).
 */
export const gramWidth = 2_048;

/** In how many of the texts of a knowledge each piece stands, by hash. */
export type GramRarity = { readonly counts: Uint32Array; readonly texts: number };

/** A sparse row: places below `gramWidth`, and their weights. */
export type GramRow = { readonly places: Uint16Array; readonly weights: Float32Array };

const bucketBits = 18;
const widthBits = 11;
const longestPiece = 5;
/** The pieces tell spelling and the words tell meaning; both together have the length √(1 + 0.7²). */
const wordShare = 0.7;
/** More of a text says nothing new about what it asks. */
const mostCharacters = 600;

const words = /[\p{L}\p{M}\p{N}]+/gu;

/** Counts the pieces of texts; `add` takes one text, `rarity` is what has been counted so far. */
export function countGrams(): { add(text: string): void; readonly rarity: () => GramRarity } {
  const counts = new Uint32Array(1 << bucketBits);
  let texts = 0;
  return {
    add(text) {
      texts++;
      const { pieces, terms } = gramsOf(text);
      const buckets = new Set([...pieces.keys(), ...terms.keys()].map(bucketOf));
      for (const bucket of buckets) counts[bucket] = (counts[bucket] ?? 0) + 1;
    },
    rarity: () => ({ counts, texts }),
  };
}

/** A text as a row of weights. */
export function gramRow(text: string, rarity: GramRarity): GramRow {
  const row = new Map<number, number>();
  const { pieces, terms } = gramsOf(text);
  addFolded(row, pieces, rarity, 1);
  addFolded(row, terms, rarity, wordShare);
  return { places: Uint16Array.from(row.keys()), weights: Float32Array.from(row.values()) };
}

type Grams = ReadonlyMap<number, number>;

/** How often each piece and each word stands in a text, by hash. A number is a slot: its digits say nothing. */
function gramsOf(text: string): { readonly pieces: Grams; readonly terms: Grams } {
  const folded = text.slice(0, mostCharacters).normalize('NFKC').toLowerCase().replaceAll(/\p{N}/gu, '0');
  const pieces = new Map<number, number>();
  const terms = new Map<number, number>();
  let previous = '';
  for (const [word] of folded.matchAll(words)) {
    addPieces(pieces, ` ${word} `);
    addOne(terms, hashOf(word, 0, word.length, wordSeed));
    if (previous !== '') {
      const pair = `${previous} ${word}`;
      addOne(terms, hashOf(pair, 0, pair.length, wordSeed));
    }
    previous = word;
  }
  return { pieces, terms };
}

const wordSeed = 0x811c9dc5;
const pieceSeed = 0x1b873593;

function addPieces(pieces: Map<number, number>, padded: string): void {
  for (let length = 2; length <= longestPiece; length++) {
    for (let start = 0; start + length <= padded.length; start++) {
      addOne(pieces, hashOf(padded, start, start + length, pieceSeed));
    }
  }
}

function addOne(counts: Map<number, number>, hash: number): void {
  counts.set(hash, (counts.get(hash) ?? 0) + 1);
}

/** FNV-1a over UTF-16 units, then a finishing mix so that all bits depend on all of the text. */
function hashOf(text: string, start: number, end: number, seed: number): number {
  let hash = seed;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function bucketOf(hash: number): number {
  return hash >>> (32 - bucketBits);
}

function addFolded(row: Map<number, number>, grams: Grams, { counts, texts }: GramRarity, share: number): void {
  const weighed: Array<readonly [number, number]> = [];
  let squares = 0;
  for (const [hash, often] of grams) {
    const rarity = Math.log((1 + texts) / (1 + (counts[bucketOf(hash)] ?? 0))) + 1;
    const weight = (1 + Math.log(often)) * rarity;
    squares += weight * weight;
    weighed.push([hash, weight]);
  }
  const scale = squares === 0 ? 0 : share / Math.sqrt(squares);
  for (const [hash, weight] of weighed) {
    const place = hash & (gramWidth - 1);
    const sign = ((hash >>> widthBits) & 1) === 0 ? 1 : -1;
    row.set(place, (row.get(place) ?? 0) + sign * weight * scale);
  }
}
