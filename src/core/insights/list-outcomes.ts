import type { InsightFilter, InsightMeasure } from '#shared/model/insight.ts';
import type { SilenceReason } from '#shared/model/draft.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type ChosenDeps, type Present, chosenOutcomes } from './chosen-outcomes.ts';
import { counts } from './count-figures.ts';

export type OutcomesWanted = InsightFilter & {
  readonly measure: InsightMeasure | null;
  readonly silence?: SilenceReason | null | undefined;
  readonly reason?: Outcome['reason'] | undefined;
  readonly ids?: readonly string[] | null | undefined;
};

/**
 * The outcomes behind a number, newest first; none where the number is withheld. Where people are not told apart, nobody's
 * name stands at any. Errors: `figures_not_shown`, `not_found`.
 */
export async function listOutcomes(
  deps: ChosenDeps & Pick<Database, 'outcomes'>,
  wanted: OutcomesWanted,
  present: Present,
  limit = Number.POSITIVE_INFINITY,
): Promise<readonly Outcome[]> {
  const { facts, meant, shown } = await chosenOutcomes(deps, wanted, present, false);
  const { measure, silence, reason } = wanted;
  const ids = wanted.ids == null ? null : new Set(wanted.ids);
  const behind = facts.filter(
    (fact) =>
      (ids === null || ids.has(fact.id)) &&
      (measure === null || counts(measure, fact, meant)) &&
      (silence == null || fact.asks.some((ask) => meant(ask) && !ask.isOffered && ask.silence === silence)) &&
      (reason == null || fact.reason === reason),
  );
  return behind
    .slice(-limit)
    .toReversed()
    .flatMap(({ id }) => {
      const outcome = deps.outcomes.find(id);
      if (outcome === null) return [];
      return [shown.comparesPeople || shown.profileId !== null ? outcome : { ...outcome, profileId: null }];
    });
}
