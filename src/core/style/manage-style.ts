import { AppError } from '#shared/errors.ts';
import type { LearnedTrait, StylePart } from '#shared/model/house-style.ts';
import { type HouseStyle, type Store, noHouseStyle } from '#shared/model/store.ts';
import { type SettingsDeps, setHouseStyle } from '../stores/save-settings.ts';
import { takenUp } from './in-use.ts';
import { type StyleDeps, learnedStyle } from './learn-style.ts';

export type ManageDeps = StyleDeps & SettingsDeps;

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

/** So many replies, and so large a share of them, take a line up by themselves where the owner lets them. */
const byItself = { replies: 30, share: 0.8 };

/**
 * Takes up what replies plainly show, where the owner has let the desk do so. Words and phrases wait for a person, and so
 * does a line that was edited by hand until the replies since then say otherwise. Null: nothing is taken up.
 */
export async function takeUpByItself(deps: ManageDeps, storeId: string): Promise<Store | null> {
  if (deps.stores.get(storeId).settings.house?.takesUp !== true) return null;
  const { parts } = await learnedStyle(deps, storeId);
  const plain = parts.flatMap((part) =>
    part.traits.flatMap((trait) => (isPlain(trait) && isOpen(trait) ? [{ part, trait }] : [])),
  );
  const { settings } = deps.stores.get(storeId);
  if (plain.length === 0 || settings.house?.takesUp !== true) return null;
  const taken = plain.reduce((now, found) => ({ ...now, ...takenUp(now, toldOf(found)) }), settings);
  return setHouseStyle(deps, storeId, { house: taken.house, styles: taken.styles });
}

function isPlain({ trait, replies, of }: LearnedTrait): boolean {
  // A length leaves out a tenth at each end, and an emoji now and then is in few replies.
  const share = trait === 'length' ? 0.6 : trait === 'emoji' ? 0 : byItself.share;
  return trait !== 'phrase' && trait !== 'wording' && replies >= byItself.replies && replies >= share * of;
}

function isOpen({ isInUse, editedAt, isChange }: LearnedTrait): boolean {
  return !isInUse && (editedAt === null || isChange);
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
