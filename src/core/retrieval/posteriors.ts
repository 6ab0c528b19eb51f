import { type AnswerClassifier, logPosteriors } from './answer-classifier.ts';
import type { PreparedQuestion } from './rank-candidates.ts';

/** Answers that the classifier gives less than this are as unlikely as each other, ln. */
const leastPosterior = -6;
/** How much nearer one answer of its own must be than another to be e times as likely. */
const temperature = 0.05;

/** What the classifier asks of a candidate. */
export type Classified = { readonly groupKey: string; readonly likeness: number };

/**
 * For each candidate the natural logarithm of the probability that its answer is the one asked for, among the answers
 * that are candidates; null where the classifier cannot tell. Answers of their own share their class by nearness.
 */
export function posteriorsOf(
  classifier: AnswerClassifier | null,
  { text, vector, embedderId }: PreparedQuestion,
  candidates: readonly Classified[],
): ReadonlyArray<number | null> {
  if (classifier === null || vector === null || classifier.embedderId !== embedderId) return candidates.map(() => null);
  const logs = logPosteriors(classifier, text, vector);
  const own = classifier.classes.size;
  const classes = candidates.map(({ groupKey }) => classifier.classes.get(groupKey) ?? own);
  const present = new Set(classes);
  let sum = 0;
  for (const one of present) sum += Math.exp(logs[one] ?? 0);
  const norm = Math.log(sum);
  const shares = ownShares(candidates.filter((_, i) => classes[i] === own));
  return candidates.map((candidate, i) => {
    const one = classes[i] ?? own;
    const share = one === own ? (shares.get(candidate) ?? 0) : 0;
    return Math.max(leastPosterior, (logs[one] ?? leastPosterior) - norm + share);
  });
}

/** How the answers of their own share their class, ln. */
function ownShares(candidates: readonly Classified[]): ReadonlyMap<Classified, number> {
  const top = candidates.reduce((most, { likeness }) => Math.max(most, likeness), Number.NEGATIVE_INFINITY);
  const sum = candidates.reduce((all, { likeness }) => all + Math.exp((likeness - top) / temperature), 0);
  return new Map(candidates.map((one) => [one, (one.likeness - top) / temperature - Math.log(sum)]));
}
