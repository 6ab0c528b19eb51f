import type { EntryProfile, Statement } from './entry-profile.ts';
import { type Rarity, coverage, joined, overlapOf } from './likeness.ts';
import { type PairLikeness, hasOwnSubject, isApart } from './same-matter.ts';
import { isComparable, isSameValue } from './same-value.ts';
import type { Wording } from './wording.ts';

type Terms = Wording['terms'];

/** An answer that only names where the answer is. */
const placeholder = /^\[\[[^\]]*\]\]$/u;

/** How sure it is that two entries say the same, 0…1; null where they do not. They are known not to contradict. */
export function duplicateCertainty(a: EntryProfile, b: EntryProfile, pair: PairLikeness): number | null {
  if (placeholder.test(a.entry.answer) || placeholder.test(b.entry.answer)) return null;
  if (isApart(a.question, b.question, true) || isApart(a.answer, b.answer, true)) return null;
  if (!haveSameValues(a, b) || disagree(a, b, pair)) return null;
  const isSameAnswer = a.answerKey === b.answerKey;
  const answer = isSameAnswer ? 1 : Math.max(pair.answer, charactersInCommon(a.answerKey, b.answerKey));
  // Several questions for one answer are often meant: only those that ask the same are one too many.
  if (answer < 0.5 || !asksTheSame(a, b, pair, answer)) return null;
  const likeness = 0.4 * pair.question + 0.6 * answer;
  return likeness >= 0.5 ? likeness : null;
}

/** Whether each says nearly all that the other asks for, and, in its answer, what the other answers. */
function asksTheSame(a: EntryProfile, b: EntryProfile, pair: PairLikeness, answer: number): boolean {
  const names = new Set([...a.names, ...b.names]);
  // One of them is about something that the other never names: be it as common here as "accessible parking".
  const isCounted: Rarity = (term) => (names.has(term) ? 0 : 1);
  if (answer < 0.85 && (hasOwnSubject(a, b, isCounted) || hasOwnSubject(b, a, isCounted))) return false;
  if (pair.question > 0.85) return true;
  const told = (terms: Terms): Terms => new Map([...terms].filter(([term]) => !names.has(term)));
  const all = (one: EntryProfile): Terms => joined(one.question.terms, one.answer.terms);
  const asked = Math.min(coverage(told(a.question.terms), all(b)), coverage(told(b.question.terms), all(a)));
  const answered = Math.min(coverage(told(a.answer.terms), all(b)), coverage(told(b.answer.terms), all(a)));
  if (asked >= 0.55 && answered >= 0.5 && pair.question > 0.2) return true;
  return answer >= 0.65 && asked >= 0.25;
}

/** Whether one says yes where the other says no, about nearly the same. */
function disagree(a: EntryProfile, b: EntryProfile, pair: PairLikeness): boolean {
  const stancesOf = ({ direct, stances }: EntryProfile): EntryProfile['stances'] =>
    direct === null ? stances : [direct, ...stances];
  return stancesOf(a).some((x) =>
    stancesOf(b).some(
      (y) =>
        x.value.unit === y.value.unit &&
        x.value.low !== y.value.low &&
        !x.value.isConditional &&
        !y.value.isConditional &&
        overlapOf(x.wording.terms, y.wording.terms, pair.rarity).dice > 0.3,
    ),
  );
}

/** Whether neither says a number that the other does not. */
function haveSameValues(a: EntryProfile, b: EntryProfile): boolean {
  const isSaid = (one: Statement, others: readonly Statement[]): boolean =>
    others.some((other) => isComparable(one.value, other.value) && isSameValue(one.value, other.value));
  const missing = [
    ...a.values.filter((one) => !isSaid(one, b.values)),
    ...b.values.filter((one) => !isSaid(one, a.values)),
  ];
  return missing.length === 0 || missing.length * 4 < a.values.length + b.values.length;
}

/** Share of character pairs that two texts have in common, 0…1 (Dice). */
function charactersInCommon(a: string, b: string): number {
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < a.length; i++) counts.set(a.slice(i, i + 2), (counts.get(a.slice(i, i + 2)) ?? 0) + 1);
  let shared = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const left = counts.get(b.slice(i, i + 2)) ?? 0;
    if (left > 0) shared += 1;
    counts.set(b.slice(i, i + 2), left - 1);
  }
  return a.length + b.length < 4 ? 0 : (2 * shared) / (a.length + b.length - 2);
}
