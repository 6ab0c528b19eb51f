import { sentencesOf } from '../conversations/sentences.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import { type Clause, clausesOf, foldedInPlace } from './folded-text.ts';
import type { Value } from './fact.ts';
import { type Identity, identityOf } from './identity.ts';
import { joined } from './likeness.ts';
import { type Stance, answerSign, isYesNoQuestion, stanceOf, stancesOf } from './stances.ts';
import { valuesOf } from './values-of.ts';
import { type Wording, wordingOf } from './wording.ts';

/** What the health list reads of an entry. */
export type HealthEntry = Pick<
  KnowledgeEntry,
  | 'id'
  | 'versionId'
  | 'kind'
  | 'question'
  | 'answer'
  | 'topic'
  | 'scope'
  | 'language'
  | 'channels'
  | 'storeId'
  | 'setId'
  | 'overlaysEntryId'
> & {
  /** When it may answer, ms UTC; null: open. */
  readonly validFrom: number | null;
  readonly validUntil: number | null;
};

/** One value or stance of an answer, with what it is about. */
export type Statement<V extends Value = Value> = {
  readonly value: V;
  /** What it is about first of all: the nearest act. */
  readonly head: string | null;
  /** Of its clause, with what it takes over from the clauses before it. */
  readonly wording: Wording;
  /** Terms of its wording and of the question together. */
  readonly whole: Wording['terms'];
  /** Terms right before and behind the value. */
  readonly near: Wording['terms'];
  /** Which sentence of the answer it stands in. */
  readonly sentence: number;
};

export type EntryProfile = {
  readonly entry: HealthEntry;
  readonly question: Wording;
  readonly answer: Wording;
  readonly values: readonly Statement[];
  readonly stances: ReadonlyArray<Statement<Stance>>;
  /** The yes or no to the entry's own question. */
  readonly direct: Statement<Stance> | null;
  /** Both. */
  readonly claims: ReadonlyArray<Statement<Stance>>;
  /** Terms of question and answer. */
  readonly all: Wording['terms'];
  /** Han characters, katakana words and numbers of it all. */
  readonly marks: ReadonlySet<string>;
  readonly identity: Identity;
  /** The answer without white space, marks and case. */
  readonly answerKey: string;
};

/** Characters of an answer that are read, and statements of it that are compared: more is a book, no answer. */
const longestRead = 6_000;
const mostStatements = 60;
/** Clauses before one in its sentence that it may take something from. */
const furthestBack = 6;

/** Reads an entry; pure, and the costly half of a comparison. */
export function profileOf(entry: HealthEntry): EntryProfile {
  const questionText = foldedInPlace(entry.question);
  const answered = entry.answer.slice(0, longestRead);
  const folded = foldedInPlace(answered);
  const clauses = clausesOf(folded).slice(0, 4 * mostStatements);
  const found = valuesOf(folded, entry.language).slice(0, mostStatements);
  const question = wordingOf(questionText, entry.question);
  const wordings = clauses.map(({ start, end }) => clauseWording(folded, answered, found, start, end));
  const placed = wordings.map((_, index) => inContext(index, wordings, clauses, question));
  const sentenceStarts = startsOf(answered);
  const statementOf = <V extends Value>(read: V, index: number): Statement<V> => {
    const wording = placed[index] ?? question;
    // A least amount is one however it is worded.
    const value = wording.acts.includes('minimum')
      ? { ...read, bound: null }
      : isMissed(folded, clauses[index], read)
        ? { ...read, bound: 'missed' as const }
        : read;
    return {
      value,
      wording,
      head: headOf(wording, entry.language),
      whole: joined(question.terms, wording.terms),
      near: nearTerms(folded, answered, found, read),
      sentence: Math.max(
        0,
        sentenceStarts.findLastIndex((start) => start <= read.start),
      ),
    };
  };
  const stances = stancesOf(folded, clauses)
    .slice(0, mostStatements)
    .map((stance) => statementOf(stance, stance.clause));
  const answer = wordingOf(folded, answered, found);
  const direct = directOf(questionText, folded, question, stances);
  return {
    entry,
    question,
    answer,
    values: found.map((value) =>
      statementOf(
        value,
        Math.max(
          0,
          clauses.findLastIndex(({ start }) => start <= value.start),
        ),
      ),
    ),
    stances,
    direct,
    claims: direct === null ? stances : [direct, ...stances],
    all: joined(question.terms, answer.terms),
    identity: identityOf({ ...entry, answer: answered }, question),
    marks: marksOf(`${questionText}\n${folded}`),
    answerKey: bareText(entry.answer),
  };
}

/** Characters on each side of a value that say what it counts. */
const nearby = { cjk: 8, spaced: 26 };

function nearTerms(folded: string, original: string, values: readonly Value[], value: Value): Wording['terms'] {
  const width = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(folded) ? nearby.cjk : nearby.spaced;
  const start = Math.max(0, value.start - width);
  return clauseWording(folded, original, values, start, Math.min(folded.length, value.end + width)).terms;
}

function startsOf(text: string): readonly number[] {
  let at = 0;
  return sentencesOf(text).map(({ lead, text: sentence }) => {
    const start = at + lead.length;
    at = start + sentence.length;
    return start;
  });
}

function marksOf(folded: string): ReadonlySet<string> {
  return new Set(folded.match(/\p{Script=Han}|[\p{Script=Katakana}ー]{2,}|[a-z]{2,}|\d+(?:\.\d+)?/gu));
}

/** Japanese says last what is done; the others say first what they speak of. */
function headOf({ acts }: Wording, language: HealthEntry['language']): string | null {
  return (language === 'ja' ? acts.at(-1) : acts[0]) ?? null;
}

const missed =
  /^\s*(?:if|when|where|should)\b.*(?:\bnot\b|n['’]t\b|\bno\b|\bnothing\b|\bstill\b)|(?:如果?|若|超过).*(?:没有?|未)|(?:ない|ません)(?:場合|とき)|なければ/u;

/** "If it has not arrived after 10 days" tells of no period that holds. */
function isMissed(folded: string, clause: Clause | undefined, value: Value): boolean {
  if (clause === undefined || value.fact !== 'duration') return false;
  return missed.test(folded.slice(clause.start, clause.end));
}

export function bareText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%$€£¥]+/gu, '');
}

function clauseWording(
  folded: string,
  original: string,
  values: readonly Value[],
  start: number,
  end: number,
): Wording {
  const inside = values
    .filter((value) => value.start >= start && value.end <= end)
    .map((value) => ({ start: value.start - start, end: value.end - start }));
  return wordingOf(folded.slice(start, end), original.slice(start, end), inside);
}

/** A clause takes what it does not say itself from the clauses before it in its sentence, then from the question. */
function inContext(
  index: number,
  wordings: readonly Wording[],
  clauses: readonly Clause[],
  question: Wording,
): Wording {
  const own = wordings[index] ?? question;
  const before: Wording[] = [];
  for (
    let at = index - 1;
    at >= Math.max(0, index - furthestBack) && clauses[at]?.sentence === clauses[index]?.sentence;
    at--
  ) {
    const wording = wordings[at];
    if (wording !== undefined) before.push(wording);
  }
  const nearest = [...before, question];
  const acts = own.acts.length > 0 ? own.acts : (nearest.find((one) => one.acts.length > 0)?.acts ?? []);
  const qualifiers = new Map(question.qualifiers);
  for (const one of before.toReversed()) for (const [name, values] of one.qualifiers) qualifiers.set(name, values);
  for (const [name, values] of own.qualifiers) qualifiers.set(name, values);
  const places = [own, ...nearest].find((one) => one.places.size > 0)?.places ?? own.places;
  const terms = new Map(own.terms);
  // What stands in the sentence before it is only half its own.
  for (const one of before) for (const [term, weight] of one.terms) if (!terms.has(term)) terms.set(term, weight / 2);
  for (const act of acts) if (!terms.has(`#${act}`)) terms.set(`#${act}`, act === acts[0] ? 1 : 0.5);
  return {
    terms,
    acts,
    qualifiers,
    places,
    names: new Set([...question.names, ...own.names, ...before.flatMap((one) => [...one.names])]),
  };
}

function directOf(
  questionText: string,
  folded: string,
  question: Wording,
  stances: ReadonlyArray<Statement<Stance>>,
): Statement<Stance> | null {
  if (!isYesNoQuestion(questionText)) return null;
  const first = stances[0];
  const sign = answerSign(folded) || first?.value.low || 0;
  if (sign === 0) return null;
  const end = /[。！？!?.;；\n]/u.exec(folded)?.index ?? folded.length;
  const { unit, sign: asked } = stanceOf(questionText.replace(/[?？]/gu, ''));
  const value: Stance = {
    fact: 'stance',
    unit,
    low: sign * asked,
    high: sign * asked,
    bound: null,
    text: '',
    start: 0,
    end,
    clause: 0,
    isConditional: first?.value.clause === 0 && first.value.isConditional,
  };
  const wording: Wording = {
    ...question,
    names: new Set([...question.names, ...(first?.wording.names ?? [])]),
    places: question.places.size > 0 ? question.places : (first?.wording.places ?? question.places),
    qualifiers: new Map([...(first?.wording.qualifiers ?? []), ...question.qualifiers]),
  };
  return { value, wording, head: question.acts[0] ?? null, whole: wording.terms, near: new Map(), sentence: 0 };
}
