import type { LessonType } from '#shared/model/lesson.ts';
import type { Meaning } from './meaning.ts';
import type { Typed } from './model/type-by-model.ts';
import { type Signals, weightOf } from './signals/signals.ts';

/** Words around a sentence that tell what it is about. */
export type Around = {
  /** Folded. */
  readonly question: string;
  readonly before: string;
};

/** What a question tells of its answer, against the answer's own words. */
const ofQuestion = 0.4;

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
  return { type: first[0], sure };
}

/** Whether a sentence is courtesy in all its clauses. */
export function isCourteous(folded: string, signals: Signals): boolean {
  const clauses = folded
    .replace(/[\p{Extended_Pictographic}\u{fe0f}\u{200d}]|[:;]-?[)(dp]/gu, ' ')
    .split(/[,，、;；!！?？。.~～♪\n]+|\s[–—-]\s/u)
    .map((clause) => clause.trim());
  return clauses.every((clause) => !/[\p{L}\p{N}]/u.test(clause) || signals.courtesy.test(clause));
}
