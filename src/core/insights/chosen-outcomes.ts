import type { InsightFilter } from '#shared/model/insight.ts';
import type { Profile } from '#shared/model/profile.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type FiguresShown, figuresFor } from './figures-for.ts';
import type { AskFact, OutcomeFact } from './outcome-fact.ts';
import type { OutcomeFacts } from './outcome-facts.ts';
import { isWithheld } from './withheld.ts';

export type ChosenDeps = Pick<Database, 'stores'> & { readonly facts: OutcomeFacts };
export type Present = Pick<Profile, 'id' | 'role'>;

/** The outcomes that a filter means, for somebody who may see them. */
export type Chosen = {
  readonly shown: FiguresShown;
  /** Of the span; none where they are withheld. */
  readonly facts: readonly OutcomeFact[];
  readonly isWithheld: boolean;
  /** The asks that the filter means. */
  readonly meant: (ask: AskFact) => boolean;
  /** The same filter for another span. */
  readonly within: (from: number, to: number) => Pick<Chosen, 'facts' | 'isWithheld'>;
};

const dayMs = 86_400_000;
/** Less than this of all together may be few people's. */
const shortSpan = 7 * dayMs;

/** Errors: `figures_not_shown`, `not_found`. */
export async function chosenOutcomes(
  { stores, facts }: ChosenDeps,
  filter: InsightFilter,
  present: Present,
  byPerson: boolean,
): Promise<Chosen> {
  const asked = filter.storeId === null ? stores.list() : [stores.get(filter.storeId)];
  const comparesPeople = asked.every(({ settings }) => settings.comparesPeople === true);
  const shown = figuresFor(present, { profileId: filter.profileId, byPerson }, { comparesPeople });
  const all = (await facts.standing(filter.storeId)).filter(
    ({ profileId }) => shown.profileId === null || profileId === shown.profileId,
  );
  const meant = (ask: AskFact): boolean =>
    (filter.topic === null || (ask.topic ?? '') === filter.topic) &&
    (filter.entryId === null || ask.entryId === filter.entryId);
  const hasAskFilter = filter.topic !== null || filter.entryId !== null;
  const isMeant = (fact: OutcomeFact): boolean =>
    (filter.language === null || fact.language === filter.language) &&
    (filter.channel === null || fact.channel === filter.channel) &&
    (!hasAskFilter || fact.asks.some(meant));
  const isFiltered = hasAskFilter || filter.language !== null || filter.channel !== null;
  const within: Chosen['within'] = (from, to) => {
    const span = all.filter(({ createdAt }) => createdAt >= from && createdAt <= to);
    const [part, rest]: [OutcomeFact[], OutcomeFact[]] = [[], []];
    for (const fact of span) (isMeant(fact) ? part : rest).push(fact);
    const isNarrow = isFiltered || to - from + 1 < shortSpan;
    const hidden =
      shown.withholdsFew && isNarrow && isWithheld({ people: whoOf(part) }, { people: whoOf(rest) }, present.id);
    return { facts: hidden ? [] : part, isWithheld: hidden };
  };
  return { shown, meant, within, ...within(filter.from, filter.to) };
}

/** Who stands behind outcomes, one by one. */
export function whoOf(facts: readonly OutcomeFact[]): ReadonlyArray<string | null> {
  return facts.map(({ profileId }) => profileId);
}
