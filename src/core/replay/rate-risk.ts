import type { Evidence } from '#shared/model/evidence.ts';
import type { ReplayRisk } from '#shared/model/replay.ts';
import { keptShareOf } from '../learning/kept-share.ts';
import { differInNegation, differInNumbers, holdsNumbersOf } from './answer-difference.ts';

/**
 * How likely each by itself makes a change one that should be read first. Judged, not measured: a lost answer and one that
 * an agent's own words speak against are the worst, then what a customer would hold the shop to.
 */
const weights: Readonly<Record<ReplayRisk, number>> = {
  lost: 0.8,
  against_sent: 0.5,
  numbers: 0.4,
  negation: 0.35,
  other_source: 0.2,
  was_sure: 0.15,
  gained: 0.1,
};

export type RatedChange = {
  readonly before: Evidence | null;
  readonly after: Evidence | null;
  /** What an agent sent then; null where it is not known. */
  readonly sent: string | null;
};

const sureFrom = 0.8;
/** With so many of its words in what was sent, an answer was the agent's as well. */
const agreesFrom = 0.6;

/** What makes the change of an answer risky, heaviest first, and how risky that is together: 1 − Π(1 − weight). */
export function ratedRisk(change: RatedChange): { readonly risks: readonly ReplayRisk[]; readonly risk: number } {
  const { before, after } = change;
  const risks = new Set<ReplayRisk>();
  if (after === null) risks.add('lost');
  if (before === null) risks.add('gained');
  if (isAgainstSent(change)) risks.add('against_sent');
  if (before !== null && after !== null) {
    if (differInNumbers(before.answer, after.answer)) risks.add('numbers');
    if (differInNegation(before.answer, after.answer)) risks.add('negation');
    if (before.id !== after.id) risks.add('other_source');
  }
  if (before !== null && before.confidence >= sureFrom) risks.add('was_sure');
  const sorted = [...risks].toSorted((a, b) => weights[b] - weights[a]);
  const rest = sorted.reduce((product, risk) => product * (1 - weights[risk]), 1);
  return { risks: sorted, risk: Math.round((1 - rest) * 1_000) / 1_000 };
}

/** Whether the agent sent what the desk would no longer say, or would now say other numbers than were sent. */
function isAgainstSent({ before, after, sent }: RatedChange): boolean {
  if (sent === null || before === null) return false;
  const agreed = keptShareOf(before.answer, sent);
  if (agreed < agreesFrom) return false;
  if (after === null) return true;
  const isNumberOff = holdsNumbersOf(sent, before.answer) && !holdsNumbersOf(sent, after.answer);
  return isNumberOff || keptShareOf(after.answer, sent) < agreed - 0.15;
}
