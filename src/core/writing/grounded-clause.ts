import { sentencesOf } from '../conversations/sentences.ts';
import { isEmptyTerm } from '../retrieval/terms.ts';
import { clausesOf } from './clauses-of.ts';
import { numbersIn } from './foreign-marks.ts';
import { isNegative, withCostless } from './polarity.ts';
import { type Token, latinStems, tokensOf } from './telling-tokens.ts';
import { weightyIn } from './weighty-words.ts';

/** What a clause may be made of. */
export type Ground = {
  readonly text: string;
  /** The sentences of its answer. */
  readonly verbatim: ReadonlySet<string>;
  /** Of all it says, also in which words it is asked. */
  readonly terms: ReadonlySet<string>;
  readonly answered: ReadonlySet<string>;
  /** Of its answer, also those that say little. */
  readonly stems: ReadonlySet<string>;
  readonly weighty: ReadonlySet<string>;
  readonly sentences: ReadonlyArray<{ readonly terms: ReadonlySet<string>; readonly weighty: ReadonlySet<string> }>;
  readonly clauses: ReadonlyArray<{ readonly terms: ReadonlySet<string>; readonly isNegative: boolean }>;
  /** It is in another language than the reply: both are compared as they read in English. */
  readonly isAcross: boolean;
};

/** Made ready once for every clause that is compared with it. `reading`: a text in English words, for one across. */
export function groundOf(
  source: { readonly question: string; readonly answer: string },
  isAcross: boolean,
  reading: (text: string) => string,
): Ground {
  const read = (text: string): string =>
    isAcross
      ? sentencesOf(text)
          .map((each) => reading(each.text))
          .join('. ')
      : text;
  const text = `${source.question}\n${source.answer}`;
  const [question, answer] = [read(source.question), read(source.answer)];
  const answered = termSet(answer);
  return {
    text,
    verbatim: new Set(sentencesOf(source.answer).map((sentence) => sentence.text)),
    terms: new Set([...termSet(question), ...answered]),
    answered,
    stems: latinStems(answer),
    weighty: new Set([...weightyIn(withCostless(text)), ...weightyIn(withCostless(`${question}\n${answer}`))]),
    sentences: sentencesOf(source.answer).map((each) => ({
      terms: termSet(read(each.text)),
      weighty: weightyIn(withCostless(each.text)),
    })),
    clauses: clausesOf(source.answer).map((clause) => ({
      terms: termSet(read(clause)),
      isNegative: isNegative(clause) || (isAcross && isNegative(read(clause))),
    })),
    isAcross,
  };
}

function termSet(text: string): ReadonlySet<string> {
  return new Set(tokensOf(text).map(({ term }) => term));
}

/** The nearness from which a clause may say in another language what a source says. */
const nearAcross = 0.33;
/** Words in a row that a source in another language may not have: a dictionary knows less than a reader. */
const mostForeign = 2;
/** Characters of words that no dictionary knows, for each one that the source has. */
const unreadShare = 0.25;
/** A clause without a telling word is not asked where its ground is, up to this length. */
const longestIdle = 60;

export type ClauseInput = {
  readonly clause: string;
  /** The same as it is compared: in English where the source is in another language. */
  readonly read: string;
  readonly ground: Ground;
  /** What the customer asks of it: words that may come along and ground nothing. */
  readonly asked: ReadonlySet<string>;
  readonly nearness: number | null;
};

export type ClauseFault = 'facts' | 'ungrounded';

/** What speaks against one clause; `idle`: it says nothing that wants a ground. */
export function clauseFault(input: ClauseInput): ClauseFault | 'idle' | null {
  const { clause, read, ground, asked } = input;
  const tokens = tokensOf(read);
  const isKnown = (term: string): boolean => ground.terms.has(term);
  const weighty = weightyIn(withCostless(clause));
  if ([...weighty].some((meaning) => !isMeant(meaning, tokens, ground))) return 'facts';
  if (stateSaid(clause).some((state) => !ground.text.toLowerCase().includes(state)) && !ground.isAcross) return 'facts';
  if (isTurned(clause, new Set(tokens.map(({ term }) => term)), ground)) return 'facts';
  if (tokens.length === 0) {
    if (!isIdle(clause, ground)) return 'ungrounded';
    const isOfSource =
      [...latinStems(clause)].some((stem) => !isEmptyTerm(stem) && ground.stems.has(stem)) ||
      sharesWord(clause, ground);
    return isOfSource ? null : 'idle';
  }
  const weigh = (counts: (token: Token) => boolean): number =>
    tokens.reduce((sum, token) => sum + (counts(token) ? token.weight : 0), 0);
  const said = weigh(({ term }) => isKnown(term));
  const isForeign = ({ term }: Token): boolean => !isKnown(term) && !asked.has(term) && weightyIn(term).size === 0;
  const echoed = weigh(({ term }) => !isKnown(term) && asked.has(term));
  const foreign = weigh(isForeign);
  const isAnswered = tokens.some(({ term }) => ground.answered.has(term)) || sharesNumber(clause, ground.text);
  if (ground.isAcross) {
    const isSaid = isAnswered && said > foreign + echoed / 2 && longestRun(tokens, isKnown) <= mostForeign;
    return isSaid || (said > 0 && (input.nearness ?? 0) >= nearAcross && longestRun(tokens, isKnown) <= mostForeign)
      ? null
      : 'ungrounded';
  }
  // "To reset the thermostat, …": what is asked, said again as what it is for or in which case.
  if (!isAnswered && foreign === 0 && weighty.size === 0 && framing.test(clause)) return 'idle';
  // In its own language a source says every word of it that says anything.
  const words = tokens.some((token) => token.weight > 1 && isForeign(token));
  return isAnswered && !words && foreign <= unreadShare * said && said > echoed / 2 ? null : 'ungrounded';
}

/** Whether a source says such a thing of what the clause is about, and not of something else. */
function isMeant(meaning: string, tokens: readonly Token[], ground: Ground): boolean {
  if (!ground.weighty.has(meaning)) return false;
  if (ground.isAcross) return true;
  const about = tokens.filter(
    ({ term, weight }) => weight > 1 && ground.answered.has(term) && !weightyIn(term).has(meaning),
  );
  const saying = ground.sentences.filter((sentence) => sentence.weighty.has(meaning));
  return (
    about.length === 0 || saying.length === 0 || saying.some(({ terms }) => about.some(({ term }) => terms.has(term)))
  );
}

/** How something is said to stand: that an order was delivered is another thing than that it was shipped. */
function stateSaid(clause: string): readonly string[] {
  const found = clause.matchAll(
    /\b(?:was|were|been|got|is|are|has|have)\s+(?:already\s+|now\s+|just\s+)?(delivered|arrived|refunded|cancell?ed|returned|lost|stolen|paid|confirmed|approved)\b/gi,
  );
  return [...found].map(([, state]) => (state ?? '').toLowerCase());
}

function sharesNumber(clause: string, text: string): boolean {
  const known = numbersIn(text);
  return [...numbersIn(clause)].some((value) => known.has(value));
}

/** Function words, and inflection alone. Longer kana is told by what the source has of it. */
function isIdle(clause: string, ground: Ground): boolean {
  if (clause.length > longestIdle) return false;
  const kana = clause.match(/\p{Script=Hiragana}{8,}/gu) ?? [];
  return kana.every((run) => pieces(run).some((piece) => ground.text.includes(piece)));
}

/** Two characters of Chinese or of katakana in a row, which are a word mostly. */
function sharesWord(clause: string, { text }: Ground): boolean {
  const runs = clause.match(/\p{Script=Han}{2,}|[\p{Script=Katakana}ー]{2,}/gu) ?? [];
  return runs.some((run) =>
    Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)).some((two) => text.includes(two)),
  );
}

function pieces(run: string): readonly string[] {
  return Array.from({ length: Math.max(0, run.length - 4) }, (_, i) => run.slice(i, i + 5));
}

const framing =
  /^(?:to|in order to|for|if|when|once|regarding|concerning|as for)\b|^(?:如果|若|假如|要是|关于|对于)|(?:場合|(?:まし)?たら|でしたら|なら|について|につきまして)(?:は|には)?$/iu;
const condition =
  /^(?:if|in case|whenever|when|once|as long as)\b|^(?:如果|如|若|假如|要是)|(?:場合|(?:まし)?たら|でしたら|なら)(?:は|には)?$/iu;

/** Whether a clause denies what its source says, or says what its source denies. */
function isTurned(clause: string, terms: ReadonlySet<string>, ground: Ground): boolean {
  const isOwn = isNegative(clause);
  // A case that is spoken of is neither stated nor denied.
  if (!isOwn && condition.test(clause)) return false;
  if (isOwn && !ground.clauses.some((each) => each.isNegative)) return true;
  const [denied, stated] = [true, false].map(
    (isDenial) => new Set(ground.clauses.flatMap((each) => (each.isNegative === isDenial ? [...each.terms] : []))),
  );
  // What is spoken of only where it is denied.
  if (!isOwn && [...terms].some((term) => term.length > 1 && denied?.has(term) === true && stated?.has(term) === false))
    return true;
  const shared = ground.clauses.map((each) => [...terms].filter((term) => each.terms.has(term)).length);
  const most = Math.max(0, ...shared);
  if (most < (isOwn ? 1 : 2)) return false;
  return ground.clauses.every((each, i) => shared[i] !== most || each.isNegative !== isOwn);
}

function longestRun(
  tokens: ReadonlyArray<{ readonly term: string; readonly weight: number }>,
  isSaid: (term: string) => boolean,
): number {
  let longest = 0;
  let run = 0;
  for (const { term, weight } of tokens) {
    // Only whole words: single characters of unread Chinese or Japanese are weighed, not counted.
    run = isSaid(term) ? 0 : weight < 2 ? run : run + 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Words with capitals inside a sentence, or all of capitals: names, that have to be known. */
export function hasForeignName(sentence: string, known: string): boolean {
  const stems = latinStems(known);
  const words = [...sentence.matchAll(/[\p{Script=Latin}][\p{Script=Latin}\p{N}'’-]*/gu)];
  return words.some(({ 0: word, index }) => {
    const bare = word.replace(/['’].*$/, '');
    const isFirst = !/[\p{L}\p{N}]/u.test(sentence.slice(0, index));
    const isShout = /^\p{Lu}{2,}$/u.test(bare);
    const isInOther = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sentence);
    const isNamed =
      isShout ||
      (isInOther && bare.length > 1) ||
      (!isFirst && /^\p{Lu}\p{L}/u.test(bare)) ||
      /\p{L}\p{Lu}/u.test(bare);
    if (!isNamed || ordinary.test(bare)) return false;
    return bare.split('-').some((part) => part !== '' && [...latinStems(part)].every((stem) => !stems.has(stem)));
  });
}

const ordinary =
  /^(?:I|OK|EU|UK|USA?|EUR|USD|GBP|JPY|CNY|AM|PM|You|Your|We|Our|Yes|No|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)s?$/;
