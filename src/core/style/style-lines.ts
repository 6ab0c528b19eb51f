import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { StyleTrait } from '#shared/model/house-style.ts';
import { type Habit, type HouseStyle, type StoreSettings, type StylePlace, noHouseStyle } from '#shared/model/store.ts';
import { settingsAt } from '#shared/reply-style.ts';
import type { StoreVersion } from '../ports/repositories/stores.ts';

/** A line of the sheet of which a store says one thing. */
export type StyleLine = {
  readonly trait: Exclude<StyleTrait, 'phrase' | 'wording'>;
  readonly language: ReplyLanguage;
  readonly place: StylePlace;
};

/** What a store says on a line of its sheet; null: nothing. */
export function saidAt(settings: StoreSettings, { trait, language, place }: StyleLine): string | null {
  const spoken = settingsAt(settings, place);
  const habit = habitAt(settings.house ?? noHouseStyle, language, place);
  switch (trait) {
    case 'greeting':
    case 'greetingUnnamed':
    case 'closing':
      return spoken[trait][language].trim() || null;
    case 'address':
      return spoken.address?.[language] ?? (language === 'en' ? 'first' : null);
    case 'length':
      return habit?.length == null ? null : `${habit.length.from}–${habit.length.to}`;
    case 'emoji':
      return habit?.emoji ?? null;
  }
}

/** How replies in one language and place are written; null where nobody has said so. */
export function habitAt(house: HouseStyle, language: ReplyLanguage, place: StylePlace): Habit | null {
  return house.habits.find((one) => one.language === language && one.place === place) ?? null;
}

/** When a line was given what it says now, ms; null where it has said so from the first version on. `versions`: newest first. */
export function editedAt(versions: readonly StoreVersion[], line: StyleLine): number | null {
  const [newest] = versions;
  if (newest === undefined) return null;
  const said = saidAt(newest.settings, line);
  const other = versions.findIndex(({ settings }) => saidAt(settings, line) !== said);
  return other < 0 ? null : (versions[other - 1]?.savedAt ?? null);
}

/** Bounds as a line says them: "90–310". */
export function boundsOf(value: string): { readonly from: number; readonly to: number } {
  const [from = 1, to = 1] = value.split('–').map(Number);
  return { from, to };
}

/** Whether two lengths are the same to a reader: each bound within a quarter of the other's. */
export function areNear(a: string, b: string): boolean {
  const [one, other] = [boundsOf(a), boundsOf(b)];
  const isNear = (x: number, y: number): boolean => Math.max(x, y) <= 1.25 * Math.min(x, y);
  return isNear(one.to, other.to) && (isNear(one.from, other.from) || Math.abs(one.from - other.from) <= 20);
}

/** Longer by half, or shorter by a third. */
const otherLength = 1.5;

/** Whether replies plainly differ from what their store says: not by a comma, nor by a few characters. `share`: of those with emoji. */
export function isPlainlyOther(trait: StyleLine['trait'], said: string | null, value: string, share: number): boolean {
  if (said === null) return false;
  switch (trait) {
    case 'length': {
      const [a, b] = [boundsOf(said).to, boundsOf(value).to];
      return Math.max(a, b) > otherLength * Math.min(a, b);
    }
    case 'emoji':
      return said !== value && share >= (said === 'never' ? 0.2 : 0) && share <= (said === 'often' ? 0.35 : 1);
    case 'address':
      return said !== value;
    default:
      return lettersOf(said) !== lettersOf(value);
  }
}

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}
