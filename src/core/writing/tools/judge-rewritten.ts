import type { ReplyLanguage } from '#shared/model/basics.ts';
import { AppError } from '#shared/errors.ts';
import type { TextTool } from '#shared/model/writing-tool.ts';
import { isCourtesy } from '../../conversations/courtesy.ts';
import { detectLanguage } from '../../conversations/detect-language.ts';
import { isEmptyTerm, termsOf } from '../../retrieval/terms.ts';
import { foreignMark } from '../foreign-marks.ts';
import { repeatsRules } from '../repeated-rules.ts';
import { type Facts, factsOf } from './facts-of.ts';
import { marksIn, withoutMarks } from './kept-pieces.ts';
import { negationsIn } from './negations.ts';
import { boundsOf, lengthSlack } from './tool-table.ts';

/** One sentence before and after; `after` empty: it was left out. */
export type RewrittenPart = { readonly before: string; readonly after: string };

export type RewritingGrounds = {
  readonly tool: TextTool;
  /** What the text is written in, and what the answer has to be. */
  readonly from: ReplyLanguage;
  readonly to: ReplyLanguage;
  /** What the model was told to do. */
  readonly rules: string;
  /** How near in meaning two texts come, −1 … 1; null: nobody can tell. */
  readonly nearness: (before: string, after: string) => number | null;
};

/** Why a rewriting is not offered. */
export type RewritingFault =
  | 'empty'
  | 'language'
  | 'rules'
  | 'length'
  | 'kept'
  | 'link'
  | 'facts'
  | 'negation'
  | 'promise'
  | 'name'
  | 'meaning';

/**
 * What speaks against a rewriting; null where nothing does. The model may have been talked into anything by the text: so
 * sentence by sentence no fact may be added or changed, and none lost but where the tool shortens.
 */
export function rewritingFault(parts: readonly RewrittenPart[], grounds: RewritingGrounds): RewritingFault | null {
  const { tool, to, from, rules } = grounds;
  const before = parts.map((part) => part.before).join('\n');
  const after = parts.map((part) => part.after).join('\n');
  if (after.trim() === '') return 'empty';
  const language = detectLanguage(withoutMarks(after));
  // No language of ours, and letters: another one.
  if (language !== to && (language !== 'und' || /\p{L}/u.test(withoutMarks(after)))) return 'language';
  if (repeatsRules(after, rules)) return 'rules';
  // Also one that is bare, split or worded, and what only a program reads.
  const foreign = foreignMark(withoutMarks(after), withoutMarks(before));
  if (foreign === 'link' || foreign === 'markup') return 'link';
  if (marksIn(after).join() !== marksIn(before).join()) return 'kept';
  const { shortest, longest } = boundsOf[tool];
  const slack = tool === 'shorten' ? 0 : lengthSlack;
  if (after.length > longest * before.length + slack || after.length + slack < shortest * before.length)
    return 'length';
  const whole = factsOf(before, from);
  for (const part of parts) {
    const fault = partFault(part, whole, grounds);
    if (fault !== null) return fault;
  }
  return null;
}

/** The error that a fault is, for who wants to know why a model was not heard. */
export function unfaithfulAnswer(fault: RewritingFault): AppError {
  return new AppError('answer_unsupported', `The model changed more than it was asked to: ${fault}`, {
    detail: { reason: fault },
  });
}

function partFault({ before, after }: RewrittenPart, whole: Facts, grounds: RewritingGrounds): RewritingFault | null {
  const { mayDrop } = boundsOf[grounds.tool];
  if (after.trim() === '') return mayDrop ? null : 'facts';
  if (marksIn(after).join() !== marksIn(before).join()) return 'kept';
  const isTranslated = grounds.from !== grounds.to;
  const [own, now] = [factsOf(before, grounds.from), factsOf(after, grounds.from)];
  if (differ(own.contacts, now.contacts, mayDrop)) return 'link';
  if (differ(own.values, now.values, mayDrop)) return 'facts';
  for (const [value, bound] of now.bounds) if ((own.bounds.get(value) ?? bound) !== bound) return 'facts';
  if (negationsIn(before, isTranslated) !== negationsIn(after, isTranslated)) return 'negation';
  if (!isWithin(now.promises, whole.promises)) return 'promise';
  if (
    isTranslated ? hasForeignNames(before, after, own, now, grounds) : haveOtherNames(before, after, own, now, mayDrop)
  )
    return 'name';
  return isFaithful(before, after, own.values.size > 0 && !mayDrop, grounds) ? null : 'meaning';
}

function differ(before: ReadonlySet<string>, after: ReadonlySet<string>, mayDrop: boolean): boolean {
  return !isWithin(after, before) || (!mayDrop && !isWithin(before, after));
}

function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((one) => all.has(one));
}

/** A name may move to where a sentence begins, where it cannot be told from any word: so it is looked for as a word. */
function haveOtherNames(before: string, after: string, own: Facts, now: Facts, mayDrop: boolean): boolean {
  const [told, said] = [before.toLowerCase(), after.toLowerCase()];
  return (
    [...now.names].some((name) => !told.includes(name)) ||
    (!mayDrop && [...own.names].some((name) => !said.includes(name)))
  );
}

/**
 * Into a script without capitals, what stays in Latin letters is a name: of the text, or from elsewhere. Out of one, such
 * a name has to stay.
 */
function hasForeignNames(
  before: string,
  after: string,
  own: Facts,
  now: Facts,
  { from, to }: RewritingGrounds,
): boolean {
  const [told, said] = [before.toLowerCase(), after.toLowerCase()];
  if (to !== 'en' && [...now.names].some((name) => !told.includes(name))) return true;
  return from !== 'en' && [...own.names].some((name) => !said.includes(name));
}

/** The nearness from which a text may say what another says, in other words or another language. */
const nearFrom = 0.35;
/** Figures say little to an embedder; where they are all the same, less nearness will do. */
const nearWithFigures = 0.2;
const sameFrom = 0.6;

function isFaithful(
  before: string,
  after: string,
  hasFigures: boolean,
  { tool, from, to, nearness }: RewritingGrounds,
): boolean {
  if (isCourtesy(before) && isCourtesy(after)) return true;
  const own = telling(before);
  if (own.size === 0 && telling(after).size === 0) return true;
  if (from !== to) return (nearness(before, after) ?? -1) >= (hasFigures ? nearWithFigures : nearFrom);
  const now = [...telling(after)];
  const added = now.filter((term) => !own.has(term)).length;
  const kept = now.length - added;
  if (kept > 0 && added <= boundsOf[tool].mostNew * now.length) return true;
  return (nearness(before, after) ?? -1) >= sameFrom;
}

function telling(text: string): ReadonlySet<string> {
  return new Set(termsOf(withoutMarks(text)).filter((term) => !isEmptyTerm(term)));
}
