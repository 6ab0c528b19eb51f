import { type MailShape, mailShapeOf } from './mail-shape.ts';
import { type PhraseSign, customerPhrases, noisePhrases } from './noise-phrases.ts';
import { troubleIn } from './trouble.ts';

/** What speaks for a mail that asks a shop nothing, or, with a weight below 0, for a customer's. */
export type NoiseSign = {
  readonly name:
    | PhraseSign
    | keyof typeof shapeWeights
    | 'system'
    | 'chain'
    | 'report'
    | 'long'
    | 'customer'
    | 'trouble';
  readonly weight: number;
};

/** From here on a mail is taken for noise. A sign of full weight is enough where nothing speaks for a customer. */
const noiseFrom = 2;
const fullWeight = 2;
/** A message that says less is never noise: too little speaks either way. */
const shortest = 30;

/** What one, two, and three or more different phrases of a sign weigh. */
const phraseWeights: Readonly<Record<PhraseSign, readonly [one: number, two: number, more: number]>> = {
  machine: [2, 3, 4],
  undelivered: [1, 3, 4],
  bulk: [2, 3, 4],
  list: [1, 2, 3],
  advert: [1, 2, 3],
  notice: [1, 2, 3],
  pitch: [1, 2, 3],
  fraud: [1, 2, 3],
};
/** One phrase of a customer may be chance in a long mail; two are none. */
const customerWeights: readonly [one: number, more: number] = [-1, -2.5];
/** What a customer quotes of a machine, or tells without a word of themselves, is all that speaks for noise there. */
const outweighed: ReadonlySet<NoiseSign['name']> = new Set(['machine', 'report']);
const troubleWeights: readonly [one: number, more: number] = [-2, -3];
/** A report of goods that fail is a complaint; news in which something breaks is none. */
const complaintShare = 0.25;
/** Below this length, and without a link, no footer stands and nothing is announced. */
const shortMessage = 200;
const neverShort: ReadonlySet<PhraseSign> = new Set(['machine', 'undelivered', 'pitch', 'fraud']);

const shapeWeights = {
  talk: fullWeight,
  raw: fullWeight,
  patch: 3,
  markup: 1,
  page: fullWeight,
  quoting: 1,
  program: 1,
  links: 1,
  prices: 1,
} as const;
const manyProgramLines = 4;
const manyLinks = 5;
const manyPrices = 3;
/** Third-person text of this length without a question reports something; with a link a shorter one. */
const longReport = 600;
const linkedReport = 200;
/** Nobody writes this much to a shop without a word of what it sells, sends or charges. */
const veryLong = 3_000;

const machineSubject =
  /^(?:re: ?)?(?:auto(?:matic|mated)?[- ]?(?:reply|response)|out of (?:the )?office|自动回复|【?自動返信|不在のお知らせ)/iu;
/** Subjects that no person writes, whatever stands below. */
const systemSubject =
  /^(?:re: ?)?(?:undeliver|undelivered mail|delivery status notification|returned mail|mail delivery|failure notice|svn commit|cron <|\[bug \d|\[patch|系统退信|配信不能)/iu;
const person = /\b(?:i|i['’]\w+|me|my|we|our|us|you|your)\b|[我您你咱吗？?]|[ぁ-ん]か[。？]|\?/iu;

/**
 * What a mail's own text says about whether it wants a shop's answer. Quoted and forwarded text does not count: a customer
 * who sends on a newsletter writes none.
 */
export function noiseSigns(subject: string, text: string): readonly NoiseSign[] {
  const shape = mailShapeOf(text);
  const signs: NoiseSign[] = lengthOf(shape.own) < shortest ? [] : [...phraseSigns(shape), ...shapeSigns(shape)];
  if (machineSubject.test(subject.trim())) signs.push({ name: 'machine', weight: fullWeight });
  if (systemSubject.test(subject.trim())) signs.push({ name: 'system', weight: fullWeight });
  if (/^(?:fwd?: ?){2}/i.test(subject.trim())) signs.push({ name: 'chain', weight: fullWeight });
  if (isReport(shape)) signs.push({ name: 'report', weight: fullWeight });
  const own = customerPhrases.filter((phrase) => phrase.test(shape.own)).length;
  if (own === 0 && lengthOf(shape.own) >= veryLong) signs.push({ name: 'long', weight: fullWeight });
  if (own > 0) signs.push({ name: 'customer', weight: customerWeights[own === 1 ? 0 : 1] });
  const trouble = signs.every(({ name }) => outweighed.has(name) || name === 'customer')
    ? troubleSign(shape, signs)
    : null;
  return trouble === null ? signs : [...signs, trouble];
}

/** What speaks for a customer where nothing but a machine's words, or a report without a person, speaks for noise. */
function troubleSign({ own, links }: MailShape, signs: readonly NoiseSign[]): NoiseSign | null {
  const { told, share } = troubleIn(own);
  const isComplaint = told >= 2 && share >= complaintShare && links === 0;
  if (told === 0 || (signs.some(({ name }) => name === 'report') && !isComplaint)) return null;
  return { name: 'trouble', weight: troubleWeights[told === 1 ? 0 : 1] };
}

/** Whether a mail is none to a shop: of a list, a machine, a salesman, a fraud. */
export function isNoise(subject: string, text: string): boolean {
  return noiseSigns(subject, text).reduce((sum, sign) => sum + sign.weight, 0) >= noiseFrom;
}

const phraseNames = Object.keys(noisePhrases) as readonly PhraseSign[];

function phraseSigns({ own, links }: MailShape): readonly NoiseSign[] {
  const isShort = lengthOf(own) < shortMessage && links === 0;
  return phraseNames.flatMap((name) => {
    const said = noisePhrases[name].reduce((sum, phrase) => sum + timesSaid(phrase, own), 0);
    if (said === 0 || (isShort && !neverShort.has(name))) return [];
    return [{ name, weight: phraseWeights[name][Math.min(said, 3) - 1] ?? 0 }];
  });
}

/** A pattern of many alternatives in one language counts each that is said. */
function timesSaid(phrase: RegExp, own: string): number {
  if (!phrase.global) return phrase.test(own) ? 1 : 0;
  return new Set(own.match(phrase)).size;
}

function shapeSigns(shape: MailShape): readonly NoiseSign[] {
  const held: Readonly<Record<keyof typeof shapeWeights, boolean>> = {
    talk: shape.isTalk,
    raw: shape.isRaw,
    patch: shape.isPatch,
    markup: shape.isMarkup && !shape.isPage,
    page: shape.isPage,
    quoting: shape.isQuoting && !shape.isTalk,
    program: shape.programLines >= manyProgramLines,
    links: shape.links >= manyLinks,
    prices: shape.prices >= manyPrices,
  };
  return Object.entries(shapeWeights).flatMap(([name, weight]) =>
    held[name as keyof typeof shapeWeights] ? [{ name: name as keyof typeof shapeWeights, weight }] : [],
  );
}

/** In Latin letters: a Chinese or Japanese character says about as much as two and a half. */
function lengthOf(text: string): number {
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return text.trim().length + 1.5 * dense;
}

function isReport({ own, links }: MailShape): boolean {
  return own.length >= (links > 0 ? linkedReport : longReport) && !person.test(own) && /\p{L}/u.test(own);
}
