import type { Language } from '#shared/model/basics.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { SupportMark } from '#shared/model/support.ts';
import { AppError } from '#shared/errors.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { clausesOf } from './clauses-of.ts';
import { foreignMark } from './foreign-marks.ts';
import { type Ground, clauseFault, groundOf, hasForeignName } from './grounded-clause.ts';
import { isPolitePhrase } from './polite-phrases.ts';
import { tokensOf } from './telling-tokens.ts';
import { isScrambled } from './word-order.ts';
import { repeatsRules } from './repeated-rules.ts';
import { draftingRules } from './written-reply.ts';

/** What an agent told the model to say counts as a source under this id. */
export const steerId = 'steer';

export type JudgedSentence = {
  readonly text: string;
  /** Its sources, those that were given. */
  readonly sources: readonly string[];
};

export type Grounds = {
  /** Source id → what it says. */
  readonly sources: ReadonlyMap<string, Pick<Evidence, 'question' | 'answer' | 'language'>>;
  readonly steer: string | null;
  /** What is answered, in the customer's words. They may come along, and ground nothing. */
  readonly asked: string;
  /** Names that anybody may use: the shop's and the customer's. */
  readonly names: string;
  readonly language: Language;
  /** The facts of a text, each with what stands behind it. */
  readonly marksOf: (text: string) => readonly SupportMark[];
  /** A text in English words: what stands in another language is compared so. */
  readonly reading: (text: string) => string;
  /** How near in meaning a text comes to a source, −1 … 1; null: nobody can tell. */
  readonly nearness: (text: string, sourceId: string) => number | null;
};

/** Why a written reply is not offered. */
export type WrittenFault = 'empty' | 'language' | 'rules' | 'link' | 'markup' | 'long' | 'facts' | 'ungrounded';

export type Judgement =
  | { readonly fault: WrittenFault; readonly sentences: null }
  /** Each sentence with those of its sources that it is made of; a courtesy has none. */
  | { readonly fault: null; readonly sentences: readonly JudgedSentence[] };

/**
 * What speaks against a reply that a model wrote. It may have been talked into anything: so each clause has to be made
 * of its sources, and no number, name, address, promise or denial may come from elsewhere.
 */
export function judgeWritten(sentences: readonly JudgedSentence[], grounds: Grounds): Judgement {
  const fault = wholeFault(sentences, grounds);
  if (fault !== null) return { fault, sentences: null };
  const known = knownGrounds(grounds);
  const judged: JudgedSentence[] = [];
  for (const sentence of sentences) {
    const found = sentenceFault(sentence, grounds, known);
    if (found.fault !== null) return { fault: found.fault, sentences: null };
    judged.push({ text: sentence.text, sources: found.sources });
  }
  return judged.some(({ sources }) => sources.length > 0)
    ? { fault: null, sentences: judged }
    : { fault: 'empty', sentences: null };
}

/** The error that a fault is, for who wants to know why there is no written draft. */
export function unsupportedAnswer(fault: WrittenFault): AppError {
  return new AppError('answer_unsupported', `The model’s answer does not stand on its sources: ${fault}`, {
    detail: { reason: fault },
  });
}

/** Characters that a reply may always have, and how many for each of its sources. */
const alwaysShort = 600;
const longerThanSources = 1.5;

function wholeFault(sentences: readonly JudgedSentence[], grounds: Grounds): WrittenFault | null {
  const text = sentences.map((sentence) => sentence.text).join('\n');
  if (text.trim() === '') return 'empty';
  const said = saidBy(grounds);
  if (text.length > Math.max(alwaysShort, longerThanSources * said.length)) return 'long';
  const pieces = sentencesOf(text).map((sentence) => sentence.text);
  if (new Set(pieces).size < pieces.length) return 'long';
  if (repeatsRules(text, draftingRules, rulesRun)) return 'rules';
  const foreign = foreignMark(text, `${said}\n${grounds.names}`);
  if (foreign !== null) return foreign === 'number' ? 'facts' : foreign === 'script' ? 'language' : foreign;
  const language = detectLanguage(text);
  if (language !== 'und' && language !== grounds.language) return 'language';
  const marks = grounds.marksOf(text);
  if (marks.some((mark) => isAddress(mark) && mark.verdict !== 'supported')) return 'link';
  return marks.some((mark) => mark.asks || mark.verdict === 'contradicted') ? 'facts' : null;
}

function isAddress({ kind }: SupportMark): boolean {
  return kind === 'link' || kind === 'mail' || kind === 'phone' || kind === 'number';
}

function saidBy({ sources, steer }: Grounds): string {
  return [...sources.values()].flatMap(({ question, answer }) => [question, answer]).join('\n') + `\n${steer ?? ''}`;
}

/** A draft may say less of the rules than a rewriting, which works on a text that may say anything. */
const rulesRun = 6;

type Known = {
  readonly grounds: ReadonlyMap<string, Ground>;
  readonly asked: ReadonlySet<string>;
  readonly said: string;
};

function knownGrounds(input: Grounds): Known {
  const { sources, steer, asked, language, names, reading } = input;
  const texts = new Map<string, { readonly question: string; readonly answer: string }>(sources);
  if (steer !== null) texts.set(steerId, { question: '', answer: steer });
  const grounds = [...texts].map(([id, source]) => {
    const isAcross = detectLanguage(source.answer) !== language;
    return [id, groundOf(source, isAcross, reading)] as const;
  });
  const said = saidBy(input);
  return {
    grounds: new Map(grounds),
    asked: new Set([asked, reading(asked)].flatMap((text) => tokensOf(text).map(({ term }) => term))),
    said: [said, reading(said), names].join('\n'),
  };
}

type SentenceFault =
  | { readonly fault: WrittenFault; readonly sources: null }
  | { readonly fault: null; readonly sources: readonly string[] };

function sentenceFault({ text, sources }: JudgedSentence, grounds: Grounds, known: Known): SentenceFault {
  const cited = sources.filter((id) => known.grounds.has(id));
  const pieces = sentencesOf(text).map((each) => each.text);
  if (cited.length === 0) {
    return pieces.every(isPolitePhrase) ? { fault: null, sources: [] } : { fault: 'ungrounded', sources: null };
  }
  const used = new Set<string>();
  for (const piece of pieces) {
    const found = pieceFault(piece, cited, grounds, known);
    if (found.fault !== null) return found;
    for (const id of found.sources) used.add(id);
  }
  return used.size > 0 || pieces.every(isPolitePhrase)
    ? { fault: null, sources: [...used] }
    : { fault: 'ungrounded', sources: null };
}

/** One sentence, clause by clause. A clause stands on one source, not on words of several. */
function pieceFault(piece: string, cited: readonly string[], grounds: Grounds, known: Known): SentenceFault {
  const copied = cited.filter((id) => known.grounds.get(id)?.verbatim.has(piece) === true);
  if (copied.length > 0) return { fault: null, sources: copied };
  if (isPolitePhrase(piece)) return { fault: null, sources: [] };
  if (hasForeignName(piece, known.said)) return { fault: 'facts', sources: null };
  if (hasForeignAside(piece, known.said)) return { fault: 'ungrounded', sources: null };
  const clauses = clausesOf(piece);
  if ([piece, ...clauses].some((part) => isScrambled(part, known.said))) return { fault: 'ungrounded', sources: null };
  const used = new Set<string>();
  for (const clause of clauses) {
    if (isPolitePhrase(clause)) continue;
    const faults = cited.map((id) => ({ id, fault: faultOn(clause, id, grounds, known) }));
    const ground = faults.find(({ fault }) => fault === null) ?? faults.find(({ fault }) => fault === 'idle');
    if (ground === undefined) {
      const fault = faults.some((each) => each.fault === 'facts') ? 'facts' : 'ungrounded';
      return { fault, sources: null };
    }
    if (ground.fault === null) used.add(ground.id);
  }
  return used.size === 0 ? { fault: 'ungrounded', sources: null } : { fault: null, sources: [...used] };
}

/** Brackets explain: a word in them that no source has is put in, however little it says. */
function hasForeignAside(piece: string, said: string): boolean {
  const words = [...piece.matchAll(/[(（]\s*([\p{Script=Latin}'’-]+)\s*[)）]/gu)].map(([, word = '']) => word);
  return words.some((word) => !said.toLowerCase().includes(word.toLowerCase()));
}

function faultOn(clause: string, id: string, grounds: Grounds, { grounds: known, asked }: Known) {
  const ground = known.get(id);
  if (ground === undefined) return 'ungrounded';
  const read = ground.isAcross ? grounds.reading(clause) : clause;
  return clauseFault({ clause, read, ground, asked, nearness: grounds.nearness(clause, id) });
}
