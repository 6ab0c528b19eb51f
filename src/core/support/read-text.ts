import type { Language } from '#shared/model/basics.ts';
import type { ClaimKind } from '#shared/model/support.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { addressValues } from '../health/calendar-values.ts';
import type { Value } from '../health/fact.ts';
import { type Clause, type Stretch, clausesOf, foldedInPlace, withoutStretch } from '../health/folded-text.ts';
import type { Terms } from '../health/likeness.ts';
import { valuesOf } from '../health/values-of.ts';
import { type Wording, wordingOf } from '../health/wording.ts';
import type { Claim, ReadText } from './claim.ts';
import {
  bareReader,
  calendarReaders,
  currencyReaders,
  linkKey,
  numberReaders,
  readInTurn,
  spokenReaders,
} from './further-values.ts';
import { namesIn } from './names.ts';
import { turnedOf } from './near-copy.ts';
import { bareAnswerOf, isFragment, polarityOf } from './polarity.ts';
import { stancesSaid } from './stances-said.ts';
import { standingKey, standingsIn } from './states.ts';

type Found = Omit<Claim, 'clause'>;

const kinds: Record<Value['fact'], ClaimKind> = {
  duration: 'period',
  money: 'price',
  percent: 'percent',
  measure: 'measure',
  count: 'quantity',
  time: 'time',
  date: 'date',
  weekdays: 'weekday',
  contact: 'mail',
  stance: 'promise',
};

/** Characters that are read: more is no reply. */
export const longestRead = 20_000;
const noWording: Wording = { terms: new Map(), acts: [], qualifiers: new Map(), places: new Set(), names: new Set() };

/**
 * Everything a text claims, clause by clause. `heading` says what it is about: the question it answers. `known`: names
 * of products, folded (`knownNames`).
 */
export function readText(
  text: string,
  {
    language,
    heading,
    known,
  }: { readonly language: Language; readonly heading: string; readonly known: readonly string[] },
): ReadText {
  const taken = text.slice(0, longestRead);
  // An inch is as often written with a curly quote.
  const folded = foldedInPlace(taken).replace(/(?<=\d)[”″]/gu, '"');
  const clauses = withTopics(folded, clausesOf(folded));
  const found = [...factsIn(folded, language), ...standings(folded, clauses), ...namesIn(taken, folded, known)];
  const claims = found
    .filter(
      (one) =>
        one.kind !== 'name' ||
        !found.some((other) => other.kind !== 'name' && other.kind !== 'quantity' && overlap(one, other)),
    )
    .map((one) => ({ ...one, clause: clauses.findLastIndex(({ start }) => start <= one.start) }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const wordings = clauses.map((clause) => clauseWording(clause, folded, taken, claims));
  const unnumbered = claims
    .filter(({ kind }) => kind === 'link' || kind === 'mail' || kind === 'number')
    .reduce((rest, { start, end }) => withoutStretch(rest, start, end), folded)
    // "No. It only comes in black": the answer is none of the statement's negations.
    .replace(/(?<=^|[\n.!?]\s*)(?:no|yes)\.(?=\s)/gu, (answer) => '\u0001'.repeat(answer.length));
  const statements = statementsOf(taken, clauses);
  const asked = heading === '' ? noWording : wordingOf(foldedInPlace(heading), heading);
  return {
    text: taken,
    folded,
    claims,
    sentences: sentenceStretches(taken),
    clauses: clauses.map((clause, index) => ({
      ...clause,
      denied: deniedTerms(unnumbered.slice(clause.start, clause.end)),
      statement: statements.get(clause.sentence) ?? '',
      wording: withQualifiers(index, wordings, clauses, asked),
      terms: termsInContext(index, wordings, clauses, asked.terms),
      turned: turnedOf(unnumbered, clause),
      answer: bareAnswerOf(folded.slice(clause.start, clause.end)),
      polarity: polarityOf(unnumbered.slice(clause.start, clause.end), isAsked(folded, clause)),
    })),
  };
}

/** Japanese sets a comma after what it speaks of: the clause goes on behind it. */
function withTopics(folded: string, clauses: readonly Clause[]): readonly Clause[] {
  return clauses.reduce<readonly Clause[]>((joined, clause) => {
    const last = joined.at(-1);
    const isTopic =
      last !== undefined && last.sentence === clause.sentence && isFragment(folded.slice(last.start, last.end));
    return isTopic ? [...joined.slice(0, -1), { ...clause, start: last.start }] : [...joined, clause];
  }, []);
}

const pronounLed = /^(?:it|they|that|this|these|those|both|all)\b.{0,40}$/iu;

/** What each sentence says, from its first clause to its last. */
function statementsOf(text: string, clauses: readonly Clause[]): ReadonlyMap<number, string> {
  const bySentence = Map.groupBy(clauses, ({ sentence }) => sentence);
  const said = [...bySentence].map(
    ([sentence, own]) => [sentence, text.slice(own[0]?.start, own.at(-1)?.end).trim()] as const,
  );
  // "It costs nothing." speaks of what was spoken of before.
  return new Map(
    said.map(([sentence, own], at) => [
      sentence,
      pronounLed.test(own) ? `${said[at - 1]?.[1] ?? ''} ${own}`.trim() : own,
    ]),
  );
}

function overlap(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

function isAsked(folded: string, { end }: Clause): boolean {
  return /^[^\n。.!！]{0,80}[?？]/u.test(folded.slice(end)) && !/^[。.!！\n]/u.test(folded.slice(end));
}

/** Contacts, numbers of orders, then all that can be said in numbers, then numbers alone. */
function factsIn(folded: string, language: Language): readonly Found[] {
  const contacts = addressValues(folded);
  const contact = contacts.values
    .filter(({ unit }) => unit !== 'phone')
    .map((value): Found => {
      const isLink = value.unit === 'link';
      return { ...value, kind: isLink ? 'link' : 'mail', value: null, key: isLink ? linkKey(value.text) : value.text };
    });
  let rest = folded;
  for (const { start, end } of contact) rest = withoutStretch(rest, start, end);
  const numbers = readInTurn(rest, numberReaders);
  const values = valuesOf(numbers.rest, language)
    .filter((value) => !isRate(value, folded) && !isLetter(value, folded))
    .map((value) => weighed(value, folded))
    .map((value): Found => ({
      start: value.start,
      // A comma behind an amount is the sentence's.
      end: value.end - (/[,.\s]*$/u.exec(folded.slice(value.start, value.end))?.[0].length ?? 0),
      kind:
        value.fact === 'contact'
          ? value.unit === 'phone'
            ? 'phone'
            : value.unit === 'link'
              ? 'link'
              : 'mail'
          : kinds[value.fact],
      value: value.fact === 'contact' ? null : value,
      // Two values in one unit are compared to the digit.
      key:
        value.text === '' ? numbers.rest.slice(value.start, value.end).replace(/[\d.,\s]+|half|半/gu, '') : value.text,
    }));
  rest = numbers.rest;
  for (const { start, end } of values) rest = withoutStretch(rest, start, end);
  const calendar = readInTurn(rest, [...currencyReaders, ...calendarReaders, ...spokenReaders]);
  return [...contact, ...numbers.found, ...values, ...calendar.found, ...bareReader(calendar.rest).found];
}

/** "€5 an hour": what it is counted by, and no period of its own. */
function isRate({ fact, low, high, start, end }: Value, folded: string): boolean {
  if (fact !== 'duration' || low !== high || !/^an?\b/u.test(folded.slice(start, end))) return false;
  return /\d\s*$/u.test(folded.slice(Math.max(0, start - 3), start));
}

/** "An M for an L": a size that is named by its letter. */
function isLetter({ fact, start, end }: Value, folded: string): boolean {
  return fact === 'measure' && /^an? \p{L}\s*$/u.test(folded.slice(start, end));
}

/** Pounds weigh where the sentence speaks of weight. */
function weighed(value: Value, folded: string): Value {
  if (value.unit !== 'GBP' || !/pounds?$/u.test(folded.slice(value.start, value.end))) return value;
  const around = folded.slice(Math.max(0, value.start - 60), value.end + 40);
  if (!/\b(?:weigh\w*|heavy|lbs?|ounces?|capacity|holds?|supports?|loads?|limit|person|people)\b/u.test(around))
    return value;
  return { ...value, fact: 'measure', unit: 'mass', low: value.low * 453.6, high: value.high * 453.6 };
}

function standings(folded: string, clauses: readonly Clause[]): readonly Found[] {
  return standingsIn(folded, clauses).map((said) => ({
    start: said.start,
    end: said.end,
    kind: 'state' as const,
    value: null,
    key: standingKey(said),
  }));
}

function clauseWording({ start, end }: Clause, folded: string, text: string, claims: readonly Claim[]): Wording {
  const inner = claims
    .filter((one) => one.kind !== 'name' && one.kind !== 'state' && one.start >= start && one.end <= end)
    .map((one) => ({ start: one.start - start, end: one.end - start }));
  return wordingOf(folded.slice(start, end), text.slice(start, end), inner);
}

function deniedTerms(said: string): ReadonlySet<string> {
  const { denied } = stancesSaid(said);
  return new Set(
    denied.flatMap(([start, end]) => [...wordingOf(said.slice(start, end), said.slice(start, end)).terms.keys()]),
  );
}

/** How much of what stands before it in its sentence, in the sentence before, and above the text a clause takes over. */
const taken = { sentence: 0.5, before: 0.25, heading: 0.6 };

function termsInContext(
  index: number,
  wordings: readonly Wording[],
  clauses: readonly Clause[],
  heading: Terms,
): Terms {
  const terms = new Map(wordings[index]?.terms);
  const add = (others: Terms, share: number): void => {
    for (const [term, weight] of others) terms.set(term, Math.max(terms.get(term) ?? 0, weight * share));
  };
  const own = clauses[index]?.sentence ?? 0;
  clauses.forEach(({ sentence }, other) => {
    const wording = wordings[other];
    if (other === index || wording === undefined) return;
    if (sentence === own) add(wording.terms, taken.sentence);
    else if (sentence === own - 1) add(wording.terms, taken.before);
  });
  add(heading, taken.heading);
  return terms;
}

function withQualifiers(
  index: number,
  wordings: readonly Wording[],
  clauses: readonly Clause[],
  asked: Wording,
): Wording {
  const own = wordings[index] ?? noWording;
  const qualifiers = new Map(asked.qualifiers);
  clauses.forEach(({ sentence }, other) => {
    if (other < index && sentence === clauses[index]?.sentence)
      for (const [name, values] of wordings[other]?.qualifiers ?? []) qualifiers.set(name, values);
  });
  for (const [name, values] of own.qualifiers) qualifiers.set(name, values);
  const here = wordings.find(
    ({ places }, other) => other < index && places.size > 0 && clauses[other]?.sentence === clauses[index]?.sentence,
  );
  return { ...own, qualifiers, places: own.places.size > 0 ? own.places : (here?.places ?? own.places) };
}

/** The sentences of a text, each from its first character to the next one's lead. */
export function sentenceStretches(text: string): readonly Stretch[] {
  let at = 0;
  return sentencesOf(text).map(({ lead, text: sentence }) => {
    const start = at + lead.length;
    at = start + sentence.length;
    return { start, end: at };
  });
}

/** What a reply claims, without looking for what supports it. */
export function claimsOf(text: string, language: Language, known: readonly string[] = []): readonly Claim[] {
  return readText(text, { language, heading: '', known }).claims;
}
