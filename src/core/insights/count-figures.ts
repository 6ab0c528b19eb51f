import type { InsightFigures, InsightMeasure } from '#shared/model/insight.ts';
import type { AskFact, OutcomeFact } from './outcome-fact.ts';

/** With less of a draft's words sent than this, it was strongly edited. */
const strongBelow = 0.5;

type Meant = (ask: AskFact) => boolean;

const isAsked = ({ silence }: AskFact): boolean => silence !== 'nothing_asked' && silence !== 'automatic';

const tests: Readonly<Record<InsightMeasure, (fact: OutcomeFact, meant: Meant) => boolean>> = {
  answered: ({ act }) => act === 'accepted' || act === 'edited' || act === 'written',
  accepted: ({ act }) => act === 'accepted',
  edited: ({ act }) => act === 'edited',
  strong: ({ act, keptShare }) => act === 'edited' && keptShare !== null && keptShare < strongBelow,
  written: ({ act }) => act === 'written',
  discarded: ({ act }) => act === 'discarded',
  closed: ({ act }) => act === 'closed',
  unsupported: ({ unsupported }) => unsupported > 0,
  silent: ({ asks }, meant) => asks.some((ask) => isAsked(ask) && !ask.isOffered && meant(ask)),
  offered: ({ asks }, meant) => asks.some((ask) => ask.isOffered && meant(ask)),
};

/** Whether an outcome is one of those that a number counts. `meant`: the asks that are looked at. */
export function counts(measure: InsightMeasure, fact: OutcomeFact, meant: Meant): boolean {
  return tests[measure](fact, meant);
}

export type Counted = {
  readonly figures: InsightFigures;
  readonly silences: ReadonlyMap<NonNullable<AskFact['silence']>, number>;
  readonly discards: ReadonlyMap<NonNullable<OutcomeFact['reason']>, number>;
};

/** The figures of some outcomes. A draft that was refused and sent after all is dealt with once; what it asked is asked once. */
export function countFigures(facts: readonly OutcomeFact[], meant: Meant): Counted {
  const number = (measure: InsightMeasure): number => facts.filter((fact) => tests[measure](fact, meant)).length;
  const sent = facts.filter((fact) => tests.answered(fact, meant));
  const waits = sent.map(({ waitedMs }) => waitedMs).toSorted((a, b) => a - b);
  const kept = sent.flatMap(({ keptShare }) => (keptShare === null ? [] : [keptShare]));
  const first = firstOfDraft(facts);
  const asks = first.flatMap((fact) => fact.asks.filter((ask) => isAsked(ask) && meant(ask)));
  const dealt = first.filter(({ hasOffer, act }) => hasOffer && act !== 'closed' && act !== 'written');
  const results = facts.flatMap((fact) => fact.asks.filter(meant));
  return {
    figures: {
      answered: sent.length,
      accepted: number('accepted'),
      edited: number('edited'),
      strong: number('strong'),
      written: number('written'),
      discarded: number('discarded'),
      closed: number('closed'),
      dealt: dealt.length,
      dealtAccepted: dealt.filter(({ act }) => act === 'accepted').length,
      asks: asks.length,
      asksOffered: asks.filter(({ isOffered }) => isOffered).length,
      answersKept: results.filter(({ result }) => result === 'kept').length,
      answersChanged: results.filter(({ result }) => result === 'changed').length,
      keptShare: kept.length === 0 ? null : kept.reduce((sum, share) => sum + share, 0) / kept.length,
      keptOf: kept.length,
      unsupportedReplies: sent.filter(({ unsupported }) => unsupported > 0).length,
      unsupportedFacts: sent.reduce((sum, { unsupported }) => sum + unsupported, 0),
      medianWaitMs: waits[Math.floor(waits.length / 2)] ?? null,
      slowWaitMs: waits[Math.floor(waits.length * 0.9)] ?? null,
    },
    silences: tally(asks.flatMap(({ isOffered, silence }) => (isOffered || silence === null ? [] : [silence]))),
    discards: tally(facts.flatMap(({ act, reason }) => (act === 'discarded' && reason !== null ? [reason] : []))),
  };
}

/** Of several outcomes of one draft the first; those without a draft all. */
function firstOfDraft(facts: readonly OutcomeFact[]): readonly OutcomeFact[] {
  const seen = new Set<string>();
  return facts.filter(({ draftId }) => {
    if (draftId === null) return true;
    const isFirst = !seen.has(draftId);
    seen.add(draftId);
    return isFirst;
  });
}

export function tally<T>(items: readonly T[]): ReadonlyMap<T, number> {
  const counted = new Map<T, number>();
  for (const item of items) counted.set(item, (counted.get(item) ?? 0) + 1);
  return new Map([...counted].toSorted((a, b) => b[1] - a[1]));
}
