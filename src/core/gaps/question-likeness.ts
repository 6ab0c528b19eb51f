import { stemOf } from '../retrieval/stem.ts';
import { type Terms, conceptsIn, isCarrier, isConcept } from './concepts.ts';

/** A question made ready to be compared with many. */
export type ComparedQuestion = {
  readonly terms: Terms;
  /** Sum of what the terms count. */
  readonly weight: number;
  /** Of unit length; null where no embedder is at hand. */
  readonly vector: Float32Array | null;
  /** Written without spaces between words: the vector says little. */
  readonly isUnspaced: boolean;
};

const wordWeight = 1.6;
/** A character of a script without spaces says something by itself, and more beside its neighbour. */
const characterWeight = 0.5;
const pairWeight = 0.5;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Hiragana is left aside: it is mostly inflection. */
const pieces = /[\p{Script=Han}々〆]+|[\p{Script=Katakana}ー]+|[\p{Script=Hiragana}]+|[\p{L}\p{N}']+/gu;
const carrierStems = new Map<string, boolean>();

/** The terms of a question: concepts, then the words left. */
export function questionTerms(text: string): Terms {
  const { found, rest } = conceptsIn(text);
  const terms = new Map(found);
  for (const [piece] of rest.matchAll(pieces)) {
    if (/^[\p{Script=Han}々〆]/u.test(piece)) addCharacters(piece, terms);
    else if (/^[\p{Script=Katakana}ー]/u.test(piece)) terms.set(piece, wordWeight);
    else if (!/^\p{Script=Hiragana}/u.test(piece) && !isEmpty(piece))
      terms.set(stemOf(piece.replaceAll("'", '')), wordWeight);
  }
  return terms;
}

function addCharacters(piece: string, terms: Map<string, number>): void {
  const characters = [...piece];
  characters.forEach((character, i) => {
    terms.set(character, characterWeight);
    if (i > 0) terms.set(`${characters[i - 1]}${character}`, pairWeight);
  });
}

function isEmpty(word: string): boolean {
  const known = carrierStems.get(word);
  if (known !== undefined) return known;
  const empty = isCarrier(word) || isCarrier(word.replace(/'.*$/, ''));
  if (carrierStems.size < 10_000) carrierStems.set(word, empty);
  return empty;
}

/** A question with its vector, ready to be compared. */
export function comparedQuestion(text: string, vector: Float32Array | null): ComparedQuestion {
  const terms = questionTerms(text);
  const weight = [...terms.values()].reduce((sum, one) => sum + one, 0);
  return { terms, weight, vector, isUnspaced: unspaced.test(text) };
}

/** What words count beside the vector. */
const wordShare = 0.45;

/**
 * How likely two questions ask the same, 0…1; comparable within one language. MiniLM knows hardly a Chinese or Japanese
 * word, so that texts of which it knows nothing are all the same for it: there words alone count.
 */
export function questionLikeness(a: ComparedQuestion, b: ComparedQuestion): number {
  const words = sharedWords(a, b);
  if (a.vector === null || b.vector === null || a.isUnspaced || b.isUnspaced) return words;
  return wordShare * words + (1 - wordShare) * Math.max(0, cosine(a.vector, b.vector));
}

/** Whether a text is compared by its words alone and needs no vector. */
export function needsNoVector(text: string): boolean {
  return unspaced.test(text);
}

/** What is left of a likeness where each question is about something that the other is not. */
const differingShare = 0.7;

/** What is shared, of the shorter question for the most part: the other may only say more. 0…1 */
export function sharedWords(a: ComparedQuestion, b: ComparedQuestion): number {
  let shared = 0;
  for (const [term, weight] of a.terms) if (b.terms.has(term)) shared += weight;
  const least = Math.min(a.weight, b.weight);
  const most = Math.max(a.weight, b.weight);
  if (least === 0) return 0;
  const share = shared / (0.7 * least + 0.3 * most);
  return hasOwnConcept(a, b) && hasOwnConcept(b, a) ? differingShare * share : share;
}

function hasOwnConcept(own: ComparedQuestion, other: ComparedQuestion): boolean {
  for (const term of own.terms.keys()) if (isConcept(term) && !other.terms.has(term)) return true;
  return false;
}

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
