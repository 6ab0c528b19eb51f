import { type AnswerClassifier, logPosteriors, vectorWidthOf } from './answer-classifier.ts';
import type { PreparedQuestion } from './rank-candidates.ts';

/** Answers that the classifier gives less than this are as unlikely as each other, ln. */
const leastPosterior = -6;
/** How much nearer one answer of its own must be than another to be e times as likely. */
const temperature = 0.05;

/** What the classifier asks of a candidate. */
export type Classified = {
  readonly ownerId: string;
  readonly groupKey: string;
  readonly likeness: number;
  /** Written by hand for practically the same question. */
  readonly isRepeated?: boolean;
};

/**
 * For each candidate the natural logarithm of the probability that its answer is the one asked for, among the answers
 * that are candidates; null where the classifier cannot tell, as from a vector of another kind. Answers of their own share
 * their class by nearness. Questions that none of the answers is for speak against all of them. What came after the training stands before the likeliest known answer where it is nearer.
 */
export function posteriorsOf(
  classifier: AnswerClassifier | null,
  { text, vector, embedderId }: PreparedQuestion,
  candidates: readonly Classified[],
): ReadonlyArray<number | null> {
  const isKnown = classifier !== null && vector !== null && classifier.embedderId === embedderId;
  if (!isKnown || vector.length !== vectorWidthOf(classifier)) return candidates.map(() => null);
  const logs = logPosteriors(classifier, text, vector);
  // A classifier may know fewer answers than it has classes: the last is theirs all the same.
  const own = logs.length - 1;
  const { unanswered } = classifier;
  const classes = candidates.map(({ ownerId, groupKey }) => {
    const one = classifier.classes.get(groupKey) ?? classifier.owners.get(ownerId) ?? null;
    return one === unanswered ? null : one;
  });
  const among = new Set(classes.filter((one) => one !== null));
  if (among.size === 0) return candidates.map(() => null);
  if (unanswered !== null) among.add(unanswered);
  const present = [...among].map((one) => logs[one] ?? 0);
  const top = Math.max(...present);
  const norm = top + Math.log(present.reduce((sum, log) => sum + Math.exp(log - top), 0));
  const shares = ownShares(candidates.filter((_, i) => classes[i] === own));
  const known = candidates.map((candidate, i): number | null => {
    const one = classes[i] ?? null;
    if (one === null) return null;
    const share = one === own ? (shares.get(candidate.groupKey) ?? 0) : 0;
    return Math.max(leastPosterior, (logs[one] ?? leastPosterior) - norm + share);
  });
  const first = likeliest(candidates, known);
  const none = unanswered === null ? leastPosterior : (logs[unanswered] ?? leastPosterior) - norm;
  return known.map((posterior, i) => {
    const beside = posterior ?? besideFirst(candidates[i]?.likeness ?? 0, first);
    return candidates[i]?.isRepeated === true ? Math.max(none, beside) : beside;
  });
}

type First = { readonly posterior: number; readonly likeness: number };

/** The likeliest known answer, and how near its nearest candidate comes. */
function likeliest(candidates: readonly Classified[], posteriors: ReadonlyArray<number | null>): First {
  let first: First = { posterior: leastPosterior, likeness: 0 };
  posteriors.forEach((posterior, i) => {
    if (posterior === null || posterior < first.posterior) return;
    const likeness = candidates[i]?.likeness ?? 0;
    if (posterior > first.posterior || likeness > first.likeness) first = { posterior, likeness };
  });
  return first;
}

/** As likely as the first where it is nearer, and the less the farther. */
function besideFirst(likeness: number, first: First): number {
  const behind = Math.min(0, likeness - first.likeness) / temperature;
  return Math.max(leastPosterior, first.posterior + behind);
}

/** How the answers of their own share their class, group key → ln: each by the nearest that gives it. */
function ownShares(candidates: readonly Classified[]): ReadonlyMap<string, number> {
  const nearest = new Map<string, number>();
  for (const { groupKey, likeness } of candidates)
    nearest.set(groupKey, Math.max(likeness, nearest.get(groupKey) ?? Number.NEGATIVE_INFINITY));
  const top = Math.max(...nearest.values());
  let sum = 0;
  for (const likeness of nearest.values()) sum += Math.exp((likeness - top) / temperature);
  return new Map([...nearest].map(([key, likeness]) => [key, (likeness - top) / temperature - Math.log(sum)]));
}
