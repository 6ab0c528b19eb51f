import { stemOf } from './stem.ts';

/** The words of the language at large and of the store's knowledge, all in lower case. */
export type Vocabulary = {
  /** How often the knowledge holds a word, in this form or another of the same stem; 0: it does not. */
  countOf(word: string): number;
  /** The place of a word among those of the language, 1 the most frequent; null: it is none. */
  rankOf(word: string): number | null;
  /** Known words whose letters differ in no more than `edits` from this one's: a few dozen at most, in no order. */
  near(word: string, edits: number): readonly string[];
  /** Known words that are this one once its vowels are left out: "ordr", "dlvry". */
  withConsonants(skeleton: string): readonly string[];
  /** What `read` makes of a written word; it is asked once, until the words change. */
  reading(written: string, read: () => string | null): string | null;
};

/** A vocabulary that is kept current with the knowledge. */
export type WordIndex = Vocabulary & {
  add(words: Iterable<string>): void;
  remove(words: Iterable<string>): void;
};

/** Less frequent words of the language are known, and nothing is read as one of them. */
const readAsUpTo = 12_000;
const longestWord = 24;
/** Readings kept; more than any message holds. */
const mostReadings = 4_096;

/**
 * An index over words that are looked for by what they nearly are. Of two words that differ by k slips, each has at most k
 * kinds of letters that the other has not, and their lengths differ by k: a scan over these two numbers leaves a few hundred
 * of 50,000 words. `common` holds the words of the language, the most frequent first.
 */
export function wordIndex(common: readonly string[]): WordIndex {
  const ranks = new Map(common.map((word, i) => [word, i + 1]));
  const counts = new Map<string, number>();
  const stemCounts = new Map<string, number>();
  const buckets = new Map<number, Bucket>();
  const skeletons = new Map<string, string[]>();
  const isIndexed = new Set<string>();
  const readings = new Map<string, string | null>();

  const index = (word: string): void => {
    if (isIndexed.has(word) || word.length < 3 || word.length > longestWord) return;
    isIndexed.add(word);
    let bucket = buckets.get(word.length);
    if (bucket === undefined) buckets.set(word.length, (bucket = emptyBucket()));
    append(bucket, word);
    const skeleton = skeletonOf(word);
    if (skeleton.length < 3) return;
    const others = skeletons.get(skeleton);
    if (others === undefined) skeletons.set(skeleton, [word]);
    else others.push(word);
  };
  for (const word of common.slice(0, readAsUpTo)) index(word);

  const counted = (map: Map<string, number>, key: string, by: number): void => {
    const count = (map.get(key) ?? 0) + by;
    if (count > 0) map.set(key, count);
    else map.delete(key);
  };
  const isKnown = (word: string): boolean => counts.has(word) || (ranks.get(word) ?? Infinity) <= readAsUpTo;
  return {
    countOf: (word) => counts.get(word) ?? stemCounts.get(stemOf(word)) ?? 0,
    rankOf: (word) => ranks.get(word) ?? null,
    near: (word, edits) => {
      const letters = lettersOf(word);
      const found: string[] = [];
      for (let length = word.length - edits; length <= word.length + edits; length++) {
        const bucket = buckets.get(length);
        if (bucket === undefined) continue;
        for (let i = 0; i < bucket.words.length; i++)
          if (isNear(bucket.letters[i] ?? 0, letters, edits)) {
            const known = bucket.words[i] ?? '';
            if (beginsAlike(word, known) && isKnown(known)) found.push(known);
          }
      }
      return found;
    },
    withConsonants: (skeleton) => (skeletons.get(skeleton) ?? []).filter(isKnown),
    reading: (written, read) => {
      const known = readings.get(written);
      if (known !== undefined) return known;
      if (readings.size >= mostReadings) readings.clear();
      const made = read();
      readings.set(written, made);
      return made;
    },
    add: (words) => {
      readings.clear();
      for (const word of words) {
        counted(counts, word, 1);
        counted(stemCounts, stemOf(word), 1);
        index(word);
      }
    },
    remove: (words) => {
      readings.clear();
      for (const word of words) {
        counted(counts, word, -1);
        counted(stemCounts, stemOf(word), -1);
      }
    },
  };
}

type Bucket = { readonly words: string[]; letters: Int32Array };

function emptyBucket(): Bucket {
  return { words: [], letters: new Int32Array(64) };
}

function append(bucket: Bucket, word: string): void {
  if (bucket.words.length === bucket.letters.length) {
    const larger = new Int32Array(2 * bucket.letters.length);
    larger.set(bucket.letters);
    bucket.letters = larger;
  }
  bucket.letters[bucket.words.length] = lettersOf(word);
  bucket.words.push(word);
}

/** The set of letters a word is made of; what is no letter of the alphabet shares six bits. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i) - 97;
    letters |= 1 << (code >= 0 && code < 26 ? code : 26 + (word.charCodeAt(i) % 6));
  }
  return letters;
}

function isNear(a: number, b: number, edits: number): boolean {
  return bitsIn(a & ~b) <= edits && bitsIn(b & ~a) <= edits;
}

/** The first letter is seldom wrong: it stands, is one place off, or is left out. */
function beginsAlike(a: string, b: string): boolean {
  const [a1, b1] = [a.charCodeAt(0), b.charCodeAt(0)];
  return a1 === b1 || a.charCodeAt(1) === b1 || a1 === b.charCodeAt(1) || a.slice(1, 4) === b.slice(1, 4);
}

function bitsIn(value: number): number {
  let bits = value - ((value >>> 1) & 0x5555_5555);
  bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** A word as telephones write it: the first letter and the consonants after it, doubled ones once. */
export function skeletonOf(word: string): string {
  return (word.charAt(0) + word.slice(1).replace(/[aeiou']/g, '')).replace(/(.)\1+/g, '$1');
}

/** The words of a text that count for a vocabulary: Latin letters only, in lower case. */
export function wordsOf(text: string): string[] {
  return [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .matchAll(/\p{Script=Latin}{1,24}/gu),
  ].map(([word]) => word);
}
