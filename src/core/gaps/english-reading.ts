import { stemOf } from '../retrieval/stem.ts';
import { carriers, isCarrier } from './carriers.ts';
import { foldedScript } from '../retrieval/folded-script.ts';
import { glossary } from './glossary.ts';

/** What a question says, made ready for a model and for words that read English alone. */
export type Reading = {
  /** The text itself where it is English; of Chinese and Japanese the meanings of the words that the glossary knows. */
  readonly english: string;
  /** What was read and what was not, each term with what it counts. */
  readonly words: ReadonlyMap<string, number>;
  /** Of these, what `english` leaves out. */
  readonly unread: ReadonlyMap<string, number>;
};

const meanings = new Map<string, string>();
let longest = 1;
for (const entry of glossary.split(';')) {
  const [meaning = '', ...words] = entry.trim().split(/\s+/);
  for (const word of words.map(foldedScript)) {
    meanings.set(word, meaning.replaceAll('_', ' '));
    longest = Math.max(longest, word.length);
  }
}

const wordWeight = 2;
/** A character of a script without spaces says something by itself, and more beside its neighbour. */
const characterWeight = 1;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Hiragana is left aside: it is mostly inflection. */
const pieces = /[\p{Script=Han}々〆]+|[\p{Script=Katakana}ー]+|[\p{Script=Hiragana}]+|[\p{L}\p{N}']+/gu;

/** Reads a question in any of the languages of the desk. */
export function readingOf(text: string): Reading {
  const folded = foldedScript(text);
  const words = new Map<string, number>();
  if (!unspaced.test(folded)) {
    addTerms(folded, words);
    return { english: text, words, unread: new Map() };
  }
  const { meant, rest } = glossed(folded);
  const unread = new Map<string, number>();
  addTerms(rest, unread);
  for (const meaning of meant) words.set(`=${meaning}`, wordWeight);
  for (const [term, weight] of unread) words.set(term, weight);
  return { english: meant.join(' '), words, unread };
}

/** The meanings in a text, longest words first, and what is left between them. */
function glossed(folded: string): { readonly meant: readonly string[]; readonly rest: string } {
  const meant: string[] = [];
  let rest = '';
  for (let at = 0; at < folded.length;) {
    carriers.lastIndex = at;
    const empty = carriers.exec(folded)?.[0].length ?? 0;
    const known = longestAt(folded, at);
    if (known > 0 && known >= empty) {
      meant.push(meanings.get(folded.slice(at, at + known)) ?? '');
      rest += ' ';
      at += known;
    } else if (empty > 0) {
      rest += ' ';
      at += empty;
    } else rest += folded[at++];
  }
  const latin = rest.match(/[a-z][a-z0-9.-]+/g) ?? [];
  return { meant: [...meant, ...latin], rest };
}

const latinOrDigit = /[a-z0-9]/;
const katakana = /[\p{Script=Katakana}ー]/u;
/** Katakana words no longer than this also begin and end others: パン in パンダ. */
const shortest = 2;

/** The length of the longest known word that begins here, shorter where a longer one begins inside it; 0 where there is none. */
function longestAt(text: string, at: number): number {
  const length = knownAt(text, at, longest);
  for (let inside = 1; inside < length; inside++) {
    if (knownAt(text, at + inside, longest) > length) return knownAt(text, at, inside);
  }
  return length;
}

function knownAt(text: string, at: number, most: number): number {
  if (latinOrDigit.test(text[at] ?? '') && latinOrDigit.test(text[at - 1] ?? '')) return 0;
  for (let length = Math.min(most, text.length - at); length > 0; length--) {
    const end = at + length;
    if (latinOrDigit.test(text[end - 1] ?? '') && latinOrDigit.test(text[end] ?? '')) continue;
    if (length <= shortest && katakana.test(text[at] ?? '') && isInsideKatakana(text, at, end)) continue;
    if (meanings.has(text.slice(at, end))) return length;
  }
  return 0;
}

function isInsideKatakana(text: string, at: number, end: number): boolean {
  return katakana.test(text[at - 1] ?? '') || katakana.test(text[end] ?? '');
}

function addTerms(text: string, terms: Map<string, number>): void {
  for (const [piece] of text.matchAll(pieces)) {
    if (/^[\p{Script=Han}々〆]/u.test(piece)) addCharacters(piece, terms);
    else if (/^[\p{Script=Katakana}ー]/u.test(piece)) terms.set(piece, wordWeight);
    else if (!/^\p{Script=Hiragana}/u.test(piece) && !isCarrier(piece))
      terms.set(stemOf(piece.replaceAll("'", '')), wordWeight);
  }
}

function addCharacters(piece: string, terms: Map<string, number>): void {
  const characters = [...piece];
  characters.forEach((character, i) => {
    terms.set(character, characterWeight);
    if (i > 0) terms.set(`${characters[i - 1]}${character}`, characterWeight);
  });
}
