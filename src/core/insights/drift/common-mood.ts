/**
 * How often an answer is changed just now for a reason that is not its own: because everybody changes more (a campaign, a
 * busy day, a new form of address), or one person does. It is read off what else is changed more than expected.
 */
export type CommonMood = {
  /** The stream's own past does not count. */
  moodFor(of: { readonly stream: string; readonly profileId: string | null }): Mood;
  add(seen: {
    readonly streams: readonly string[];
    readonly profileId: string | null;
    readonly isChanged: boolean;
    /** The chance of that as the stream's past has it. */
    readonly expected: number;
  }): void;
};

/**
 * Two ways in which a mood may lower how often an answer is kept; which one it is, nobody knows. `kept`: the share that
 * still is, whatever the answer says. `odds`: what the odds of being kept are multiplied by. Both 0…1; 1: no mood.
 */
export type Mood = { readonly kept: number; readonly odds: number };

/** What was sent as it stood, what was expected to be, and of how many. */
type Sums = { readonly kept: number; readonly expected: number; readonly count: number };

/** Sums fade by half over so many observations: of the store, or of the person. */
const halfLife = 40;
/** So many answers that are expected to be kept weigh as much as having no mood. */
const calm = 6;
/** And as much as a person's being in the mood of all. */
const likeOthers = 4;
const lowest = 0.05;

export function newCommonMood(): CommonMood {
  const counts = new Map<string, number>();
  const sums = new Map<string, Sums & { readonly at: number }>();

  const faded = (root: string, stream: string): Sums => {
    const known = sums.get(`${root}|${stream}`);
    if (known === undefined) return { kept: 0, expected: 0, count: 0 };
    const left = 0.5 ** (((counts.get(root) ?? 0) - known.at) / halfLife);
    return { kept: known.kept * left, expected: known.expected * left, count: known.count * left };
  };
  /** The share of what was expected to be kept that was, drawn towards `usual`. */
  const keptOf = (root: string, stream: string, usual: number, weight: number): number => {
    const [whole, own] = [faded(root, ''), faded(root, stream)];
    const expected = Math.max(0, whole.expected - own.expected);
    return (Math.max(0, whole.kept - own.kept) + weight * usual) / (expected + weight);
  };

  return {
    moodFor({ stream, profileId }) {
      const common = Math.min(1, keptOf('all', stream, 1, calm));
      const own = profileId === null ? common : keptOf(`who:${profileId}`, stream, common, likeOthers);
      const kept = Math.min(1, Math.max(lowest, own));
      const { expected, count } = faded(profileId === null ? 'all' : `who:${profileId}`, '');
      const usual = count === 0 ? 0.5 : Math.min(0.99, expected / count);
      return { kept, odds: (kept * (1 - usual)) / (1 - kept * usual) };
    },
    add({ streams, profileId, isChanged, expected }) {
      for (const root of ['all', ...(profileId === null ? [] : [`who:${profileId}`])]) {
        counts.set(root, (counts.get(root) ?? 0) + 1);
        for (const stream of ['', ...streams]) {
          const before = faded(root, stream);
          sums.set(`${root}|${stream}`, {
            kept: before.kept + (isChanged ? 0 : 1),
            expected: before.expected + 1 - expected,
            count: before.count + 1,
            at: counts.get(root) ?? 0,
          });
        }
      }
    },
  };
}
