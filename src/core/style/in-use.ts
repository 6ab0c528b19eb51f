import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { LearnedTrait } from '#shared/model/house-style.ts';
import {
  type Habit,
  type HouseStyle,
  type OwnStyle,
  type StoreSettings,
  type StylePlace,
  noHouseStyle,
} from '#shared/model/store.ts';
import { settingsAt } from '#shared/reply-style.ts';

type Told = Pick<LearnedTrait, 'trait' | 'value' | 'instead'> & {
  readonly language: ReplyLanguage;
  readonly place: StylePlace;
};

/** Whether a store speaks so already. */
export function isInUse(settings: StoreSettings, { trait, value, instead, language, place }: Told): boolean {
  const spoken = settingsAt(settings, place);
  const house = settings.house ?? noHouseStyle;
  const habit = habitAt(house, language, place);
  switch (trait) {
    case 'greeting':
    case 'greetingUnnamed':
    case 'closing':
      return spoken[trait][language].trim() === value.trim();
    case 'address':
      return (spoken.address?.[language] ?? (language === 'en' ? 'first' : null)) === value;
    case 'length':
      return habit?.length != null && `${habit.length.from}–${habit.length.to}` === value;
    case 'emoji':
      return habit?.emoji === value;
    case 'phrase':
      return house.phrases.some((one) => one.language === language && one.text === value);
    case 'wording':
      return house.wordings.some((one) => one.language === language && one.avoid === instead && one.use === value);
  }
}

/** What a store's settings become when it takes up what was learned. */
export function takenUp(settings: StoreSettings, told: Told): Pick<StoreSettings, 'house' | 'styles'> {
  const { trait, value, instead, language, place } = told;
  const house = settings.house ?? noHouseStyle;
  const styles = settings.styles ?? {};
  const own = styles[place] ?? {};
  const styled = (change: OwnStyle) => ({ house, styles: { ...styles, [place]: { ...own, ...change } } });
  switch (trait) {
    case 'greeting':
    case 'greetingUnnamed':
    case 'closing':
      return styled({ [trait]: { ...own[trait], [language]: value } });
    case 'address':
      return styled({ address: { ...own.address, [language]: value } });
    case 'length': {
      const [from = 1, to = 1] = value.split('–').map(Number);
      return { styles, house: withHabit(house, language, place, { length: { from, to } }) };
    }
    case 'emoji':
      return { styles, house: withHabit(house, language, place, { emoji: value as Habit['emoji'] }) };
    case 'phrase':
      return { styles, house: { ...house, phrases: [...house.phrases, { language, text: value }] } };
    case 'wording': {
      const others = house.wordings.filter((one) => one.language !== language || one.avoid !== instead);
      return { styles, house: { ...house, wordings: [...others, { language, avoid: instead ?? '', use: value }] } };
    }
  }
}

/** How replies in one language and place are written; null where nobody has said so. */
export function habitAt(house: HouseStyle, language: ReplyLanguage, place: StylePlace): Habit | null {
  return house.habits.find((one) => one.language === language && one.place === place) ?? null;
}

function withHabit(
  house: HouseStyle,
  language: ReplyLanguage,
  place: StylePlace,
  change: Partial<Pick<Habit, 'length' | 'emoji'>>,
): HouseStyle {
  const known = habitAt(house, language, place);
  const others = house.habits.filter((one) => one !== known);
  return { ...house, habits: [...others, { language, place, ...known, ...change }] };
}
