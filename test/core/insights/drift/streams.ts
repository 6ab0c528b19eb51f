import type { AnswerFate } from '#core/insights/drift/watch-drift.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

/** A store whose answers are changed at known rates, and what goes otherwise from some point on. */
export type Made = {
  readonly seed: number;
  readonly length: number;
  /** For each entry: its share of the answers, how often what it says is sent as it stands, and its topic. */
  readonly entries: ReadonlyArray<{ readonly traffic: number; readonly kept: number; readonly topic: string | null }>;
  readonly people: number;
  /** The rate at which an entry is sent as it stands, at the i-th answer of the store. */
  readonly keptAt?: (entry: number, i: number, person: number) => number | null;
};

/** The answers in the order they were given; entry 0 is the one that changes where one does. */
export function madeStream({ seed, length, entries, people, keptAt }: Made): readonly AnswerFate[] {
  const random = seededRandom(seed);
  const sum = entries.reduce((total, { traffic }) => total + traffic, 0);
  return Array.from({ length }, (_, i): AnswerFate => {
    let left = random.next() * sum;
    const found = entries.findIndex(({ traffic }) => (left -= traffic) < 0);
    const entry = found < 0 ? entries.length - 1 : found;
    const person = random.whole(0, people - 1);
    const kept = keptAt?.(entry, i, person) ?? entries[entry]?.kept ?? 0;
    return {
      outcomeId: `outcome-${i}`,
      conversationId: `conversation-${i}`,
      profileId: `person-${person}`,
      at: i + 1,
      entryId: `entry-${entry}`,
      topic: entries[entry]?.topic ?? null,
      isChanged: random.next() >= kept,
    };
  });
}
