import type { LessonType } from '#shared/model/lesson.ts';
import type { Meaning } from './meaning.ts';
import { type Signals, weightOf } from './signals/signals.ts';

export type Typed = { readonly type: LessonType; readonly sure: number };

/** What stands around a sentence that may be meant for one customer. */
export type Thread = {
  /** It names something of theirs. */
  readonly hasMarks: boolean;
  /** The reply says that something went wrong. */
  readonly isSorry: boolean;
};

/** Words around a sentence that tell what it is about. */
export type Around = {
  /** Folded. */
  readonly question: string;
  readonly before: string;
};

/** From here on a sentence is meant for one customer: of a rule and a one-off that look alike it is the one-off. */
const oneOffFrom = 2;
const ownFrom = 2;
/** Of a sentence about their own matter that brings them something: it is a kindness rather than a report. */
const goodwillFrom = 2;
/** What a question tells of its answer, against the answer's own words. */
const ofQuestion = 0.4;

/**
 * Whether a sentence speaks of one customer alone: an exception made for them, or how their own matter stands. Null: it
 * holds for others as well.
 */
export function ownType({ folded }: Meaning, signals: Signals, thread: Thread): Typed | null {
  const { hasMarks, isSorry } = thread;
  const isForAll = signals.doneForAll.test(folded);
  const isDone = !isForAll && signals.done.test(folded);
  const brings = signals.benefit.test(folded);
  const general = weightOf(signals.general, folded);
  const oneOff =
    weightOf(signals.oneOff, folded) +
    (brings ? 0.5 : 0) +
    (isDone && brings ? 0.5 : 0) +
    (isSorry && brings ? (signals.addressed.test(folded) ? 1 : 0.5) : 0) -
    (isForAll ? 1.5 : 0);
  const own = weightOf(signals.ownState, folded) + (isDone ? 1 : 0) + (hasMarks ? 2 : 0) - (isForAll ? 2 : 0);
  const offBy = oneOff - general / 2 - oneOffFrom;
  const ownBy = own - (hasMarks ? 0 : general / 2) - ownFrom;
  if (offBy < 0 && ownBy < 0) return null;
  const isGoodwill = !hasMarks && brings && oneOff >= goodwillFrom;
  const isExceptional = isGoodwill || (offBy >= 0 && (ownBy < 0 || offBy >= ownBy - (brings && !hasMarks ? 1 : 0)));
  const by = isExceptional ? offBy : ownBy;
  return { type: isExceptional ? 'exception' : 'personal', sure: Math.min(1, 0.6 + by / 5) };
}

/** Whether a sentence that holds for everybody is a fact, a policy or a procedure. */
export function contentType(meaning: Meaning, around: Around, signals: Signals): Typed {
  const { folded } = meaning;
  const steps = new Set((folded.match(signals.step) ?? []).map((step) => step.trim())).size;
  const sequence = new Set(folded.match(signals.sequence) ?? []).size;
  const of = (type: 'policy' | 'fact'): number =>
    weightOf(signals[type], folded) +
    ofQuestion * weightOf(signals[type], around.question) +
    ofQuestion * weightOf(signals[type], around.before);
  const procedure = Math.min(4, steps) * 0.9 + Math.min(3, sequence) * 0.5 - (steps === 0 ? 1 : 0);
  const scores: ReadonlyArray<readonly [LessonType, number]> = [
    ['policy', of('policy')],
    ['procedure', procedure],
    ['fact', of('fact') + 0.5],
  ];
  const [first, second] = scores.toSorted((a, b) => b[1] - a[1]);
  if (first === undefined || second === undefined) return { type: 'fact', sure: 0.3 };
  const lead = first[1] - Math.max(0, second[1]);
  const sure = Math.min(0.95, 0.45 + lead / 4);
  const isGift =
    signals.benefit.test(folded) && signals.addressed.test(folded) && weightOf(signals.general, folded) < 0.75;
  // Of a rule and a kindness that cannot be told apart it is the kindness: the one must never become the other.
  if (isGift && first[0] !== 'procedure' && sure < giftBelow) return { type: 'exception', sure: 0.5 };
  return { type: first[0], sure };
}

const giftBelow = 0.72;

/** Whether a sentence has a word of its own that tells a fact, a policy or a step, or any value. */
export function saysSomething({ folded, values }: Meaning, signals: Signals): boolean {
  const weight = weightOf(signals.policy, folded) + weightOf(signals.fact, folded);
  return weight > 0 || values.length > 0 || folded.search(signals.step) >= 0;
}

/** Whether a sentence is courtesy in all its clauses. */
export function isCourteous(folded: string, signals: Signals): boolean {
  const clauses = folded
    .replace(/[\p{Extended_Pictographic}\u{fe0f}\u{200d}]|[:;]-?[)(dp]/gu, ' ')
    .split(/[,，、;；!！?？。.~～♪\n]+|\s[–—-]\s/u)
    .map((clause) => clause.trim());
  return clauses.every((clause) => !/[\p{L}\p{N}]/u.test(clause) || signals.courtesy.test(clause));
}
