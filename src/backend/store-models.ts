import { tolerantModel } from '#core/insights/report-coverage.ts';
import type { StoreRepository } from '#core/ports/repositories/stores.ts';
import { hasMovedFrom } from '#core/retrieval/learn-model.ts';
import { type LearnedModel, type StoreModel, priorModel } from '#core/retrieval/store-model.ts';

export type StoreModels = {
  /** What was learned of a store, offering as its lead tolerates. Errors: `not_found`. */
  readonly of: (storeId: string) => StoreModel;
  /** `heard`: whose own lessons it has heard, and what serves anybody else; left out: nobody's. */
  readonly set: (storeId: string, model: LearnedModel, heard?: Heard) => void;
};

export type Heard = { readonly profileId: string | null; readonly shared: LearnedModel };

/**
 * The models of all stores, for who works here: one that was learned with another person's own lessons serves that person
 * alone. Thresholds are found anew when a model or what is tolerated has changed.
 */
export function storeModels(
  stores: Pick<StoreRepository, 'get'>,
  profileId: () => string | null = () => null,
): StoreModels {
  const learned = new Map<string, Heard & { readonly own: LearnedModel }>();
  const made = new Map<
    string,
    { readonly version: number; readonly served: LearnedModel; readonly model: StoreModel }
  >();
  return {
    set(storeId, own, heard = { profileId: profileId(), shared: own }) {
      learned.set(storeId, { ...heard, own });
    },
    of(storeId) {
      const store = stores.get(storeId);
      const known = learned.get(storeId);
      const served = known?.profileId === profileId() ? known.own : (known?.shared ?? priorModel);
      const last = made.get(storeId);
      if (last?.version === store.version && last.served === served) return last.model;
      const model = tolerantModel(served, store);
      made.set(storeId, { version: store.version, served, model });
      return model;
    },
  };
}

/** Outcomes come one by one: a threshold that moves by less is no reason to make every draft again. */
const noticeable = 0.02;

/** Whether drafts made by one model would be judged otherwise by another; `topics` are those with a rate of their own. */
export function judgesOtherwise(before: StoreModel, after: StoreModel, topics: readonly string[]): boolean {
  if (hasMovedFrom(before, after)) return true;
  const judged = new Set([null, ...topics, ...after.trials.map(({ topic }) => topic)]);
  return [...judged].some((topic) => Math.abs(before.offeredFrom(topic) - after.offeredFrom(topic)) > noticeable);
}
