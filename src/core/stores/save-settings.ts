import type { EmitEvent } from '#shared/contract/events.ts';
import type { Tolerance } from '#shared/model/coverage.ts';
import type { OtherLanguage, Store, StoreSettings } from '#shared/model/store.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Database } from '../ports/repositories/index.ts';

export type SettingsDeps = Pick<Database, 'stores'> & {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly emit: EmitEvent;
  /** Who works at this desk. */
  readonly person: () => string;
};

/** Appends a version of how a store speaks; what is drafted in it stays as it is. Errors: `not_found`. */
export function saveSettings(deps: SettingsDeps, storeId: string, settings: StoreSettings): Store {
  const { house, tolerance, otherLanguage, comparesPeople } = deps.stores.get(storeId).settings;
  return appended(deps, storeId, { ...settings, house, tolerance, otherLanguage, comparesPeople });
}

export type ToleranceInput = {
  readonly storeId: string;
  /** Null: the store itself. */
  readonly topic: string | null;
  /** Null: the usual threshold, or for a topic its store's. */
  readonly rate: number | null;
  readonly why: string;
};

/** Says how many wrong answers a store, or one topic of it, tolerates. Errors: `not_found`. */
export function setTolerance(deps: SettingsDeps, { storeId, topic, rate, why }: ToleranceInput): Store {
  const { settings } = deps.stores.get(storeId);
  const before = settings.tolerance ?? null;
  const others = (before?.topics ?? []).filter((each) => each.topic !== topic);
  const tolerance: Tolerance = {
    rate: topic === null ? rate : (before?.rate ?? null),
    topics: topic === null || rate === null ? others : [...others, { topic, rate }],
    change: { who: deps.person(), why },
    // Two changes within one tick of the clock are two changes.
    at: Math.max(deps.clock.now(), (before?.at ?? 0) + 1),
  };
  return appended(deps, storeId, { ...settings, tolerance });
}

/** Says whether answers in another language than the customer's are drafted. Errors: `not_found`. */
export function setOtherLanguage(deps: SettingsDeps, storeId: string, otherLanguage: OtherLanguage): Store {
  return appended(deps, storeId, { ...deps.stores.get(storeId).settings, otherLanguage });
}

/** Says how a store words what it says, and how it greets and closes. Errors: `not_found`. */
export function setHouseStyle(
  deps: SettingsDeps,
  storeId: string,
  change: Partial<Pick<StoreSettings, 'house' | 'styles'>>,
): Store {
  return appended(deps, storeId, { ...deps.stores.get(storeId).settings, ...change });
}

/** Says whether people may be compared. Errors: `not_found`. */
export function setComparison(deps: SettingsDeps, storeId: string, comparesPeople: boolean): Store {
  return appended(deps, storeId, { ...deps.stores.get(storeId).settings, comparesPeople });
}

function appended(deps: SettingsDeps, storeId: string, settings: StoreSettings): Store {
  const store = deps.stores.appendSettings(storeId, { id: deps.ids.newId(), settings, at: deps.clock.now() });
  deps.emit('store.changed', { storeId });
  return store;
}
