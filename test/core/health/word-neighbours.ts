import type { HealthEntry } from '#core/health/entry-profile.ts';
import { foldedInPlace } from '#core/health/folded-text.ts';
import { mayMeet } from '#core/health/may-meet.ts';
import { type Wording, wordingOf } from '#core/health/wording.ts';

/** Neighbours of one entry that are compared. */
export const mostNeighbours = 24;

/** The neighbours of each entry by the words and matters they share, within these entries. */
export function wordNeighbours(entries: readonly HealthEntry[]): (entry: HealthEntry) => readonly string[] {
  const holders = new Map<string, string[]>();
  const termsById = new Map<string, Wording['terms']>();
  for (const entry of entries) {
    const text = `${entry.question}\n${entry.answer}`;
    const { terms } = wordingOf(foldedInPlace(text), text);
    termsById.set(entry.id, terms);
    for (const term of terms.keys()) {
      const known = holders.get(term);
      if (known === undefined) holders.set(term, [entry.id]);
      else known.push(entry.id);
    }
  }
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const meets = (entry: HealthEntry, id: string): boolean => {
    const other = byId.get(id);
    return other !== undefined && mayMeet(entry, other);
  };
  return (entry) => {
    const scores = new Map<string, number>();
    for (const [term, weight] of termsById.get(entry.id) ?? []) {
      const ids = holders.get(term) ?? [];
      const worth = weight * Math.log(1 + entries.length / ids.length);
      for (const id of ids) if (id !== entry.id && meets(entry, id)) scores.set(id, (scores.get(id) ?? 0) + worth);
    }
    return [...scores]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, mostNeighbours)
      .map(([id]) => id);
  };
}
