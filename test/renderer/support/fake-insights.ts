import type { InsightCounts, Insights } from '#shared/model/insight.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import type { World } from './fake-world.ts';

function countsOf(outcomes: readonly Outcome[]): InsightCounts {
  const of = (act: Outcome['act']): number => outcomes.filter((outcome) => outcome.act === act).length;
  const kept = outcomes.flatMap((outcome) => (outcome.keptShare === null ? [] : [outcome.keptShare]));
  const waits = outcomes.map((outcome) => outcome.waitedMs).sort((a, b) => a - b);
  return {
    answered: of('accepted') + of('edited') + of('written'),
    accepted: of('accepted'),
    edited: of('edited'),
    written: of('written'),
    discarded: of('discarded'),
    keptShare: kept.length === 0 ? null : kept.reduce((sum, share) => sum + share, 0) / kept.length,
    medianWaitMs: waits[Math.floor(waits.length / 2)] ?? null,
  };
}

function isoDay(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The summary of a period of the made-up history. */
export function fakeInsights(world: World, from: number, to: number): Insights {
  const within = world.outcomes.filter((outcome) => outcome.createdAt >= from && outcome.createdAt < to);
  const days = [];
  for (let at = from; at < to; at += 86_400_000) {
    const day = isoDay(at + 43_200_000);
    days.push({ day, counts: countsOf(within.filter((outcome) => isoDay(outcome.createdAt) === day)) });
  }
  return {
    from,
    to,
    counts: countsOf(within),
    days,
    openDrafts: [...world.threads.values()].filter((thread) => thread.draft?.state === 'open').length,
    silences: [
      { reason: 'weak_evidence', count: 14 },
      { reason: 'no_evidence', count: 9 },
      { reason: 'ambiguous', count: 3 },
      { reason: 'other_language', count: 2 },
    ],
    learnedItems: world.learned.length,
    knowledgeEntries: world.entries.length,
  };
}
