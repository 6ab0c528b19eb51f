import {
  type CoverageChoice,
  type CoverageReport,
  type ToleranceChange,
  offeredRates,
} from '#shared/model/coverage.ts';
import type { Store } from '#shared/model/store.ts';
import type { Database } from '../ports/repositories/index.ts';
import {
  type Threshold,
  type Thresholds,
  coverageAt,
  coverageCurve,
  coverageOfAll,
  thinnedCurve,
  thresholdsOf,
} from '../retrieval/coverage.ts';
import { type StoreModel, type Trial, usualThreshold } from '../retrieval/store-model.ts';

export type CoverageDeps = Pick<Database, 'stores' | 'drafts'> & { readonly modelOf: (storeId: string) => StoreModel };

const pointsShown = 40;
const changesShown = 20;

/** What a store's tolerated rate, or that of one of its topics, costs and brings. Errors: `not_found`. */
export function reportCoverage(
  deps: CoverageDeps,
  { storeId, topic }: { readonly storeId: string; readonly topic: string | null },
): CoverageReport {
  const tolerance = deps.stores.get(storeId).settings.tolerance ?? null;
  const { trials: all, questionCount, outcomeCount } = deps.modelOf(storeId);
  const thresholds = thresholdsOf(all, tolerance);
  const trials = thresholds.trialsOf(topic);
  const set = new Map(tolerance?.topics.map((each) => [each.topic, each.rate]));
  const choiceAt = (rate: number | null): CoverageChoice => choiceOf(trials, rate, thresholds.at(topic, rate));
  const topics = [...new Set([...thresholds.topics, ...set.keys()])].toSorted();
  return {
    rate: topic === null ? (tolerance?.rate ?? null) : (set.get(topic) ?? null),
    present: choiceAt(thresholds.rateOf(topic)),
    usual: choiceAt(null),
    overall: coverageOfAll(all, thresholds),
    choices: offeredRates.map(choiceAt),
    points: [...thinnedCurve(coverageCurve(trials), pointsShown)],
    isByStore: topic !== null && trials === all,
    waiting: topic === null ? waitingAsks(deps, storeId) : null,
    questionCount,
    outcomeCount,
    topics: topic === null ? topics.map((each) => topicRow(thresholds, set, each)) : [],
    changes: topic === null ? [...toleranceChanges(deps.stores.versions(storeId))].slice(0, changesShown) : [],
  };
}

/** Trials ask what the knowledge answers; customers also ask what it does not. */
function waitingAsks({ drafts }: CoverageDeps, storeId: string): NonNullable<CoverageReport['waiting']> {
  const asks = drafts
    .openAsks(storeId)
    .flatMap((draft) => draft.asks)
    .filter(({ silence }) => silence !== 'nothing_asked' && silence !== 'automatic');
  return { asked: asks.length, drafted: asks.filter(({ evidence }) => evidence !== null).length };
}

function topicRow(
  thresholds: Thresholds,
  set: ReadonlyMap<string, number>,
  topic: string,
): CoverageReport['topics'][number] {
  const trials = thresholds.trialsOf(topic);
  const own = trials.filter((trial) => trial.topic === topic);
  return {
    topic,
    rate: set.get(topic) ?? null,
    weight: own.reduce((sum, { weight }) => sum + weight, 0),
    present: choiceOf(trials, thresholds.rateOf(topic), thresholds.of(topic)),
  };
}

function choiceOf(trials: readonly Trial[], rate: number | null, { from, basis }: Threshold): CoverageChoice {
  if (from === null) return { rate, threshold: null, basis, coverage: 0, wrong: 0, wrongAtLeast: 0, wrongAtMost: 0 };
  // Before anything was learned nothing is known of what a rate would cost.
  return { ...coverageAt(trials, from), rate, basis };
}

/** What was decided about tolerated rates, newest first, of a store's versions, newest first. */
export function toleranceChanges(versions: readonly Store[]): readonly ToleranceChange[] {
  return versions.flatMap(({ settings: { tolerance } }, i): readonly ToleranceChange[] => {
    const before = versions[i + 1]?.settings.tolerance ?? null;
    if (!tolerance || tolerance.at === before?.at) return [];
    const { change, at } = tolerance;
    const ratesOf = (each: typeof tolerance | null): ReadonlyMap<string | null, number | null> =>
      new Map([[null, each?.rate ?? null], ...(each?.topics.map(({ topic, rate }) => [topic, rate] as const) ?? [])]);
    const [old, now] = [ratesOf(before), ratesOf(tolerance)];
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((topic) => {
      const [was, is] = [old.get(topic) ?? null, now.get(topic) ?? null];
      return was === is ? [] : [{ topic, before: was, after: is, change, at }];
    });
  });
}

/** The same model, offering by what its trials say about the rates that were set. */
export function tolerantModel(model: Omit<StoreModel, 'offeredFrom'>, store: Store): StoreModel {
  const { tolerance } = store.settings;
  if (!tolerance) return { ...model, offeredFrom: () => usualThreshold };
  const thresholds = thresholdsOf(model.trials, tolerance);
  return { ...model, offeredFrom: (topic) => thresholds.of(topic).from ?? Number.POSITIVE_INFINITY };
}
