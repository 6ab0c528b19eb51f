import { detectLanguage } from '../conversations/detect-language.ts';
import { misspellingCost } from './misspelling.ts';
import { type Vocabulary, skeletonOf } from './word-index.ts';

/** Writing of telephones that is English at large. Words that the knowledge holds are left as they are. */
const shorthand: ReadonlyMap<string, string> = new Map(
  (
    'u you|ur your|r are|pls please|plz please|plss please|plzz please|thx thanks|thnx thanks|tnx thanks|tks thanks|ty thank you|' +
    'wen when|wat what|wht what|wot what|hw how|hv have|hav have|hve have|dnt do not|dont do not|didnt did not|doesnt does not|' +
    'cant cannot|cnt cannot|wont will not|isnt is not|hasnt has not|havent have not|im i am|ive i have|bcz because|bcoz because|' +
    'coz because|cuz because|abt about|msg message|amt amount|qty quantity|acct account|tmrw tomorrow|tmr tomorrow|2day today|' +
    'b4 before|rcvd received|recd received|addr address|no. number|wanna want to|gonna going to|gimme give me|lemme let me|' +
    'alot a lot|thier their|teh the|hte the|yuo you|taht that|havnt have not|dosnt does not|dosent does not|arent are not|wasnt was not|couldnt could not|wouldnt would not|shouldnt should not|wich which|gud good|shud should|cud could|wud would|frm from|wid with|dis this|dat that'
  )
    .split('|')
    .map((pair): readonly [string, string] => {
      const [short = '', ...full] = pair.split(' ');
      return [short, full.join(' ')];
    }),
);

/** What stands between white space and is not to be read: links, addresses, what holds a digit or stands in a code. */
const untouched = /https?:\/\/|\bwww\.|\S@\S|[#@]\S|\d|\p{L}[_/\\.:-]\p{L}/u;
const word = /(?<![\p{L}\p{M}'’])\p{Script=Latin}+(?:['’]\p{Script=Latin}+)?(?![\p{L}\p{M}])/gu;

const shortest = 4;
const longest = 24;
/** A question is read up to here. */
const longestText = 4_000;
/** A text with more strange words than this share is of another language, or about things the knowledge has not. */
const mostStrange = 0.5;
/** How much nearer, in cost, the word that is meant is than any other. */
const margin = 0.25;

/** What a word of so many letters may differ in, as `misspellingCost` counts. */
function limitOf(length: number): number {
  if (length <= 4) return 0.75;
  if (length === 5) return 1;
  return length <= 8 ? 1.3 : 1.9;
}

type Token = { readonly text: string; readonly start: number; readonly end: number; readonly lower: string };

/**
 * A question with its misspellings read as the words they are nearest to: for the search only. What the knowledge holds or
 * English knows is right; an unknown word is read as a known one only if one is plainly nearer than all others. Numbers,
 * codes, links, names and other languages stay.
 */
export function correctedQuestion(vocabulary: Vocabulary, text: string): string {
  // Without the words of English every word that the knowledge has not would be taken for a slip.
  if (vocabulary.rankOf('the') === null || text.length > longestText) return text;
  if (!/\p{Script=Latin}/u.test(text) || detectLanguage(text) !== 'en') return text;
  const tokens = tokensOf(text);
  const readings = tokens.map((token) => vocabulary.reading(token.text, () => readingOf(vocabulary, token)));
  const strange = readings.filter((reading) => reading === null).length;
  if (tokens.length > 2 && strange > mostStrange * tokens.length) return text;
  let result = '';
  let end = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    const next = tokens[i + 1];
    const joined =
      next === undefined || text.slice(token.end, next.start) !== ' ' ? null : joinedReading(vocabulary, token, next);
    result += text.slice(end, token.start) + (joined ?? readings[i] ?? token.text);
    end = joined === null || next === undefined ? token.end : next.end;
    if (joined !== null) i++;
  }
  return result + text.slice(end);
}

function tokensOf(text: string): readonly Token[] {
  const isShouted = !/\p{Ll}/u.test(text);
  const pieces = [...text.matchAll(/\S+/gu)].filter(([piece]) => !untouched.test(piece));
  return pieces
    .flatMap((piece) => [...piece[0].matchAll(word)].map((match) => tokenAt(match[0], piece.index + match.index)))
    .filter((token) => isShouted || !isName(text, token));
}

function tokenAt(text: string, start: number): Token {
  return { text, start, end: start + text.length, lower: text.toLowerCase().replaceAll('’', "'") };
}

/** A capital within a sentence, and capitals alone, are a name's. */
function isName(text: string, { text: written, start }: Token): boolean {
  if (/^\p{Lu}{2,}$/u.test(written) || /\p{Ll}\p{Lu}/u.test(written)) return true;
  return /^\p{Lu}/u.test(written) && /[\p{L}\p{N},;]\s+$/u.test(text.slice(Math.max(0, start - 20), start));
}

/** The word a token is read as: itself where it is right; null where it is none that is known. */
function readingOf(vocabulary: Vocabulary, { text, lower }: Token): string | null {
  const short = shorthand.get(lower);
  if (short !== undefined && vocabulary.countOf(lower) === 0) return short;
  if (isRight(vocabulary, lower)) return text;
  if (lower.length < shortest || lower.length > longest || lower.includes("'"))
    return lower.length < shortest ? text : null;
  return nearest(vocabulary, lower, /^\p{Lu}\p{Ll}/u.test(text)) ?? split(vocabulary, lower);
}

function isRight(vocabulary: Vocabulary, lower: string): boolean {
  const bare = lower.replace(/'(?:s|t|re|ve|ll|m|d)$/, '');
  return vocabulary.countOf(bare) > 0 || vocabulary.rankOf(bare) !== null || (lower !== bare && shorthand.has(bare));
}

/** How much a word speaks for itself: what the knowledge says often, then what English says often. */
function weightOf(vocabulary: Vocabulary, known: string): number {
  const rank = vocabulary.rankOf(known);
  const common = rank === null ? 0 : Math.max(0, 4 - Math.log10(rank));
  return Math.min(mostWeight, 0.15 * Math.log2(1 + vocabulary.countOf(known)) + 0.06 * common);
}

const mostWeight = 0.9;
/** Short words lie near many: one is read only as what the knowledge says more than once, or everybody says. */
const everydayUpTo = 1_000;

/** What begins with a capital may be a name, and what begins otherwise another word: only the knowledge speaks against it. */
function mayBeMeant(vocabulary: Vocabulary, typed: string, known: string, isCapital: boolean): boolean {
  if ((isCapital || known.charAt(0) !== typed.charAt(0)) && vocabulary.countOf(known) === 0) return false;
  if (typed.length > shortest) return true;
  return vocabulary.countOf(known) > 1 || (vocabulary.rankOf(known) ?? Infinity) <= everydayUpTo;
}

function nearest(vocabulary: Vocabulary, typed: string, isCapital: boolean): string | null {
  const limit = limitOf(typed.length);
  const candidates = vocabulary.near(typed, limit < 1 ? 1 : 2).map((known) => ({
    known,
    cost: misspellingCost(typed, known, limit),
  }));
  // Telephones leave out vowels: then any number of them is missing, and nothing else.
  if (skeletonOf(typed) === typed.replace(/(.)\1+/g, '$1'))
    for (const known of vocabulary.withConsonants(skeletonOf(typed))) candidates.push({ known, cost: 0.6 });
  const meant = candidates.filter(
    ({ known, cost }) => cost < Infinity && mayBeMeant(vocabulary, typed, known, isCapital),
  );
  // Of two words as near, the one that the knowledge holds is meant, not the one that only English knows.
  const held = Math.min(...meant.filter(({ known }) => vocabulary.countOf(known) > 0).map(({ cost }) => cost));
  const scored = meant
    .filter(({ known, cost }) => cost < held || vocabulary.countOf(known) > 0)
    .map(({ known, cost }) => ({ known, cost, score: cost - weightOf(vocabulary, known) }))
    .sort((a, b) => a.score - b.score || (a.known < b.known ? -1 : 1));
  const [best, ...others] = scored;
  if (best === undefined) return null;
  if (vocabulary.countOf(best.known) === 0 && isNearerToRare(vocabulary, typed, best.cost)) return null;
  const rival = others.find(({ known }) => known !== best.known && !isSameWord(known, best.known));
  return rival === undefined || rival.score - best.score >= margin ? best.known : null;
}

/** Whether a word of English that is too rare to be read lies nearer: "coupn" is "coupon" rather than "coup". */
function isNearerToRare(vocabulary: Vocabulary, typed: string, cost: number): boolean {
  for (let at = 1; at <= typed.length; at++)
    for (const letter of `aeiou${typed.charAt(at - 1)}`) {
      const rare = typed.slice(0, at) + letter + typed.slice(at);
      if (vocabulary.rankOf(rare) !== null && misspellingCost(typed, rare, cost) < cost) return true;
    }
  return false;
}

/** Forms of one word do not speak against each other. */
function isSameWord(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short.slice(0, Math.max(3, short.length - 1))) && long.length - short.length <= 3;
}

/** Words of two letters that may stand in a row written without spaces. */
const smallWords: ReadonlySet<string> = new Set(
  'on of to in is my it do at by no up we me us or an as be for the and'.split(' '),
);

const tellingShare = 0.7;

/** "cashondelivery": words of the knowledge, small ones between them; null where it is not made of such. */
function split(vocabulary: Vocabulary, typed: string): string | null {
  if (typed.length < 6) return null;
  const isPiece = (piece: string): boolean =>
    smallWords.has(piece) || (piece.length >= 3 && vocabulary.countOf(piece) > (piece.length > 3 ? 0 : 1));
  /** The fewest pieces of every beginning. */
  const ways: Array<readonly string[] | null> = [[]];
  for (let end = 1; end <= typed.length; end++) {
    let best: readonly string[] | null = null;
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const before = ways[start];
      const piece = typed.slice(start, end);
      const isSmallPair = smallWords.has(piece) && smallWords.has(before?.at(-1) ?? '');
      if (before == null || !isPiece(piece) || isSmallPair) continue;
      if (best === null || before.length + 1 < best.length) best = [...before, piece];
    }
    ways.push(best);
  }
  const pieces = ways[typed.length];
  if (pieces == null || pieces.length < 2 || pieces.length > 4) return null;
  const telling = pieces.filter((piece) => !smallWords.has(piece)).join('').length;
  return telling >= tellingShare * typed.length ? pieces.join(' ') : null;
}

/** "re fund": one word of the knowledge, where the halves are not both words of it. */
function joinedReading(vocabulary: Vocabulary, first: Token, second: Token): string | null {
  const whole = first.lower + second.lower;
  if (whole.length < 5 || /'/.test(whole) || smallWords.has(second.lower) || vocabulary.countOf(whole) < 2) return null;
  const isStrange = (part: string): boolean =>
    part !== 'i' &&
    part !== 'a' &&
    vocabulary.countOf(part) === 0 &&
    (part.length < 3 || vocabulary.rankOf(part) === null);
  return isStrange(first.lower) || isStrange(second.lower) ? whole : null;
}
