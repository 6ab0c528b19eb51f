/** How near replies come to answers that they do not give. Cosines. */
export type UsualNearness = {
  /** The middle of them: a reply that comes no nearer says something else. */
  readonly farUntil: number;
  /** Nearer than answers that say different things come to a reply, and than they usually come to one another. */
  readonly nearFrom: number;
};

/** What a reply in other words was compared with: answers that were shown beside the nearest one. */
export type Compared = {
  /** Of the reply to each of those. */
  readonly toOthers: readonly number[];
  /** Of all answers that were shown to one another. */
  readonly amongAnswers: readonly number[];
};

/** Fewer say nothing of what is usual. */
const leastCompared = 30;

/**
 * What is usual where a reply and an answer came up for the same question and say different things; null while too little
 * is known. At most one of the answers that stand beside the nearest is what the reply says: of `n` others the nearest
 * n-th part may be right, and nearness as theirs is no longer usual.
 */
export function usualNearness(compared: readonly Compared[]): UsualNearness | null {
  const replies = compared.filter(({ toOthers }) => toOthers.length > 0).length;
  const others = compared.flatMap(({ toOthers }) => toOthers).toSorted((a, b) => a - b);
  const among = compared.flatMap(({ amongAnswers }) => amongAnswers).toSorted((a, b) => a - b);
  if (others.length < leastCompared) return null;
  return {
    farUntil: quantile(others, 0.5),
    nearFrom: Math.max(quantile(others, 1 - replies / others.length), quantile(among, 0.5)),
  };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/**
 * How likely a reply says an answer in other words, 0…1: not where it is far, surely where it is near, and between them
 * the more the nearer. Null where it says otherwise of the same thing: then the answer was the right one and is out of date.
 */
export function saidShare(
  { nearness, isOtherwise }: { readonly nearness: number; readonly isOtherwise: boolean },
  { farUntil, nearFrom }: UsualNearness,
): number | null {
  if (nearness <= farUntil) return 0;
  if (isOtherwise) return null;
  return nearness >= nearFrom ? 1 : (nearness - farUntil) / (nearFrom - farUntil);
}
