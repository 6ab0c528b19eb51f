import type { Language } from '#shared/model/basics.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { SupportMark } from '#shared/model/support.ts';
import { AppError } from '#shared/errors.ts';
import { isCourtesy } from '../conversations/courtesy.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import { isEmptyTerm, termsOf } from '../retrieval/terms.ts';
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
  /** What customer and shop have said. */
  readonly thread: string;
  readonly language: Language;
  /** The facts of a text, each with what stands behind it. */
  readonly marksOf: (text: string) => readonly SupportMark[];
  /** How near in meaning a sentence comes to a source in another language, −1 … 1; null: nobody can tell. */
  readonly nearness: (sentence: string, sourceId: string) => number | null;
};

/** Why a written reply is not offered. */
export type WrittenFault = 'empty' | 'language' | 'rules' | 'link' | 'facts' | 'ungrounded';

/**
 * What speaks against a reply that a model wrote; null where nothing does. It may have been talked into anything: so
 * each sentence has to be made of its sources, and no fact, link, address or number may come from elsewhere.
 */
export function faultOf(sentences: readonly JudgedSentence[], grounds: Grounds): WrittenFault | null {
  const text = sentences.map((sentence) => sentence.text).join('\n');
  if (text.trim() === '') return 'empty';
  const language = detectLanguage(text);
  if (language !== 'und' && language !== grounds.language) return 'language';
  if (repeatsRules(text)) return 'rules';
  const marks = grounds.marksOf(text);
  if (marks.some((mark) => isAddress(mark) && mark.verdict !== 'supported')) return 'link';
  if (marks.some((mark) => mark.asks || mark.verdict === 'contradicted')) return 'facts';
  return sentences.every((sentence) => isCourtesy(sentence.text) || isGrounded(sentence, grounds))
    ? null
    : 'ungrounded';
}

/** The error that a fault is, for who wants to know why there is no written draft. */
export function unsupportedAnswer(fault: WrittenFault): AppError {
  return new AppError('answer_unsupported', `The model’s answer does not stand on its sources: ${fault}`, {
    detail: { reason: fault },
  });
}

function isAddress({ kind }: SupportMark): boolean {
  return kind === 'link' || kind === 'mail' || kind === 'phone' || kind === 'number';
}

/** Words in a row that nobody says by chance. */
const run = 7;
const ruleRuns = new Set(runsOf(draftingRules));

function repeatsRules(text: string): boolean {
  return runsOf(text).some((each) => ruleRuns.has(each));
}

function runsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? [];
  return words.slice(run - 1).map((_, i) => words.slice(i, i + run).join(' '));
}

/** The share of a sentence's own words that its sources have to say. */
const saidFrom = 0.5;
/** The nearness from which a sentence in one language may say what a source says in another. */
const nearFrom = 0.35;

/**
 * Whether a sentence is made of its sources. The customer's words may come along, but ground nothing: otherwise whoever
 * writes to the shop could put words into its mouth.
 */
function isGrounded({ text, sources }: JudgedSentence, grounds: Grounds): boolean {
  const given = sources.flatMap((id) => grounds.sources.get(id) ?? []);
  const steered = sources.includes(steerId) && grounds.steer !== null ? [grounds.steer] : [];
  if (given.length === 0 && steered.length === 0) return false;
  const said = telling([...given.flatMap(({ question, answer }) => [question, answer]), ...steered].join('\n'));
  const asked = telling(grounds.thread);
  const own = [...telling(text)];
  const grounded = own.filter((term) => said.has(term)).length;
  const foreign = own.filter((term) => !said.has(term) && !asked.has(term)).length;
  if (grounded > 0 && grounded >= saidFrom * (grounded + foreign)) return true;
  return sources.some((id) => isTranslated(text, id, grounds));
}

function isTranslated(text: string, id: string, { sources, steer, language, nearness }: Grounds): boolean {
  const source = id === steerId ? (steer ?? '') : (sources.get(id)?.answer ?? '');
  const from = detectLanguage(source);
  return from !== language && from !== 'und' && (nearness(text, id) ?? 0) >= nearFrom;
}

function telling(text: string): ReadonlySet<string> {
  return new Set(termsOf(text).filter((term) => !isEmptyTerm(term)));
}
