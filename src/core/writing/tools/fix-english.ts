import type { TextPlace } from './text-place.ts';
import type { Vocabulary } from '../../retrieval/word-index.ts';
import { correctedQuestion } from '../../retrieval/spelling.ts';
import { isCourtesy, isSignOff } from '../../conversations/courtesy.ts';
import { sentencesOf } from '../../conversations/sentences.ts';

/** Small words that nobody writes twice on purpose; "that that", "had had" and "log in in" are left. */
const doubled = /\b(the|an?|to|of|and|for|we|you|your|our|with|are|will|be|have|has|at|from|this|or|as|by)(\s)\1\b/giu;
/** Letters left out of a contraction; what is a word by itself (its, well, wont, were) is left. */
const contractions: Readonly<Record<string, string>> = {
  cant: "can't",
  dont: "don't",
  doesnt: "doesn't",
  didnt: "didn't",
  isnt: "isn't",
  wasnt: "wasn't",
  arent: "aren't",
  werent: "weren't",
  couldnt: "couldn't",
  wouldnt: "wouldn't",
  shouldnt: "shouldn't",
  havent: "haven't",
  hasnt: "hasn't",
  hadnt: "hadn't",
  im: "I'm",
  ive: "I've",
  youre: "you're",
  youve: "you've",
  youll: "you'll",
  theyre: "they're",
  weve: "we've",
  thats: "that's",
  theres: "there's",
  whats: "what's",
  heres: "here's",
};
/** Slips of the hand that are no word. */
const slips: Readonly<Record<string, string>> = {
  teh: 'the',
  hte: 'the',
  taht: 'that',
  thier: 'their',
  yuo: 'you',
  wiht: 'with',
  adn: 'and',
  recieve: 'receive',
  recieved: 'received',
  reciept: 'receipt',
  adress: 'address',
  seperate: 'separate',
  seperately: 'separately',
  definately: 'definitely',
  occured: 'occurred',
  untill: 'until',
  becuase: 'because',
  beleive: 'believe',
  tommorow: 'tomorrow',
  tommorrow: 'tomorrow',
  tomorow: 'tomorrow',
  succesfully: 'successfully',
  sucessfully: 'successfully',
  succesful: 'successful',
  unfortunatly: 'unfortunately',
  convienient: 'convenient',
  convinient: 'convenient',
  inconvinience: 'inconvenience',
  inconvienence: 'inconvenience',
  recomend: 'recommend',
  accomodate: 'accommodate',
  wich: 'which',
  alot: 'a lot',
  refering: 'referring',
  transfered: 'transferred',
  guarentee: 'guarantee',
  garantee: 'guarantee',
  warrenty: 'warranty',
  availible: 'available',
  availabe: 'available',
  delievery: 'delivery',
  delivary: 'delivery',
  shippment: 'shipment',
  ordeer: 'order',
  pakage: 'package',
  packege: 'package',
  replacment: 'replacement',
  refun: 'refund',
  imediately: 'immediately',
  immediatly: 'immediately',
  neccessary: 'necessary',
  necesary: 'necessary',
  proccess: 'process',
  posible: 'possible',
  sincerly: 'sincerely',
  truely: 'truly',
  wierd: 'weird',
};
const word = /(?<![\p{L}\p{M}\p{N}'’_@#./-])\p{Script=Latin}+(?![\p{L}\p{M}\p{N}'’_@-]|[./]\p{L})/gu;

/** Mechanical errors of English put right, sentence by sentence; what needs a reader's judgement is left. */
export function fixedEnglish(text: string, vocabulary: Vocabulary | null, place: TextPlace): string {
  const said = misspellings(quotes(words(spaces(text))), vocabulary);
  return stops(capitals(said, place.startsSentence), place.endsParagraph);
}

function spaces(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      // Columns that somebody has set with spaces.
      if ((line.trim().match(/ {2,}/g)?.length ?? 0) > 2 || /\t/.test(line.trim())) return line;
      return line
        .replace(/(?<=\S) {2,}(?=\S)/gu, ' ')
        .replace(/(?<=\p{L}|[\p{N})”]) +(?=[,;!?](?:\s|$)|[.:](?:\s|$))/gu, '')
        .replace(/(?<=\p{Ll}{2}),(?=\p{L}{2})/gu, ', ');
    })
    .join('\n');
}

function words(text: string): string {
  return text
    .replace(doubled, '$1')
    .replace(/(?<![\p{L}\p{N}'’_./&(-])i(?=['’](?:m|ll|ve|d)\b|[ ,?!](?!\.))(?![.)/&-])/gu, 'I')
    .replace(word, (found) => {
      const lower = found.toLowerCase();
      if (/^\p{Lu}{2,}$/u.test(found)) return found;
      const right = own(contractions, lower) ?? own(slips, lower);
      return right === undefined ? found : withCapitalOf(found, right);
    });
}

function own(list: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(list, key) ? list[key] : undefined;
}

function withCapitalOf(found: string, right: string): string {
  return /^\p{Lu}/u.test(found) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}

/** Both kinds of quotation marks in one text: the curly ones win where the straight ones come in pairs. */
function quotes(text: string): string {
  const apostrophes = {
    straight: text.match(/(?<=\p{L})'(?=\p{L})/gu)?.length ?? 0,
    curly: text.match(/(?<=\p{L})’(?=\p{L})/gu)?.length ?? 0,
  };
  let fixed = text;
  if (apostrophes.straight > 0 && apostrophes.curly > 0)
    fixed =
      apostrophes.curly >= apostrophes.straight
        ? fixed.replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
        : fixed.replace(/(?<=\p{L})’(?=\p{L})/gu, "'");
  const outside = fixed.replace(/“[^“”]*”/gu, '');
  const straight = outside.match(/"/g)?.length ?? 0;
  // After a digit it is an inch; where curly ones have no partner it is not known which is which.
  if (outside === fixed || straight % 2 === 1 || /[“”]|\d"/u.test(outside)) return fixed;
  return fixed.replace(/(“[^“”]*”)|"([^"“”\n]*)"/gu, (_, curly?: string, inner?: string) => curly ?? `“${inner}”`);
}

/** Ranks of words that a misspelling may be read as, and the least letters of one. */
const everydayUpTo = 6_000;
const shortest = 6;

/** Words that neither English nor the knowledge has and that are one slip from one they have; names stay. */
function misspellings(text: string, vocabulary: Vocabulary | null): string {
  if (vocabulary === null) return text;
  return text.replace(word, (found, index: number) => {
    if (found.length < shortest || !/^\p{Ll}+$/u.test(found) || isKnown(vocabulary, found)) return found;
    const before = text.slice(Math.max(0, index - 30), index);
    const read = correctedQuestion(vocabulary, `we have the ${found}`).slice('we have the '.length);
    const isMeant =
      /^\p{Ll}+$/u.test(read) &&
      areOneSlipApart(found, read) &&
      (vocabulary.countOf(read) > 0 || (vocabulary.rankOf(read) ?? Infinity) <= everydayUpTo);
    // What stands in quotation marks or behind "called" is named, not said.
    return isMeant && !/["“‘']$|\b(?:called|named|code|user|login|password)[:\s]+$/iu.test(before) ? read : found;
  });
}

function isKnown(vocabulary: Vocabulary, found: string): boolean {
  return vocabulary.countOf(found) > 0 || vocabulary.rankOf(found) !== null;
}

/** One letter more, less or other, or two neighbours the wrong way round; the first and the last stay ("matcha"). */
function areOneSlipApart(a: string, b: string): boolean {
  if (a === b || a.charAt(0) !== b.charAt(0) || a.at(-1) !== b.at(-1) || Math.abs(a.length - b.length) > 1)
    return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return (
    restA.charAt(0) === restB.charAt(1) && restA.charAt(1) === restB.charAt(0) && restA.slice(2) === restB.slice(2)
  );
}

/** First words that are written small on purpose have a capital, a digit or a mark within; these have not. */
const plainWord = /^\p{Ll}+(?:['’]\p{Ll}+)?(?=[\s,.!?:;]|$)/u;
const openers =
  /^(?:the|an?|we|you|your|our|it|its|it['’]s|this|that|these|those|they|he|she|there|here|please|thanks?|if|when|once|after|before|as|for|in|on|at|to|with|and|but|so|yes|no|not|unfortunately|also|however|could|can|would|will|do|does|did|is|are|have|has|how|what|where|which|who|why|let|just|hello|hi|dear|sorry|my|all|any|both|each|every|returns?|orders?|delivery|shipping|parcels?|refunds?)\b/u;

/** A sentence that begins with a common word written small, where the one before it has ended. */
function capitals(text: string, startsSentence: boolean): string {
  let hasEnded = startsSentence;
  let before = '';
  const sentences = sentencesOf(text);
  const fixed = sentences.map(({ lead, text: sentence }) => {
    // Below "Hello Marta," many go on with a small letter.
    const isParagraph = /\n[^\S\n]*\n/.test(lead) && !/[,;:，]$/.test(before);
    const starts = (hasEnded || isParagraph) && plainWord.test(sentence) && openers.test(sentence);
    // What is quoted ends with its mark, and the sentence around it goes on.
    hasEnded = /\.["”’)]?$|[!?]$/.test(sentence) && !/\.\.\.$|\b(?:etc|approx|incl|e\.g|i\.e)\.$/i.test(sentence);
    before = sentence;
    return lead + (starts ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence);
  });
  return fixed.join('') + /\s*$/u.exec(text)?.[0];
}

/** Words that only a sentence has; a heading, a name or a line of an address has none. */
const said =
  /\b(?:is|are|was|were|will|can|cannot|have|has|had|do|does|did|could|would|should|must|may|please|hope|let|takes?|ships?|costs?|\p{L}+n['’]t|(?:we|you|i|it|they)['’](?:ll|re|ve|m|s|d))\b/iu;
const asks = /^(?:could|can|would|will|do|did|have) you\b/iu;
/** A question lacks another mark, and where it is one is not always plain. */
const asksSomething =
  /^(?:what|when|where|which|who|why|how|is|are|was|were|does|has|should|may|shall)\b|\b(?:what|when|where|which|who|why|how) (?:is|are|was|were|will|can|do|does|did|would|should|could|shall)\b/iu;
const fewestWords = 4;

/** The stop that the last sentence of a paragraph lacks. */
function stops(text: string, endsParagraph: boolean): string {
  return text
    .split(/(\n[^\S\n]*\n\s*)/)
    .map((paragraph, i, all) => {
      const isLast = i === all.length - 1;
      return i % 2 === 1 || (isLast && !endsParagraph) ? paragraph : stopped(paragraph, isLast);
    })
    .join('');
}

function stopped(paragraph: string, isLast: boolean): string {
  const body = paragraph.trimEnd();
  const lines = body.split('\n');
  const last = lines.at(-1) ?? '';
  const sentence = sentencesOf(last).at(-1)?.text ?? '';
  const isList = lines.some((line) => /^\s*(?:[-*•–·]|\d+[.)])\s/.test(line));
  const wordCount = sentence.split(/\s+/).length;
  if (isList || !/[\p{Ll}\p{N})]$/u.test(body) || wordCount < fewestWords || !said.test(sentence)) return paragraph;
  if (asksSomething.test(sentence) && !asks.test(sentence)) return paragraph;
  if (
    /https?:\/\/\S+$|\bwww\.\S+$|\S+@\S+$/u.test(body) ||
    isSignOff(sentence) ||
    (isLast && lines.length > 1 && isCourtesy(sentence))
  )
    return paragraph;
  return body + (asks.test(sentence) ? '?' : '.') + paragraph.slice(body.length);
}
