import { tolerantModel } from '#core/insights/report-coverage.ts';
import type { StoreRepository } from '#core/ports/repositories/stores.ts';
import { hasMovedFrom } from '#core/retrieval/learn-model.ts';
import { type LearnedModel, type StoreModel, priorModel } from '#core/retrieval/store-model.ts';

export type StoreModels = {
  /** What was learned of a store, offering as its lead tolerates. Errors: `not_found`. */
  readonly of: (storeId: string) => StoreModel;
  readonly set: (storeId: string, model: LearnedModel) => void;
};

/** The models of all stores. Thresholds are found anew when a model or what is tolerated has changed. */
export function storeModels(stores: Pick<StoreRepository, 'get'>): StoreModels {
  const learned = new Map<string, LearnedModel>();
  const made = new Map<string, { readonly version: number; readonly model: StoreModel }>();
  return {
    set(storeId, model) {
      learned.set(storeId, model);
      made.delete(storeId);
    },
    of(storeId) {
      const store = stores.get(storeId);
      const known = made.get(storeId);
      if (known?.version === store.version) return known.model;
      const model = tolerantModel(learned.get(storeId) ?? priorModel, store);
      made.set(storeId, { version: store.version, model });
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
