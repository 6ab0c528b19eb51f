import { AppError } from '#shared/errors.ts';
import type { LearnedTrait, StylePart } from '#shared/model/house-style.ts';
import { type HouseStyle, type Store, noHouseStyle } from '#shared/model/store.ts';
import { type SettingsDeps, setHouseStyle } from '../stores/save-settings.ts';
import { takenUp } from './in-use.ts';
import { type StyleDeps, learnedStyle } from './learn-style.ts';

type ManageDeps = StyleDeps & SettingsDeps;

/**
 * From now on the store speaks as its people do. The sheet is read again: what it shows may be old.
 * Errors: `not_found` where its replies do not show it any more.
 */
export async function takeUpTrait(deps: ManageDeps, storeId: string, key: string): Promise<Store> {
  const { parts } = await learnedStyle(deps, storeId);
  const [found] = parts.flatMap((part) => part.traits.flatMap((trait) => (trait.key === key ? [{ part, trait }] : [])));
  if (found === undefined) throw new AppError('not_found', 'The replies do not show this any more');
  const { settings } = deps.stores.get(storeId);
  return setHouseStyle(deps, storeId, takenUp(settings, toldOf(found)));
}

function toldOf({ part, trait }: { readonly part: StylePart; readonly trait: LearnedTrait }) {
  return { ...trait, language: part.language, place: part.place };
}

/** What was learned is not shown again. Errors: `not_found`. */
export function dismissTrait(deps: ManageDeps, storeId: string, key: string): Store {
  const house = deps.stores.get(storeId).settings.house ?? noHouseStyle;
  return setHouseStyle(deps, storeId, { house: { ...house, dismissed: [...new Set([...house.dismissed, key])] } });
}

/** The owner's own words for it. Errors: `not_found`, `invalid_input` for two wordings of one word. */
export function saveHouse(deps: ManageDeps, storeId: string, house: HouseStyle): Store {
  const seen = new Set<string>();
  for (const { language, avoid } of house.wordings) {
    const key = `${language}/${avoid.toLowerCase()}`;
    if (seen.has(key)) throw new AppError('invalid_input', 'A word has two wordings', { detail: { field: avoid } });
    seen.add(key);
  }
  return setHouseStyle(deps, storeId, { house });
}
