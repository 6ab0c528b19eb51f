/** What the owner's topics are worth in the order of a store's candidates (`learnedTopicVotes`). */
export type TopicVotes = {
  /**
   * How much nearer a candidate must come to count e times as much for its topic, and the likeness that a topic e times
   * as likely is worth. 0: topics have no vote.
   */
  readonly temperature: number;
  /** The likeness that it is worth to be limited to what the question is known to be about. */
  readonly subject: number;
};

/** Candidates stand for themselves. */
export const noVotes: TopicVotes = { temperature: 0, subject: 0 };

/** Whether two orders differ. */
export function hasOtherVotes(before: TopicVotes, after: TopicVotes): boolean {
  return before.temperature !== after.temperature || before.subject !== after.subject;
}

/** A candidate as far as it votes. */
export type Voter = {
  /** Null: it is of none and votes for its own answer alone. */
  readonly topic: string | null;
  readonly groupKey: string;
  readonly likeness: number;
  /** Whether it is limited to what the question is known to be about. */
  readonly isOfSubject: boolean;
};

/** A topic that has less of the votes is as unlikely as any other, ln. */
const leastShare = -6;

/**
 * What votes add to the score of each candidate: those of one topic speak for each other, the nearer the more, so that
 * a topic that much is asked about comes up more readily than one that is hardly ever.
 */
export function votesFor(candidates: readonly Voter[], { temperature, subject }: TopicVotes): readonly number[] {
  const own = candidates.map(({ isOfSubject }) => (isOfSubject ? subject : 0));
  if (temperature === 0 || candidates.length === 0) return own;
  const near = candidates.map(({ likeness }, i) => (likeness + (own[i] ?? 0)) / temperature);
  const top = Math.max(...near);
  const sums = new Map<string, number>();
  const weights = near.map((one) => Math.exp(one - top));
  candidates.forEach((candidate, i) => {
    const key = topicKeyOf(candidate);
    sums.set(key, (sums.get(key) ?? 0) + (weights[i] ?? 0));
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return candidates.map((candidate, i) => {
    const share = (sums.get(topicKeyOf(candidate)) ?? 0) / all;
    return (own[i] ?? 0) + temperature * Math.max(leastShare, Math.log(share));
  });
}

function topicKeyOf({ topic, groupKey }: Pick<Voter, 'topic' | 'groupKey'>): string {
  return topic === null || topic === '' ? `answer ${groupKey}` : `topic ${topic}`;
}
